import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conclusion } from '../../model.ts';
import type { Engine } from '../engine.ts';
import { evaluateBoolean, evaluateNumber, evaluateText } from '../expressions/expression.ts';
import { messageOf } from '../expressions/message-of.ts';
import { signalGroup } from '../steps/child-process.ts';
import { prepareActions, runJobSteps } from '../steps/job-steps.ts';
import { concurrencyRequest, refuseDeadlock } from '../workflow/concurrency-request.ts';
import { enterEnvironment, type JobEnvironment } from './job-environment.ts';
import { createJobFolders } from './job-folders.ts';
import { passGate } from './job-gate.ts';
import type { JobInstance } from './job-instance.ts';
import { jobOutputs } from './job-outputs.ts';
import { setConclusion } from './job-record.ts';
import type { JobResult } from './job-result.ts';
import { type JobSession, log, stepScope } from './job-session.ts';
import { startSession } from './job-session-start.ts';
import { issueJobTokens } from './job-tokens.ts';

const DEFAULT_TIMEOUT_MINUTES = 360;
const MINUTE_MS = 60_000;

/** Runs one job, from its environment's rules to its clean-up. Every fault ends as the job's conclusion. */
export async function runJob(engine: Engine, instance: JobInstance): Promise<JobResult> {
  const cancelled = new AbortController();
  const leave: (() => void)[] = [];
  try {
    const environment = enterEnvironment({
      template: instance.job.environment,
      scope: instance.scope,
      plan: instance.graph.plan,
      host: engine.host,
    });
    const signal = AbortSignal.any([instance.signal, cancelled.signal, engine.closing]);
    const admitted = await enterJobGroup(engine, instance, { cancelled, signal, leave });
    if (!admitted) return finish(engine, instance, 'cancelled');
    if (environment !== null && !(await passGate(engine, instance, { environment: environment.name, signal })))
      return finish(engine, instance, 'cancelled');
    leave.push(await engine.takeSlot());
    // A step that runs in a cancelled run may have waited here; only a job that did not begin is dropped.
    if (signal.aborted && !instance.runsWhenCancelled) return finish(engine, instance, 'cancelled');
    return await runOnMachine(engine, instance, { environment, cancelled });
  } catch (error) {
    instance.record.log.push(`##[error]${messageOf(error)}`);
    return finish(engine, instance, 'failure');
  } finally {
    for (const release of leave.reverse()) release();
  }
}

interface GroupEntry {
  readonly cancelled: AbortController;
  readonly signal: AbortSignal;
  readonly leave: (() => void)[];
}

async function enterJobGroup(engine: Engine, instance: JobInstance, entry: GroupEntry): Promise<boolean> {
  const holder = { repository: instance.graph.plan.record.repository, cancel: () => entry.cancelled.abort() };
  const request = concurrencyRequest(instance.job.concurrency, instance.scope, holder);
  if (request === null) return true;
  refuseDeadlock(request.group, instance.graph.heldGroups, `${instance.scope.file}:${instance.job.line}`);
  const admission = await engine.enterGroup(request, entry.signal);
  if (admission.admitted) entry.leave.push(admission.release);
  return admission.admitted;
}

interface MachineRequest {
  readonly environment: JobEnvironment | null;
  readonly cancelled: AbortController;
}

async function runOnMachine(
  engine: Engine,
  instance: JobInstance,
  { environment, cancelled }: MachineRequest,
): Promise<JobResult> {
  const { record, job, scope, graph } = instance;
  const minutes = evaluateNumber(job.timeoutMinutes, scope) ?? DEFAULT_TIMEOUT_MINUTES;
  const timer = setTimeout(() => {
    record.log.push(`##[error]The job has exceeded the maximum execution time of ${minutes} minutes.`);
    cancelled.abort();
  }, minutes * MINUTE_MS);
  const root = join(engine.workRoot, String(graph.plan.record.id), String(record.id));
  const tokens = issueJobTokens(engine, instance, environment?.name ?? null);
  const stops = [cancelled.signal, engine.closing, ...(instance.runsWhenCancelled ? [] : [instance.signal])];
  begin(engine, instance);
  const endDeployment =
    environment?.recordsDeployment === true ? startDeployment(engine, instance, environment.name) : null;
  let end: JobEnd = { conclusion: 'failure', outputs: {}, url: '' };
  try {
    const repository = engine.host.repository(graph.plan.record.repository);
    const folders = await createJobFolders(root, {
      repositoryName: repository.name,
      event: graph.plan.event.payload,
      tools: engine.tools,
    });
    const session = startSession(engine, instance, { environment, folders, tokens, signal: AbortSignal.any(stops) });
    end = await runSession(session, environment);
  } finally {
    clearTimeout(timer);
    tokens.revoke();
    endDeployment?.({ success: end.conclusion === 'success', url: end.url });
    if (!engine.keepFolders) await rm(root, { recursive: true, force: true });
  }
  const tolerated = end.conclusion === 'failure' && (evaluateBoolean(job.continueOnError, scope) ?? false);
  const finished = finish(engine, instance, end.conclusion);
  return { result: tolerated ? 'success' : finished.result, outputs: end.outputs };
}

interface JobEnd {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly outputs: Readonly<Record<string, string>>;
  readonly url: string;
}

async function runSession(session: JobSession, environment: JobEnvironment | null): Promise<JobEnd> {
  let outputs: Readonly<Record<string, string>> = {};
  let url = '';
  try {
    await runJobSteps(session, await prepareActions(session));
    outputs = jobOutputs(session);
    url = evaluateText(environment?.url ?? null, stepScope(session, {}));
  } catch (error) {
    log(session, `##[error]${messageOf(error)}`);
    session.status = 'failure';
  } finally {
    for (const processId of session.processes) signalGroup(processId, 'SIGKILL');
  }
  const cancelled = session.status === 'success' && session.signal.aborted;
  return { conclusion: cancelled ? 'cancelled' : session.status, outputs, url };
}

function begin(engine: Engine, { record, check, graph }: JobInstance): void {
  record.status = 'in_progress';
  record.startedAt = engine.host.now();
  check.update(record);
  engine.report({ run: graph.plan.record, job: record, step: null, status: 'in_progress', conclusion: null });
}

function startDeployment(
  engine: Engine,
  instance: JobInstance,
  environment: string,
): ReturnType<Engine['host']['startDeployment']> {
  const { plan } = instance.graph;
  const logUrl = `${engine.host.urls.server}/${plan.record.repository}/actions/runs/${plan.record.id}/job/${instance.record.id}`;
  return engine.host.startDeployment({
    repository: plan.record.repository,
    environment,
    sha: plan.event.sha,
    ref: plan.event.ref,
    logUrl,
  });
}

function finish(engine: Engine, instance: JobInstance, conclusion: Conclusion & JobResult['result']): JobResult {
  setConclusion(engine, {
    run: instance.graph.plan.record,
    record: instance.record,
    check: instance.check,
    conclusion,
  });
  return { result: conclusion, outputs: {} };
}
