import {
  detectableKs,
  effectiveSize,
  populationKsBounds,
  redrawnEffectQuantiles,
  wassersteinOfPositions,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import type { MeasuredColumn, UnmeasuredColumn } from '../../../../packages/gates/src/drift/effects/column-effects.ts';
import {
  ksEffect,
  ksEvidence,
  populationOf,
  wassersteinEffect,
} from '../../../../packages/gates/src/drift/effects/numeric-effects.ts';
import { measureProfiles, type ProfiledNumbers } from '../../../../packages/gates/src/drift/effects/numeric-profile.ts';
import { measureRows } from '../../../../packages/gates/src/drift/effects/numeric-rows.ts';
import { normals, profiled, seeded } from './drift-samples.ts';

const draws = () => ({ random: seeded(5), redraws: 199 });

function effectsOf(found: MeasuredColumn | UnmeasuredColumn): MeasuredColumn {
  if (!('effects' in found)) throw new Error(`Nothing was measured: ${found.undefinedReason}.`);
  return found;
}

describe('the evidence of a distance', () => {
  it.each([
    [20_000, 20_000, 'kolmogorov-smirnov, asymptotic'],
    [20_001, 20_001, 'dvoretzky-kiefer-wolfowitz, bound'],
  ])('of %d and %d rows is by %s', (reference, current, method) => {
    expect(ksEvidence([0.01, 0.01], { reference, current }).method.split(',')[0]).toBe(method.split(',')[0]);
  });

  it('in large samples is the level of the bands, and at most 1', () => {
    const sizes = { reference: 20_000, current: 80_000 };
    const scale = 1 / 200 + 1 / 400;

    expect(ksEvidence([0.02, 0.03], sizes).p).toEqual([
      expect.closeTo(4 * Math.exp(-((0.03 / scale) ** 2)), 12),
      expect.closeTo(4 * Math.exp(-((0.02 / scale) ** 2)), 12),
    ]);
    expect(ksEvidence([0, 0], sizes).p).toEqual([1, 1]);
  });

  it('has between two distances the p-values of both', () => {
    const sizes = { reference: 300, current: 200 };
    const [atMost] = ksEvidence([0.2, 0.2], sizes).p;
    const [atLeast] = ksEvidence([0.1, 0.1], sizes).p;

    expect(ksEvidence([0.1, 0.2], sizes).p).toEqual([atMost, atLeast]);
    expect(atMost).toBeLessThan(atLeast);
  });

  it('bounds the distance of the populations from both ends', () => {
    const sizes = { reference: 300, current: 200 };

    expect(populationOf([0.3, 0.4], sizes)).toEqual([
      populationKsBounds(0.3, sizes, 0.05)[0],
      populationKsBounds(0.4, sizes, 0.05)[1],
    ]);
  });
});

describe('the distance of Kolmogorov and Smirnov', () => {
  it('is held against its law', () => {
    const effect = ksEffect([0.1, 0.2], { reference: 2000, current: 1000 });

    // K(0.95) = 1.3581 and K(0.99) = 1.6276; n_e = 2000/3, and (1.6276/0.2)² = 66.2.
    expect(effect.nullQuantile(0.95)).toBeCloseTo(1.3581 / Math.sqrt(2000 / 3), 4);
    expect(effect.requiredRows(0.2, 0.99)).toBe(Math.ceil((2000 * 66.228) / (2000 - 66.228)));
    expect(effect).toMatchObject({ measure: 'ks', bounds: [0.1, 0.2] });
  });
});

describe('the distance in deviations', () => {
  const sizes = { reference: 1000, current: 100 };
  const cells = { counts: Float64Array.of(300, 500, 300), positions: Float64Array.of(-1, 0, 1) };
  const effect = (scale = 1) => wassersteinEffect([0.1, 0.2], { sizes, cells, scale }, draws());

  it('has the law of both sides drawn from the pooled cells', () => {
    const [expected] =
      redrawnEffectQuantiles(
        { reference: [300, 500, 200], current: [0, 0, 100] },
        [wassersteinOfPositions(cells.positions)],
        { level: 0.95, ...draws() },
      ) ?? [];

    expect(effect().nullQuantile(0.95)).toBe(expected);
    expect(effect(2).nullQuantile(0.95)).toBe(Number(expected) / 2);
  });

  it('draws a level once, and another for itself', () => {
    const asked = effect();
    const first = asked.nullQuantile(0.95);

    expect(asked.nullQuantile(0.95)).toBe(first);
    expect(asked.nullQuantile(0.6)).toBeLessThan(first);
  });

  it('needs the rows at hand for what chance reaches with them, and four times for half of it', () => {
    const reached = effect().nullQuantile(0.95);
    const effective = 4 * effectiveSize(sizes);

    expect(effect().requiredRows(reached * (1 + 1e-12), 0.99)).toBe(100);
    expect(effect().requiredRows(reached / 2, 0.99)).toBe(Math.ceil((1000 * effective) / (1000 - effective) - 1e-6));
  });

  it('lets a shift of a normal column be seen as the distance of Kolmogorov and Smirnov does', () => {
    const seen = detectableKs(sizes, { alpha: 0.01, power: 0.8 });

    expect(ksEffect([0.1, 0.1], sizes).detectable(0.01)).toBe(seen);
    expect(effect().detectable(0.01)).toBeCloseTo(seen * Math.sqrt(2 * Math.PI), 12);
    expect(effect()).toMatchObject({ measure: 'wasserstein-normed', bounds: [0.1, 0.2] });
  });
});

describe('rows', () => {
  const values = (distinct: number, moved = 0) =>
    Float64Array.from({ length: 420 }, (_, at) => (at % distinct) + moved);

  it.each([
    [20, ['jensen-shannon', 'cramer-v']],
    [21, ['ks', 'wasserstein-normed']],
  ])('of %d values are measured by %j', (distinct, measures) => {
    const found = effectsOf(measureRows({ reference: values(distinct), current: values(distinct) }, draws()));

    expect(found.effects.map(({ measure }) => measure)).toEqual(measures);
  });

  it('of few values are counted by value, zero with minus zero', () => {
    const reference = Float64Array.of(...new Float64Array(30), ...new Float64Array(30).fill(1));
    const current = Float64Array.of(...new Float64Array(30).fill(-0), ...new Float64Array(30).fill(1));

    expect(effectsOf(measureRows({ reference, current }, draws()))).toMatchObject({ psi: 0, psiBins: 2 });
  });

  it('moved by half a deviation say so in every number', () => {
    const reference = values(21);
    // The deviation of 0 to 20, each as often.
    const deviation = Math.sqrt((21 ** 2 - 1) / 12);
    const found = effectsOf(measureRows({ reference, current: reference.map((value) => value + 3) }, draws()));

    expect(found.effects.map(({ bounds }) => bounds)).toEqual([
      [expect.closeTo(3 / 21, 12), expect.closeTo(3 / 21, 12)],
      [expect.closeTo(3 / deviation, 12), expect.closeTo(3 / deviation, 12)],
    ]);
    expect(found).toMatchObject({ sizes: { reference: 420, current: 420 }, psiBins: 10 });
    expect(found.transport).toEqual([expect.closeTo(3, 12), expect.closeTo(3, 12)]);
    const [lower, upper] = populationOf([3 / 21, 3 / 21], found.sizes);
    expect(found.population).toEqual([expect.closeTo(lower, 12), expect.closeTo(upper, 12)]);
  });

  it('have a law that the unit cannot change', () => {
    const quantile = (unit: number) => {
      const [reference, current] = [normals(300, seeded(1)), normals(200, seeded(2))];
      const rows = { reference: reference.map((x) => x * unit), current: current.map((x) => x * unit) };
      return effectsOf(measureRows(rows, draws())).effects[1]?.nullQuantile(0.95);
    };

    expect(quantile(1024)).toBeCloseTo(Number(quantile(1)), 9);
  });

  it('are drawn anew from thirty-two cells of the pooled values, each at its mean', () => {
    const reference = Float64Array.from({ length: 64 }, (_, at) => at ** 2);
    const found = effectsOf(measureRows({ reference, current: reference }, draws()));
    const mean = reference.reduce((sum, value) => sum + value, 0) / 64;
    const deviation = Math.sqrt(reference.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 64);
    const positions = Float64Array.from({ length: 32 }, (_, cell) => ((2 * cell) ** 2 + (2 * cell + 1) ** 2) / 2);
    const halves = new Float64Array(32).fill(2);
    const [expected] =
      redrawnEffectQuantiles({ reference: halves, current: halves }, [wassersteinOfPositions(positions)], {
        level: 0.95,
        ...draws(),
      }) ?? [];

    expect(found.effects[1]?.nullQuantile(0.95)).toBeCloseTo(Number(expected) / deviation, 9);
  });

  it.each([
    [64, 49, 'insufficient-n'],
    [64, 0, 'empty-group'],
    [0, 64, 'empty-group'],
  ])('of %d and %d values are not measured', (reference, current, undefinedReason) => {
    const upTo = (length: number): Float64Array => Float64Array.from({ length }, (_, at) => at);
    const rows = { reference: upTo(reference), current: upTo(current) };

    expect(measureRows(rows, draws())).toEqual({ undefinedReason });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('of few values with %d among them are refused', (value) => {
    const bad = new Float64Array(60).fill(value, 0, 1);

    expect(() => measureRows({ reference: bad, current: new Float64Array(60) }, draws())).toThrow(
      /value must be finite/,
    );
    expect(() => measureRows({ reference: new Float64Array(60), current: bad }, draws())).toThrow(
      /value must be finite/,
    );
  });
});

describe('profiles', () => {
  const values = Float64Array.from({ length: 64 }, (_, at) => at);
  const side = profiled(values, values);

  it('are drawn anew from thirty-two cells of both sides, each at its mean', () => {
    const found = effectsOf(measureProfiles({ reference: side, current: side }, draws()));
    const positions = Float64Array.from({ length: 32 }, (_, cell) => 2 * cell + 0.5);
    const halves = new Float64Array(32).fill(2);
    const [expected] =
      redrawnEffectQuantiles({ reference: halves, current: halves }, [wassersteinOfPositions(positions)], {
        level: 0.95,
        ...draws(),
      }) ?? [];

    expect(found.effects[1]?.nullQuantile(0.95)).toBeCloseTo(Number(expected) / Math.sqrt((64 ** 2 - 1) / 12), 12);
    expect(found).toMatchObject({ psi: 0, psiBins: 10, sizes: { reference: 64, current: 64 }, transport: [0, 0] });
  });

  it('have a last cell of the rows that are left', () => {
    // Three values make a cell, as two are fewer than a 32nd of the rows; two values are left.
    const odd = Float64Array.from({ length: 65 }, (_, at) => at);
    const found = effectsOf(measureProfiles({ reference: profiled(odd, odd), current: profiled(odd, odd) }, draws()));
    const halves = Float64Array.from({ length: 22 }, (_, cell) => (cell < 21 ? 3 : 2));
    const positions = Float64Array.from({ length: 22 }, (_, cell) => (cell < 21 ? 3 * cell + 1 : 63.5));
    const [expected] =
      redrawnEffectQuantiles({ reference: halves, current: halves }, [wassersteinOfPositions(positions)], {
        level: 0.95,
        ...draws(),
      }) ?? [];

    expect(found.effects[1]?.nullQuantile(0.95)).toBeCloseTo(Number(expected) / Math.sqrt((65 ** 2 - 1) / 12), 12);
  });

  it('of coarse edges have the cells that the edges leave, the last of them too', () => {
    const coarse = profiled(values, Float64Array.of(31.5));
    const found = effectsOf(measureProfiles({ reference: coarse, current: coarse }, draws()));
    const [expected] =
      redrawnEffectQuantiles(
        { reference: [32, 32], current: [32, 32] },
        [wassersteinOfPositions(Float64Array.of(15.5, 47.5))],
        {
          level: 0.95,
          ...draws(),
        },
      ) ?? [];

    expect(found.effects[1]?.nullQuantile(0.95)).toBeCloseTo(Number(expected) / Math.sqrt((64 ** 2 - 1) / 12), 12);
  });

  it('of one value are measured on the least scale', () => {
    const constant = profiled(new Float64Array(60).fill(5), Float64Array.of(5));

    expect(effectsOf(measureProfiles({ reference: constant, current: constant }, draws())).effects).toMatchObject([
      { measure: 'ks', bounds: [0, 0] },
      { measure: 'wasserstein-normed', bounds: [0, 0] },
    ]);
  });

  it.each<[string, Partial<ProfiledNumbers>, RegExp]>([
    ['no sum of squares', { m2: null }, /squared deviations is a finite number from 0, got null/],
    ['a sum of squares below 0', { m2: -1 }, /got -1/],
    [
      'an infinite sum of squares',
      { m2: Number.POSITIVE_INFINITY },
      /squared deviations is a finite number from 0, got Infinity/,
    ],
    ['a sum of squares that is no number', { m2: Number.NaN }, /got NaN/],
    ['no minimum', { minimum: null }, /two numbers that ascend, got null and 63/],
    ['no maximum', { maximum: null }, /two numbers that ascend, got 0 and null/],
    ['a minimum beyond the maximum', { minimum: 64 }, /two numbers that ascend, got 64 and 63/],
    ['half a row', { open: [0.5, ...side.open.slice(1)] }, /whole number from 0, got 0\.5/],
    ['less than no row', { open: [-1, ...side.open.slice(1)] }, /whole number from 0, got -1/],
  ])('with %s are refused', (_, change, words) => {
    const bad = { ...side, ...change };

    expect(() => measureProfiles({ reference: bad, current: side }, draws())).toThrow(RangeError);
    expect(() => measureProfiles({ reference: bad, current: side }, draws())).toThrow(words);
  });

  it.each([
    ['no row', { equal: [], open: [0], edges: [], openSums: [0] }, 'empty-group'],
    ['too few rows', profiled(values.subarray(0, 49), values), 'insufficient-n'],
  ])('of %s are not measured', (_, change, undefinedReason) => {
    expect(measureProfiles({ reference: side, current: { ...side, ...change } }, draws())).toEqual({ undefinedReason });
  });
});
