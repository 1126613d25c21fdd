import { isReasonCode, REASON_CODES } from '@gatehouse/core';
import type { WorkflowRunRecord } from '@gatehouse/local-github';
import { expect } from 'vitest';
import { type Answer, textField } from '../../../packages/cli/src/demo/person.ts';
import type { Observed, RefusedBy } from './attack.ts';
import { asRead } from './red-check.ts';
import { isJob, logOf, type Pull, type Scene } from './scene.ts';

/** What GitHub answered, when it refused. */
export function answered({ status, body }: Answer): Observed {
  return { refusedBy: 'github', status, words: textField(body, 'message') + JSON.stringify(body) };
}

/** GitHub failed this job before its first step. */
export function refusedJob(run: WorkflowRunRecord | undefined, name: string): Observed {
  const job = run?.jobs.find((candidate) => isJob(candidate.name, name));
  expect(job).toMatchObject({ conclusion: 'failure', steps: [] });
  return { refusedBy: 'github', status: null, words: job?.log.join('\n') ?? '' };
}

/** What an attacker came away with; each entry names one thing. */
export function gained(things: readonly string[]): Observed {
  return { refusedBy: 'nobody', gained: things };
}

/** Why the check of the head is red, and that the head cannot be merged. */
export async function refusedCheck(scene: Scene, pull: Pull): Promise<Observed> {
  const { conclusion, title } = await scene.check(pull);
  expect(conclusion).toBe('failure');
  await expectNoMerge(scene, pull);
  return { refusedBy: 'check', reasonCodes: [codeOf(title)] };
}

/** A gate refused the model: the reason codes of the findings that block. */
export async function refusedModel(scene: Scene, pull: Pull): Promise<Observed> {
  const { conclusion, title } = await scene.check(pull);
  expect({ conclusion, title }).toEqual({
    conclusion: 'failure',
    title: expect.stringMatching(/(?:^|; |: )Blocked by /),
  });
  await expectNoMerge(scene, pull);
  const findings = Object.values(scene.decisions(pull)).flatMap((decision) => decision.findings);
  const blocking = findings.filter(({ outcome }) => outcome === 'fail');
  return { refusedBy: 'check', reasonCodes: [...new Set(blocking.map(({ reasonCode }) => reasonCode))] };
}

/** The check waits for approvals: why it does not count those of `reviewers`, and that the head cannot be merged. */
export async function refusedReviews(scene: Scene, pull: Pull, ...reviewers: readonly string[]): Promise<Observed> {
  const { conclusion, summary, title } = await scene.check(pull);
  expect(conclusion, title).not.toBe('success');
  await expectNoMerge(scene, pull);
  const codes = reviewers.flatMap((reviewer) => uncountedReason(asRead(summary), reviewer));
  return { refusedBy: 'check', reasonCodes: [...new Set(codes)] };
}

/** The check waits for approvals that nobody has given yet, with this role among the missing ones. */
export async function waitsFor(scene: Scene, pull: Pull, role: string): Promise<Observed> {
  const { conclusion, title } = await scene.check(pull);
  expect({ conclusion, title }).toEqual({
    conclusion: 'action_required',
    title: expect.stringMatching(`(?:^|: |; )Ready for approval; missing .*\\b${role}\\b`),
  });
  await expectNoMerge(scene, pull);
  return { refusedBy: 'check', reasonCodes: ['ready-for-approval'] };
}

/** The reason codes of the errors that a run ended with, or one job of it. */
export function refusedRun(refusedBy: RefusedBy, run: WorkflowRunRecord | undefined, job?: string): Observed {
  const errors = logOf(run, job).matchAll(/^##\[error\]\[(?<code>[a-z-]+)\] /gm);
  return { refusedBy, reasonCodes: [...new Set([...errors].map(({ groups }) => groups?.['code'] ?? ''))] };
}

/** The reason code that the title of a red check begins with, after the number of loosened rules. */
function codeOf(title: string): string {
  return /^(?:\d+ rules? loosened; )?(?<code>[a-z-]+): /.exec(title)?.groups?.['code'] ?? title;
}

async function expectNoMerge(scene: Scene, pull: Pull): Promise<void> {
  const answer = await scene.merge(pull);
  expect(answer.status, `the merge: ${JSON.stringify(answer.body)}`).toBe(405);
}

/** The row of a review that does not count, with a reason code or its sentence. */
function uncountedReason(summary: string, reviewer: string): readonly string[] {
  const rows = summary.split('\n').filter((line) => line.startsWith(`| ${reviewer} |`));
  return rows.flatMap((row) => {
    const reason = row.split('|')[2]?.trim() ?? '';
    const told = Object.entries(REASON_CODES).find(([, sentence]) => sentence === reason)?.[0];
    return told ?? (isReasonCode(reason) ? reason : []);
  });
}
