import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { writeLeftovers } from './leftovers.ts';
import type { DemoReport } from './report.ts';
import { findSources } from './sources.ts';
import { runSteps, type Step } from './step.ts';
import { enrol, openPullRequest } from './steps/enrol.ts';
import { exchangesAreValid } from './steps/exchanges.ts';
import { approvals, blocked, committerApproval, earlyApproval, ready, secondCandidate } from './steps/judge.ts';
import { deployment, merge, release } from './steps/release.ts';
import { verifyFromOutside } from './steps/verify.ts';
import { renderStory } from './story.ts';
import { createTerminalView } from './view.ts';
import { createWorld, type DemoWorld } from './world.ts';

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
  approvals,
  merge,
  release,
  deployment,
  verifyFromOutside,
  exchangesAreValid,
];

/** Runs the story and writes its report; the exit code is 0 only when every step happened as expected. */
export async function runDemo(options: DemoOptions): Promise<0 | 1> {
  const startedAt = performance.now();
  const stream = options.json ? process.stderr : process.stdout;
  const view = createTerminalView({
    write: (text) => void stream.write(text),
    live: stream.isTTY === true,
    color: stream.isTTY === true && process.env['NO_COLOR'] === undefined,
    columns: stream.columns ?? 100,
  });
  const sources = findSources();
  const folder = resolve('.gatehouse', 'demo');
  stream.write('\n  Gatehouse: one model from pull request to deployment, on this machine\n\n');
  const world = await createWorld({
    sources,
    folder,
    onProgress: ({ run, job, step }) =>
      view.progress([run.name, job?.name, step].filter((part) => typeof part === 'string').join(' › ')),
  });
  try {
    const steps = await runSteps(STEPS, world, view);
    view.close();
    await writeLeftovers(world);
    for (const violation of world.github.violations()) stream.write(`  OpenAPI: ${violation.message}\n`);
    const report: DemoReport = {
      schemaVersion: 1,
      outcome: steps.length === STEPS.length && steps.every((step) => step.status === 'done') ? 'done' : 'failed',
      durationMs: Math.round(performance.now() - startedAt),
      steps,
      operations: [...world.github.operationsSeen()].sort(),
      folder,
    };
    const file = join(folder, 'report.json');
    const json = `${JSON.stringify(report, null, 2)}\n`;
    await writeFile(file, json);
    stream.write(renderStory(report, world, relative(process.cwd(), file)));
    if (options.json) process.stdout.write(json);
    if (options.keep && report.outcome === 'done') await untilInterrupted();
    return report.outcome === 'done' ? 0 : 1;
  } finally {
    view.close();
    await world.close();
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((done) => process.once('SIGINT', () => done()));
}
