import {
  averagePrecision,
  averagePrecisionInOrder,
  averagePrecisionOfWeights,
  type Bounds,
  scoreOrder,
} from '@gatehouse/stats';
import { type PairedRows, type ScoredRows, undefinedMetric } from '../estimate/metric-estimate.ts';
import { resampledEstimate } from '../estimate/resampled-estimate.ts';
import type { BinaryMetric } from './binary-metric.ts';

/** Average precision: BCa, and paired BCa for the difference. The scores are sorted once. */
export const AVERAGE_PRECISION: BinaryMetric = {
  value: (labels, { scores }) =>
    averagePrecision({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) }),
  estimate(labels, model, question) {
    const value = AVERAGE_PRECISION.value(labels, model);
    if (value.undefinedReason !== null) return undefinedMetric(value.undefinedReason);
    const statistic = ofMultiplicities(labels, model);
    const n = labels.length;
    const units = { kind: 'rows', rows: n } as const;
    const unvaried = negativesOnTop(labels, model);
    return resampledEstimate({ units, statistic, n: [n], name: 'bca', unvaried }, question);
  },
  compare(labels, { challenger, champion }, question) {
    const value = AVERAGE_PRECISION.value(labels, challenger);
    if (value.undefinedReason !== null) return undefinedMetric(value.undefinedReason);
    const [first, second] = [ofMultiplicities(labels, challenger), ofMultiplicities(labels, champion)];
    const statistic = (multiplicities: Int32Array): number | null => {
      const [a, b] = [first(multiplicities), second(multiplicities)];
      return a === null || b === null ? null : a - b;
    };
    const n = labels.length;
    const unvaried = rowsAtEnds(labels, { challenger, champion });
    const of = { units: { kind: 'rows', rows: n } as const, statistic, n: [n], name: 'paired bca', unvaried, size: 1 };
    const estimate = resampledEstimate(of, question);
    return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
  },
};

function ofMultiplicities(
  labels: readonly boolean[],
  { scores }: ScoredRows,
): (multiplicities: Int32Array) => number | null {
  const measure = averagePrecisionOfWeights({
    labels: Uint8Array.from(labels, Number),
    scores: Float64Array.from(scores),
  });
  return (multiplicities) => measure(multiplicities).value;
}

/** Bounds of an area that does not vary: the least when negative rows are added above all others, and 1. */
function negativesOnTop(labels: readonly boolean[], model: ScoredRows): (added: number) => Bounds {
  const least = withRows(labels, model, { positive: false, on: 'top' });
  return (added) => [least(added), 1];
}

/** Bounds of a difference that does not vary: rows are added that one model places at the top and the other at the bottom. */
function rowsAtEnds(labels: readonly boolean[], { challenger, champion }: PairedRows): (added: number) => Bounds {
  const most = (better: ScoredRows, worse: ScoredRows): ((added: number) => number) => {
    const gaps = [true, false].map((positive) => {
      const high = withRows(labels, better, { positive, on: positive ? 'top' : 'bottom' });
      const low = withRows(labels, worse, { positive, on: positive ? 'bottom' : 'top' });
      return (added: number) => high(added) - low(added);
    });
    return (added) => Math.max(...gaps.map((gap) => gap(added)));
  };
  const [above, below] = [most(challenger, champion), most(champion, challenger)];
  return (added) => [-below(added), above(added)];
}

/** The area when so many rows of one label are added above or below all others. */
function withRows(
  labels: readonly boolean[],
  { scores }: ScoredRows,
  { positive, on }: { readonly positive: boolean; readonly on: 'top' | 'bottom' },
): (added: number) => number {
  // Beyond every probability.
  const order = scoreOrder(Float64Array.from([on === 'top' ? 2 : -1, ...scores]));
  const positives = Uint8Array.from([positive, ...labels], Number);
  return (added) => {
    const weights = Float64Array.from(positives, (_, row) => (row === 0 ? added : 1));
    return averagePrecisionInOrder({ order, labels: positives, weights }).value ?? 0;
  };
}
