import { delimiter } from 'node:path';
import { githubVariables } from '../jobs/github-context.ts';
import type { JobSession } from '../jobs/job-session.ts';

/** Variables of one step's process. Nothing of this machine's environment gets in but PATH. */
export function stepEnvironment(session: JobSession, step: StepVariables): Record<string, string> {
  const { engine, folders } = session;
  const machinePath = session.engine.extraEnv['PATH'] ?? process.env['PATH'] ?? '';
  const global = Object.fromEntries(session.env);
  return {
    HOME: folders.home,
    LANG: 'C.UTF-8',
    CI: 'true',
    ...engine.extraEnv,
    ...global,
    ...step.env,
    PATH: [...session.path, step.env['PATH'] ?? global['PATH'] ?? machinePath].join(delimiter),
    ...session.stepVariables,
    ...step.extra,
    GITHUB_ACTIONS: 'true',
    ...githubVariables({ ...githubOf(session), ...step.github }),
    ...runnerVariables(session),
    ...step.files,
  };
}

export interface StepVariables {
  /** `env:` of the step. */
  readonly env: Readonly<Record<string, string>>;
  /** `action`, `action_repository`, `action_ref` of the `github` context. */
  readonly github: Readonly<Record<string, string>>;
  /** `INPUT_…`, `STATE_…` and the artifact service, of JavaScript actions. */
  readonly extra: Readonly<Record<string, string>>;
  /** GITHUB_ENV and its siblings. */
  readonly files: Readonly<Record<string, string>>;
}

function githubOf(session: JobSession): Readonly<Record<string, unknown>> {
  const github = session.contexts['github'];
  return typeof github === 'object' && github !== null ? Object.fromEntries(Object.entries(github)) : {};
}

function runnerVariables(session: JobSession): Record<string, string> {
  const runner = session.contexts['runner'];
  if (typeof runner !== 'object' || runner === null) return {};
  return Object.fromEntries(
    Object.entries(runner).map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, String(value)]),
  );
}
