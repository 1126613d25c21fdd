import type { ActionContext, ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { loadSigningKey, type SigningKey } from '@gatehouse/attest';
import { ConfigError, type Fault } from '@gatehouse/core';
import { createGitHub, type GitHub } from '@gatehouse/github';
import { EvidenceStore, ledgerSigner } from '@gatehouse/governance';
import { authorise } from './authorise.ts';
import { checkRun } from './check.ts';
import { keepComment } from './comment.ts';
import type { inputs, outputs } from './inputs.ts';
import { postKeyFault } from './key-fault.ts';
import { authoriseResult, checkResult, sweepResult } from './results.ts';
import { sweep } from './sweep.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;
type Ports = ReturnType<typeof portsOf>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context }: Pick<ActionPorts, 'context'>): Promise<Result> {
  const github = githubOf(values, context);
  const key = await readKey(values, context, github);
  const ports = portsOf(github, key);
  const modes = { check: runCheck, sweep: runSweep, authorise: runAuthorise } as const;
  return modes[values.mode](values, context, ports);
}

function githubOf(values: Values, context: ActionContext): GitHub {
  const { owner, name: repo } = context.repository;
  return createGitHub({
    token: values['github-token'],
    apiUrl: context.apiUrl,
    owner,
    repo,
    ...(values['org-token'] === undefined ? {} : { orgToken: values['org-token'] }),
    check: values['app-id'] === undefined ? { kind: 'commit-status' } : { kind: 'app', appId: values['app-id'] },
  });
}

function portsOf(github: GitHub, key: SigningKey) {
  const clock = { now: () => new Date() };
  const evidence = new EvidenceStore({ branch: github.evidence(), clock, signer: ledgerSigner(key) });
  return { ...github, evidence, clock, key };
}

/** A key that is not there or cannot be read fails the step, and in mode check the check says so first. */
async function readKey(values: Values, context: ActionContext, github: GitHub): Promise<SigningKey> {
  try {
    const pem = values['signing-key'];
    if (pem === undefined) throw missing(SIGNING_KEY);
    return loadSigningKey(pem, 'Input "signing-key"');
  } catch (fault) {
    const runId = values['run-id'];
    if (values.mode === 'check' && runId !== undefined) {
      await postKeyFault(fault, { runId, ...urlsOf(context) }, github);
    }
    throw fault;
  }
}

async function runCheck(values: Values, context: ActionContext, ports: Ports): Promise<Result> {
  const runId = values['run-id'];
  if (runId === undefined) throw missing(RUN_ID);
  const result = values['models-result'];
  const decided = result === undefined || result === 'skipped' ? {} : { decidedBy: context.runId };
  const checked = await checkRun({ runId, ...urlsOf(context), ...decided }, ports);
  if (checked !== null && checked.pullRequest !== null && values.comment === 'always') {
    await keepComment(ports.comments, checked.pullRequest, checked.verdict);
  }
  return checkResult(checked);
}

async function runSweep(values: Values, context: ActionContext, ports: Ports): Promise<Result> {
  const report = await sweep({ decideWorkflow: values['decide-workflow'], ...urlsOf(context) }, ports);
  const changed = values.comment === 'always' ? report.swept.filter(({ done }) => done === 'posted') : [];
  for (const { pull, verdict } of changed) await keepComment(ports.comments, pull.number, verdict);
  return sweepResult(report);
}

async function runAuthorise(values: Values, context: ActionContext, ports: Ports): Promise<Result> {
  const { repositoryUrl } = urlsOf(context);
  const before = beforeOf(await context.readEvent());
  const { sha: commit, ref } = context;
  return authoriseResult(await authorise({ model: values.model ?? null, commit, before, ref, repositoryUrl }, ports));
}

function urlsOf({ serverUrl, repository, runUrl }: ActionContext): {
  readonly repositoryUrl: string;
  readonly detailsUrl: string;
} {
  return { repositoryUrl: `${serverUrl}/${repository.owner}/${repository.name}`, detailsUrl: runUrl };
}

/** The tip of the branch before the push, from the runner's own event file. */
function beforeOf(event: unknown): string {
  const before = typeof event === 'object' && event !== null ? Reflect.get(event, 'before') : undefined;
  if (typeof before === 'string' && /^[0-9a-f]{40}$/.test(before)) return before;
  throw new ConfigError([
    {
      where: 'Input "mode"',
      found: 'authorise, on an event that is no push',
      allowed: 'mode authorise in a workflow "on: push" of the default branch',
      remedy: 'Use action-templates/authorise.yml as it is',
    },
  ]);
}

const RUN_ID = {
  where: 'Input "run-id"',
  allowed: 'a value in mode check',
  remedy: 'Give it under "with:" of the step',
};

const SIGNING_KEY = {
  where: 'Input "signing-key"',
  allowed: 'an elliptic-curve key on P-256, in PEM',
  remedy: 'Put it into the secret of the environment that the step names under "with:"; one that is not set is empty',
};

function missing(input: Omit<Fault, 'found'>): ConfigError {
  return new ConfigError([{ ...input, found: 'nothing given' }]);
}
