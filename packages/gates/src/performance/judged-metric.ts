import type { Direction, Measured } from '@gatehouse/stats';
import { binaryMetric, type DirectedMetric } from './binary-metrics.ts';
import type { PerformanceInput } from './evaluate-performance.ts';
import type { DifferenceEstimate, Estimate, Metric, Undefined } from './metric-estimate.ts';
import { seedOf } from './metric-seed.ts';
import { type Baseline, trivialBaseline } from './trivial-baseline.ts';

type MetricRules = PerformanceInput['config']['metrics'];
export type MetricRule = NonNullable<MetricRules[Metric]>;

/** How much worse than the champion a challenger may be. */
export interface Margin {
  readonly value: number;
  /** The share of the champion's value that it is, where the policy says so. */
  readonly share: number | null;
}

/** Everything that is known of one metric when it is judged. */
export interface JudgedMetric {
  readonly metric: Metric;
  readonly direction: Direction;
  /** `null` where the policy does not limit the metric. */
  readonly rule: MetricRule | null;
  readonly challenger: Estimate | Undefined;
  readonly champion: Measured | null;
  readonly difference: DifferenceEstimate | Undefined | null;
  /** `null` without a rule, and for a share of a value of the champion that is not known. */
  readonly margin: Margin | null;
  /** `null` where there is none or the policy asks for none. */
  readonly baseline: Baseline | null;
}

/** Measures one metric of both models, and their difference, for the numbers that the policy compares them with. */
export function judgedMetric(metric: Metric, input: PerformanceInput): JudgedMetric {
  const { labels, challenger, config, context } = input;
  const rule = config.metrics[metric] ?? null;
  const beta = metric === 'f-beta' ? config.metrics[metric]?.beta : undefined;
  const registered = binaryMetric(metric, beta);
  const evaluated = input.champion.state === 'evaluated' ? input.champion : null;
  const champion = evaluated && registered.value(labels, evaluated);
  const margin = rule && marginOf(rule, champion?.value ?? null);
  const baseline = config['trivial-baseline'] === 'none' ? null : trivialBaseline(metric, labels, beta);
  const question = (check: string, thresholds: readonly number[]) => ({
    confidence: config.confidence,
    seed: seedOf(`performance/${metric}/${check}`, context),
    thresholds,
  });
  return {
    metric,
    direction: registered.direction,
    rule,
    challenger: registered.estimate(
      labels,
      challenger,
      question('value', limitsOf(rule, input.champion.state === 'none' ? baseline : null)),
    ),
    champion,
    difference:
      evaluated &&
      registered.compare(
        labels,
        { challenger, champion: evaluated },
        question('difference', differencesOf(registered, rule, margin)),
      ),
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
  { direction }: DirectedMetric,
  rule: MetricRule | null,
  margin: Margin | null,
): readonly number[] {
  if (margin === null) return [];
  const better = rule?.['superiority-margin'] ?? 0;
  return direction === 'max' ? [-margin.value, better] : [margin.value, -better];
}
