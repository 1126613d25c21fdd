import type { Finding, MetricName, PerformanceGateConfig, Task } from '@gatehouse/core';
import type { Direction, Measured } from '@gatehouse/stats';
import type { DifferenceEstimate, Estimate, MetricQuestion, Undefined } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import type { Baseline } from './trivial-baseline.ts';

export type MetricRules = PerformanceGateConfig['metrics'];
export type MetricRule = NonNullable<MetricRules[MetricName]>;

/** The numbers of one metric on fixed rows, for both models. */
export interface MetricEstimates {
  readonly value: (side: Side) => Measured<string>;
  /** The challenger's value with its intervals. */
  readonly estimate: (question: MetricQuestion) => Estimate | Undefined;
  /** Challenger minus champion on the same rows; asked for only where there is a champion. */
  readonly compare: (question: MetricQuestion) => DifferenceEstimate | Undefined;
}

/** A metric with all that judging it needs. */
export interface ExaminedMetric extends MetricEstimates {
  readonly direction: Direction;
  /** What a model that knows nothing of the features reaches; `null` where there is no such value. */
  readonly baseline: Baseline | null;
}

/**
 * The rows of one decision with the answers of both models, whatever the task: what metrics there are, and how one is computed
 * on all units or on some. A unit is a row, and of a ranking a query.
 */
export interface Exam {
  readonly task: Task;
  readonly units: number;
  /** In the order of reports. */
  readonly metrics: readonly MetricName[];
  /** Measured without being limited, so that reports of a model can be compared over time. */
  readonly always: readonly MetricName[];
  /** One metric with the parameters that the policy gives it; `units` are positions, `null` is all. */
  readonly metric: (name: MetricName, rules: MetricRules, units: readonly number[] | null) => ExaminedMetric;
  /** What else the report shows. */
  readonly measures: Readonly<Record<string, unknown>>;
  /** What a person should know of the predictions. */
  readonly findings: readonly Finding[];
  readonly notMeasured: readonly string[];
}
