import type { ActionContext, ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { loadSigningKey } from '@gatehouse/attest';
import { ConfigError } from '@gatehouse/core';
import { createGitHub, type GitHub } from '@gatehouse/github';
import { EvidenceStore } from '@gatehouse/governance';
import { escapeMarkdown } from '@gatehouse/report';
import { authorise } from './authorise.ts';
import { checkPullRequest } from './check.ts';
import type { inputs, outputs } from './inputs.ts';
import { missingRoles, renderCheck } from './verdict.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

const clock = { now: () => new Date() };

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context }: ActionPorts): Promise<Result> {
  const { owner, name: repo } = context.repository;
  const github = createGitHub({
    token: values['github-token'],
    apiUrl: context.apiUrl,
    owner,
    repo,
    ...(values['org-token'] === undefined ? {} : { orgToken: values['org-token'] }),
    check: values['app-id'] === undefined ? { kind: 'commit-status' } : { kind: 'app', appId: values['app-id'] },
  });
  return values.mode === 'check' ? runCheck(values, context, github) : runAuthorise(values, context, github);
}

async function runCheck(values: Values, context: ActionContext, github: GitHub): Promise<Result> {
  const runId = values['run-id'];
  if (runId === undefined) throw missingInput('run-id', 'check');
  const verdict = await checkPullRequest(
    {
      model: values.model,
      runId,
      reasonCode: values['reason-code'],
      repositoryUrl: repositoryUrlOf(context),
      detailsUrl: context.runUrl,
    },
    { ...github, evidence: new EvidenceStore({ branch: github.evidence(), clock }) },
  );
  if (verdict === null) {
    const title = 'No open pull request has the head of this run: nothing to check';
    return { outcome: 'done', title, summary: `### ${title}\n`, outputs: { outcome: 'inconclusive' } };
  }
  return {
    // The step is green when the check was posted; the check itself says whether the pull request may merge.
    outcome: 'done',
    title: verdict.title,
    summary: renderCheck(verdict),
    outputs: {
      outcome: verdict.outcome,
      'reason-code': verdict.reasonCode,
      'missing-roles': missingRoles(verdict).join(','),
      ...(verdict.tuples.length === 1 ? { 'tuple-digest': verdict.tuples[0] ?? '' } : {}),
    },
  };
}

async function runAuthorise(values: Values, context: ActionContext, github: GitHub): Promise<Result> {
  if (values['signing-key'] === undefined) throw missingInput('signing-key', 'authorise');
  const result = await authorise(
    {
      model: values.model,
      commit: context.sha,
      before: beforeOf(await context.readEvent()),
      ref: context.ref,
      repositoryUrl: repositoryUrlOf(context),
    },
    {
      ...github,
      evidence: new EvidenceStore({ branch: github.evidence(), clock }),
      key: loadSigningKey(values['signing-key'], 'Input "signing-key"'),
      clock,
    },
  );
  if (result.kind === 'nothing') {
    return { outcome: 'done', title: result.why, summary: `### Nothing to authorise\n\n${result.why}\n`, outputs: {} };
  }
  const { authorisation, path } = result.stored;
  const approvers = authorisation.approvals.map(({ role, login }) => `- ${escapeMarkdown(`${role}: ${login}`)}`);
  return {
    outcome: 'done',
    title: `Authorised ${values.model} ${authorisation.modelDigest}`,
    summary: `### Authorised\n\nModel \`${authorisation.modelDigest}\` at \`${authorisation.mergedSha}\`.\n\n${approvers.join('\n')}\n`,
    outputs: {
      outcome: 'pass',
      'tuple-digest': authorisation.tupleDigest,
      authorisation: path,
      'reason-code': 'authorised',
    },
  };
}

function repositoryUrlOf({ serverUrl, repository }: ActionContext): string {
  return `${serverUrl}/${repository.owner}/${repository.name}`;
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

function missingInput(name: string, mode: string): ConfigError {
  return new ConfigError([
    {
      where: `Input "${name}"`,
      found: 'nothing given',
      allowed: `a value in mode ${mode}`,
      remedy: `Give it under "with:" of the step`,
    },
  ]);
}
