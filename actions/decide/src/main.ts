import { runAction } from '@gatehouse/action-kit';
import { loadSigningKey } from '@gatehouse/attest';
import { createGitHub } from '@gatehouse/github';
import { EvidenceStore } from '@gatehouse/governance';
import { parseDecisionLines } from './decision-artifacts.ts';
import { inputs, outputs } from './inputs.ts';
import { decide } from './run.ts';
import { renderDecided } from './summary.ts';

export function main(): Promise<void> {
  return runAction({
    name: 'decide',
    inputs,
    outputs,
    run: async (values, { context }) => {
      const { owner, name: repo } = context.repository;
      const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
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
          evidence: new EvidenceStore({ branch: github.evidence(), clock }),
          key: loadSigningKey(values['signing-key']),
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
    },
  });
}
