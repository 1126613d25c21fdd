import type { ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { loadSigningKey } from '@gatehouse/attest';
import { REASON_CODES } from '@gatehouse/core';
import { createGitHub } from '@gatehouse/github';
import { EvidenceStore, ledgerSigner } from '@gatehouse/governance';
import type { inputs, outputs } from './inputs.ts';
import { type Decided, decide } from './run.ts';
import { renderDecided, renderNotGoverned, renderRefused } from './summary.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context }: ActionPorts): Promise<Result> {
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  const key = loadSigningKey(values['signing-key'], 'Input "signing-key"');
  const clock = { now: () => new Date() };
  const result = await decide(
    {
      model: values.model,
      runId: values['run-id'],
      decisions: values.decisions,
      reasonCode: values['reason-code'],
      thisRun: context.runId,
      repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    },
    {
      ...github,
      evidence: new EvidenceStore({ branch: github.evidence(), clock, signer: ledgerSigner(key) }),
      key,
      clock,
    },
  );
  return resultOf(values.model, result);
}

function resultOf(model: string, result: Decided): Result {
  if (result.kind === 'not-governed') {
    const title = `${model}: the pull request changes nothing that it is made from, so there is nothing to decide`;
    const outputs = { outcome: 'not-governed', 'reason-code': 'no-governed-file' };
    return { outcome: 'done', title, summary: renderNotGoverned(model), outputs };
  }
  if (result.kind === 'refused') {
    const { reasonCode } = result;
    const title = `${model}: refused, ${reasonCode}: ${REASON_CODES[reasonCode]}`;
    const outputs = { outcome: 'error', 'reason-code': reasonCode };
    return { outcome: 'fail', title, summary: renderRefused(model, reasonCode), outputs };
  }
  const waivers = result.waivers.map(({ id }) => id);
  const resting =
    waivers.length === 0
      ? ''
      : `, resting on ${waivers.length === 1 ? 'the waiver' : 'the waivers'} ${waivers.join(', ')}`;
  return {
    outcome: result.outcome,
    title: `${model}: ${result.outcome}${resting}, evidence ${result.evidenceDigest}`,
    summary: renderDecided(model, result),
    outputs: {
      outcome: result.outcome,
      summary: result.summary,
      'model-digest': result.modelDigest,
      'evidence-digest': result.evidenceDigest,
      waivers: waivers.join(','),
    },
  };
}
