import { ActionError, type BinaryMetricName, isReasonCode, type ReasonCode } from '@gatehouse/core';
import { type Bounds, twoSidedConfidence } from '@gatehouse/stats';

/** Metrics of the performance gate for binary models. */
export type Metric = BinaryMetricName;

/** What one model predicts for the evaluation rows, aligned with the labels. */
export interface ScoredRows {
  /** True where the model predicts the positive label. */
  readonly predicted: readonly boolean[];
  /** Probability of the positive label, 0 to 1. */
  readonly scores: readonly number[];
}

/** Two models on the same rows. */
export interface PairedRows {
  readonly challenger: ScoredRows;
  readonly champion: ScoredRows;
}

/** What an estimate is for. */
export interface MetricQuestion {
  readonly confidence: number;
  /** Of the generator, where rows are drawn again: 16 bytes in hexadecimal. */
  readonly seed: string;
  /** Numbers that the bounds will be compared with, on the scale of the estimate. */
  readonly thresholds: readonly number[];
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
  /** The bounds at any two-sided confidence. */
  readonly boundsAt: (confidence: number) => Bounds;
  /** How rows were drawn again; `null` where a formula gave the bounds. */
  readonly resampling: Resampling | null;
}

/** What it takes to draw the same replicates again, and how far their number leaves the bounds uncertain. */
export interface Resampling {
  readonly replicates: number;
  /** Hexadecimal. */
  readonly seed: string;
  /** Replicates without a value, drawn anew. */
  readonly redrawn: number;
  /** Monte-Carlo standard errors of `bounds`. */
  readonly error: readonly [lower: number, upper: number];
}

/** Challenger minus champion, whatever the direction of the metric. */
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

type Formula = Pick<Estimate, 'value' | 'method' | 'n' | 'boundsAt'>;

/** An estimate whose bounds a formula gives. */
export function estimateOf(formula: Formula, confidence: number): Estimate {
  return {
    ...formula,
    bounds: formula.boundsAt(twoSidedConfidence(confidence)),
    interval: formula.boundsAt(confidence),
    resampling: null,
  };
}

/** The reason of a measure as a reason code; no row at all is too few of them. */
export function undefinedMetric(reason: string): Undefined {
  const code = reason === 'empty-group' ? 'insufficient-n' : reason;
  if (isReasonCode(code)) return { reasonCode: code };
  throw new ActionError('bug', {
    where: 'A metric of the performance gate',
    found: `the reason "${reason}"`,
    allowed: 'a reason code',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
