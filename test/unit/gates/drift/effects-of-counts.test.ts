import { chiSquareEffectQuantile, effectiveSize, psi, redrawnEffectQuantiles } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { binNull } from '../../../../packages/gates/src/drift/effects/bin-null.ts';
import { binnedEffects, binnedMeasures } from '../../../../packages/gates/src/drift/effects/binned-effects.ts';
import { categoryBins, measureCategories } from '../../../../packages/gates/src/drift/effects/category-effects.ts';
import {
  currentRowsFor,
  type MeasuredColumn,
  unmeasurable,
} from '../../../../packages/gates/src/drift/effects/column-effects.ts';
import { alignedCategories } from '../../../../packages/gates/src/drift/effects/profile-categories.ts';
import { seeded } from './drift-samples.ts';

const draws = () => ({ random: seeded(5), redraws: 199 });
const counts = (...rows: readonly number[]): ReadonlyMap<string, number> =>
  new Map(rows.map((count, at) => [`k${String(at).padStart(4, '0')}`, count]));

function measured(reference: ReadonlyMap<string, number>, current: ReadonlyMap<string, number>): MeasuredColumn {
  const found = measureCategories(reference, current, draws());
  if (!('effects' in found)) throw new Error(`Nothing was measured: ${found.undefinedReason}.`);
  return found;
}

describe('rows for an effective size', () => {
  it.each([
    [50, 100, 100],
    [40, 1000, 50],
    [100, 300, 150],
    [100.1, 300, 151],
    [100, 100, null],
    [101, 100, null],
  ])('of %d beside %d are %s', (effective, reference, rows) => {
    expect(currentRowsFor(effective, reference)).toBe(rows);
  });

  it.each([
    [0, 100, 'empty-group'],
    [100, 0, 'empty-group'],
    [100, 49, 'insufficient-n'],
    [1, 50, undefined],
  ])('%d beside %d current ones say %s', (reference, current, reason) => {
    expect(unmeasurable({ reference, current })?.undefinedReason).toBe(reason);
  });
});

describe('categories as bins', () => {
  const many = (count: number): number[] => Array.from({ length: count }, () => 5);

  it('are up to a thousand those of either side', () => {
    const pair = categoryBins(counts(...many(999)), new Map([['new', 3]]));

    expect(categoryBins(counts(...many(1000)), counts(5)).reference).toHaveLength(1000);
    expect(pair.reference).toHaveLength(1000);
    expect(Array.from(pair.current).filter((count) => count > 0)).toEqual([3]);
  });

  it.each([
    ['by name', (pairs: [string, number][]) => pairs],
    ['from the last name', (pairs: [string, number][]) => pairs.toReversed()],
  ])('are beyond it the most frequent of the reference, then the first by name, and all others: %s', (_, inOrder) => {
    const reference = counts(1, ...many(998), 9, 5, 5);
    const current = new Map([
      ['k0000', 2],
      ['k0999', 4],
      ['k1000', 6],
      ['k1001', 7],
      ['new', 8],
    ]);
    const pair = categoryBins(new Map(inOrder([...reference])), current);

    expect(Array.from(pair.reference)).toEqual([9, ...many(999), 6]);
    expect(Array.from(pair.current)).toEqual([4, ...many(998).fill(0), 6, 17]);
  });

  it.each([Number.NaN, -1, 0.5])('are refused with %d rows', (count) => {
    expect(() => categoryBins(counts(60, count), counts(60))).toThrow(/count of a category is a whole number from 0/);
    expect(() => categoryBins(counts(60), counts(60, count))).toThrow(/count of a category is a whole number from 0/);
  });

  it('have no category without a row', () => {
    expect(categoryBins(counts(3, 0), counts(4, 0)).reference).toEqual(Float64Array.of(3));
  });

  it('join the rest of a profile when it does not name them', () => {
    const current = new Map([
      ['a', 60],
      ['c', 3],
      ['d', 4],
    ]);
    const aligned = alignedCategories({ counts: new Map([['a', 90]]), other: 10 }, current);

    expect([...aligned.reference.values()]).toEqual([90, 10]);
    expect([...aligned.current]).toEqual([
      ['a', 60],
      ['\0rest', 7],
    ]);
    expect(aligned.newRows).toBe(7);
    expect([...aligned.reference.keys()]).toEqual([...aligned.current.keys()]);
  });

  it.each([
    ['the reference', new Map([['\0rest', 1]]), new Map([['a', 1]])],
    ['the data', new Map([['a', 1]]), new Map([['\0rest', 1]])],
  ])('may not have the name of the rest in %s', (_, reference, current) => {
    expect(() => alignedCategories({ counts: reference, other: 0 }, current)).toThrow(/U\+0000/);
  });

  it('of a profile without a rest stay what they are', () => {
    const current = new Map([['c', 3]]);

    expect(alignedCategories({ counts: new Map([['a', 90]]), other: 0 }, current)).toEqual({
      reference: new Map([['a', 90]]),
      current,
      newRows: 3,
    });
  });
});

describe('what is measured of categories', () => {
  it('is effects, evidence and bins', () => {
    const found = measured(counts(50, 50), counts(40, 60));

    // scipy 1.17.1: chi2_contingency([[50, 50], [40, 60]]).
    expect(found.evidence.p[0]).toBeCloseTo(0.20082512269514, 12);
    expect(found.evidence.p[1]).toBe(found.evidence.p[0]);
    expect(found.effects.map(({ measure, bounds: [lower, upper] }) => [measure, lower === upper])).toEqual([
      ['jensen-shannon', true],
      ['cramer-v', true],
    ]);
    expect(found).toMatchObject({
      sizes: { reference: 100, current: 100 },
      evidence: { method: 'chi-square, yates' },
      psiBins: 2,
      pair: { reference: Float64Array.of(50, 50), current: Float64Array.of(40, 60) },
      transport: null,
      population: null,
    });
  });

  it.each([
    [counts(60), counts(49), 'insufficient-n'],
    [counts(60), counts(), 'empty-group'],
    [counts(), counts(60), 'empty-group'],
  ])('is nothing where rows are too few: %#', (reference, current, undefinedReason) => {
    expect(measureCategories(reference, current, draws())).toEqual({ undefinedReason });
  });

  it('is of two categories held against the law of one degree', () => {
    const found = measured(counts(500, 500), counts(500, 500));
    const effects = [...found.effects, ...binnedEffects(found)];

    // χ²(0.95) = 3.8415, χ²(0.99) = 6.6349, λ = 11.679; n_e = 500, N = 2000.
    const told = effects.map(({ measure, nullQuantile, detectable, requiredRows }) => [
      measure,
      Number(nullQuantile(0.95).toFixed(5)),
      Number(detectable(0.01).toFixed(4)),
      requiredRows(0.1, 0.99),
    ]);
    expect(told).toEqual([
      ['jensen-shannon', 0.03099, 0.054, Math.ceil((1000 * 82.936) / (1000 - 82.936))],
      ['cramer-v', 0.04383, 0.0764, 50],
      ['psi', 0.00768, 0.0234, Math.ceil((1000 * 66.349) / (1000 - 66.349))],
      ['hellinger', 0.03099, 0.054, Math.ceil((1000 * 82.936) / (1000 - 82.936))],
    ]);
    expect(effects[1]?.requiredRows(0.05, 0.99)).toBe(Math.ceil(6.6349 / 0.05 ** 2 - 1000));
  });

  it('is of rare categories held against the drawn law', () => {
    const [reference, current] = [counts(...new Array<number>(40).fill(36)), counts(...new Array<number>(40).fill(2))];
    const [distance, association] = measured(reference, current).effects;
    const law = binNull(categoryBins(reference, current), draws());

    expect(distance?.nullQuantile(0.95)).toBe(law.quantile('jensen-shannon', 0.95));
    expect(distance?.requiredRows(0.2, 0.99)).toBe(law.requiredRows('jensen-shannon', 0.2, 0.99));
    expect(association?.nullQuantile(0.95)).toBe(law.quantile('cramer-v', 0.95));
    expect(association?.requiredRows(0.1, 0.99)).toBe(law.requiredRows('cramer-v', 0.1, 0.99));
  });

  it('has the association by its definition', () => {
    const [, association] = measured(counts(50, 50), counts(40, 60)).effects;

    // χ² without correction is 200·(50·60 - 50·40)²/(90·110·100·100).
    const expected = Math.sqrt(1e6 / (90 * 110 * 100 * 100));
    expect(association?.bounds).toEqual([expect.closeTo(expected, 12), expect.closeTo(expected, 12)]);
  });

  it('is of one category no association, and nothing that could be too small to be seen', () => {
    const found = measured(counts(100), counts(60));
    const effects = [...found.effects, ...binnedEffects(found)];

    expect(effects.map((effect) => [effect.measure, effect.detectable(0.01), effect.requiredRows(0.1, 0.99)])).toEqual([
      ['jensen-shannon', 0, 50],
      ['psi', 0, 50],
      ['hellinger', 0, 50],
    ]);
    expect(found.binNull.requiredRows('cramer-v', 0.1, 0.99)).toBe(50);
  });

  it('can see no association above 1', () => {
    const [, association] = measured(counts(30, 30), counts(30, 30)).effects;

    expect(association?.detectable(1e-30)).toBe(1);
    // λ = 11.679 for df 1, level 0.01, power 0.8.
    expect(association?.detectable(0.01)).toBeCloseTo(Math.sqrt(11.679 / 120), 4);
  });

  it('has every measure of the bins, by definition', () => {
    const found = binnedMeasures(measured(counts(50, 50), counts(100)));

    expect(Object.keys(found)).toEqual([
      ...['psi', 'jensen-shannon', 'hellinger', 'total-variation', 'l-infinity', 'cramer-v'],
    ]);
    expect(found['total-variation']).toBeCloseTo(0.5, 12);
    expect(found['l-infinity']).toBeCloseTo(0.5, 12);
    expect(found['hellinger']).toBeCloseTo(Math.sqrt(1 - Math.SQRT1_2), 12);
    expect(found['cramer-v']).toBeCloseTo(Math.sqrt(1 / 3), 12);
    // H(¾, ¼) - H(½, ½)/2 in nats.
    const [whole, half] = [0.75 * Math.log(4 / 3) + 0.25 * Math.log(4), Math.log(2) / 2];
    expect(found['jensen-shannon']).toBeCloseTo(Math.sqrt(whole - half), 12);
  });
});

describe('effects on four even bins', () => {
  // n_e = 1000·1000/2000 = 500; χ²(0.95, df 3) = 7.8147, χ²(0.99, df 3) = 11.3449, λ = 15.458.
  const even = counts(250, 250, 250, 250);

  it.each([
    ['psi', 7.8147 / 500, 15.458 / 500, 0.1, 11.3449 / 0.1],
    ['hellinger', Math.sqrt(7.8147 / 4000), Math.sqrt(15.458 / 4000), 0.1, 11.3449 / 0.08],
    ['jensen-shannon', Math.sqrt(7.8147 / 4000), Math.sqrt(15.458 / 4000), 0.1, 11.3449 / 0.08],
  ])('follow χ² by %s', (measure, quantile, detectable, limit, effective) => {
    const found = measured(even, even);
    const effect = [...found.effects, ...binnedEffects(found)].find((one) => one.measure === measure);

    expect(effect?.bounds).toEqual([0, 0]);
    expect(effect?.nullQuantile(0.95)).toBeCloseTo(quantile, 4);
    expect(effect?.detectable(0.01)).toBeCloseTo(detectable, 4);
    expect(effect?.requiredRows(limit, 0.99)).toBe(Math.ceil((1000 * effective) / (1000 - effective)));
  });
});

describe('the drawn law of rare categories', () => {
  /** So many categories of which half have one row, the others three. */
  const rare = (categories: number) => ({
    reference: Array.from({ length: categories }, (_, at) => (at % 2 === 0 ? 1 : 3)),
    current: Array.from({ length: categories }, (_, at) => (at % 2 === 0 ? 3 : 1)),
  });

  it.each([
    ['as often as asked', 10, 150, 150],
    ['less often where there are many bins', 200, 999, 500],
    ['not too seldom where there are very many', 600, 999, 199],
  ])('is drawn %s', (_, categories, redraws, drawn) => {
    const pair = rare(categories);
    const [expected] =
      redrawnEffectQuantiles(pair, [(one) => psi(one).value ?? Number.NaN], {
        level: 0.95,
        random: seeded(5),
        redraws: drawn,
      }) ?? [];

    expect(binNull(pair, { random: seeded(5), redraws }).quantile('psi', 0.95)).toBe(expected);
  });

  it('is another at another level', () => {
    const law = binNull(rare(10), draws());

    expect(law.quantile('psi', 0.99)).toBeGreaterThan(law.quantile('psi', 0.9));
  });

  const pair = {
    reference: new Array<number>(40).fill(36),
    current: Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 2 : 1)),
  };
  const sizes = { reference: 1440, current: 60 };
  const law = () => binNull(pair, { random: seeded(5), redraws: 199 });

  it.each(['jensen-shannon', 'hellinger', 'cramer-v'] as const)(
    'says by %s that the rows at hand are enough for what chance reaches with them, and four times for half of it',
    (effect) => {
      const reached = law().quantile(effect, 0.95);
      const effective = 4 * effectiveSize(sizes);
      const beside = Math.ceil((1440 * effective) / (1440 - effective) - 1e-6);
      const isTotal = effect === 'cramer-v';

      expect(reached).toBeGreaterThan(chiSquareEffectQuantile(effect, { bins: 40, sizes }, 0.95));
      expect(law().requiredRows(effect, reached * (1 + 1e-12), 0.99)).toBe(60);
      expect(law().requiredRows(effect, reached / 2, 0.99)).toBe(isTotal ? 4 * 1500 - 1440 : beside);
      if (!isTotal) expect(law().requiredRows(effect, reached / 100, 0.99)).toBeNull();
    },
  );

  it('says by psi as many rows as χ² where that asks for more', () => {
    const reached = law().quantile('psi', 0.95);
    // χ²(0.95, df 39).
    const effective = 54.572227758941736 / reached;

    expect(effective).toBeGreaterThan(effectiveSize(sizes));
    expect(law().requiredRows('psi', reached, 0.99)).toBe(Math.ceil((1440 * effective) / (1440 - effective)));
  });

  it.each([
    ['psi', () => 0.03],
    ['jensen-shannon', (reached: number) => reached * Math.sqrt(effectiveSize(sizes) / 1440) * 0.999],
  ] as const)('names no rows by %s where one of both laws allows none', (effect, limitOf) => {
    expect(law().requiredRows(effect, limitOf(law().quantile(effect, 0.95)), 0.99)).toBeNull();
  });

  it.each([
    [5, true],
    [4, false],
  ])('is not drawn where the least of the expected counts is five: %d, %s', (least, isFormula) => {
    const even = { reference: [95, least], current: [95, least] };
    const given = { bins: 2, sizes: { reference: 95 + least, current: 95 + least } };
    const found = binNull(even, draws()).quantile('psi', 0.95);

    expect(found === chiSquareEffectQuantile('psi', given, 0.95)).toBe(isFormula);
  });
});
