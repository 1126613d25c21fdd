import type { Conclusion } from '../model.ts';
import { concurrencyRequest } from './concurrency-request.ts';
import type { Engine } from './engine.ts';
import type { Scope } from './expression.ts';
import { githubContext, workflowRef } from './github-context.ts';
import { combineResults } from './job-result.ts';
import { messageOf } from './message-of.ts';
import { runGraph } from './run-graph.ts';
import type { RunPlan } from './run-plan.ts';

/** Runs one planned workflow to its conclusion and tells the world: events, progress, records. Never throws. */
export async function runWorkflow(engine: Engine, plan: RunPlan, cancelled: AbortController): Promise<void> {
  const { record } = plan;
  const { host } = engine;
  await announce(engine, plan, 'requested');
  let release: () => void = () => undefined;
  try {
    const scope = runScope(engine, plan);
    const request = concurrencyRequest(plan.workflow.concurrency, scope, {
      repository: record.repository,
      cancel: () => cancelled.abort(),
    });
    if (request !== null) {
      record.status = 'pending';
      const admission = await engine.enterGroup(request, cancelled.signal);
      if (!admission.admitted) return await conclude(engine, plan, 'cancelled');
      release = admission.release;
    }
    record.status = 'in_progress';
    record.updatedAt = host.now();
    engine.report({ run: record, job: null, step: null, status: 'in_progress', conclusion: null });
    await announce(engine, plan, 'in_progress');
    const repository = host.repository(record.repository);
    const results = await runGraph(engine, {
      plan,
      use: {
        workflow: plan.workflow,
        repository: repository.fullName,
        workflowRef: workflowRef(plan),
        sha: plan.workflowSha,
      },
      inputs: plan.inputs,
      secrets: plan.fromFork ? {} : Object.fromEntries(host.secrets(record.repository)),
      callerPermissions: null,
      namePrefix: '',
      callDepth: 0,
      signal: cancelled.signal,
    });
    await conclude(engine, plan, combineResults([...results.values()].map((job) => job.result)));
  } catch (error) {
    engine.fault(`${record.workflowPath}: ${messageOf(error)}`);
    await conclude(engine, plan, 'failure');
  } finally {
    release();
  }
}

function runScope(engine: Engine, plan: RunPlan): Scope {
  return {
    file: plan.workflow.path,
    contexts: {
      github: githubContext(plan, engine.host),
      inputs: plan.inputs,
      vars: Object.fromEntries(engine.host.variables(plan.record.repository)),
    },
    functions: [],
  };
}

async function conclude(engine: Engine, plan: RunPlan, conclusion: Conclusion): Promise<void> {
  const { record } = plan;
  record.status = 'completed';
  record.conclusion = conclusion;
  record.updatedAt = engine.host.now();
  engine.report({ run: record, job: null, step: null, status: 'completed', conclusion });
  await announce(engine, plan, 'completed');
}

async function announce(
  engine: Engine,
  plan: RunPlan,
  action: 'requested' | 'in_progress' | 'completed',
): Promise<void> {
  if (!engine.closing.aborted) await engine.host.emitWorkflowRun(plan.record, action);
}
