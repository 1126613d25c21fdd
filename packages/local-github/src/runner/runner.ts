import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { GitHubEvent, User } from '../model.ts';
import type { LocalGitHub } from '../server.ts';
import { createActivity } from './activity.ts';
import { cancelRoute } from './cancel-route.ts';
import { createConcurrencyGroups, createSlots } from './concurrency.ts';
import type { Engine } from './engine.ts';
import { messageOf } from './expressions/message-of.ts';
import type { ImageTools } from './jobs/job-folders.ts';
import { createOidcIssuer } from './jobs/oidc.ts';
import { type Planner, planRuns } from './plan-runs.ts';
import type { RunnerProgress } from './progress.ts';
import { beginAttempt, rerunRoute } from './rerun.ts';
import type { RunPlan } from './run-plan.ts';
import { runWorkflow } from './run-workflow.ts';
import { fireSchedules } from './schedule.ts';
import { servicesHost } from './services-host.ts';
import { createWorkflowStore } from './workflow/workflow-store.ts';

export interface RunnerOptions {
  /** `owner/name` of action repositories to folders with a checkout of each. */
  readonly actionsRoot: Readonly<Record<string, string>>;
  /** Folder for workspaces and temporary files. */
  readonly workRoot: string;
  /** Variables for every step, beside the ones that GitHub sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Tools of the image, by `name/version/arch` in the tool cache; none by default. */
  readonly tools?: ImageTools;
  /** Jobs that run at the same time; default 2. */
  readonly concurrency?: number;
  /** Keeps every job's folder for a look afterwards; default false. */
  readonly keepFolders?: boolean;
  readonly onProgress?: (progress: RunnerProgress) => void;
}

export interface Runner {
  /** Resolves when no run is queued or in progress; runs that wait for people or a timer do not count. */
  idle(): Promise<void>;
  /** Fires every schedule whose time lies after the last call, or the start, and not after `to`; wait timers look again. */
  advanceClock(to: Date): Promise<void>;
  /** Cancels a run; false when it is over or unknown. */
  cancel(runId: number): boolean;
  /** Issuer of the jobs' identity tokens. */
  readonly oidcIssuer: string;
  /** Workflow files that could not be read and the like, in the order found, each once. */
  readonly faults: readonly string[];
  /** Kills what runs and stops listening. */
  close(): Promise<void>;
}

/** Runs the workflows of a local GitHub on this machine, as GitHub's hosted runners would. */
export async function startRunner(github: LocalGitHub, options: RunnerOptions): Promise<Runner> {
  await mkdir(options.workRoot, { recursive: true });
  const host = servicesHost(github);
  const oidc = createOidcIssuer(github.urls.api, github.state.now);
  github.addRoutes([...oidc.routes, cancelRoute(cancel), rerunRoute(rerun)]);
  const closing = new AbortController();
  const faults: string[] = [];
  const runs = new Map<number, { readonly plan: RunPlan; readonly cancelled: AbortController }>();
  const active = createActivity();
  const onProgress = (progress: RunnerProgress): void => {
    if (progress.status === 'waiting') active.changed();
    options.onProgress?.(progress);
  };
  const engine = createEngine({ host, oidc, options: { ...options, onProgress }, closing: closing.signal, faults });
  const planner: Planner = {
    host,
    store: createWorkflowStore(host),
    depthOf: (id) => runs.get(id)?.plan.chainDepth ?? 0,
  };

  // Events are planned one after another, so that run numbers and concurrency groups follow their order.
  let planning: Promise<void> = Promise.resolve();
  function react(event: GitHubEvent): void {
    planning = planning.then(() => startRuns(event));
    active.track(planning);
  }
  async function startRuns(event: GitHubEvent): Promise<void> {
    if (closing.signal.aborted) return;
    try {
      const planned = await planRuns(planner, event);
      for (const fault of planned.faults) engine.fault(fault);
      for (const plan of planned.plans) begin(plan);
    } catch (error) {
      engine.fault(`${event.name}: ${messageOf(error)}`);
    }
  }
  function begin(plan: RunPlan): void {
    const cancelled = new AbortController();
    runs.set(plan.record.id, { plan, cancelled });
    engine.report({ run: plan.record, job: null, step: null, status: 'queued', conclusion: null });
    active.track(runWorkflow(engine, plan, cancelled), plan.record);
  }
  function rerun(runId: number, actor: User): boolean {
    const run = runs.get(runId);
    if (run === undefined || run.plan.record.status !== 'completed') return false;
    beginAttempt(run.plan.record, { actor, now: host.now() });
    begin(run.plan);
    return true;
  }
  function cancel(runId: number): boolean {
    const run = runs.get(runId);
    if (run === undefined || run.plan.record.status === 'completed') return false;
    run.cancelled.abort();
    return true;
  }
  const stopListening = host.subscribe(react);
  let clock = host.now();
  return {
    idle: active.idle,
    advanceClock: async (to) => {
      const from = clock;
      clock = to;
      host.wakeDeployments();
      await fireSchedules(planner, engine, { from, to });
    },
    cancel,
    oidcIssuer: oidc.issuer,
    faults,
    close: async () => {
      stopListening();
      closing.abort();
      await active.idle();
    },
  };
}

interface EngineParts extends Pick<Engine, 'host' | 'oidc' | 'closing'> {
  readonly options: RunnerOptions;
  readonly faults: string[];
}

function createEngine({ host, oidc, closing, options, faults }: EngineParts): Engine {
  return {
    host,
    oidc,
    closing,
    sources: {
      actionsRoot: options.actionsRoot,
      standIns: fileURLToPath(new URL('../../stand-ins', import.meta.url)),
    },
    workRoot: options.workRoot,
    extraEnv: options.env ?? {},
    tools: options.tools ?? {},
    keepFolders: options.keepFolders ?? false,
    enterGroup: createConcurrencyGroups(),
    takeSlot: createSlots(options.concurrency ?? 2),
    report: options.onProgress ?? ((): void => undefined),
    fault: (message) => {
      if (!faults.includes(message)) faults.push(message);
    },
  };
}
