import {
  type BinnedPair,
  chiSquareEffectQuantile,
  detectableKs,
  detectablePsi,
  dkwHalfWidth,
  type Effect,
  effectiveSize,
  hellinger,
  jensenShannon,
  kolmogorovEffectQuantile,
  multinomialDraw,
  newCategoryRate,
  outOfRangeProbability,
  outOfRangeTail,
  populationKsBounds,
  psi,
  type Redraws,
  redrawnEffectQuantiles,
  requiredSizeForPsi,
  totalVariation,
  wassersteinOfPositions,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import scipy from '../../../fixtures/oracles/scipy-drift/values.json' with { type: 'json' };
import { relativeError } from '../relative-error.ts';
import { seededRandom } from '../seeded-random.ts';

const design = { alpha: 0.01, power: 0.8 };
const thousand = { reference: 1000, current: 1000 };

function redrawn(pair: BinnedPair, effect: Effect, redraws: Redraws): number | null {
  return redrawnEffectQuantiles(pair, [effect], redraws)?.[0] ?? null;
}

describe('quantiles without drift', () => {
  it('of the χ² family agree with redrawn counts', () => {
    const pair = { reference: Array<number>(10).fill(200), current: Array<number>(10).fill(70) };
    const sizes = { reference: 2000, current: 700 };
    const random = seededRandom(1);
    const effects = {
      psi: (drawn: BinnedPair) => Number(psi(drawn).value),
      'jensen-shannon': (drawn: BinnedPair) => Number(jensenShannon(drawn, 'nats').value),
      hellinger: (drawn: BinnedPair) => Number(hellinger(drawn).value),
    } as const;
    for (const name of ['psi', 'jensen-shannon', 'hellinger'] as const) {
      const drawn = Number(redrawn(pair, effects[name], { level: 0.95, random }));

      // The 95 % quantile of χ²₉ from 999 draws: standard error √(.05·.95/999)/density = 0.41 of 16.92, here four of them.
      const ratio = drawn / chiSquareEffectQuantile(name, { bins: 10, sizes }, 0.95);
      expect(Math.abs((name === 'psi' ? ratio : ratio ** 2) - 1)).toBeLessThan(0.1);
    }
  });

  it.each([
    ['psi', 0.95, 16.918977604620448 / 500],
    ['jensen-shannon', 0.95, Math.sqrt(16.918977604620448 / 4000)],
    ['hellinger', 0.95, Math.sqrt(16.918977604620448 / 4000)],
    ['cramer-v', 0.95, Math.sqrt(16.918977604620448 / 2000)],
    ['psi', 0.99, 21.665994333461924 / 500],
  ] as const)('%s at %s for ten bins', (effect, level, value) => {
    expect(chiSquareEffectQuantile(effect, { bins: 10, sizes: thousand }, level)).toBeCloseTo(value, 12);
  });

  it('never pass the largest value of the effect, and are zero for one bin', () => {
    const tiny = { bins: 50, sizes: { reference: 3, current: 2 } };

    expect(chiSquareEffectQuantile('jensen-shannon', tiny, 0.99)).toBe(Math.sqrt(Math.LN2));
    expect(chiSquareEffectQuantile('hellinger', tiny, 0.99)).toBe(1);
    expect(chiSquareEffectQuantile('cramer-v', tiny, 0.99)).toBe(1);
    expect(chiSquareEffectQuantile('psi', { bins: 1, sizes: thousand }, 0.99)).toBe(0);
    expect(kolmogorovEffectQuantile({ reference: 1, current: 1 }, 0.99)).toBe(1);
  });

  it.each([
    [1e3, 0.0607],
    [1e4, 0.0192],
    [1e5, 0.0061],
    [1e6, 0.0019],
    [1e7, 0.0006],
  ])('Kolmogorov-Smirnov at 95 %% for %s rows on both sides', (n, value) => {
    expect(kolmogorovEffectQuantile({ reference: n, current: n }, 0.95)).toBeCloseTo(value, 4);
  });

  it('of total variation are exceeded by a fresh pair as often as said', () => {
    const random = seededRandom(2);
    const shares = Float64Array.of(5, 3, 1, 1);
    const fresh = (): BinnedPair => ({
      reference: multinomialDraw(300, shares, random),
      current: multinomialDraw(200, shares, random),
    });
    const effect = (pair: BinnedPair): number => Number(totalVariation(pair).value);
    let exceeded = 0;
    for (let run = 0; run < 400; run += 1) {
      const pair = fresh();
      const limit = Number(redrawn(pair, effect, { level: 0.9, random, redraws: 99 }));
      if (effect(pair) > limit) exceeded += 1;
    }

    // Binomial(400, 0.1): mean 40, standard deviation 6; four of them. Discreteness of counts only lowers it.
    expect(exceeded).toBeLessThan(64);
    expect(exceeded).toBeGreaterThan(16);
  });

  it('of several effects come from the same draws', () => {
    const pair = { reference: [30, 50, 20], current: [10, 20, 10] };
    const first: Effect = ({ reference }) => Number(reference[0]);
    const second: Effect = (drawn) => 2 * first(drawn);
    const [one, two] = redrawnEffectQuantiles(pair, [first, second], { level: 0.9, random: seededRandom(8) }) ?? [];

    expect(two).toBe(2 * Number(one));
    expect(redrawn(pair, first, { level: 0.9, random: seededRandom(8) })).toBe(one);
  });

  it('of Wasserstein-1 come from positions', () => {
    const effect = wassersteinOfPositions(Float64Array.of(0, 1, 3));
    const random = seededRandom(3);

    expect(effect({ reference: [1, 1, 0], current: [0, 0, 2] })).toBeCloseTo(2.5, 12);
    expect(redrawn({ reference: [0, 0, 5], current: [0, 0, 7] }, effect, { level: 0.95, random })).toBe(0);
  });

  const random = seededRandom(4);
  const zero = (): number => 0;
  it.each([
    ['a level of one', () => redrawn({ reference: [1], current: [1] }, zero, { level: 1, random })],
    ['too few redraws', () => redrawn({ reference: [1], current: [1] }, zero, { level: 0.99, random, redraws: 50 })],
    ['half a row', () => redrawn({ reference: [0.5], current: [1] }, zero, { level: 0.9, random })],
    ['different bins', () => redrawn({ reference: [1], current: [1, 1] }, zero, { level: 0.9, random })],
    [
      'an effect that is NaN',
      () => redrawn({ reference: [1], current: [1] }, () => Number.NaN, { level: 0.9, random }),
    ],
    ['no bins', () => chiSquareEffectQuantile('psi', { bins: 0, sizes: thousand }, 0.95)],
    ['a χ² level of one', () => chiSquareEffectQuantile('psi', { bins: 3, sizes: thousand }, 1)],
    ['no rows', () => effectiveSize({ reference: 0, current: 3 })],
    ['half a size', () => effectiveSize({ reference: 2.5, current: 3 })],
  ])('refuse %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });

  it('of a side without rows are unknown', () => {
    expect(redrawn({ reference: [0], current: [1] }, zero, { level: 0.9, random })).toBeNull();
  });
});

describe('the smallest effect that would have been seen', () => {
  it('by PSI of ten bins', () => {
    expect(detectablePsi(10, thousand, design)).toBeCloseTo(0.0429, 4);
    expect(detectablePsi(10, { reference: 2000, current: 2000 }, design)).toBeCloseTo(0.0214, 4);
    expect(requiredSizeForPsi(10, detectablePsi(10, thousand, design), design)).toBeCloseTo(500, 9);
  });

  it('by Kolmogorov-Smirnov', () => {
    expect(detectableKs(thousand, design)).toBeCloseTo((1.6276 + 0.8416 / 2) / Math.sqrt(500), 4);
    expect(detectableKs({ reference: 2, current: 2 }, design)).toBe(1);
  });

  it.each([
    ['an alpha of zero', () => detectableKs(thousand, { alpha: 0, power: 0.8 })],
    ['a power below alpha', () => detectablePsi(10, thousand, { alpha: 0.05, power: 0.01 })],
    ['a power of one', () => detectableKs(thousand, { alpha: 0.05, power: 1 })],
    ['one bin', () => detectablePsi(1, thousand, design)],
    ['no effect', () => requiredSizeForPsi(10, 0, design)],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('the distance of the populations', () => {
  it.each([
    [1e3, 0.0936],
    [1e4, 0.0296],
    [1e5, 0.00936],
  ])('is within a band of the sample distance for %s rows', (n, margin) => {
    expect(populationKsBounds(0.5, { reference: n, current: n }, 0.05)[0]).toBeCloseTo(0.5 - margin, 4);
    expect(populationKsBounds(0.5, { reference: n, current: n }, 0.05)[1]).toBeCloseTo(0.5 + margin, 4);
  });

  it('is at least 0 and at most 1', () => {
    expect(populationKsBounds(0.5, { reference: 2, current: 2 }, 0.05)).toEqual([0, 1]);
  });

  it.each([
    ['a distance above one', () => populationKsBounds(1.1, thousand, 0.05)],
    ['no rows', () => dkwHalfWidth(0, 0.05)],
    ['an alpha of one', () => dkwHalfWidth(10, 1)],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('new categories', () => {
  it('are expected at the rate of singletons', () => {
    const found = newCategoryRate({ newRows: 0, currentRows: 500, singletons: 1, referenceRows: 32_561 }, 0.95);

    expect(found.expected).toBe(1 / 32_561);
    expect(found).toMatchObject({ rate: 0, interval: [0, expect.any(Number)] });
  });

  it('have a one-sided lower bound', () => {
    const found = newCategoryRate({ newRows: 81, currentRows: 263, singletons: 0, referenceRows: 10 }, 0.975);

    expect(found.rate).toBe(81 / 263);
    expect(found.interval[0]).toBeCloseTo(0.25273674558527126, 12);
    expect(found.interval[1]).toBeCloseTo(0.36762192260135135, 12);
  });

  it('are expected in rows that a profile does not name, and never in more than all', () => {
    const rate = (singletons: number, pooled: number): number =>
      newCategoryRate({ newRows: 0, currentRows: 5, singletons, pooled, referenceRows: 10 }, 0.95).expected;

    expect([rate(1, 0), rate(1, 2), rate(4, 10)]).toEqual([0.1, 0.3, 1]);
  });

  it.each([
    [{ newRows: 0, currentRows: 2, singletons: 0, pooled: 11, referenceRows: 10 }, 0.95],
    [{ newRows: 3, currentRows: 2, singletons: 0, referenceRows: 10 }, 0.95],
    [{ newRows: 0, currentRows: 2, singletons: 11, referenceRows: 10 }, 0.95],
    [{ newRows: 0, currentRows: 2, singletons: 0, referenceRows: 10 }, 0.5],
  ])('refuse %o at %s', (counts, confidence) => {
    expect(() => newCategoryRate(counts, confidence)).toThrow(RangeError);
  });
});

describe('values out of range', () => {
  it.each(scipy.outOfRange)('$outside of $current beyond $reference (beta-binomial)', ({ outside, p, ...sizes }) => {
    expect(relativeError(outOfRangeTail(outside, sizes), p)).toBeLessThan(1e-10);
  });

  it('agree with simulation, where the binomial tail does not', () => {
    const random = seededRandom(5);
    let many = 0;
    for (let run = 0; run < 4000; run += 1) {
      const reference = Array.from({ length: 20 }, () => random.uniform());
      const [low, high] = [Math.min(...reference), Math.max(...reference)];
      const outside = Array.from({ length: 20 }, () => random.uniform()).filter((x) => x < low || x > high).length;
      if (outside >= 6) many += 1;
    }

    // Four standard errors of 4000 runs; the binomial tail would be 0.0089.
    const p = outOfRangeTail(6, { reference: 20, current: 20 });
    expect(Math.abs(many / 4000 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 4000));
    expect(p).toBeGreaterThan(0.04);
  });

  it('have the probability 2/(n + 1) each', () => {
    expect(outOfRangeProbability(99)).toBe(0.02);
    expect(outOfRangeProbability(1)).toBe(1);
    expect(outOfRangeTail(1, { reference: 99, current: 1 })).toBeCloseTo(0.02, 14);
    expect(outOfRangeTail(0, { reference: 99, current: 7 })).toBe(1);
  });

  it.each([
    ['more than all', () => outOfRangeTail(3, { reference: 5, current: 2 })],
    ['a range of one row', () => outOfRangeTail(1, { reference: 1, current: 2 })],
    ['no rows', () => outOfRangeProbability(0)],
  ])('refuse %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});
