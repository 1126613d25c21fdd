import type { MetricName, PerformanceGateConfig } from '@gatehouse/core';
import type { Direction, Measured } from '@gatehouse/stats';
import type { GateContext } from '../../decision/assemble-decision.ts';
import { seedOf } from '../../decision/metric-seed.ts';
import type { DifferenceEstimate, Estimate, Undefined } from '../estimate/metric-estimate.ts';
import type { Exam, ExaminedMetric, MetricRule } from './exam.ts';
import type { Baseline } from './trivial-baseline.ts';

/** How much worse than the champion a challenger may be. */
export interface Margin {
  readonly value: number;
  /** The share of the champion's value that it is, where the policy says so. */
  readonly share: number | null;
}

/** Everything that is known of one metric when it is judged. */
export interface JudgedMetric {
  readonly metric: MetricName;
  readonly direction: Direction;
  /** `null` where the policy does not limit the metric. */
  readonly rule: MetricRule | null;
  readonly challenger: Estimate | Undefined;
  readonly champion: Measured<string> | null;
  readonly difference: DifferenceEstimate | Undefined | null;
  /** `null` without a rule, and for a share of a value of the champion that is not known. */
  readonly margin: Margin | null;
  /** `null` where there is none or the policy asks for none. */
  readonly baseline: Baseline | null;
}

/** What a metric is judged for. */
export interface Judging {
  readonly exam: Exam;
  readonly config: PerformanceGateConfig;
  readonly context: GateContext;
  /** `none` without a champion, `unknown` where there is one that could not be evaluated. */
  readonly champion: 'none' | 'unknown' | 'evaluated';
}

/** Measures one metric of both models, and their difference, for the numbers that the policy compares them with. */
export function judgedMetric(metric: MetricName, { exam, config, context, champion: state }: Judging): JudgedMetric {
  const rule = config.metrics[metric] ?? null;
  const examined = exam.metric(metric, config.metrics, null);
  const evaluated = state === 'evaluated';
  const champion = evaluated ? examined.value('champion') : null;
  const margin = rule && marginOf(rule, champion?.value ?? null);
  const baseline = config['trivial-baseline'] === 'none' ? null : examined.baseline;
  const question = (check: string, thresholds: readonly number[]) => ({
    confidence: config.confidence,
    seed: seedOf(`performance/${metric}/${check}`, context),
    thresholds,
  });
  return {
    metric,
    direction: examined.direction,
    rule,
    challenger: examined.estimate(question('value', limitsOf(rule, state === 'none' ? baseline : null))),
    champion,
    difference: evaluated ? examined.compare(question('difference', differencesOf(examined, rule, margin))) : null,
    margin,
    baseline,
  };
}

/** The margin in units of the metric; for a share, of the champion's value on the same rows. */
function marginOf(rule: MetricRule, champion: number | null): Margin | null {
  const { margin, 'relative-margin': share } = rule;
  if (margin !== undefined) return { value: margin, share: null };
  return share === undefined || champion === null ? null : { value: share * Math.abs(champion), share };
}

function limitsOf(rule: MetricRule | null, baseline: Baseline | null): readonly number[] {
  return [rule?.floor, rule?.ceiling, baseline?.value].filter((limit) => limit !== undefined);
}

function differencesOf(
  { direction }: ExaminedMetric,
  rule: MetricRule | null,
  margin: Margin | null,
): readonly number[] {
  if (margin === null) return [];
  const better = rule?.['superiority-margin'] ?? 0;
  return direction === 'max' ? [-margin.value, better] : [margin.value, -better];
}
