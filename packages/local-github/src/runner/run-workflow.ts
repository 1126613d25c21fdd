import type { Conclusion } from '../model.ts';
import type { Engine } from './engine.ts';
import type { Scope } from './expressions/expression.ts';
import { messageOf } from './expressions/message-of.ts';
import { githubContext, workflowRef } from './jobs/github-context.ts';
import { combineResults } from './jobs/job-result.ts';
import { runGraph } from './jobs/run-graph.ts';
import type { RunPlan } from './run-plan.ts';
import { concurrencyRequest } from './workflow/concurrency-request.ts';

/** Runs one planned workflow to its conclusion and tells the world: events, progress, records. Never throws. */
export async function runWorkflow(engine: Engine, plan: RunPlan, cancelled: AbortController): Promise<void> {
  let release: () => void = () => undefined;
  try {
    // Asked for before anything is awaited, so that runs enter their group in the order of their events.
    const admission = enterRunGroup(engine, plan, cancelled);
    await announce(engine, plan, 'requested');
    const admitted = await admission;
    if (admitted === null) return await conclude(engine, plan, 'cancelled');
    release = admitted.release;
    await conclude(engine, plan, await runJobs(engine, plan, { group: admitted.group, signal: cancelled.signal }));
  } catch (error) {
    engine.fault(`${plan.record.workflowPath}: ${messageOf(error)}`);
    await conclude(engine, plan, 'failure');
  } finally {
    release();
  }
}

interface Turn {
  /** The concurrency group that the run holds; `null` when it names none. */
  readonly group: string | null;
  readonly release: () => void;
}

/** Waits for the run's turn; `null` means that the run was cancelled meanwhile. */
async function enterRunGroup(engine: Engine, plan: RunPlan, cancelled: AbortController): Promise<Turn | null> {
  const holder = { repository: plan.record.repository, cancel: () => cancelled.abort() };
  const request = concurrencyRequest(plan.workflow.concurrency, runScope(engine, plan), holder);
  if (request === null) return { group: null, release: () => undefined };
  plan.record.status = 'pending';
  const admission = await engine.enterGroup(request, cancelled.signal);
  return admission.admitted ? { group: request.group, release: admission.release } : null;
}

async function runJobs(
  engine: Engine,
  plan: RunPlan,
  { group, signal }: { readonly group: string | null; readonly signal: AbortSignal },
): Promise<Conclusion> {
  const { record } = plan;
  const { host } = engine;
  record.status = 'in_progress';
  record.updatedAt = host.now();
  engine.report({ run: record, job: null, step: null, status: 'in_progress', conclusion: null });
  await announce(engine, plan, 'in_progress');
  const repository = host.repository(record.repository).fullName;
  const results = await runGraph(engine, {
    plan,
    use: { workflow: plan.workflow, repository, workflowRef: workflowRef(plan), sha: plan.workflowSha },
    inputs: plan.inputs,
    secrets: plan.fromFork ? {} : Object.fromEntries(host.secrets(record.repository)),
    environmentSecrets: 'all',
    callerPermissions: null,
    namePrefix: '',
    callDepth: 0,
    calledWorkflows: new Set(),
    heldGroups: new Set(group === null ? [] : [group.toLowerCase()]),
    signal,
  });
  return combineResults([...results.values()].map((job) => job.result));
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
