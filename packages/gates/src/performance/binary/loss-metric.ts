import { defined, momentsOf, type ScoredLabels, undefinedFor } from '@gatehouse/stats';
import type { ScoredRows } from '../estimate/metric-estimate.ts';
import { meanDifference, meanOfUnits } from '../estimate/unit-mean.ts';
import type { BinaryMetric } from './binary-metric.ts';

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
    estimate: (labels, model, question) => meanOfUnits(losses(labels, model), { question, range: [0, worst] }),
    compare(labels, { challenger, champion }, question) {
      return meanDifference([losses(labels, challenger), losses(labels, champion)], {
        question,
        range: [-worst, worst],
      });
    },
  };
}
