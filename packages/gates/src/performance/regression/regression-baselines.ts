import type { RegressionMetricName } from '@gatehouse/core';
import {
  type Measured,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
  meanSquaredLogError,
  medianAbsoluteError,
  type NumericPairs,
  pinballLoss,
  rootMeanSquaredError,
  weightedAbsolutePercentageError,
} from '@gatehouse/stats';
import type { Baseline } from '../exam/trivial-baseline.ts';

const MEAN = 'always predicting the mean gives';
const RANDOM_ORDER = 'a random order gives';

interface Truth {
  readonly labels: Float64Array;
  readonly weights: Float64Array | null;
  /** Of pinball loss. */
  readonly tau: number;
}

/** Errors of one number for every row; the others have a value whatever that number is. */
const OF_MEAN: Readonly<Partial<Record<RegressionMetricName, (pairs: NumericPairs, tau: number) => Measured>>> = {
  mae: meanAbsoluteError,
  mse: meanSquaredError,
  rmse: rootMeanSquaredError,
  'median-absolute-error': medianAbsoluteError,
  pinball: pinballLoss,
  msle: meanSquaredLogError,
  mape: meanAbsolutePercentageError,
  wape: weightedAbsolutePercentageError,
};

/**
 * What a regression must beat: the same number for every row, the mean of the labels; `null` where there is no row or the metric
 * has no such value. A largest error has none to beat: of other rows it has no bound, so to be better here would be luck.
 */
export function regressionBaseline(metric: RegressionMetricName, { labels, weights, tau }: Truth): Baseline | null {
  if (labels.length === 0) return null;
  if (metric === 'spearman' || metric === 'kendall-tau-b') return { value: 0, words: RANDOM_ORDER };
  if (metric === 'r2') return { value: 0, words: MEAN };
  const measure = OF_MEAN[metric];
  // The logarithmic error of a negative number has no meaning; such rows are refused where the metric is computed.
  if (measure === undefined || (metric === 'msle' && labels.some((label) => label < 0))) return null;
  const mean = meanOf(labels, weights);
  if (!Number.isFinite(mean)) return null;
  const predicted = new Float64Array(labels.length).fill(mean);
  const { value } = measure({ truth: labels, predicted, ...(weights === null ? {} : { weights }) }, tau);
  return value === null || !Number.isFinite(value) ? null : { value, words: MEAN };
}

function meanOf(labels: Float64Array, weights: Float64Array | null): number {
  let [sum, total] = [0, 0];
  for (const [row, label] of labels.entries()) {
    const weight = weights === null ? 1 : Number(weights[row]);
    sum += weight * label;
    total += weight;
  }
  return sum / total;
}
