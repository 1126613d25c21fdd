import { type ActionPorts, type ActionResult, createArtifacts, engineSources } from '@gatehouse/action-kit';
import { uploadDecision } from '@gatehouse/gate-runner';
import { createGitHub } from '@gatehouse/github';
import { decisionHeadline, renderDecisionMarkdown } from '@gatehouse/report';
import { addonTool, duckDbEngine } from '@gatehouse/tables';
import type { inputs, outputs } from './inputs.ts';
import { judgeFairness } from './run.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, ports: ActionPorts): Promise<Result> {
  const { context } = ports;
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  const decision = await judgeFairness(
    {
      model: values.model,
      runId: values['run-id'],
      evaluationArtifactId: values['evaluation-artifact-id'],
      evaluationArtifactDigest: values['evaluation-artifact-digest'],
    },
    {
      ...github,
      branch: github.evidence(),
      clock: { now: () => new Date() },
      temp: context.temp,
      engine: (place) => duckDbEngine({ addon: engineSources(values, ports, addonTool()), ...place }),
    },
  );
  return {
    outcome: decision.outcome,
    title: decisionHeadline(decision),
    summary: renderDecisionMarkdown(decision),
    outputs: await uploadDecision(decision, createArtifacts({ temp: context.temp })),
  };
}
