import { type ActionPorts, type ActionResult, createArtifacts } from '@gatehouse/action-kit';
import { uploadDecision } from '@gatehouse/gate-runner';
import { createGitHub } from '@gatehouse/github';
import { renderDecisionMarkdown } from '@gatehouse/report';
import type { inputs, outputs } from './inputs.ts';
import { judgePerformance } from './run.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context }: ActionPorts): Promise<Result> {
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  const decision = await judgePerformance(
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
}
