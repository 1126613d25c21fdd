import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoReport } from './report.ts';
import { CHECK_NAME } from './repository.ts';
import type { StepReport } from './step.ts';
import type { DemoWorld } from './world.ts';

export interface StoryOptions {
  /** The folder of the demo as the reader would type it. */
  readonly folder: string;
  /** The local GitHub goes on running after the story. */
  readonly kept: boolean;
}

/** The few lines a person reads after the steps: what happened, by which digests, and where to look. */
export function renderStory(report: DemoReport, world: DemoWorld, options: StoryOptions): string {
  const failed = report.steps.find((step) => step.status === 'failed');
  if (failed !== undefined) return failure(failed, options.folder);
  const fact = (id: string, name: string): string => String(report.steps.find((s) => s.id === id)?.facts[name] ?? '');
  const seconds = (report.durationMs / 1000).toFixed(0);
  const [first = '', second = ''] = drawingsOf(world);
  return `
  What happened, in ${seconds} s
    Candidate 1 was trained, evaluated and not let in:
      ${fact('blocked-by-fairness', 'title')}
    Candidate 2 was. An approval given before its evidence existed, and one by the person who committed
    it, did not count. Then two roles approved, and a new line in the README asked for them again:
    the candidate was not trained anew, but the head was another. In the end they had approved this
    tuple of head, model, evidence and policy:
      ${fact('approved-again', 'tuple')}
    The merge was authorised, published and deployed. A change that touches no model needed none of it.
    From a clone and downloads alone, ${fact('verify', 'checked')} digests and ${fact('verify', 'signatures')} signatures were computed again and are equal.

  Difference in false denials between the two groups: ● measured, ├ ┤ interval, ┊ the policy's limit
    candidate 1   ${first}
    candidate 2   ${second}

  The model       ${fact('release', 'tag')}
                  ${fact('verify', 'modelDigest')}
  The evidence    ${fact('verify', 'evidenceDigest')}
  GitHub's API    ${report.operations.length} operations used, every request and response valid against its OpenAPI description

${places(options.folder)}
    ${options.kept ? `The local GitHub is at ${world.github.serverUrl} until Ctrl-C.` : 'Add --keep to leave the local GitHub running.'}
    The check to require is ${CHECK_NAME}; docs/set-up.md puts it on a repository of yours.

`;
}

function drawingsOf(world: DemoWorld): readonly string[] {
  const drawings: unknown = JSON.parse(world.found.get('drawings') ?? '[]');
  return Array.isArray(drawings) ? drawings.map(String) : [];
}

const COMMAND = fileURLToPath(new URL('../../bin/gatehouse.mjs', import.meta.url));

function places(folder: string): string {
  const auditor = join(folder, 'auditor');
  const rows = [
    ['report.json', 'every step with its facts'],
    ['summaries/', 'what people saw: the check, the job summaries'],
    ['logs/', 'the log of every workflow job'],
    ['release/', 'the assets of the immutable release'],
    ['production/', 'what was deployed'],
    ['auditor/', 'a fresh clone; decisions and ledger are on origin/gatehouse-evidence:'],
  ];
  const width = folder.length + 15;
  const lines = rows.map(([name = '', what = '']) => `    ${join(folder, name).padEnd(width)} ${what}`);
  const commands = [
    `      git -C ${auditor} log -p origin/gatehouse-evidence`,
    `      node ${relative(process.cwd(), COMMAND)} ledger verify --repo ${auditor}`,
  ];
  return ['  Where to look', ...lines, ...commands].join('\n');
}

function failure(step: StepReport, folder: string): string {
  return `
  Stopped at "${step.title}" (${step.id}).
    ${step.reason ?? 'No reason was given.'}
    ${join(folder, 'report.json')} has every step until then; the logs of the workflow jobs are in ${join(folder, 'logs/')}.

`;
}
