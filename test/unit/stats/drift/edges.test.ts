import {
  chiSquareEffectQuantile,
  detectableKs,
  detectablePsi,
  dkwHalfWidth,
  effectiveSize,
  kolmogorovEffectQuantile,
  lInfinity,
  newCategoryRate,
  normedWasserstein,
  outOfRangeTail,
  populationKsBounds,
  psi,
  redrawnEffectQuantiles,
  requiredSizeForPsi,
  wasserstein,
  wassersteinOfPositions,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { sumOverBins } from '../../../../packages/stats/src/drift/binned-pair.ts';
import { seededRandom } from '../seeded-random.ts';

const NAN = Number.NaN;
const design = { alpha: 0.01, power: 0.8 };
const thousand = { reference: 1000, current: 1000 };

interface Argument {
  readonly with: (value: number) => number;
  readonly allowed: readonly number[];
  readonly refused: readonly number[];
}

const bins = (count: number) => ({ bins: count, sizes: thousand });
const rows = (counts: Partial<Parameters<typeof newCategoryRate>[0]>, confidence = 0.95): number =>
  newCategoryRate({ newRows: 1, currentRows: 5, singletons: 1, referenceRows: 10, ...counts }, confidence).rate;

const ARGUMENTS: Readonly<Record<string, Argument>> = {
  'bins of a detectable PSI': {
    with: (k) => detectablePsi(k, thousand, design),
    allowed: [2, 3],
    refused: [1, 0, 2.5, NAN],
  },
  'an alpha of a design': {
    with: (alpha) => detectableKs(thousand, { alpha, power: 0.8 }),
    allowed: [0.001, 0.79],
    refused: [0, 0.8, 0.9, -1, NAN],
  },
  'a power of a design': {
    with: (power) => detectablePsi(5, thousand, { alpha: 0.05, power }),
    allowed: [0.06, 0.999],
    refused: [0.05, 0.01, 1, 2, NAN],
  },
  'an effect to be seen': {
    with: (effect) => requiredSizeForPsi(5, effect, design),
    allowed: [1e-9, 3],
    refused: [0, -1, NAN],
  },
  'rows of a band': { with: (n) => dkwHalfWidth(n, 0.05), allowed: [1, 2], refused: [0, -1, 1.5, NAN] },
  'an alpha of a band': {
    with: (alpha) => dkwHalfWidth(5, alpha),
    allowed: [1e-9, 0.999],
    refused: [0, 1, -1, 2, NAN],
  },
  'a distance of a band': {
    with: (distance) => populationKsBounds(distance, thousand, 0.05)[0],
    allowed: [0, 0.5, 1],
    refused: [-1e-9, 1 + 1e-9, NAN],
  },
  'bins of an effect': {
    with: (k) => chiSquareEffectQuantile('psi', bins(k), 0.9),
    allowed: [1, 2],
    refused: [0, -1, 1.5, NAN],
  },
  'a level of an effect': {
    with: (level) => chiSquareEffectQuantile('psi', bins(4), level),
    allowed: [0.001, 0.999],
    refused: [0, 1, -1, 2, NAN],
  },
  'a level of an effect of one bin': {
    with: (level) => chiSquareEffectQuantile('psi', bins(1), level),
    allowed: [0.001, 0.999],
    refused: [0, 1, -1, 2, NAN],
  },
  'a level of Kolmogorov': {
    with: (level) => kolmogorovEffectQuantile(thousand, level),
    allowed: [0.001, 0.999],
    refused: [0, 1, -1, 2, NAN],
  },
  'rows of the reference': {
    with: (reference) => effectiveSize({ reference, current: 3 }),
    allowed: [1, 2],
    refused: [0, -1, 1.5, NAN],
  },
  'current rows': {
    with: (current) => effectiveSize({ reference: 3, current }),
    allowed: [1, 2],
    refused: [0, -1, 1.5, NAN],
  },
  'rows of a range': {
    with: (reference) => outOfRangeTail(1, { reference, current: 2 }),
    allowed: [2, 3],
    refused: [1, 0, 2.5, NAN],
  },
  'values out of range': {
    with: (outside) => outOfRangeTail(outside, { reference: 5, current: 2 }),
    allowed: [0, 1, 2],
    refused: [3, -1, 0.5, NAN],
  },
  'rows without a name': { with: (pooled) => rows({ pooled }), allowed: [0, 10], refused: [11, -1, 0.5, NAN] },
  'categories that occur once': {
    with: (singletons) => rows({ singletons }),
    allowed: [0, 10],
    refused: [11, -1, 0.5, NAN],
  },
  'rows of new categories': { with: (newRows) => rows({ newRows }), allowed: [0, 5], refused: [6, -1, 0.5, NAN] },
  'a one-sided confidence': {
    with: (confidence) => rows({}, confidence),
    allowed: [0.51, 0.999],
    refused: [0.5, 1, 0, NAN],
  },
  'a distance to be normed': {
    with: (distance) => normedWasserstein(distance, 1),
    allowed: [0, 7],
    refused: [-1, NAN, 1 / 0],
  },
  'a deviation to norm by': {
    with: (deviation) => normedWasserstein(1, deviation),
    allowed: [0, 7],
    refused: [-1, NAN, 1 / 0],
  },
  'a weight': {
    with: (weight) => {
      const sample = { values: Float64Array.of(1, 2), weights: Float64Array.of(1, weight) };
      return Number(wasserstein(sample, sample).value);
    },
    allowed: [1e-9, 3],
    refused: [0, -1, NAN, 1 / 0],
  },
};

const CASES = Object.entries(ARGUMENTS);

describe('an argument', () => {
  it.each(CASES.flatMap(([name, { with: call, allowed }]) => allowed.map((value) => [name, value, call] as const)))(
    '%s may be %s',
    (_, value, call) => {
      expect(call(value)).toBeGreaterThanOrEqual(0);
    },
  );

  it.each(CASES.flatMap(([name, { with: call, refused }]) => refused.map((value) => [name, value, call] as const)))(
    '%s may not be %s',
    (_, value, call) => {
      expect(() => call(value)).toThrow(RangeError);
    },
  );
});

describe('a redrawn quantile', () => {
  const pair = { reference: [3, 2], current: [1, 4] };
  /** The effects of the redraws are 1, 2, 3 … in some order. */
  const quantile = (level: number, redraws?: number): number | undefined => {
    let drawn = 0;
    const effect = (): number => {
      drawn += 1;
      return (drawn * 7) % ((redraws ?? 999) + 1);
    };
    const random = seededRandom(1);
    return redrawnEffectQuantiles(pair, [effect], {
      level,
      random,
      ...(redraws === undefined ? {} : { redraws }),
    })?.[0];
  };

  it.each([
    [0.9, 99, 90],
    [0.95, 99, 95],
    [0.991, 999, 991],
    [0.99, 99, 99],
    [0.001, 99, 1],
    [0.011, 99, 2],
    [0.5, 1, 1],
  ])('at %s of %i redraws has the rank %i', (level, redraws, rank) => {
    expect(quantile(level, redraws)).toBe(rank);
  });

  it('is of 999 redraws where nothing is said', () => {
    expect(quantile(0.95)).toBe(950);
  });

  it.each([
    [0, 99],
    [1, 99],
    [-0.1, 99],
    [0.99, 98],
    [0.9, 9.5],
    [0.5, 0],
    [0.5, 8.5],
    [1e-13, 99],
    [NAN, 99],
  ])('at %s of %s redraws is refused', (level, redraws) => {
    expect(() => quantile(level, redraws)).toThrow(RangeError);
  });

  it('draws both sides in their own size, with the shares of both together', () => {
    const [rounds, random] = [400, seededRandom(9)];
    let [first, wrong] = [0, 0];
    const effect = ({ reference, current }: { reference: ArrayLike<number>; current: ArrayLike<number> }): number => {
      const [a, b] = [Array.from(reference), Array.from(current)];
      if (a.reduce((x, y) => x + y) !== 30 || b.reduce((x, y) => x + y) !== 10 || a[1] !== 0) wrong += 1;
      first += Number(a[0]) / 30 + Number(b[0]) / 10;
      return 0;
    };
    const drawn = { reference: [30, 0, 0], current: [2, 0, 8] };

    expect(redrawnEffectQuantiles(drawn, [effect], { level: 0.9, random, redraws: rounds })).toEqual([0]);
    expect(wrong).toBe(0);
    expect(first / rounds / 2).toBeCloseTo(0.8, 1.3);
  });

  it.each([
    [
      [0, 0],
      [1, 2],
    ],
    [
      [1, 2],
      [0, 0],
    ],
  ])('of %j and %j does not exist', (reference, current) => {
    expect(
      redrawnEffectQuantiles({ reference, current }, [() => 0], { level: 0.9, random: seededRandom(1) }),
    ).toBeNull();
  });

  it.each([
    [
      [1, 0.5],
      [1, 2],
    ],
    [
      [1, 2],
      [1, 1.5],
    ],
    [
      [1, -1],
      [1, 2],
    ],
    [
      [0.5, 0.5],
      [1, 2],
    ],
    [
      [1, 2],
      [1.5, 0.5],
    ],
    [[1, 2], [1]],
    [[1], [1, 2]],
  ])('of %j and %j is refused', (reference, current) => {
    const redraws = { level: 0.9, random: seededRandom(1) };

    expect(() => redrawnEffectQuantiles({ reference, current }, [() => 0], redraws)).toThrow(RangeError);
  });
});

describe('the effect of counts on positions', () => {
  it.each([
    [[4, 0, 0], [0, 0, 2], 3],
    [[0, 5, 0], [7, 0, 0], 1],
    [[1, 1, 2], [2, 1, 1], 0.75],
    [[1, 2, 3], [2, 4, 6], 0],
  ])('%j to %j is %s', (reference, current, distance) => {
    expect(wassersteinOfPositions(Float64Array.of(-1, 0, 2))({ reference, current })).toBeCloseTo(distance, 14);
  });
});

describe('sums over bins', () => {
  it.each([
    [[1, 1e100, 1, -1e100], 2],
    [[1e100, 1, -1e100, 1], 2],
    [[1, -1e100, 1e100], 1],
    [[0.1, 0.2, 0.3], 0.6],
    [[], 0],
  ])('of %j keep their digits', (values, sum) => {
    const shares = { p: Float64Array.from(values), q: new Float64Array(values.length) };

    expect(sumOverBins(shares, (p) => p)).toBe(sum);
  });
});

describe('smoothing as evidently', () => {
  it.each([
    ['a ten-thousandth where the smallest share is larger', [0, 5, 5], 0.0001],
    ['a ten-thousandth where it is just larger', [0, 2, 9998 * 2 - 2], 0.0001],
    ['a millionth of the smallest share where that is a ten-thousandth', [0, 1, 9999], 1e-10],
    ['a millionth of the smallest share where that is smaller', [0, 1, 99_999], 1e-11],
  ])('fills with %s', (_, reference, floor) => {
    const current = [1, 0, 0];
    const total = reference.reduce((sum, count) => sum + count, 0);
    const p = reference.map((count) => (count === 0 ? floor : count / total));
    const q = [1, 0.0001, 0.0001];
    const expected = p.reduce((sum, share, i) => sum + (share - Number(q[i])) * Math.log(share / Number(q[i])), 0);

    expect(psi({ reference, current }, 'evidently').value).toBeCloseTo(expected, 10);
  });
});

describe('the largest difference of shares', () => {
  it('is found on either side and in any bin', () => {
    expect(lInfinity({ reference: [9, 0, 1], current: [5, 4, 1] }).value).toBeCloseTo(0.4, 14);
    expect(lInfinity({ reference: [1, 1, 8], current: [1, 8, 1] }).value).toBeCloseTo(0.7, 14);
  });
});
