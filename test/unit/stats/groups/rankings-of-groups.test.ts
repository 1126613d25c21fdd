import {
  defined,
  exposureOfGroups,
  ndkl,
  poolShares,
  type ShownRankings,
  skewAt,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function shown(groups: readonly number[], relevance: readonly number[], offsets = [0, groups.length]): ShownRankings {
  return {
    offsets: Uint32Array.from(offsets),
    groups: Int32Array.from(groups),
    groupCount: 2,
    relevance: Float64Array.from(relevance),
  };
}

describe('exposure', () => {
  it('is shared by rank and compared with relevance', () => {
    const [first, second] = exposureOfGroups(shown([0, 1, 1], [2, 1, 1]));
    const all = 1 + 1 / Math.log2(3) + 1 / 2;

    expect(first?.exposureShare.value).toBeCloseTo(1 / all, 12);
    expect(first?.relevanceShare).toEqual(defined(0.5));
    expect(first?.ratio.value).toBeCloseTo(2 / all, 12);
    expect(second?.ratio.value).toBeCloseTo((2 * (all - 1)) / all, 12);
  });

  it('starts anew with each query', () => {
    const [first] = exposureOfGroups(shown([0, 1, 1, 0], [1, 1, 1, 1], [0, 2, 4]));

    expect(first?.ratio.value).toBeCloseTo(1, 12);
  });

  it.each([
    ['no item', shown([], []), 'empty-group'],
    ['no relevance', shown([0, 1], [0, 0]), 'no-relevant-items'],
    ['no relevance of the group', shown([0, 1], [0, 1]), 'zero-denominator'],
  ] as const)('has no ratio with %s', (_, rankings, reason) => {
    expect(exposureOfGroups(rankings)[0]?.ratio).toEqual(undefinedFor(reason));
  });

  it.each([
    ['a group out of range', shown([2], [1]), 'A group must be a whole number from 0 to 1, got 2 at position 0.'],
    ['a negative relevance', shown([0], [-1]), 'A relevance must be finite and not negative, got -1 at position 0.'],
    ['other lengths', shown([0], [1, 1]), 'The groups and relevances must have one length, got 1 and 2.'],
    ['offsets that end early', shown([0, 1], [1, 1], [0, 1]), 'Offsets must rise from 0 to 2, got 0 to 1.'],
    ['offsets that begin late', shown([0, 1], [1, 1], [1, 2]), 'Offsets must rise from 0 to 2, got 1 to 2.'],
    ['offsets that fall', shown([0, 1], [1, 1], [0, 2, 1, 2]), 'Offsets must rise from 0 to 2, got 0 to 2.'],
    ['no offsets', shown([], [], []), 'Offsets must rise from 0 to 0, got undefined to undefined.'],
  ])('refuses %s', (_, rankings, message) => {
    expect(() => exposureOfGroups(rankings)).toThrow(new RangeError(message));
  });
});

describe('NDKL', () => {
  const half = Float64Array.of(0.5, 0.5);

  it('weighs the divergence of every prefix by its depth', () => {
    const [second, third] = [1 / Math.log2(3), 1 / 2];
    const divergence = (2 / 3) * Math.log(4 / 3) + (1 / 3) * Math.log(2 / 3);
    const expected = (Math.LN2 + second * 0 + third * divergence) / (1 + second + third);

    expect(ndkl(Int32Array.of(0, 1, 0), half).value).toBeCloseTo(expected, 12);
  });

  it('is zero where every prefix is as desired, and ln 2 for one of two equal groups alone', () => {
    expect(ndkl(Int32Array.of(0, 0, 0), Float64Array.of(1, 0))).toEqual(defined(0));
    expect(ndkl(Int32Array.of(1, 1, 1), half).value).toBeCloseTo(Math.LN2, 12);
  });

  it('is undefined without items', () => {
    expect(ndkl(new Int32Array(0), half)).toEqual(undefinedFor('empty-group'));
  });

  it('is not negative, and larger when a group is pushed down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (a, b) => {
        const apart = Int32Array.from([...new Array(a).fill(0), ...new Array(b).fill(1)]);
        const pool = poolShares(apart, 2);
        expect(Number(ndkl(apart, pool).value)).toBeGreaterThanOrEqual(0);
      }),
    );
    const pool = Float64Array.of(0.5, 0.5);
    const apart = Number(ndkl(Int32Array.of(0, 0, 1, 1), pool).value);
    expect(apart).toBeGreaterThan(Number(ndkl(Int32Array.of(0, 1, 0, 1), pool).value));
  });

  it.each([
    ['shares that do not sum to 1', [0], [0.5, 0.4], 'The desired shares must sum to 1, got 0.9.'],
    ['a share of NaN', [0], [Number.NaN, 1], 'A desired share must be a number from 0 to 1, got NaN at position 0.'],
    ['a group of share 0', [0], [0, 1], 'Group 0 occurs, so its desired share must be above 0, got 0.'],
    ['a group out of range', [2], [0.5, 0.5], 'A group must be a whole number from 0 to 1, got 2 at position 0.'],
  ])('refuses %s', (_, groups, desired, message) => {
    expect(() => ndkl(Int32Array.from(groups), Float64Array.from(desired))).toThrow(new RangeError(message));
  });

  it('the pool has the shares of its groups', () => {
    expect([...poolShares(Int32Array.of(0, 1, 1, 1), 3)]).toEqual([0.25, 0.75, 0]);
    expect([...poolShares(new Int32Array(0), 2)]).toEqual([0, 0]);
    expect(() => poolShares(Int32Array.of(2), 2)).toThrow('A group must be a whole number from 0 to 1, got 2');
  });
});

describe('skew', () => {
  const groups = Int32Array.of(0, 0, 1, 0, 1, 1);
  const question = { groups, groupCount: 3 };

  it.each([
    ['over-represented', 0, 3, Math.log(2 / 3 / 0.5)],
    ['under-represented', 1, 3, Math.log(1 / 3 / 0.5)],
    ['absent', 1, 2, Number.NEGATIVE_INFINITY],
    ['in the whole list', 1, 99, 0],
  ])('of a group that is %s', (_, group, k, expected) => {
    expect(skewAt({ ...question, group, k }).value).toBeCloseTo(expected, 12);
  });

  it('is undefined for a group without items and without any items', () => {
    expect(skewAt({ ...question, group: 2, k: 3 })).toEqual(undefinedFor('empty-group'));
    expect(skewAt({ groups: new Int32Array(0), groupCount: 2, group: 0, k: 3 })).toEqual(undefinedFor('empty-group'));
  });

  it.each([
    [{ ...question, group: 3, k: 1 }, 'The group of a skew must be a whole number from 0 to 2, got 3 at position 0.'],
    [{ ...question, group: 0, k: 0 }, 'The k of a skew must be a whole number from 1, got 0.'],
    [
      { ...question, groupCount: 2, groups: Int32Array.of(2), group: 0, k: 1 },
      'A group must be a whole number from 0 to 1',
    ],
  ])('refuses %j', (bad, message) => {
    expect(() => skewAt(bad)).toThrow(message);
  });
});
