import type { DemoReport } from './report.ts';
import { CHECK_NAME } from './repository.ts';
import type { StepReport } from './step.ts';
import type { DemoWorld } from './world.ts';

/** The few lines a person reads after the steps: what happened, by which digests, and where to look. */
export function renderStory(report: DemoReport, world: DemoWorld, reportFile: string): string {
  const failed = report.steps.find((step) => step.status === 'failed');
  if (failed !== undefined) return failure(failed, reportFile);
  const fact = (id: string, name: string): string => String(report.steps.find((s) => s.id === id)?.facts[name] ?? '');
  const seconds = (report.durationMs / 1000).toFixed(0);
  const [first = '', second = ''] = drawingsOf(world);
  return `
  What happened, in ${seconds} s
    Candidate 1 was trained, evaluated and not let in:
      ${fact('blocked-by-fairness', 'title')}
    Candidate 2 was. An approval given before its evidence existed, and one by the person who committed
    it, did not count. Two roles then approved this tuple of head, model, evidence and policy:
      ${fact('ready-for-approval', 'tuple')}
    The merge was authorised, published and deployed. Outside the workflows, from a clone and downloads
    alone, ${fact('verify', 'checked')} digests and ${fact('verify', 'signatures')} signatures were computed again and are equal.

  Difference in false denials between the two groups: ● measured, ├ ┤ interval, ┊ the policy's limit
    candidate 1   ${first}
    candidate 2   ${second}

  The model       ${fact('release', 'tag')}
                  ${fact('verify', 'modelDigest')}
  The evidence    ${fact('verify', 'evidenceDigest')}
  GitHub's API    ${report.operations.length} operations used, every request and response valid against its OpenAPI description

  Where to look
    ${reportFile.padEnd(42)} every step with its facts
    ${relativeTo(reportFile, 'summaries/').padEnd(42)} what people saw: the check, the job summaries
    ${relativeTo(reportFile, 'clone/').padEnd(42)} the repository; branch gatehouse-evidence has decisions and ledger
    ${relativeTo(reportFile, 'release/').padEnd(42)} the assets of the immutable release
    Add --keep to leave the local GitHub at ${world.github.serverUrl} running.
    The check to require is ${CHECK_NAME}; docs/set-up.md puts it on a repository of yours.

`;
}

function drawingsOf(world: DemoWorld): readonly string[] {
  const drawings: unknown = JSON.parse(world.found.get('drawings') ?? '[]');
  return Array.isArray(drawings) ? drawings.map(String) : [];
}

function relativeTo(reportFile: string, name: string): string {
  return reportFile.replace(/report\.json$/, name);
}

function failure(step: StepReport, reportFile: string): string {
  return `
  Stopped at "${step.title}" (${step.id}).
    ${step.reason ?? 'No reason was given.'}
    ${reportFile} has every step until then; the logs of the workflow jobs are in the folder beside it.

`;
}
