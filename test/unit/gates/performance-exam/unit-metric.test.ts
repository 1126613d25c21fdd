import {
  mcnemarExact,
  tangoDifference,
  twoSidedConfidence,
  weightedWilsonInterval,
  wilsonInterval,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { EQUAL_ROWS, type Sampling } from '../../../../packages/gates/src/performance/estimate/sampling.ts';
import { meanDifference, meanOfUnits } from '../../../../packages/gates/src/performance/estimate/unit-mean.ts';
import {
  meanMetric,
  shareMetric,
  type UnitNumbers,
} from '../../../../packages/gates/src/performance/exam/unit-metric.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const ONE_SIDED = twoSidedConfidence(0.95);

function numbersOf(challenger: readonly number[], champion: readonly number[]): UnitNumbers['numbers'] {
  return (side) => Float64Array.from({ challenger, champion }[side]);
}

const repeated = (n: number, of: (row: number) => number): readonly number[] =>
  Array.from({ length: n }, (_, row) => of(row));

/** Right in 24 of 30 rows, and in 20. */
const RIGHT = [repeated(30, (row) => Number(row % 5 > 0)), repeated(30, (row) => Number(row % 3 > 0))] as const;
const LOSSES = [repeated(40, (row) => 1 + (row % 4)), repeated(40, (row) => 2 + (row % 2))] as const;

const WEIGHTED: Sampling = { weights: Float64Array.from({ length: 30 }, (_, row) => 1 + (row % 2)), clusters: null };
const CLUSTERED: Sampling = {
  weights: null,
  clusters: { of: Int32Array.from({ length: 30 }, (_, row) => row % 25), count: 25 },
};

describe('the mean of a number of each unit', () => {
  const metric = (
    sampling: Sampling,
    [challenger, champion]: readonly [readonly number[], readonly number[]] = LOSSES,
  ) => meanMetric({ numbers: numbersOf(challenger, champion), range: [0.5, 5] }, sampling);

  it('is that of each model', () => {
    expect([metric(EQUAL_ROWS).value('challenger').value, metric(EQUAL_ROWS).value('champion').value]).toEqual([
      2.5, 2.5,
    ]);
  });

  it('is weighted where rows have weights', () => {
    const weights = Float64Array.from({ length: 40 }, (_, row) => (row === 0 ? 10 : 1));

    expect(metric({ weights, clusters: null }).value('challenger').value).toBe((100 - 1 + 10) / 49);
  });

  it('has the intervals of means of units where they are equal and independent', () => {
    const [challenger, champion] = LOSSES.map((values) => Float64Array.from(values));
    if (challenger === undefined || champion === undefined) throw new Error('no losses');
    const plain = metric(EQUAL_ROWS);
    const text = (of: object) => JSON.stringify(of);

    expect(text(plain.estimate(QUESTION))).toBe(text(meanOfUnits(challenger, { question: QUESTION, range: [0.5, 5] })));
    expect(text(plain.compare(QUESTION))).toBe(
      text(meanDifference([challenger, champion], { question: QUESTION, range: [-4.5, 4.5] })),
    );
  });

  it('of equal losses is drawn towards the least and the greatest difference', () => {
    const estimate = metric(EQUAL_ROWS, [LOSSES[0], LOSSES[0]]).compare(QUESTION);
    const [lower, upper] = 'interval' in estimate ? estimate.interval : [0, 0];

    expect(lower).toBeCloseTo(-upper, 12);
    // z² / (n + z²) of the range.
    expect(upper).toBeCloseTo((4.5 * 3.841458820694124) / (40 + 3.841458820694124), 9);
  });

  it.each<[string, Sampling, string]>([
    [
      'weights',
      { weights: Float64Array.from({ length: 40 }, (_, row) => 1 + (row % 2)), clusters: null },
      'weighted (effective n 36) bca',
    ],
    [
      'clusters',
      { weights: null, clusters: { of: Int32Array.from({ length: 40 }, (_, row) => row >> 1), count: 20 } },
      'cluster (20) bca',
    ],
  ])('draws rows again where there are %s', (_, sampling, method) => {
    expect(metric(sampling).estimate(QUESTION)).toMatchObject({ method });
    expect(metric(sampling).compare(QUESTION)).toMatchObject({ method: `paired ${method}` });
  });

  it('of no unit is not known', () => {
    const none = metric(EQUAL_ROWS, [[], []]);

    expect(none.value('challenger')).toEqual({ value: null, undefinedReason: 'empty-group' });
    expect(none.estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(none.compare(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });
});

describe('a share of units', () => {
  const metric = (
    sampling: Sampling,
    [challenger, champion]: readonly [readonly number[], readonly number[]] = RIGHT,
  ) => shareMetric(numbersOf(challenger, champion), sampling);

  it("has Wilson's interval where they are equal and independent", () => {
    const estimate = metric(EQUAL_ROWS).estimate(QUESTION);

    expect(estimate).toMatchObject({ value: 0.8, method: 'wilson', n: [30], resampling: null });
    if (!('bounds' in estimate)) throw new Error('undefined');
    expect(estimate.bounds[0]).toBeCloseTo(wilsonInterval(24, 30, ONE_SIDED)[0], 12);
    expect(estimate.interval[1]).toBeCloseTo(wilsonInterval(24, 30, 0.95)[1], 12);
  });

  it('has the effective number of rows where they have weights', () => {
    const estimate = metric(WEIGHTED).estimate(QUESTION);
    const effectiveN = 45 ** 2 / 75;

    // Rows 0, 10 and 20 weigh 1, rows 5, 15 and 25 weigh 2.
    expect(estimate).toMatchObject({ value: 36 / 45, method: 'wilson, effective n 27', n: [30] });
    if (!('bounds' in estimate)) throw new Error('undefined');
    expect(estimate.bounds).toEqual(weightedWilsonInterval({ proportion: 36 / 45, effectiveN }, ONE_SIDED));
  });

  it('draws clusters again', () => {
    expect(metric(CLUSTERED).estimate(QUESTION)).toMatchObject({ value: 0.8, method: 'cluster (25) bca' });
    expect(metric(CLUSTERED).compare(QUESTION)).toMatchObject({ method: 'paired cluster (25) bca', p: null });
  });

  it('that every cluster has alike is drawn towards 0 and 1', () => {
    const all = repeated(30, () => 1);
    const estimate = metric(CLUSTERED, [all, all]).estimate(QUESTION);
    const [lower, upper] = 'interval' in estimate ? estimate.interval : [0, 0];

    expect(lower).toBeCloseTo(25 / (25 + 3.841458820694124), 9);
    expect(upper).toBe(1);
  });

  it('is compared by Tango and the exact test of McNemar', () => {
    const pairs = { onlyFirst: 8, onlySecond: 4, n: 30 };
    const estimate = metric(EQUAL_ROWS).compare(QUESTION);

    expect(estimate).toMatchObject({
      value: 4 / 30,
      bounds: tangoDifference(pairs, ONE_SIDED),
      interval: tangoDifference(pairs, 0.95),
      method: 'tango',
      n: [30],
      p: mcnemarExact(pairs),
    });
  });

  it('is compared by rows drawn again where they have weights', () => {
    expect(metric(WEIGHTED).compare(QUESTION)).toMatchObject({
      method: 'paired weighted (effective n 27) bca',
      p: null,
    });
  });

  it.each([
    ['equal and independent units', EQUAL_ROWS],
    ['units with weights', { weights: new Float64Array(0), clusters: null }],
  ])('of none of %s is not known', (_, sampling) => {
    const none = metric(sampling, [[], []]);

    expect(none.estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(none.compare(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });

  it('is not above 1 by rounding', () => {
    const weights = Float64Array.from({ length: 30 }, (_, row) => 0.1 + row / 7);
    const estimate = metric({ weights, clusters: null }, [repeated(30, () => 1 + Number.EPSILON), RIGHT[1]]).estimate(
      QUESTION,
    );

    expect(estimate).toMatchObject({ value: 1 });
  });
});
