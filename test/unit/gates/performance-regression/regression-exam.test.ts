import { ActionError, METRICS_OF_TASK, type PerformanceGateConfig, type RegressionMetricName } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import type { Sampling } from '../../../../packages/gates/src/performance/estimate/sampling.ts';
import {
  type RegressionRows,
  regressionExam,
} from '../../../../packages/gates/src/performance/regression/regression-exam.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const Z_SQUARED = 3.841458820694124;

function rowsOf(
  labels: readonly number[],
  challenger: readonly number[],
  champion: readonly number[] | null = null,
  sampling?: Sampling,
): RegressionRows {
  return {
    labels: Float64Array.from(labels),
    challenger: { predicted: Float64Array.from(challenger) },
    champion: champion && { predicted: Float64Array.from(champion) },
    ...(sampling === undefined ? {} : { sampling }),
  };
}

/** Five times the labels 1, 2, 4 and 8; the challenger is off by 1, -1, 0 and 2, the champion by 0, 0, 2 and 0. */
const LABELS = Array.from({ length: 20 }, (_, row) => 2 ** (row % 4));
const off = (...errors: readonly number[]): readonly number[] =>
  LABELS.map((label, row) => label + Number(errors[row % 4]));
const ROWS = rowsOf(LABELS, off(1, -1, 0, 2), off(0, 0, 2, 0));

function metric(name: RegressionMetricName, rows = ROWS, rules: PerformanceGateConfig['metrics'] = {}) {
  return regressionExam(rows).metric(name, rules, null);
}

function intervalOf(estimate: object): readonly [number, number] {
  if (!('interval' in estimate)) throw new Error(JSON.stringify(estimate));
  return estimate.interval as readonly [number, number];
}

describe('the exam of a regression', () => {
  it('sums up target, predictions and residuals', () => {
    // Labels have a mean of 3.75 and squares about it that sum to 5 · 28.75; residuals are -1, 1, 0 and -2.
    expect(regressionExam(ROWS)).toMatchObject({
      task: 'regression',
      units: 20,
      metrics: METRICS_OF_TASK.regression,
      always: ['mae', 'r2'],
      measures: {
        target: { n: 20, mean: 3.75, 'standard-deviation': expect.closeTo(Math.sqrt((5 * 28.75) / 19), 12) },
        // Of 2, 1, 4 and 10.
        prediction: { n: 20, mean: 4.25, 'standard-deviation': expect.closeTo(Math.sqrt((5 * 48.75) / 19), 12) },
        residual: { mean: -0.5 },
      },
      findings: [],
      notMeasured: [],
    });
  });

  it.each<[string, RegressionRows, object]>([
    ['no row', rowsOf([], []), { target: { n: 0, mean: null, 'standard-deviation': null }, residual: { mean: null } }],
    ['one row', rowsOf([2], [3]), { target: { n: 1, mean: 2, 'standard-deviation': null }, residual: { mean: -1 } }],
    [
      'two rows',
      rowsOf([1, 3], [3, 3]),
      { target: { n: 2, mean: 2, 'standard-deviation': Math.SQRT2 }, prediction: { 'standard-deviation': 0 } },
    ],
  ])('says no more than %s says', (_, rows, measures) => {
    expect(regressionExam(rows).measures).toMatchObject(measures);
  });

  it.each<[string, () => unknown]>([
    ['fewer predictions than rows', () => regressionExam(rowsOf([1, 2], [1]))],
    ['more predictions of the champion than rows', () => regressionExam(rowsOf([1], [1], [1, 2]))],
    ['a label that is not finite', () => regressionExam(rowsOf([Number.NaN], [1]))],
    ['a prediction that is not finite', () => regressionExam(rowsOf([1], [Number.POSITIVE_INFINITY]))],
    ['a prediction of the champion that is not finite', () => regressionExam(rowsOf([1], [1], [Number.NaN]))],
    ['a metric of another task', () => regressionExam(ROWS).metric('accuracy', {}, null)],
    ['a champion that is not there', () => metric('mae', rowsOf(LABELS, off(1, 0, 0, 0))).value('champion')],
    ...(['median-absolute-error', 'max-error', 'spearman', 'kendall-tau-b'] as const).map(
      (name) =>
        [
          `weights in ${name}`,
          () => metric(name, { ...ROWS, sampling: { weights: new Float64Array(20).fill(1), clusters: null } }),
        ] as [string, () => unknown],
    ),
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(expect.objectContaining({ code: 'bug' }));
    expect(act).toThrow(ActionError);
  });

  it.each<[string, RegressionRows]>([
    ['true value', rowsOf([-1, 1], [1, 1])],
    ['prediction', rowsOf([1, 1], [1, -1])],
    ['prediction of the champion', rowsOf([1, 1], [1, 1], [1, -1])],
  ])('refuses the logarithmic error of a %s below 0, and no other', (what, rows) => {
    expect(() => metric('msle', rows)).toThrow(
      expect.objectContaining({
        code: 'refused',
        reasonCode: 'value-negative',
        message: expect.stringContaining(`the ${what} -1`),
      }),
    );
    expect(() => metric('mae', rows)).not.toThrow();
  });

  it('takes the logarithmic error of 0', () => {
    expect(metric('msle', rowsOf([0, 1], [0, 0])).value('challenger').value).toBeCloseTo(Math.log(2) ** 2 / 2, 12);
  });
});

describe('a metric of a regression', () => {
  it.each<[RegressionMetricName, number, number]>([
    ['mae', 1, 0.5],
    ['mse', 1.5, 1],
    ['rmse', Math.sqrt(1.5), 1],
    ['median-absolute-error', 1, 0],
    ['max-error', 2, 2],
    ['pinball', 0.5, 0.25],
    ['mape', (1 + 1 / 2 + 0 + 1 / 4) / 4, 1 / 8],
    ['wape', 4 / 15, 2 / 15],
    ['msle', (Math.log(3 / 2) ** 2 + Math.log(3 / 2) ** 2 + Math.log(11 / 9) ** 2) / 4, Math.log(7 / 5) ** 2 / 4],
    ['r2', 1 - 6 / 28.75, 1 - 4 / 28.75],
    // In the order 2, 1, 3, 4 and in that of the labels.
    ['spearman', 0.8, 1],
    ['kendall-tau-b', 4 / 6, 1],
  ])('%s of both models', (name, challenger, champion) => {
    const { value } = metric(name);

    expect(value('challenger').value).toBeCloseTo(challenger, 9);
    expect(value('champion').value).toBeCloseTo(champion, 9);
  });

  it.each<[PerformanceGateConfig['metrics'], number]>([
    [{}, 0.5],
    // 0.9 for labels above, 0.1 for labels below.
    [{ pinball: { tau: 0.9, margin: 1 } }, (0.1 + 0.9 + 0.2) / 4],
  ])('pinball by %o', (rules, value) => {
    const examined = metric('pinball', ROWS, rules);

    expect(examined.value('challenger').value).toBeCloseTo(value, 12);
    expect(examined.direction).toBe('min');
  });

  it('has its direction and the baseline of its rows', () => {
    const weights = Float64Array.from(LABELS, (_, row) => (row === 3 ? 1e9 : 1));

    expect(metric('r2')).toMatchObject({ direction: 'max', baseline: { value: 0 } });
    expect(metric('mse').baseline?.value).toBeCloseTo(28.75 / 4, 9);
    expect(metric('mse', { ...ROWS, sampling: { weights, clusters: null } }).baseline?.value).toBeCloseTo(0, 5);
  });

  it.each<[RegressionMetricName, string, string]>([
    ['mae', 'student', 'paired bca'],
    ['rmse', 'bca', 'paired bca'],
    [
      'max-error',
      'of these rows; up to 14 % of other rows may lie beyond',
      'of these rows; up to 14 % of other rows may lie beyond',
    ],
  ])('%s is by %s, and compared by %s', (name, own, compared) => {
    const examined = metric(name);

    expect(examined.estimate(QUESTION)).toMatchObject({ method: own, n: [20] });
    expect(examined.compare(QUESTION)).toMatchObject({ method: compared, n: [20] });
  });

  it('has no bounds of fewer than 20 rows', () => {
    const few = regressionExam(ROWS).metric('mae', {}, [0, 1, 2]);

    expect(few.value('challenger').value).toBeCloseTo(2 / 3, 12);
    expect(few.value('champion').value).toBeCloseTo(2 / 3, 12);
    expect([few.estimate(QUESTION), few.compare(QUESTION)]).toEqual([
      { reasonCode: 'insufficient-n' },
      { reasonCode: 'insufficient-n' },
    ]);
  });

  it('has no bounds of a few rows that are all right', () => {
    const few = rowsOf(LABELS.slice(0, 19), LABELS.slice(0, 19));

    expect(metric('mae', few).value('challenger').value).toBe(0);
    expect(metric('mae', few).estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });

  it('has no value in no row', () => {
    expect(metric('mae', rowsOf([], [])).value('challenger')).toEqual({ value: null, undefinedReason: 'empty-group' });
  });

  it('has the sampling of some rows', () => {
    const sampling = { weights: Float64Array.from(LABELS), clusters: null };
    const some = regressionExam({ ...ROWS, sampling }).metric('mae', {}, [1, 3]);

    expect(some.value('challenger').value).toBeCloseTo((2 * 1 + 8 * 2) / 10, 12);
    expect(some.value('champion').value).toBe(0);
    expect(some.baseline?.value).toBeCloseTo((2 * 4.8 + 8 * 1.2) / 10, 12);
  });

  it('draws clusters again', () => {
    const clusters = { of: Int32Array.from({ length: 40 }, (_, row) => row % 20), count: 20 };
    const labels = [...LABELS, ...LABELS.toReversed()];
    const rows = rowsOf(
      labels,
      labels.map((label, row) => label + (row % 3)),
      null,
      { weights: null, clusters },
    );

    expect(metric('rmse', rows).estimate(QUESTION)).toMatchObject({ method: 'cluster (20) bca' });
    expect(metric('mae', rows).estimate(QUESTION)).toMatchObject({ method: 'cluster (20) bca' });
  });

  it.each<[string, RegressionMetricName, RegressionRows, string]>([
    ['shares of zero', 'mape', rowsOf([...LABELS.slice(1), 0], LABELS), 'zero-target'],
    [
      'perfect predictions of a constant',
      'mae',
      rowsOf(
        LABELS.map(() => 3),
        LABELS.map(() => 3),
      ),
      'constant-target',
    ],
    ['no row', 'mae', rowsOf([], []), 'insufficient-n'],
  ])('of %s is not judged', (_, name, rows, reasonCode) => {
    const { estimate, value } = metric(name, rows);

    expect(rows.labels.length === 0 || value('challenger').value === null).toBe(true);
    expect(estimate(QUESTION)).toEqual({ reasonCode: rows.labels.length === 0 ? 'insufficient-n' : reasonCode });
  });
});

describe('a regression whose rows do not vary is drawn towards the worst guess', () => {
  const perfect = rowsOf(LABELS, LABELS, LABELS);
  const size = 5 * 15;

  it.each<[string, RegressionMetricName, RegressionRows, readonly [number, number], number]>([
    // Within the labels a guess is off by at most 7.
    ['among the labels', 'mae', perfect, [0, 7], 0],
    ['in squares', 'mse', perfect, [0, 49], 0],
    ['by the quantile', 'pinball', perfect, [0, 3.5], 0],
    ['as a share', 'mape', perfect, [0, 7], 0],
    ['as a root', 'rmse', perfect, [0, 7], 0],
    ['as a share of the sum', 'wape', perfect, [0, (20 * 7) / size], 0],
    ['as what is explained', 'r2', perfect, [1 - (20 * 49) / (5 * 28.75), 1], 1],
    ['of the challenger', 'mae', rowsOf(LABELS, off(9, 9, 9, 9)), [0, 9], 9],
    ['of the challenger, as a root', 'rmse', rowsOf(LABELS, off(9, 9, 9, 9)), [0, 9], 9],
    ['of the champion', 'mae', rowsOf(LABELS, LABELS, off(0, -20, 0, 0)), [0, 20], 0],
    ['of the champion, as a root', 'rmse', rowsOf(LABELS, LABELS, off(0, -20, 0, 0)), [0, 20], 0],
  ])('%s: %s', (_, name, rows, [least, greatest], value) => {
    const [lower, upper] = intervalOf(metric(name, rows).estimate(QUESTION));
    const towards = (end: number) => (20 * value + Z_SQUARED * end) / (20 + Z_SQUARED);

    expect(lower).toBeCloseTo(towards(least), 9);
    expect(upper).toBeCloseTo(towards(greatest), 9);
  });

  it.each<RegressionMetricName>(['spearman', 'kendall-tau-b'])('as a difference of orders: %s', (name) => {
    const [lower, upper] = intervalOf(metric(name, perfect).compare(QUESTION));

    expect(upper).toBeCloseTo((2 * Z_SQUARED) / (20 + Z_SQUARED), 9);
    expect(lower).toBeCloseTo(-upper, 9);
  });
});
