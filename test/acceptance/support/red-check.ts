import type { WorkflowRunRecord } from '@gatehouse/local-github';
import { expect } from 'vitest';
import { logOf, type Pull, type Scene } from './scene.ts';

/** A training script that costs nothing, for scenarios in which the model does not matter. */
export const INSTANT_TRAINING = `import { writeFileSync } from 'node:fs';
writeFileSync('model/model.json', '{}');
`;

/** The Markdown of a check as a person reads it. */
export function asRead(markdown: string): string {
  return markdown
    .replaceAll(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/[\u200b\\]/g, '');
}

/** The error messages of one job of a run, in order, without the runner's own line about the exit code. */
export function errorsOf(run: WorkflowRunRecord | undefined, job: string): readonly string[] {
  return [...logOf(run, job).matchAll(/^##\[error\](.*)$/gm)]
    .map((match) => match[1] ?? '')
    .filter((line) => !line.startsWith('Process completed with exit code'));
}

/** Expects the check of a head to be red for this reason, with words that lead on, and the merge to be refused. */
export async function expectRed(scene: Scene, pull: Pull, reasonCode: string): Promise<string> {
  const { conclusion, title, summary } = await scene.check(pull);
  expect({ conclusion, reason: title.split(':')[0] }).toEqual({ conclusion: 'failure', reason: reasonCode });
  expect((await scene.merge(pull)).status, 'the merge').toBe(405);
  return asRead(summary);
}

/** Nothing left the repository, and every exchange with GitHub was a valid one. */
export async function expectNothingPublished({ repository, tags, world }: Scene): Promise<void> {
  expect(repository.releases).toEqual([]);
  expect(repository.deployments).toEqual([]);
  expect(tags()).toEqual([]);
  expect(repository.pulls.filter(({ merged }) => merged)).toEqual([]);
  expect(world.github.violations()).toEqual([]);
  expect(world.runner.faults).toEqual([]);
}
