import { defined, meanInterval, momentsOf, type ScoredLabels, undefinedFor } from '@gatehouse/stats';
import type { BinaryMetric } from './binary-metric.ts';
import { estimateOf, type MetricQuestion, type ScoredRows, undefinedMetric } from './metric-estimate.ts';
import { resampledEstimate } from './resampled-estimate.ts';

/** Fewer differences of losses are too few for the t interval (stats.md §1.3). */
const LEAST_FOR_T = 200;

/** Gives the loss of each row. */
export type RowLoss = (sample: ScoredLabels) => (row: number) => number;

/** The mean of a loss of each row: t intervals, and for a difference of fewer than 200 rows paired BCa. */
export function lossMetric(lossOf: RowLoss): BinaryMetric {
  const losses = (labels: readonly boolean[], { scores }: ScoredRows): Float64Array => {
    const loss = lossOf({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) });
    return Float64Array.from(labels, (_, row) => loss(row));
  };
  return {
    value: (labels, model) =>
      labels.length === 0 ? undefinedFor('empty-group') : defined(momentsOf(losses(labels, model)).mean),
    estimate: (labels, model, question) => meanOfRows(losses(labels, model), { question, lowest: 0 }),
    compare(labels, { challenger, champion }, question) {
      const second = losses(labels, champion);
      const differences = losses(labels, challenger).map((loss, row) => loss - Number(second[row]));
      return differences.length < LEAST_FOR_T
        ? resampledMean(differences, question)
        : meanOfRows(differences, { question, lowest: Number.NEGATIVE_INFINITY });
    },
  };
}

function meanOfRows(
  values: Float64Array,
  { question, lowest }: { readonly question: MetricQuestion; readonly lowest: number },
): ReturnType<BinaryMetric['compare']> {
  const moments = momentsOf(values);
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

function resampledMean(values: Float64Array, question: MetricQuestion): ReturnType<BinaryMetric['compare']> {
  const n = values.length;
  if (n < 2) return undefinedMetric('insufficient-n');
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
    },
    question,
  );
  return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
}
