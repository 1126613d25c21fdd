import type { Metric } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { trivialBaseline } from '../../../../packages/gates/src/performance/exam/trivial-baseline.ts';
import { WORST_LOG_LOSS } from '../../../../packages/gates/src/performance/exam/worst-loss.ts';

/** A quarter is positive. */
const LABELS = [true, false, false, false];
const MAJORITY = 'always predicting the more frequent label gives';
const ALL_POSITIVE = 'always predicting the positive label gives';
const BASE_RATE = 'always predicting the share of positives gives';
const CHANCE = 'predicting by chance gives';
const RANDOM_ORDER = 'a random order gives';

describe('the trivial baseline of a quarter of positives', () => {
  it.each<[Metric, number, string]>([
    ['accuracy', 0.75, MAJORITY],
    ['error', 0.25, MAJORITY],
    ['precision', 0.25, ALL_POSITIVE],
    ['npv', 0.75, 'always predicting the negative label gives'],
    ['f1', 0.4, ALL_POSITIVE],
    ['f-beta', 0.4, ALL_POSITIVE],
    ['balanced-accuracy', 0.5, CHANCE],
    ['mcc', 0, CHANCE],
    ['cohen-kappa', 0, CHANCE],
    ['auc', 0.5, RANDOM_ORDER],
    ['average-precision', 0.25, RANDOM_ORDER],
    ['log-loss', -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)), BASE_RATE],
    ['brier', 0.1875, BASE_RATE],
  ])('in %s is %d', (metric, value, words) => {
    expect(trivialBaseline(metric, LABELS)).toEqual({ value: expect.closeTo(value, 14), words });
  });

  it.each<Metric>(['recall', 'specificity', 'fpr', 'fnr'])(
    'is none in %s, which a constant brings to its best',
    (metric) => {
      expect(trivialBaseline(metric, LABELS)).toBeNull();
    },
  );

  it('in F of beta 2 is that of all positive', () => {
    expect(trivialBaseline('f-beta', LABELS, { beta: 2 })?.value).toBeCloseTo(1.25 / 2, 14);
  });

  it.each<[Metric, number]>([
    ['accuracy', 0.6],
    ['error', 0.4],
    ['npv', 0.4],
    ['precision', 0.6],
  ])('in %s is of the weight of the rows where they have one', (metric, value) => {
    expect(trivialBaseline(metric, LABELS, { weights: Float64Array.of(6, 1, 2, 1) })?.value).toBe(value);
  });

  it.each([
    ['only positive', [true, true]],
    ['only negative', [false, false]],
  ])('in log loss is 0 where the rows are %s', (_, labels) => {
    expect(trivialBaseline('log-loss', labels)?.value).toBe(0);
  });

  it('is none where there is no row', () => {
    expect(trivialBaseline('accuracy', [])).toBeNull();
  });
});

describe('the worst log loss', () => {
  it('is that of a probability of 2 to the power of -52', () => {
    expect(WORST_LOG_LOSS).toBeCloseTo(-Math.log(Number.EPSILON), 12);
  });
});
