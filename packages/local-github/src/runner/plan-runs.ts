import type { GitHubEvent, WorkflowRunRecord } from '../model.ts';
import { mayStartWorkflows, type RunHead, runHead, settleEvent } from './event-source.ts';
import { evaluateText, type Scope } from './expressions/expression.ts';
import { messageOf } from './expressions/message-of.ts';
import type { Template } from './expressions/template.ts';
import type { RunnerHost } from './host.ts';
import { githubContext } from './jobs/github-context.ts';
import type { RunPlan } from './run-plan.ts';
import { readInputValues } from './workflow/input-values.ts';
import { isTriggered, textAt, valueAt } from './workflow/trigger-match.ts';
import type { Workflow } from './workflow/workflow.ts';
import type { WorkflowStore } from './workflow/workflow-store.ts';

/** GitHub chains at most three workflows by workflow_run. Source: docs.github.com, events that trigger workflows. */
const MAX_CHAIN_DEPTH = 3;

export interface Planner {
  readonly host: RunnerHost;
  readonly store: WorkflowStore;
  /** Chain depth of a run by its id. */
  readonly depthOf: (runId: number) => number;
}

export interface Planned {
  readonly plans: readonly RunPlan[];
  /** Workflow files that could not be read, and dispatches that could not be obeyed. */
  readonly faults: readonly string[];
}

/** The runs that an event starts, recorded as queued. */
export async function planRuns(planner: Planner, event: GitHubEvent): Promise<Planned> {
  const settled = mayStartWorkflows(event) ? await settleEvent(planner.host, event) : null;
  const chainDepth = event.name === 'workflow_run' ? planner.depthOf(numberAt(event, 'workflow_run', 'id')) + 1 : 0;
  if (settled === null || chainDepth > MAX_CHAIN_DEPTH) return { plans: [], faults: [] };
  const plans: RunPlan[] = [];
  const faults: string[] = [];
  for (const stored of await planner.store.atCommit(settled.repository, settled.sha)) {
    if (!('workflow' in stored)) {
      faults.push(stored.fault);
      continue;
    }
    if (!(await isTriggered(stored.workflow, settled, () => changedFiles(planner.host, settled)))) continue;
    try {
      plans.push(planRun(planner.host, { workflow: stored.workflow, event: settled, chainDepth }));
    } catch (error) {
      faults.push(messageOf(error));
    }
  }
  return { plans, faults };
}

function numberAt(event: GitHubEvent, ...path: readonly string[]): number {
  const value = valueAt(event.payload, ...path);
  return typeof value === 'number' ? value : 0;
}

interface PlanRequest {
  readonly workflow: Workflow;
  readonly event: GitHubEvent;
  readonly chainDepth: number;
}

function planRun(host: RunnerHost, { workflow, event, chainDepth }: PlanRequest): RunPlan {
  const head = runHead(event);
  const inputs = dispatchInputs(workflow, event);
  const base = newRecord(host, { workflow, event, head });
  const untitled = {
    record: base,
    workflow,
    event,
    workflowSha: event.sha,
    fromFork: head.fromFork,
    inputs,
    chainDepth,
  };
  const title = runTitle(host, untitled);
  const plan = title === '' ? untitled : { ...untitled, record: { ...base, displayTitle: title } };
  host.addRun(plan.record);
  return plan;
}

/** `run-name:` evaluated; empty when the workflow has none. */
function runTitle(host: RunnerHost, plan: RunPlan): string {
  const contexts = { github: githubContext(plan, host), inputs: plan.inputs };
  return evaluateText(plan.workflow.runName, { file: plan.workflow.path, contexts, functions: [] });
}

function newRecord(
  host: RunnerHost,
  { workflow, event, head }: { workflow: Workflow; event: GitHubEvent; head: RunHead },
): WorkflowRunRecord {
  const now = host.now();
  return {
    id: host.nextId(),
    repository: host.repository(event.repository).fullName,
    workflowPath: workflow.path,
    name: workflow.name,
    runNumber: host.lastRunNumber(event.repository, workflow.path) + 1,
    attempt: 1,
    event: event.name,
    headSha: head.headSha,
    headBranch: head.headBranch,
    headRepository: head.headRepository,
    pullRequestNumbers: head.pullRequestNumbers,
    actor: event.actor,
    createdAt: now,
    updatedAt: now,
    status: 'queued',
    conclusion: null,
    jobs: [],
  };
}

/** Inputs of a dispatch, typed and with defaults; GitHub refuses the dispatch for what throws here. */
function dispatchInputs(workflow: Workflow, event: GitHubEvent): Readonly<Record<string, unknown>> {
  const trigger = workflow.triggers.get('workflow_dispatch');
  if (event.name !== 'workflow_dispatch' || trigger === undefined) return {};
  const given: Record<string, Template> = {};
  const inputs = valueAt(event.payload, 'inputs');
  for (const [name, value] of Object.entries(typeof inputs === 'object' && inputs !== null ? inputs : {})) {
    given[name] = { kind: 'scalar', value: String(value), line: trigger.line };
  }
  const scope: Scope = { file: workflow.path, contexts: {}, functions: [] };
  return readInputValues({
    declared: trigger.inputs,
    given,
    where: `${workflow.path}:${trigger.line}`,
    givenScope: scope,
    defaultScope: scope,
  });
}

async function changedFiles(host: RunnerHost, event: GitHubEvent): Promise<readonly string[]> {
  const { repository } = event;
  if (event.name === 'push') {
    const before = textAt(event.payload, 'before');
    const isNew = before === '' || /^0+$/.test(before);
    const base = isNew
      ? ((await host.resolveRef(repository, `refs/heads/${host.repository(repository).defaultBranch}`)) ?? event.sha)
      : before;
    return await host.changedFiles(repository, { base, head: event.sha, sinceCommonAncestor: isNew });
  }
  const base = textAt(event.payload, 'pull_request', 'base', 'sha');
  const head = textAt(event.payload, 'pull_request', 'head', 'sha');
  return await host.changedFiles(repository, { base, head, sinceCommonAncestor: true });
}
