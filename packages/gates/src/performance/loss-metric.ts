import { type Bounds, defined, meanInterval, momentsOf, type ScoredLabels, undefinedFor } from '@gatehouse/stats';
import type { BinaryMetric } from './binary-metric.ts';
import {
  type DifferenceEstimate,
  estimateOf,
  type MetricQuestion,
  type ScoredRows,
  undefinedMetric,
} from './metric-estimate.ts';
import { resampledEstimate, unvariedEstimate } from './resampled-estimate.ts';

/** Fewer differences of losses are too few for the t interval (stats.md §1.3). */
const LEAST_FOR_T = 200;

/** Gives the loss of each row. */
export type RowLoss = (sample: ScoredLabels) => (row: number) => number;

/**
 * The mean of a loss of each row: t intervals, and for a difference of fewer than 200 rows paired BCa.
 *
 * @param worst The largest loss of a row, for losses that do not vary; the least is 0.
 */
export function lossMetric(lossOf: RowLoss, worst: number): BinaryMetric {
  const losses = (labels: readonly boolean[], { scores }: ScoredRows): Float64Array => {
    const loss = lossOf({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) });
    return Float64Array.from(labels, (_, row) => loss(row));
  };
  return {
    value: (labels, model) =>
      labels.length === 0 ? undefinedFor('empty-group') : defined(momentsOf(losses(labels, model)).mean),
    estimate: (labels, model, question) => meanOfRows(losses(labels, model), { question, range: [0, worst] }),
    compare(labels, { challenger, champion }, question) {
      const second = losses(labels, champion);
      const differences = losses(labels, challenger).map((loss, row) => loss - Number(second[row]));
      return differences.length < LEAST_FOR_T
        ? resampledMean(differences, { question, range: [-worst, worst] })
        : meanOfRows(differences, { question, range: [-worst, worst] });
    },
  };
}

interface MeanQuestion {
  readonly question: MetricQuestion;
  /** The least and the greatest value that a row can have. */
  readonly range: Bounds;
}

/** Smaller differences between losses are rounding, as a share of the largest loss. */
const ROUNDING = 1e-9;

/** The mean of values that are all equal; `null` where they vary. Rows of the least and the greatest value are added. */
function unvariedMean(values: Float64Array, { question, range }: MeanQuestion): DifferenceEstimate | null {
  const [least, greatest] = range;
  const n = values.length;
  const value = Number(values[0]);
  const rounding = ROUNDING * greatest;
  if (n === 0 || values.some((other) => Math.abs(other - value) > rounding)) return null;
  // Two models with the same loss in every row are one model as far as the rows can tell, as with identical rankings.
  const identical = least < 0 && Math.abs(value) <= rounding;
  const unvaried = (added: number): Bounds =>
    identical ? [0, 0] : [(n * value + added * least) / (n + added), (n * value + added * greatest) / (n + added)];
  return { ...unvariedEstimate({ value: identical ? 0 : value, n: [n], unvaried }, question.confidence), p: null };
}

function meanOfRows(values: Float64Array, { question, range }: MeanQuestion): ReturnType<BinaryMetric['compare']> {
  const lowest = range[0];
  const moments = momentsOf(values);
  const fixed = unvariedMean(values, { question, range });
  if (fixed !== null) return fixed;
  const mean = meanInterval(moments, question.confidence);
  if (mean.undefinedReason !== null) return undefinedMetric(mean.undefinedReason);
  const boundsAt = (level: number) => {
    const at = meanInterval(moments, level);
    const [lower, upper] = at.undefinedReason === null ? at.interval : mean.interval;
    return [Math.max(lowest, lower), upper] as const;
  };
  const estimate = estimateOf(
    { value: mean.estimate, boundsAt, method: 'student', n: [moments.n] },
    question.confidence,
  );
  return { ...estimate, method: lowest === 0 ? 'student' : 'paired student', p: mean.p };
}

function resampledMean(values: Float64Array, { question, range }: MeanQuestion): ReturnType<BinaryMetric['compare']> {
  const n = values.length;
  if (n < 2) return undefinedMetric('insufficient-n');
  const fixed = unvariedMean(values, { question, range });
  if (fixed !== null) return fixed;
  const sum = values.reduce((total, value) => total + value, 0);
  const statistic = (multiplicities: Int32Array): number => {
    let total = 0;
    for (let row = 0; row < n; row += 1) total += Number(multiplicities[row]) * Number(values[row]);
    return total / n;
  };
  const estimate = resampledEstimate(
    {
      units: { kind: 'rows', rows: n },
      statistic,
      jackknife: () => values.map((value) => (sum - value) / (n - 1)),
      n: [n],
      name: 'paired bca',
      unvaried: null,
    },
    question,
  );
  return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
}
