import { METRICS_OF_TASK, type RegressionMetricName } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { regressionBaseline } from '../../../../packages/gates/src/performance/regression/regression-baselines.ts';

const MEAN = 'always predicting the mean gives';

function baseline(
  metric: RegressionMetricName,
  labels: readonly number[],
  { weights = null, tau = 0.5 }: { readonly weights?: readonly number[] | null; readonly tau?: number } = {},
) {
  return regressionBaseline(metric, {
    labels: Float64Array.from(labels),
    weights: weights && Float64Array.from(weights),
    tau,
  });
}

/** Of mean 3. */
const LABELS = [1, 1, 3, 7];

describe('the mean of 1, 1, 3 and 7', () => {
  it.each<[RegressionMetricName, number]>([
    ['mae', 8 / 4],
    ['mse', 24 / 4],
    ['rmse', Math.sqrt(6)],
    ['median-absolute-error', 2],
    ['pinball', 8 / 8],
    ['msle', (2 * Math.log(4 / 2) ** 2 + Math.log(8 / 4) ** 2) / 4],
    ['mape', (2 + 2 + 0 + 4 / 7) / 4],
    ['wape', 8 / 12],
    ['r2', 0],
  ])('gives in %s %d', (metric, value) => {
    expect(baseline(metric, LABELS)).toEqual({ value: expect.closeTo(value, 12), words: MEAN });
  });

  it.each<RegressionMetricName>(['spearman', 'kendall-tau-b'])('orders nothing, which is 0 in %s', (metric) => {
    expect(baseline(metric, LABELS)).toEqual({ value: 0, words: 'a random order gives' });
  });

  it('gives in pinball what the quantile weighs: 0.9 for labels above, 0.1 for labels below', () => {
    expect(baseline('pinball', LABELS, { tau: 0.9 })?.value).toBeCloseTo((0.1 * 2 + 0.1 * 2 + 0.9 * 4) / 4, 12);
  });
});

describe('the mean of weighted rows, of which 1 weighs three times what 5 does', () => {
  it.each<[RegressionMetricName, number]>([
    ['mae', (3 * 1 + 3) / 4],
    ['mse', (3 * 1 + 9) / 4],
  ])('gives in %s %d', (metric, value) => {
    expect(baseline(metric, [1, 5], { weights: [3, 1] })?.value).toBeCloseTo(value, 12);
  });
});

describe('there is nothing to beat', () => {
  it.each(METRICS_OF_TASK.regression)('in %s of no row', (metric) => {
    expect(baseline(metric, [])).toBeNull();
  });

  it.each<[string, RegressionMetricName, readonly number[]]>([
    ['in a largest error', 'max-error', LABELS],
    ['in the logarithmic error of a number below 0', 'msle', [-0.5, 1]],
    ['where the mean is not finite', 'mae', [1.7e308, 1.7e308]],
    ['where the error is not finite', 'mse', [1e200, -1e200]],
    ['where the error has no value', 'mape', [0, 1]],
  ])('%s', (_, metric, labels) => {
    expect(baseline(metric, labels)).toBeNull();
  });

  it('but in other errors of numbers below 0', () => {
    expect(baseline('mae', [-1, 1])).toEqual({ value: 1, words: MEAN });
  });

  it('but in the logarithmic error of 0', () => {
    expect(baseline('msle', [0, 0])).toEqual({ value: 0, words: MEAN });
  });
});
