import { METRICS_OF_TASK, type MulticlassMetricName } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { classBaseline } from '../../../../packages/gates/src/performance/multiclass/class-baselines.ts';

const MOST_FREQUENT = 'always predicting the most frequent class gives';
const CHANCE = 'predicting by chance gives';
const RANDOM_ORDER = 'a random order gives';
const SHARES = 'always predicting the shares of the classes gives';

function baseline(
  metric: MulticlassMetricName,
  labels: readonly number[],
  { k = 1, weights = null }: { readonly k?: number; readonly weights?: readonly number[] | null } = {},
) {
  const truth = { labels: Int32Array.from(labels), classes: 4, weights: weights && Float64Array.from(weights), k };
  return classBaseline(metric, truth);
}

/** Half, three tenths and a fifth; the fourth class has no row. */
const LABELS = [2, 0, 0, 0, 1, 1, 0, 0, 1, 2];

describe('the baseline of classes with half, three tenths and a fifth of the rows', () => {
  it.each<[MulticlassMetricName, number, string]>([
    ['accuracy', 0.5, MOST_FREQUENT],
    ['error', 0.5, MOST_FREQUENT],
    ['balanced-accuracy', 1 / 3, CHANCE],
    ['macro-f1', 1 / 3, CHANCE],
    ['micro-f1', 0.5, MOST_FREQUENT],
    ['weighted-f1', 0.38, CHANCE],
    ['mcc', 0, CHANCE],
    ['cohen-kappa', 0, CHANCE],
    ['linear-kappa', 0, CHANCE],
    ['quadratic-kappa', 0, CHANCE],
    ['macro-auc-ovr', 0.5, RANDOM_ORDER],
    ['macro-auc-ovo', 0.5, RANDOM_ORDER],
    ['top-k-accuracy', 0.5, 'always naming the most frequent classes gives'],
    ['log-loss', -(0.5 * Math.log(0.5) + 0.3 * Math.log(0.3) + 0.2 * Math.log(0.2)), SHARES],
    ['brier', 0.62, SHARES],
  ])('in %s is %d', (metric, value, words) => {
    expect(baseline(metric, LABELS)).toEqual({ value: expect.closeTo(value, 12), words });
  });

  it.each([
    [2, 0.8],
    [3, 1],
    [9, 1],
  ])('in accuracy of the best %i is %d', (k, value) => {
    expect(baseline('top-k-accuracy', LABELS, { k })?.value).toBeCloseTo(value, 12);
  });
});

describe('the baseline of a class with nine tenths of the rows', () => {
  const labels = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0];

  it.each<[MulticlassMetricName, number, string]>([
    ['error', 0.1, MOST_FREQUENT],
    ['macro-f1', 0.5, CHANCE],
    ['weighted-f1', (0.9 * 1.8) / 1.9, MOST_FREQUENT],
  ])('in %s is %d', (metric, value, words) => {
    expect(baseline(metric, labels)).toEqual({ value: expect.closeTo(value, 12), words });
  });
});

describe('the baseline of one class alone', () => {
  it.each<[MulticlassMetricName, number, string]>([
    ['macro-f1', 1, MOST_FREQUENT],
    ['weighted-f1', 1, MOST_FREQUENT],
    ['log-loss', 0, SHARES],
    ['top-k-accuracy', 1, 'always naming the most frequent classes gives'],
  ])('in %s is %d', (metric, value, words) => {
    expect(baseline(metric, [3, 3])).toEqual({ value, words });
  });
});

describe('the baseline of weighted rows', () => {
  it.each<[MulticlassMetricName, number]>([
    ['accuracy', 0.7],
    ['error', 0.3],
    ['brier', 1 - 0.49 - 0.09],
  ])('in %s is %d', (metric, value) => {
    expect(baseline(metric, [0, 1, 0], { weights: [1, 7, 2] })?.value).toBeCloseTo(value, 12);
  });
});

describe('no row', () => {
  it.each(METRICS_OF_TASK['multiclass-classification'])('has no baseline in %s', (metric) => {
    expect(baseline(metric, [])).toBeNull();
  });
});
