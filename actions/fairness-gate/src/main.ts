import { createArtifacts, runAction } from '@gatehouse/action-kit';
import { uploadDecision } from '@gatehouse/gate-runner';
import { createGitHub } from '@gatehouse/github';
import { renderDecisionMarkdown } from '@gatehouse/report';
import { inputs, outputs } from './inputs.ts';
import { judgeFairness } from './run.ts';

export function main(): Promise<void> {
  return runAction({
    name: 'fairness-gate',
    inputs,
    outputs,
    run: async (values, { context }) => {
      const { owner, name: repo } = context.repository;
      const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
      const decision = await judgeFairness(
        {
          model: values.model,
          runId: values['run-id'],
          evaluationArtifactId: values['evaluation-artifact-id'],
          evaluationArtifactDigest: values['evaluation-artifact-digest'],
        },
        github,
      );
      return {
        outcome: decision.outcome,
        title: decision.findings[0]?.message ?? decision.outcome,
        summary: renderDecisionMarkdown(decision),
        outputs: await uploadDecision(decision, createArtifacts({ temp: context.temp })),
      };
    },
  });
}
