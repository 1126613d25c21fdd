import { readFile } from 'node:fs/promises';
import { type CommitSha, ConfigError, type Fault } from '@gatehouse/core';
import { z } from 'zod';
import type { Environment } from './define-inputs.ts';

/** What the runner says about the run. Only the platform writes these variables; a step's `env:` cannot replace them. */
export interface ActionContext {
  readonly repository: { readonly owner: string; readonly name: string };
  readonly sha: CommitSha;
  /** Full name, `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string;
  readonly eventName: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly workflow: string;
  readonly job: string;
  /** Login; a name to show, never an identity. */
  readonly actor: string;
  readonly actorId: number | null;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workspace: string;
  readonly temp: string;
  /** The page of this run. */
  readonly runUrl: string;
  /** The event's payload as parsed JSON; check its shape before use. */
  readEvent(): Promise<unknown>;
}

const text = z.string().min(1);
const id = z
  .string()
  .regex(/^[1-9][0-9]{0,15}$/)
  .transform(Number);

const variables = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  GITHUB_SHA: z.string().regex(/^[0-9a-f]{40}$/),
  GITHUB_REF: text,
  GITHUB_EVENT_NAME: text,
  GITHUB_RUN_ID: id,
  GITHUB_RUN_ATTEMPT: id.default(1),
  GITHUB_WORKFLOW: z.string().default(''),
  GITHUB_JOB: z.string().default(''),
  GITHUB_ACTOR: text,
  GITHUB_ACTOR_ID: id.optional(),
  GITHUB_SERVER_URL: z.url(),
  GITHUB_API_URL: z.url(),
  GITHUB_WORKSPACE: text,
  RUNNER_TEMP: text,
  GITHUB_EVENT_PATH: text,
});

/**
 * Reads the context from the runner's variables.
 *
 * @throws {ConfigError} naming every variable that is missing or malformed: the action was not started by a runner.
 */
export function readActionContext(env: Environment): ActionContext {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => variableFault(env, String(issue.path[0]))));
  }
  const v = parsed.data;
  const [owner = '', name = ''] = v.GITHUB_REPOSITORY.split('/');
  return {
    repository: { owner, name },
    sha: v.GITHUB_SHA,
    ref: v.GITHUB_REF,
    eventName: v.GITHUB_EVENT_NAME,
    runId: v.GITHUB_RUN_ID,
    runAttempt: v.GITHUB_RUN_ATTEMPT,
    workflow: v.GITHUB_WORKFLOW,
    job: v.GITHUB_JOB,
    actor: v.GITHUB_ACTOR,
    actorId: v.GITHUB_ACTOR_ID ?? null,
    serverUrl: v.GITHUB_SERVER_URL,
    apiUrl: v.GITHUB_API_URL,
    workspace: v.GITHUB_WORKSPACE,
    temp: v.RUNNER_TEMP,
    runUrl: `${v.GITHUB_SERVER_URL}/${owner}/${name}/actions/runs/${v.GITHUB_RUN_ID}`,
    readEvent: () => readEventFile(v.GITHUB_EVENT_PATH),
  };
}

async function readEventFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    throw new ConfigError(
      [
        {
          where: 'Environment variable GITHUB_EVENT_PATH',
          found: `got ${JSON.stringify(path)}, which is no readable JSON file`,
          allowed: 'The runner of GitHub Actions writes the event there before the first step',
          remedy: 'Run this action as a step of a workflow, and let no earlier step change that file.',
        },
      ],
      { cause },
    );
  }
}

function variableFault(env: Environment, variable: string): Fault {
  const value = env[variable];
  return {
    where: `Environment variable ${variable}`,
    found: value === undefined || value === '' ? 'not set' : `got ${JSON.stringify(value)}`,
    allowed: 'The runner of GitHub Actions sets it for every step',
    remedy: 'Run this action as a step of a workflow.',
  };
}
