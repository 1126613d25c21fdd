import { expect } from 'vitest';
import { type Green, type Observed, proveGreen } from './attack.ts';
import type { Judged, JudgedScene } from './judged-scene.ts';
import { asRead } from './red-check.ts';

/** The check is green, and the step says the same. */
export function judgedGreen({ conclusion, title, step }: Judged): Green {
  return proveGreen(
    `the check "${title}"\n${step.log}`,
    { conclusion, code: step.code },
    { conclusion: 'success', code: 0 },
  );
}

/** Why the check is not green, and that GitHub refuses the merge. */
export async function judgedRefusal(scene: JudgedScene, judged: Judged): Promise<Observed> {
  await expectNoMerge(scene, judged);
  return { refusedBy: 'check', reasonCodes: [judged.reasonCode] };
}

/** Why the check does not count the reviews of these people, and that GitHub refuses the merge. */
export async function judgedReviews(
  scene: JudgedScene,
  judged: Judged,
  ...reviewers: readonly string[]
): Promise<Observed> {
  await expectNoMerge(scene, judged);
  const rows = asRead(judged.summary)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const codes = reviewers.map(
    (reviewer) => rows.find(([, login]) => login === reviewer)?.[2] ?? `no row of ${reviewer}`,
  );
  return { refusedBy: 'check', reasonCodes: [...new Set(codes)] };
}

async function expectNoMerge(scene: JudgedScene, { pull, conclusion, title, step }: Judged): Promise<void> {
  expect(conclusion, `${title}\n${step.log}`).not.toBe('success');
  expect(await scene.mergeRefusal(pull)).toMatchObject({ status: 405 });
}
