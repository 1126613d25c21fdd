import {
  type ActionPorts,
  type ActionResult,
  createArtifacts,
  engineSources,
  postLineage,
} from '@gatehouse/action-kit';
import { judgeDataOfPolicy, type PolicyDataVerdict, uploadDecision } from '@gatehouse/gate-runner';
import { createGitHub } from '@gatehouse/github';
import { decisionHeadline, LINEAGE_FILE, lineageFile, renderDataMarkdown } from '@gatehouse/report';
import { addonTool, duckDbEngine } from '@gatehouse/tables';
import type { inputs, outputs } from './inputs.ts';
import { eventsOfError, eventsOfVerdict, type GateRun } from './lineage.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, ports: ActionPorts): Promise<Result> {
  const { context, log } = ports;
  const startedAt = new Date();
  const run = (): GateRun => ({
    repositoryUrl: `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`,
    workflowRun: context.runUrl,
    model: values.model,
    commit: context.sha,
    startedAt,
    finishedAt: new Date(),
  });
  const verdict = await judged(values, ports).catch(async (error: unknown) => {
    // The first error is the one to tell; that nobody could be told of it besides is not.
    const message = error instanceof Error ? error.message : String(error);
    await postLineage(eventsOfError(message, run()), { ...values, 'openlineage-failure': 'warn' }, log);
    throw error;
  });
  const { decision } = verdict;
  const events = eventsOfVerdict(verdict, run());
  const beside = new Map([[LINEAGE_FILE, lineageFile(events)]]);
  const uploaded = await uploadDecision(decision, createArtifacts({ temp: context.temp }), beside);
  await postLineage(events, values, log);
  return {
    outcome: decision.outcome,
    title: decisionHeadline(decision),
    summary: renderDataMarkdown(decision),
    outputs: uploaded,
  };
}

async function judged(values: Values, ports: ActionPorts): Promise<PolicyDataVerdict> {
  const { context } = ports;
  const { owner, name: repo } = context.repository;
  const github = createGitHub({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
  return await judgeDataOfPolicy(
    {
      model: values.model,
      runId: values['run-id'],
      evaluationArtifactId: values['evaluation-artifact-id'],
      evaluationArtifactDigest: values['evaluation-artifact-digest'],
    },
    {
      ...github,
      clock: { now: () => new Date() },
      temp: context.temp,
      engine: (place) => duckDbEngine({ addon: engineSources(values, ports, addonTool()), ...place }),
    },
  );
}
