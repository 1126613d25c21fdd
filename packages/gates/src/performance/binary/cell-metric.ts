import type { BinaryConfusion, Bounds, Measured } from '@gatehouse/stats';
import { countConfusion } from '../../decision/confusion.ts';
import { type MetricQuestion, type PairedRows, undefinedMetric } from '../estimate/metric-estimate.ts';
import { confusionOf, pairedCells } from '../estimate/paired-cells.ts';
import { resampledEstimate } from '../estimate/resampled-estimate.ts';
import type { BinaryMetric } from './binary-metric.ts';

/** A metric of the confusion. */
export type OfConfusion = (confusion: BinaryConfusion) => Measured;

/** A metric that is no single share, such as an F score: BCa, and paired BCa for the difference. */
export function cellMetric(measure: OfConfusion): BinaryMetric {
  return {
    value: (labels, { predicted }) => measure(countConfusion(labels, predicted)),
    estimate(labels, { predicted }, question) {
      const cells = pairedCells(labels, { challenger: predicted, champion: predicted });
      const value = measure(confusionOf(cells, 'challenger'));
      if (value.undefinedReason !== null) return undefinedMetric(value.undefinedReason);
      const statistic = (counts: ArrayLike<number>): number | null => measure(confusionOf(counts, 'challenger')).value;
      const unvaried = (added: number): Bounds => withRowsAdded(statistic, cells, added);
      const units = { kind: 'cells', counts: cells } as const;
      const of = { units, statistic, n: [labels.length], name: 'bca', unvaried };
      return resampledEstimate(of, question);
    },
    compare: (labels, models, question) => compareCells(measure, { labels, models }, question),
  };
}

/** The difference of a metric of the confusion, by paired BCa. */
export function compareCells(
  measure: OfConfusion,
  rows: { readonly labels: readonly boolean[]; readonly models: PairedRows },
  question: MetricQuestion,
): ReturnType<BinaryMetric['compare']> {
  const { labels, models } = rows;
  const cells = pairedCells(labels, {
    challenger: models.challenger.predicted,
    champion: models.champion.predicted,
  });
  for (const side of ['challenger', 'champion'] as const) {
    const own = measure(confusionOf(cells, side));
    if (own.undefinedReason !== null) return undefinedMetric(own.undefinedReason);
  }
  const statistic = (counts: ArrayLike<number>): number | null => {
    const challenger = measure(confusionOf(counts, 'challenger')).value;
    const champion = measure(confusionOf(counts, 'champion')).value;
    return challenger === null || champion === null ? null : challenger - champion;
  };
  const unvaried = (added: number): Bounds => withRowsAdded(statistic, cells, added);
  const units = { kind: 'cells', counts: cells } as const;
  const of = { units, statistic, n: [labels.length], name: 'paired bca', unvaried };
  const estimate = resampledEstimate(of, question);
  return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
}

/** The least and the greatest value when rows are added to one cell. */
function withRowsAdded(
  statistic: (counts: ArrayLike<number>) => number | null,
  cells: Int32Array,
  added: number,
): Bounds {
  const values = Array.from(cells, (count, cell) => statistic(Float64Array.from(cells).with(cell, count + added)));
  const defined = values.flatMap((value) => value ?? []);
  return [Math.min(...defined), Math.max(...defined)];
}
