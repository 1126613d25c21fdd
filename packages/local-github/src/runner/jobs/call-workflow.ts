import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Permissions } from '../../model.ts';
import type { Engine } from '../engine.ts';
import { evaluateText, evaluateTexts, type Scope } from '../expressions/expression.ts';
import type { Template } from '../expressions/template.ts';
import { workflowFault } from '../expressions/workflow-fault.ts';
import type { WorkflowUse } from '../run-plan.ts';
import { concurrencyRequest, refuseDeadlock } from '../workflow/concurrency-request.ts';
import { readInputValues } from '../workflow/input-values.ts';
import { readWorkflow } from '../workflow/read-workflow.ts';
import type { CallInterface, CallJob, Workflow } from '../workflow/workflow.ts';
import type { Graph } from './job-instance.ts';
import { combineResults, type JobResult } from './job-result.ts';

/** Source: docs.github.com, reusing workflows, limitations: ten levels and fifty different workflows in one run. */
const MAX_CALL_DEPTH = 10;
const MAX_CALLED_WORKFLOWS = 50;

export interface Call {
  readonly graph: Graph;
  readonly job: CallJob;
  readonly scope: Scope;
  /** Name of the calling job, the prefix of the called ones. */
  readonly name: string;
  readonly permissions: Permissions;
  readonly signal: AbortSignal;
  /** Passed in, because the called jobs may call workflows themselves. */
  readonly runGraph: (engine: Engine, graph: Graph) => Promise<ReadonlyMap<string, JobResult>>;
}

/** Runs a reusable workflow as the jobs of the calling one; its declared outputs are the calling job's. */
export async function callWorkflow(engine: Engine, call: Call): Promise<JobResult> {
  const where = `${call.scope.file}:${call.job.line}`;
  if (call.graph.callDepth >= MAX_CALL_DEPTH) {
    throw workflowFault(where, {
      found: 'an eleventh workflow in a chain of calls',
      allowed: 'GitHub allows ten',
      remedy: 'call fewer workflows',
    });
  }
  const use = await calledWorkflow(engine, call);
  const declared = use.workflow.call;
  if (declared === null) {
    throw workflowFault(where, {
      found: `"${call.job.uses}" has no "on: workflow_call"`,
      allowed: 'only such workflows can be called',
      remedy: 'add the trigger',
    });
  }
  countCalled(call, use);
  const graph = calledGraph(call, { use, declared });
  return await insideGroup(engine, call, {
    concurrency: call.job.concurrency,
    scope: call.scope,
    held: call.graph.heldGroups,
    work: (held) =>
      insideGroup(engine, call, {
        concurrency: use.workflow.concurrency,
        scope: calledScope(call, graph),
        held,
        work: (heldGroups) => runCalled(engine, call, { graph: { ...graph, heldGroups }, declared }),
      }),
  });
}

interface GroupEntry {
  readonly concurrency: Template | null;
  readonly scope: Scope;
  /** Groups that the run has entered already. */
  readonly held: ReadonlySet<string>;
  /** Gets the groups that are held while it runs. */
  readonly work: (held: ReadonlySet<string>) => Promise<JobResult>;
}

/** Does the work when the concurrency group lets it. */
async function insideGroup(engine: Engine, call: Call, entry: GroupEntry): Promise<JobResult> {
  const { concurrency, scope, held, work } = entry;
  const repository = call.graph.plan.record.repository;
  const request = concurrencyRequest(concurrency, scope, { repository, cancel: () => undefined });
  if (request === null) return work(held);
  refuseDeadlock(request.group, held, `${scope.file}:${concurrency?.line ?? 1}`);
  const admission = await engine.enterGroup(request, call.signal);
  if (!admission.admitted) return { result: 'cancelled', outputs: {} };
  try {
    return await work(new Set([...held, request.group.toLowerCase()]));
  } finally {
    admission.release();
  }
}

/** A run's matrix may call one workflow many times: that counts as one. */
function countCalled({ graph, scope, job }: Call, { repository, workflow }: WorkflowUse): void {
  graph.calledWorkflows.add(`${repository}/${workflow.path}`);
  if (graph.calledWorkflows.size <= MAX_CALLED_WORKFLOWS) return;
  throw workflowFault(`${scope.file}:${job.line}`, {
    found: `${graph.calledWorkflows.size} different workflows are called`,
    allowed: `GitHub allows ${MAX_CALLED_WORKFLOWS} in one run`,
    remedy: 'call fewer workflows',
  });
}

/** The jobs of the called workflow: its inputs, and the secrets that the caller hands over. */
function calledGraph(call: Call, { use, declared }: { use: WorkflowUse; declared: CallInterface }): Graph {
  const where = `${call.scope.file}:${call.job.line}`;
  const given = Object.fromEntries([...(call.job.with?.entries ?? [])].map(([name, { value }]) => [name, value]));
  const secrets = passedSecrets(call, declared);
  return {
    ...call.graph,
    use,
    inputs: readInputValues({
      declared: declared.inputs,
      given,
      where,
      givenScope: call.scope,
      defaultScope: { ...call.scope, file: use.workflow.path },
    }),
    secrets,
    // [live] Passing a name lets the called job read it from its environment, whatever value the caller has for it.
    environmentSecrets: call.job.secrets === 'inherit' ? call.graph.environmentSecrets : new Set(Object.keys(secrets)),
    callerPermissions: call.permissions,
    namePrefix: `${call.name} / `,
    callDepth: call.graph.callDepth + 1,
    signal: call.signal,
  };
}

/** What expressions at the top of the called workflow see: nothing of the caller's matrix and needs. */
function calledScope({ scope }: Call, { use, inputs }: Graph): Scope {
  const { github, vars } = scope.contexts;
  return { ...scope, file: use.workflow.path, contexts: { github, vars, inputs } };
}

async function runCalled(
  engine: Engine,
  call: Call,
  { graph, declared }: { graph: Graph; declared: CallInterface },
): Promise<JobResult> {
  const results = await call.runGraph(engine, graph);
  const called = calledScope(call, graph);
  const scope: Scope = { ...called, contexts: { ...called.contexts, jobs: Object.fromEntries(results) } };
  const outputs = Object.fromEntries([...declared.outputs].map(([name, value]) => [name, evaluateText(value, scope)]));
  return { result: combineResults([...results.values()].map((each) => each.result)), outputs };
}

function passedSecrets(call: Call, declared: CallInterface): Readonly<Record<string, string>> {
  const { secrets } = call.job;
  const available = call.graph.secrets;
  if (secrets === 'inherit') return available;
  const passed = evaluateTexts(secrets, { ...call.scope, contexts: { ...call.scope.contexts, secrets: available } });
  const where = `${call.scope.file}:${call.job.line}`;
  for (const name of Object.keys(passed)) {
    if (declared.secrets.has(name)) continue;
    throw workflowFault(where, {
      found: `secret "${name}"`,
      allowed: `"${call.job.uses}" declares no such secret`,
      remedy: 'declare or remove it',
    });
  }
  for (const [name, required] of declared.secrets) {
    if (!required || Object.hasOwn(passed, name)) continue;
    throw workflowFault(where, {
      found: `secret "${name}" is required, but not provided`,
      allowed: 'required secrets must be passed',
      remedy: 'pass it',
    });
  }
  return passed;
}

async function calledWorkflow(engine: Engine, call: Call): Promise<WorkflowUse> {
  const { uses } = call.job;
  const { use, plan } = call.graph;
  const where = `${call.scope.file}:${call.job.line}`;
  const remote = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^/@]+)@(.+)$/.exec(uses);
  if (uses.startsWith('./') && use.repository === plan.record.repository) {
    const path = uses.slice('./'.length);
    const text = await engine.host.readFile(use.repository, use.sha, path);
    if (text === null) throw missing(where, uses);
    return {
      ...use,
      workflow: await readWorkflow(path, text),
      workflowRef: `${use.repository}/${path}@${plan.event.ref}`,
    };
  }
  const [, repository = '', path = '', ref = ''] = remote ?? [];
  const folder = Object.entries(engine.sources.actionsRoot).find(
    ([name]) => name.toLowerCase() === repository.toLowerCase(),
  )?.[1];
  if (folder === undefined) throw missing(where, uses);
  const workflow: Workflow = await readWorkflow(
    path,
    await readFile(join(folder, path), 'utf8').catch(() => Promise.reject(missing(where, uses))),
  );
  return { workflow, repository, workflowRef: `${repository}/${path}@${ref}`, sha: ref };
}

function missing(where: string, uses: string): Error {
  return workflowFault(where, {
    found: `the workflow "${uses}" is not there`,
    allowed: './.github/workflows/ of the same commit and repositories of actionsRoot are allowed',
    remedy: 'correct the path or name the folder in actionsRoot',
  });
}
