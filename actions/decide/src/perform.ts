import type { ActionPorts, ActionResult } from '@gatehouse/action-kit';
import { loadSigningKey } from '@gatehouse/attest';
import { createGitHub } from '@gatehouse/github';
import { EvidenceStore, ledgerSigner } from '@gatehouse/governance';
import { parseDecisionLines } from './decision-artifacts.ts';
import type { inputs, outputs } from './inputs.ts';
import { decide } from './run.ts';
import { renderDecided } from './summary.ts';

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
      decisions: parseDecisionLines(values.decisions),
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
  return {
    outcome: result.outcome,
    title: `${values.model}: ${result.outcome}, evidence ${result.evidenceDigest}`,
    summary: renderDecided(values.model, result),
    outputs: {
      outcome: result.outcome,
      summary: result.summary,
      'model-digest': result.modelDigest,
      'evidence-digest': result.evidenceDigest,
    },
  };
}
