import {
  bootstrapInterval,
  createRandom,
  criticalValue,
  meanInterval,
  momentsOf,
  twoSidedConfidence,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import {
  type Estimate,
  isUndefined,
  type MetricQuestion,
  type Undefined,
} from '../../../../packages/gates/src/performance/estimate/metric-estimate.ts';
import { meanDifference, meanOfUnits } from '../../../../packages/gates/src/performance/estimate/unit-mean.ts';

const QUESTION: MetricQuestion = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const LOSS = { question: QUESTION, range: [0, 10] } as const;
const DIFFERENCE = { question: QUESTION, range: [-10, 10] } as const;

const places = (n: number, of: (row: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, row) => of(row));

function defined<T extends Estimate>(estimate: T | Undefined): T {
  if ('reasonCode' in estimate) throw new Error(`undefined: ${estimate.reasonCode}`);
  return estimate;
}

/** z² rows of the least and of the greatest value beside n rows of one value. */
function withRows(n: number, value: number, [least, greatest]: readonly [number, number]) {
  const added = criticalValue(0.95) ** 2;
  return [(n * value + added * least) / (n + added), (n * value + added * greatest) / (n + added)];
}

describe('the mean of a loss', () => {
  it('has the t interval', () => {
    const values = places(50, (row) => 1 + (row % 5));
    const estimate = defined(meanOfUnits(values, LOSS));
    const expected = (confidence: number) => {
      const mean = meanInterval(momentsOf(values), confidence);
      if (mean.undefinedReason !== null) throw new Error(mean.undefinedReason);
      return mean;
    };

    expect(estimate).toMatchObject({ value: 3, method: 'student', n: [50], resampling: null, p: expected(0.95).p });
    expect(estimate.bounds).toEqual(expected(twoSidedConfidence(0.95)).interval);
    expect(estimate.interval).toEqual(expected(0.95).interval);
    expect(estimate.boundsAt(0.5)).toEqual(expected(0.5).interval);
  });

  it('is not below the least loss', () => {
    const { bounds, value } = defined(
      meanOfUnits(
        places(30, (row) => (row === 3 ? 5 : 0)),
        LOSS,
      ),
    );

    expect(bounds[0]).toBe(0);
    expect(bounds[1]).toBeGreaterThan(value);
  });

  it.each([
    [19, true],
    [20, false],
  ])('of %i rows that vary has no bounds: %s', (n, none) => {
    expect(
      isUndefined(
        meanOfUnits(
          places(n, (row) => row % 5),
          LOSS,
        ),
      ),
    ).toBe(none);
  });

  it('of no row is not known', () => {
    expect(meanOfUnits(new Float64Array(0), LOSS)).toEqual({ reasonCode: 'insufficient-n' });
  });

  it.each([1, 3, 300])('that is equal in all of %i rows is drawn towards its least and greatest value', (n) => {
    const estimate = defined(
      meanOfUnits(
        places(n, () => 4),
        LOSS,
      ),
    );

    expect(estimate).toMatchObject({ value: 4, n: [n], method: 'no variation, z² rows added', p: null });
    expect(estimate.interval).toEqual(withRows(n, 4, [0, 10]));
  });
});

describe('the difference of two means', () => {
  const champion = (n: number) => places(n, (row) => row % 7);
  const challenger = (n: number) => places(n, (row) => (row % 7) + 1 + (row % 3));

  it.each([
    [199, 'paired bca'],
    [200, 'paired student'],
  ])('of %i rows is by %s', (n, method) => {
    const estimate = defined(meanDifference([challenger(n), champion(n)], DIFFERENCE));
    const difference = momentsOf(places(n, (row) => 1 + (row % 3)));

    expect(estimate.method).toBe(method);
    expect(estimate.n).toEqual([n]);
    expect(estimate.value).toBeCloseTo(difference.mean, 12);
    expect(estimate.bounds[0]).toBeGreaterThan(difference.mean - 0.15);
    expect(estimate.bounds[0]).toBeLessThan(difference.mean - 0.05);
    expect(estimate.bounds[1]).toBeGreaterThan(difference.mean + 0.05);
    expect(estimate.bounds[1]).toBeLessThan(difference.mean + 0.15);
    expect(estimate.p === null).toBe(n === 199);
    expect(estimate.resampling === null).toBe(n === 200);
  });

  it('is by BCa with the jackknife in its closed form', () => {
    const skewed = places(40, (row) => (row === 7 ? 30 : row % 2));
    const statistic = (multiplicities: Int32Array): number =>
      skewed.reduce((sum, value, row) => sum + value * Number(multiplicities[row]), 0) / 40;
    const drawn = bootstrapInterval({
      units: { kind: 'rows', rows: 40 },
      statistic,
      jackknife: () =>
        skewed.map((_, left) => skewed.reduce((sum, value, row) => (row === left ? sum : sum + value), 0) / 39),
      confidence: twoSidedConfidence(0.95),
      random: createRandom(Uint8Array.from({ length: 16 }, (_, at) => at)),
    });
    if (drawn.undefinedReason !== null) throw new Error(drawn.undefinedReason);
    const estimate = defined(meanDifference([skewed, new Float64Array(40)], { ...DIFFERENCE, range: [-30, 30] }));

    expect(estimate).toMatchObject({ method: 'paired bca', p: null });
    expect(estimate.bounds[0]).toBeCloseTo(drawn.interval[0], 10);
    expect(estimate.bounds[1]).toBeCloseTo(drawn.interval[1], 10);
  });

  it.each([
    [19, true],
    [20, false],
  ])('of %i rows that vary has no bounds: %s', (n, none) => {
    expect(isUndefined(meanDifference([challenger(n), champion(n)], DIFFERENCE))).toBe(none);
  });

  it('of no row is not known', () => {
    expect(meanDifference([new Float64Array(0), new Float64Array(0)], DIFFERENCE)).toEqual({
      reasonCode: 'insufficient-n',
    });
  });

  it.each([
    [30, 'equal losses', 0, 0],
    [300, 'equal losses', 0, 0],
    [30, 'the same difference', 2, 0],
    [30, 'a difference of rounding', 2, 1e-10],
    [300, 'a difference of rounding', 2, 1e-10],
  ])('of %i rows with %s does not vary', (n, _, by, rounding) => {
    const second = places(n, (row) => 1 + (row % 7));
    const first = places(n, (row) => 1 + (row % 7) + by + (row % 2) * rounding);
    const estimate = defined(meanDifference([first, second], DIFFERENCE));

    expect(estimate.method).toBe('no variation, z² rows added');
    expect(estimate.value).toBeCloseTo(by, 8);
    const [lower, upper] = withRows(n, by, [-10, 10]);
    expect(estimate.interval[0]).toBeCloseTo(Number(lower), 8);
    expect(estimate.interval[1]).toBeCloseTo(Number(upper), 8);
  });

  it.each<[string, (row: number) => number, (row: number) => number]>([
    ['no loss at all', () => 0, () => 0],
    [
      'rounding in the first row, whose losses are huge',
      (row) => (row === 0 ? 1e12 + 100 : 1),
      (row) => (row === 0 ? 1e12 : 1),
    ],
    [
      'rounding in the last row, whose losses are huge',
      (row) => (row === 299 ? 1e12 + 100 : 1),
      (row) => (row === 299 ? 1e12 : 1),
    ],
    ['rounding of the losses of the challenger alone', (row) => 5 + (row % 2) * 1e-10, () => 0],
  ])('of %s does not vary', (_, first, second) => {
    const estimate = defined(meanDifference([places(300, first), places(300, second)], DIFFERENCE));

    expect(estimate.method).toBe('no variation, z² rows added');
  });

  it.each([
    // One row whose losses are huge says nothing of the rounding of the others.
    [
      'beside one huge loss of both',
      (row: number) => (row === 0 ? 1e12 : 1),
      (row: number) => (row === 0 ? 1e12 : 1 + (row % 2)),
    ],
    ['where the champion alone has a huge loss', (row: number) => row % 2, (row: number) => (row === 0 ? 1e12 : 1)],
    ['where the challenger alone has a huge loss', (row: number) => (row === 0 ? 1e12 : 1), (row: number) => row % 2],
    ['of losses below 0', (row: number) => -1 - (row % 2), (_: number) => -1],
  ])('that varies %s is seen', (_, first, second) => {
    const estimate = defined(meanDifference([places(300, first), places(300, second)], DIFFERENCE));

    expect(estimate.method).toBe('paired student');
  });
});
