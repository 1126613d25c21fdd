import { type BranchPull, baseDoubtOf } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HEAD = 'a'.repeat(40);
const LATER_HEAD = 'b'.repeat(40);
const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);
const run = { headSha: HEAD, createdAt: at('09:00:00') };
const own: BranchPull = {
  number: 1,
  headSha: HEAD,
  baseRef: 'main',
  fromFork: false,
  createdAt: at('08:00:00'),
  closedAt: null,
  baseChangedAt: null,
};
const other: BranchPull = { ...own, number: 2, baseRef: 'evil-base' };

function reasonOf(pulls: readonly BranchPull[], complete = true): string | null {
  return baseDoubtOf(run, { pulls, complete }, 1)?.reasonCode ?? null;
}

describe('a run is of its pull request', () => {
  it.each<[string, readonly BranchPull[]]>([
    ['alone on its branch', [own]],
    ['opened in the same second', [{ ...own, createdAt: run.createdAt }]],
    ['whose base was changed long before', [{ ...own, baseChangedAt: at('08:49:59') }]],
    ['beside one of a fork onto any base', [own, { ...other, fromFork: true }]],
    [
      'beside one onto another base that was closed before, at another head',
      [own, { ...other, headSha: LATER_HEAD, closedAt: at('08:49:59') }],
    ],
    ['beside a closed one onto the same base', [own, { ...other, baseRef: 'main', closedAt: at('09:30:00') }]],
    [
      'beside one that had another base long before',
      [own, { ...other, baseRef: 'main', baseChangedAt: at('08:30:00') }],
    ],
  ])('%s', (_, pulls) => {
    expect(reasonOf(pulls)).toBeNull();
  });
});

describe('a run may be of another base', () => {
  it.each<[string, readonly BranchPull[], string]>([
    ['because its base was changed after', [{ ...own, baseChangedAt: at('09:00:01') }], 'base-changed'],
    ['because its base was changed in the same second', [{ ...own, baseChangedAt: run.createdAt }], 'base-changed'],
    ['because GitHub was late to create it', [{ ...own, baseChangedAt: at('08:50:00') }], 'base-changed'],
    ['while another pull request is open', [own, other], 'head-shared'],
    ['after that was closed', [own, { ...other, closedAt: at('09:30:00') }], 'head-shared'],
    ['however long ago, with the same head', [own, { ...other, closedAt: at('01:00:00') }], 'head-shared'],
    [
      'after that was closed at another head, and the branch forced back',
      [own, { ...other, headSha: LATER_HEAD, closedAt: at('09:30:00') }],
      'head-shared',
    ],
    ['after that was retargeted', [own, { ...other, baseRef: 'main', baseChangedAt: at('09:30:00') }], 'head-shared'],
    ['before the pull request was opened', [{ ...own, createdAt: at('09:00:01') }], 'head-moved'],
    ['when GitHub does not list the pull request', [other], 'head-moved'],
  ])('%s', (_, pulls, reasonCode) => {
    expect(reasonOf(pulls)).toBe(reasonCode);
  });

  it('when there are more pull requests than are listed', () => {
    expect(reasonOf([own], false)).toBe('head-shared');
  });
});

it('no further pull request takes a doubt away', () => {
  const instant = fc.date({ min: at('08:00:00'), max: at('10:00:00'), noInvalidDate: true });
  const pull = fc.record({
    number: fc.integer({ min: 2, max: 9 }),
    headSha: fc.constantFrom(HEAD, LATER_HEAD),
    baseRef: fc.constantFrom('main', 'evil-base'),
    fromFork: fc.boolean(),
    createdAt: instant,
    closedAt: fc.option(instant),
    baseChangedAt: fc.option(instant),
  });
  fc.assert(
    fc.property(fc.array(pull, { maxLength: 4 }), pull, (pulls, further) => {
      const before = reasonOf([own, ...pulls]);
      if (before !== null) expect(reasonOf([own, ...pulls, further])).toBe(before);
    }),
  );
});
