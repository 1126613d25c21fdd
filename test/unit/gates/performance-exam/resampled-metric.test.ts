import { criticalValue, defined, type Measured, undefinedFor } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import {
  type Estimate,
  isUndefined,
  type Undefined,
} from '../../../../packages/gates/src/performance/estimate/metric-estimate.ts';
import { EQUAL_ROWS, type Sampling } from '../../../../packages/gates/src/performance/estimate/sampling.ts';
import { resampledMetric } from '../../../../packages/gates/src/performance/exam/resampled-metric.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };

interface Numbers {
  readonly challenger: readonly number[];
  readonly champion: readonly number[];
}

/** The weighted mean of numbers of rows, by drawing them again; one row must have a weight. */
function metric({ challenger, champion }: Numbers, sampling: Sampling, undefinedOf?: 'challenger' | 'champion') {
  return resampledMetric(
    {
      rows: challenger.length,
      range: [-2, 10],
      ofWeights: (side) => (weights) => {
        if (side === undefinedOf) return undefinedFor(side === 'challenger' ? 'no-positives' : 'no-negatives');
        const numbers = { challenger, champion }[side];
        const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
        return defined(numbers.reduce((sum, number, row) => sum + number * Number(weights[row]), 0) / total);
      },
    },
    sampling,
  );
}

const VARIED: Numbers = {
  challenger: Array.from({ length: 40 }, (_, row) => row % 4),
  champion: Array.from({ length: 40 }, (_, row) => row % 3),
};
const EQUAL: Numbers = { challenger: new Array<number>(40).fill(4), champion: new Array<number>(40).fill(3) };
const WEIGHTS = Float64Array.from({ length: 40 }, (_, row) => 1 + (row % 2));
const CLUSTERS = { of: Int32Array.from({ length: 40 }, (_, row) => row % 20), count: 20 };
const EFFECTIVE = 60 ** 2 / 100;

function estimated<T extends Estimate>(estimate: T | Undefined): T {
  if ('reasonCode' in estimate) throw new Error(`undefined: ${estimate.reasonCode}`);
  return estimate;
}

describe('a metric of rows drawn again', () => {
  it.each<[string, Sampling, string]>([
    ['equal and independent', EQUAL_ROWS, 'bca'],
    ['weighted', { weights: WEIGHTS, clusters: null }, 'weighted (effective n 36) bca'],
    ['clustered', { weights: null, clusters: CLUSTERS }, 'cluster (20) bca'],
    ['weighted and clustered', { weights: WEIGHTS, clusters: CLUSTERS }, 'weighted cluster (20) bca'],
  ])('says how where they are %s', (_, sampling, method) => {
    const { estimate, compare } = metric(VARIED, sampling);

    expect(estimate(QUESTION)).toMatchObject({ method, n: [40] });
    expect(compare(QUESTION)).toMatchObject({ method: `paired ${method}`, n: [40], p: null });
  });

  it.each<[string, Sampling, number, number]>([
    ['equal', EQUAL_ROWS, 60 / 40, 39 / 40],
    // Odd rows, with numbers 1 and 3, weigh twice.
    ['weighted', { weights: WEIGHTS, clusters: null }, 100 / 60, 58 / 60],
  ])('has the value of %s rows', (_, sampling, challenger, champion) => {
    const { value, estimate, compare } = metric(VARIED, sampling);

    expect(value('challenger').value).toBeCloseTo(challenger, 12);
    expect(value('champion').value).toBeCloseTo(champion, 12);
    expect(estimated(estimate(QUESTION)).value).toBeCloseTo(challenger, 12);
    expect(estimated(compare(QUESTION)).value).toBeCloseTo(challenger - champion, 12);
  });

  it('is less sure where rows of a cluster are alike', () => {
    const alike = { of: Int32Array.from({ length: 80 }, (_, row) => row % 20), count: 20 };
    const numbers = Array.from({ length: 80 }, (_, row) => (row % 20) % 4);
    const width = (sampling: Sampling): number => {
      const { bounds } = estimated(metric({ challenger: numbers, champion: numbers }, sampling).estimate(QUESTION));
      return bounds[1] - bounds[0];
    };

    // Four rows of each cluster count as one: twice as wide.
    expect(width({ weights: null, clusters: alike }) / width(EQUAL_ROWS)).toBeCloseTo(2, 0);
  });

  it('draws both models together', () => {
    const challenger = VARIED.challenger.map((number, row) => 3 * number + (row % 2) / 10);
    const champion = VARIED.challenger.map((number) => 3 * number);
    const { bounds } = estimated(metric({ challenger, champion }, EQUAL_ROWS).compare(QUESTION));

    expect(bounds[1] - bounds[0]).toBeLessThan(0.05);
  });

  it.each<[string, Sampling, number]>([
    ['rows', EQUAL_ROWS, 40],
    ['rows as their weights leave them', { weights: WEIGHTS, clusters: null }, EFFECTIVE],
    ['clusters', { weights: WEIGHTS, clusters: CLUSTERS }, 20],
  ])('that does not vary is drawn towards its range, by %s', (_, sampling, independent) => {
    const { estimate, compare } = metric(EQUAL, sampling);
    const added = criticalValue(0.95) ** 2;
    const near = (number: number) => expect.closeTo(number, 10);
    const towards = (value: number, end: number) => near((independent * value + added * end) / (independent + added));

    expect(estimated(estimate(QUESTION)).interval).toEqual([towards(4, -2), towards(4, 10)]);
    expect(estimated(compare(QUESTION)).interval).toEqual([towards(1, -12), towards(1, 12)]);
  });

  it.each([
    ['beside numbers of a million', 1e6, 'no variation, z² rows added'],
    ['beside small numbers', 0, 'paired bca'],
  ])('takes differences of a hundred-thousandth %s for what they are', (_, size, method) => {
    const champion = VARIED.challenger.map((number) => size + number);
    const challenger = champion.map((number, row) => number + (row % 2) * 1e-5);

    expect(metric({ challenger, champion }, EQUAL_ROWS).compare(QUESTION)).toMatchObject({ method });
  });

  it('measures rounding by the larger of both models', () => {
    const challenger = VARIED.challenger.map((_, row) => 1e6 + (row % 2) * 1e-5);

    expect(metric({ challenger, champion: EQUAL.champion }, EQUAL_ROWS).compare(QUESTION)).toMatchObject({
      method: 'no variation, z² rows added',
    });
  });

  it.each([
    ['20 clusters', CLUSTERS.of, 20, null],
    ['19 clusters', CLUSTERS.of.map((cluster) => Math.min(18, cluster)), 19, 'too-few-clusters'],
  ] as const)('of %s', (_, of, count, reasonCode) => {
    const estimate = metric(VARIED, { weights: null, clusters: { of, count } }).estimate(QUESTION);

    expect(isUndefined(estimate) ? estimate.reasonCode : null).toBe(reasonCode);
  });

  it('needs 20 rows as their weights leave them', () => {
    const weights = Float64Array.from({ length: 40 }, (_, row) => (row < 18 ? 1 : 1e-6));

    const { estimate, compare } = metric(VARIED, { weights, clusters: null });

    expect(estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(compare(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });

  it.each<['challenger' | 'champion', string, string | null]>([
    ['challenger', 'no-positives', 'no-positives'],
    ['champion', 'no-negatives', null],
  ])('has no difference where the %s has no value', (side, ofDifference, ofValue) => {
    const { value, estimate, compare } = metric(VARIED, EQUAL_ROWS, side);
    const own: Measured<string> = value(side);
    const asked = estimate(QUESTION);

    expect(own.undefinedReason).toBe(ofDifference);
    expect(compare(QUESTION)).toEqual({ reasonCode: ofDifference });
    expect(isUndefined(asked) ? asked.reasonCode : null).toBe(ofValue);
  });
});
