import type { Measured } from '@gatehouse/stats';
import type {
  DifferenceEstimate,
  Estimate,
  MetricQuestion,
  PairedRows,
  ScoredRows,
  Undefined,
} from '../estimate/metric-estimate.ts';

/** How one metric is computed, with the intervals of stats.md §1.3. */
export interface BinaryMetric {
  /** The value alone. */
  readonly value: (labels: readonly boolean[], model: ScoredRows) => Measured;
  /** The value of one model with its intervals. */
  readonly estimate: (labels: readonly boolean[], model: ScoredRows, question: MetricQuestion) => Estimate | Undefined;
  /** Challenger minus champion on the same rows. */
  readonly compare: (
    labels: readonly boolean[],
    models: PairedRows,
    question: MetricQuestion,
  ) => DifferenceEstimate | Undefined;
}
