import type { RegressionMetricName } from '@gatehouse/core';
import type { Baseline } from '../exam/trivial-baseline.ts';

const MEAN = 'always predicting the mean gives';
const RANDOM_ORDER = 'a random order gives';

interface Truth {
  readonly labels: Float64Array;
  readonly weights: Float64Array | null;
  /** Of pinball loss. */
  readonly tau: number;
}

/** What a regression must beat: the same number for every row, the mean of the labels; `null` where there is no row. */
export function regressionBaseline(metric: RegressionMetricName, { labels, weights, tau }: Truth): Baseline | null {
  if (labels.length === 0) return null;
  const weightOf = (row: number): number => (weights === null ? 1 : Number(weights[row]));
  const meanOf = (number: (label: number) => number): number => {
    let [sum, total] = [0, 0];
    for (const [row, label] of labels.entries()) {
      sum += weightOf(row) * number(label);
      total += weightOf(row);
    }
    return sum / total;
  };
  const mean = meanOf((label) => label);
  const known: Readonly<Record<RegressionMetricName, () => number | null>> = {
    mae: () => meanOf((label) => Math.abs(label - mean)),
    mse: () => meanOf((label) => (label - mean) ** 2),
    rmse: () => Math.sqrt(meanOf((label) => (label - mean) ** 2)),
    'median-absolute-error': () => medianOf(labels.map((label) => Math.abs(label - mean))),
    // Of other rows it has no bound, so to be better here would be luck.
    'max-error': () => null,
    r2: () => 0,
    pinball: () => meanOf((label) => Math.max(tau * (label - mean), (tau - 1) * (label - mean))),
    msle: () => (mean <= -1 ? null : meanOf((label) => (Math.log1p(label) - Math.log1p(mean)) ** 2)),
    mape: () => (labels.includes(0) ? null : meanOf((label) => Math.abs((label - mean) / label))),
    wape: () =>
      quotient(
        meanOf((label) => Math.abs(label - mean)),
        meanOf(Math.abs),
      ),
    spearman: () => 0,
    'kendall-tau-b': () => 0,
  };
  const value = known[metric]();
  const words = metric === 'spearman' || metric === 'kendall-tau-b' ? RANDOM_ORDER : MEAN;
  return value === null || !Number.isFinite(value) ? null : { value, words };
}

function medianOf(values: Float64Array): number {
  const sorted = values.sort();
  const upper = Math.floor(sorted.length / 2);
  return (Number(sorted[Math.ceil(sorted.length / 2) - 1]) + Number(sorted[upper])) / 2;
}

function quotient(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
