import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RunnerProgress } from '@gatehouse/local-github';
import { prepareFolder } from './demo-folder.ts';
import { writeLeftovers } from './leftovers.ts';
import type { DemoReport } from './report.ts';
import { findSources } from './sources.ts';
import { runSteps, type Step } from './step.ts';
import { enrol, openPullRequest } from './steps/enrol.ts';
import { exchangesAreValid } from './steps/exchanges.ts';
import {
  approvals,
  blocked,
  committerApproval,
  earlyApproval,
  missingRole,
  ready,
  secondCandidate,
} from './steps/judge.ts';
import { noModel } from './steps/no-model.ts';
import { deployment, merge, release } from './steps/release.ts';
import { anotherCommit, approvedAgain, stale } from './steps/stale.ts';
import { verifyFromOutside } from './steps/verify.ts';
import { listenForStop, type StopCode, type StopSignal } from './stop-signal.ts';
import { renderStory } from './story.ts';
import { createTerminalView, type TerminalView } from './view.ts';
import { ACTIONS_REPOSITORY, createWorld, type DemoWorld } from './world.ts';

export interface DemoOptions {
  /** The report to standard output, and nothing else there; progress goes to standard error. */
  readonly json: boolean;
  /** Leave the local GitHub running until the process is interrupted. */
  readonly keep: boolean;
}

/** The story, step by step. */
export const STEPS: readonly Step<DemoWorld>[] = [
  enrol,
  openPullRequest,
  blocked,
  secondCandidate,
  earlyApproval,
  ready,
  committerApproval,
  missingRole,
  approvals,
  anotherCommit,
  stale,
  approvedAgain,
  merge,
  release,
  deployment,
  noModel,
  verifyFromOutside,
  exchangesAreValid,
];

export type DemoExitCode = 0 | 1 | StopCode;

// Long enough for killed processes to be gone; short enough for somebody who waits for the prompt.
const CLOSE_WITHIN_MS = 10_000;

/**
 * Runs the story and writes its report; the exit code is 0 only when every step happened as expected.
 *
 * @throws {ConfigError} when there is nothing to run or nowhere to write.
 */
export async function runDemo(options: DemoOptions): Promise<DemoExitCode> {
  const stream = options.json ? process.stderr : process.stdout;
  const write = (text: string): void => void stream.write(text);
  const live = stream.isTTY === true;
  const sources = findSources();
  const folder = await prepareFolder(process.cwd());
  const color = live && process.env['NO_COLOR'] === undefined;
  const view = createTerminalView({ write, live, color, columns: () => stream.columns ?? 100 });
  const stop = listenForStop();
  write('\n  Gatehouse: one model from pull request to deployment, on this machine\n\n');
  view.begin({ id: 'start', title: 'Starting GitHub on this machine' });
  const onProgress = (progress: RunnerProgress): void => view.progress(describeProgress(progress));
  const world = createWorld({ sources, folder, onProgress });
  const ending = world.then((ready) => tellStory(ready, { ...options, write, view, stop }));
  let code: DemoExitCode;
  try {
    code = await Promise.race([ending, stop.stopped]);
    // With --keep an interruption is how a good demo is meant to end.
    if (options.keep && code === 0) await stop.stopped;
  } finally {
    view.close();
    await closeInTime(world);
    stop.release();
  }
  if (stop.happened()) write('\n  Stopped.\n');
  return code;
}

interface Telling extends DemoOptions {
  readonly write: (text: string) => void;
  readonly view: TerminalView;
  readonly stop: StopSignal;
}

async function tellStory(world: DemoWorld, { write, view, stop, json, keep }: Telling): Promise<0 | 1> {
  const startedAt = performance.now();
  const steps = await runSteps(STEPS, world, view);
  // What fails because the world is being closed is no part of the story.
  if (stop.happened()) return 1;
  view.close();
  await writeLeftovers(world);
  for (const violation of world.github.violations()) write(`  OpenAPI: ${violation.message}\n`);
  const report: DemoReport = {
    schemaVersion: 1,
    outcome: steps.length === STEPS.length && steps.every((step) => step.status === 'done') ? 'done' : 'failed',
    durationMs: Math.round(performance.now() - startedAt),
    steps,
    operations: [...world.github.operationsSeen()].sort(),
    folder: world.folder,
  };
  const text = `${JSON.stringify(report, null, 2)}\n`;
  await writeFile(join(world.folder, 'report.json'), text);
  write(renderStory(report, world, { folder: relative(process.cwd(), world.folder), kept: keep }));
  if (json) process.stdout.write(text);
  return report.outcome === 'done' ? 0 : 1;
}

/** Kills what the workflows run and stops the server; a world that never came to be needs nothing. */
async function closeInTime(world: Promise<DemoWorld>): Promise<void> {
  const closed = world.then(
    (ready) => ready.close(),
    () => undefined,
  );
  await Promise.race([closed, setTimeout(CLOSE_WITHIN_MS, undefined, { ref: false })]);
}

/** What {@link describeProgress} reads of the runner's progress. */
export interface ProgressNames {
  readonly run: { readonly name: string };
  readonly job: { readonly name: string } | null;
  readonly step: string | null;
}

/** Workflow, job and step as a person would name them: an action without its repository and version. */
export function describeProgress({ run, job, step }: ProgressNames): string {
  const shown = step?.replace(`Run ${ACTIONS_REPOSITORY}/actions/`, '').replace(/@v[\w.-]+$/, '');
  return [run.name, job?.name, shown].filter((part) => part !== undefined).join(' › ');
}
