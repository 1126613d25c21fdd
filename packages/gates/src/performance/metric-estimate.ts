import type { ReasonCode } from '@gatehouse/core';
import type { Bounds } from '@gatehouse/stats';

/** Metrics of the performance gate. A higher value is better for each. */
export type Metric = 'accuracy' | 'auc';

/** What one model predicts for the evaluation rows, aligned with the labels. */
export interface ScoredRows {
  /** True where the model predicts the positive label. */
  readonly predicted: readonly boolean[];
  /** Probability of the positive label, 0 to 1. */
  readonly scores: readonly number[];
}

/** A value with two intervals: one-sided bounds to decide by, and the two-sided interval that reports print. */
export interface Estimate {
  readonly value: number;
  /** Each bound holds with the configured confidence on its own. */
  readonly bounds: Bounds;
  /** Both bounds together hold with the configured confidence. */
  readonly interval: Bounds;
  readonly method: string;
  readonly n: readonly number[];
}

/** Challenger minus champion. */
export interface DifferenceEstimate extends Estimate {
  /** Two-sided p-value of the null that the models are equally good; `null` where none was computed. */
  readonly p: number | null;
}

/** Why a metric has no value. */
export interface Undefined {
  readonly reasonCode: ReasonCode;
}

export function isUndefined(estimate: Estimate | Undefined): estimate is Undefined {
  return 'reasonCode' in estimate;
}
