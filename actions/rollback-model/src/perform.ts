import type { ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { loadSigningKey } from '@gatehouse/attest';
import { createGitHub } from '@gatehouse/github';
import { EvidenceStore, ledgerSigner } from '@gatehouse/governance';
import { DEFAULT_CLAIM_PATIENCE } from '@gatehouse/registry';
import { renderMovedStage } from '@gatehouse/report';
import type { inputs, outputs } from './inputs.ts';
import { rollbackModel } from './run.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context }: Pick<ActionPorts, 'context'>): Promise<Result> {
  const key = loadSigningKey(values['signing-key'], 'Input "signing-key"');
  const { owner, name: repo } = context.repository;
  const orgToken = values['org-token'];
  const github = createGitHub({
    token: values['github-token'],
    apiUrl: context.apiUrl,
    owner,
    repo,
    ...(orgToken === undefined ? {} : { orgToken }),
  });
  const clock = { now: () => new Date() };
  const { model, version, stage, reason, replaces = null, incident } = values;
  const moved = await rollbackModel(
    {
      ...{ model, version, stage, reason, replaces, incident },
      runId: context.runId,
      repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    },
    {
      ...github,
      evidence: new EvidenceStore({ branch: github.evidence(), clock, signer: ledgerSigner(key) }),
      clock,
      patience: DEFAULT_CLAIM_PATIENCE,
    },
  );
  return {
    outcome: 'done',
    title: `${version} is back in ${stage}`,
    summary: renderMovedStage(moved),
    outputs: {
      tag: moved.tag,
      'model-digest': moved.stage.modelDigest,
      replaced: moved.before ?? '',
      'already-assigned': String(moved.alreadyAssigned),
    },
  };
}
