import { defined, fourFifths, type GroupCount, undefinedFor } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

function groupsOf(...counts: readonly (readonly [selected: number, n: number])[]): ReadonlyMap<string, GroupCount> {
  return new Map(counts.map(([selected, n], index) => [`g${index}`, { selected, n }]));
}

describe('the four-fifths rule', () => {
  it.each([
    ['equal rates', groupsOf([50, 100], [50, 100]), 1, true],
    ['exactly four fifths', groupsOf([40, 100], [50, 100]), 0.8, true],
    ['just below', groupsOf([399, 1000], [500, 1000]), 0.798, false],
    ['thirds that would round', groupsOf([4, 15], [1, 3]), 0.8, true],
    ['the lowest of three', groupsOf([30, 100], [50, 100], [45, 100]), 0.6, false],
    ['nobody selected in one group', groupsOf([0, 100], [50, 100]), 0, false],
  ])('with %s', (_, groups, ratio, meets) => {
    const result = fourFifths(groups);

    expect(result.ratio.value).toBeCloseTo(ratio, 12);
    expect(result.meets).toBe(meets);
  });

  it.each([
    ['no group', groupsOf(), 'empty-group'],
    ['one group', groupsOf([1, 2]), 'single-group'],
    ['one group with rows', groupsOf([1, 2], [0, 0]), 'single-group'],
    ['nobody selected', groupsOf([0, 2], [0, 3]), 'zero-denominator'],
  ] as const)('is undefined with %s', (_, groups, reason) => {
    expect(fourFifths(groups)).toEqual({ ratio: undefinedFor(reason), meets: null, tipping: [] });
  });

  it('is sturdy when no single decision matters', () => {
    expect(fourFifths(groupsOf([300, 1000], [500, 1000])).tipping).toEqual([]);
    expect(fourFifths(groupsOf([490, 1000], [500, 1000])).tipping).toEqual([]);
  });

  it('is tipped from fail to pass by one more selected of the lower or one less of the higher group', () => {
    // 3/10 over 4/10 is 0.75; 4/10 over 4/10 and 3/10 over 3/10 are 1.
    expect(fourFifths(groupsOf([3, 10], [4, 10]))).toEqual({
      ratio: defined(0.3 / 0.4),
      meets: false,
      tipping: [
        { group: 'g0', becomes: 'selected', decisions: 7 },
        { group: 'g1', becomes: 'rejected', decisions: 4 },
      ],
    });
  });

  it('is tipped from pass to fail', () => {
    // 4/10 over 5/10 is 0.8; 3/5 and 4/6 are below.
    expect(fourFifths(groupsOf([4, 10], [5, 10])).tipping).toEqual([
      { group: 'g0', becomes: 'rejected', decisions: 4 },
      { group: 'g1', becomes: 'selected', decisions: 5 },
    ]);
  });

  it('is tipped when a reversal leaves nobody selected', () => {
    expect(fourFifths(groupsOf([0, 50], [1, 50])).tipping).toContainEqual({
      group: 'g1',
      becomes: 'rejected',
      decisions: 1,
    });
  });

  it('knows no reversal of decisions that do not exist', () => {
    // Everybody of g1 is selected: none of them can become so.
    expect(fourFifths(groupsOf([2, 3], [2, 2])).tipping).toEqual([{ group: 'g0', becomes: 'selected', decisions: 1 }]);
  });

  it('counts no reversal of decisions that do not exist as tipping', () => {
    // Three of two selected would be 1.5, and 1 over 1.5 is below four fifths.
    expect(fourFifths(groupsOf([2, 2], [2, 2])).tipping).toEqual([
      { group: 'g0', becomes: 'rejected', decisions: 2 },
      { group: 'g1', becomes: 'rejected', decisions: 2 },
    ]);
  });

  it('takes another limit, up to 1', () => {
    expect(fourFifths(groupsOf([50, 100], [50, 100]), 1).meets).toBe(true);
    expect(fourFifths(groupsOf([49, 100], [50, 100]), 1).meets).toBe(false);
    expect(fourFifths(groupsOf([40, 100], [50, 100]), 0.9).meets).toBe(false);
  });

  it.each([0, 1.1, Number.NaN])('refuses a limit of %d', (limit) => {
    expect(() => fourFifths(groupsOf(), limit)).toThrow(
      `The limit of a selection ratio is above 0, up to 1, got ${limit}.`,
    );
  });

  it.each([
    ['weights', [0.5, 2], 'Decisions are counted in whole numbers, got 0.5 of 2 for g0.'],
    ['more selected than rows', [3, 2], 'A group has from 0 to n selected rows, got 3 of 2 for g0.'],
  ] as const)('refuses %s', (_, count, message) => {
    expect(() => fourFifths(groupsOf(count))).toThrow(new RangeError(message));
  });
});
