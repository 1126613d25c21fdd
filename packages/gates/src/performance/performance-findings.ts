import type { Finding, PerformanceGateConfig } from '@gatehouse/core';
import { judgeFloor, judgeNonInferiority, judgeTrivialBaseline } from '../decision/limit-rules.ts';
import { inWords, percent } from '../decision/wording.ts';
import type { DifferenceEstimate, Estimate, Metric } from './metric-estimate.ts';

type MetricConfig = NonNullable<PerformanceGateConfig['metrics'][Metric]>;

/** The lower bound of the metric against the floor of the policy. */
export function floorFinding(metric: Metric, estimate: Estimate, rule: { floor: number; confidence: number }): Finding {
  const { floor, confidence } = rule;
  return {
    measure: metric,
    ...judgeFloor(estimate.bounds, floor),
    ...described(estimate, confidence),
    limit: floor,
    message: `${metric} is ${inWords(estimate.value)} (${boundsInWords(estimate, confidence)}); policy floor ${inWords(floor)}`,
  };
}

/** The metric against what a model that knows nothing of the features would reach. */
export function baselineFinding(
  metric: Metric,
  estimate: Estimate,
  rule: { readonly baseline: number; readonly confidence: number },
): Finding {
  const { baseline, confidence } = rule;
  const trivial = metric === 'accuracy' ? 'always predicting the more frequent label gives' : 'a random order gives';
  const sentence = `${metric} is ${inWords(estimate.value)} (${boundsInWords(estimate, confidence)})`;
  return {
    measure: `${metric}-over-trivial-baseline`,
    ...judgeTrivialBaseline(estimate.bounds, baseline),
    ...described(estimate, confidence),
    limit: baseline,
    message: `${sentence}; ${trivial} ${inWords(baseline)}`,
  };
}

/** Challenger minus champion against the non-inferiority margin. */
export function championFinding(
  metric: Metric,
  estimate: DifferenceEstimate,
  rule: { readonly margin: number; readonly confidence: number; readonly version: string },
): Finding {
  const { margin, confidence, version } = rule;
  const sentence = `difference in ${metric} between the challenger and the champion ${version} is ${inWords(estimate.value)}`;
  const worse = estimate.bounds[1] < 0 ? '; the challenger is worse than the champion' : '';
  return {
    measure: `${metric}-difference`,
    ...judgeNonInferiority(estimate.bounds, margin),
    ...described(estimate, confidence),
    limit: -margin,
    message: `${sentence} (${boundsInWords(estimate, confidence)}); policy margin ${inWords(margin)}${worse}`,
  };
}

/** Says that a metric could not be compared with the champion, and why. */
export function championUnavailableFinding(metric: Metric, margin: number, reason: string): Finding {
  return {
    measure: `${metric}-difference`,
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode: 'champion-unavailable',
    value: null,
    limit: -margin,
    failsWhen: 'below',
    message: `difference in ${metric} between the challenger and the champion is not known: ${reason}`,
  };
}

/**
 * Says that there is no champion. Where neither a floor nor a trivial baseline applies either, nothing was judged, and
 * the finding blocks. Versions that exist without a stage are told: a deleted stage tag looks like one never made.
 */
export function firstVersionFinding(
  metric: Metric,
  config: MetricConfig,
  found: { readonly hasBaseline: boolean; readonly versionsExist: boolean },
): Finding {
  const used = [
    ...(config.floor === undefined ? [] : ['the floor of the policy']),
    ...(found.hasBaseline ? ['the trivial baseline'] : []),
  ];
  const judged = used.length > 0;
  const how = judged ? `judged by ${used.join(' and ')}` : 'judged by nothing; set a floor or a trivial baseline';
  return {
    measure: metric,
    outcome: judged ? 'pass' : 'inconclusive',
    severity: judged ? 'warn' : 'block',
    reasonCode: 'first-version',
    value: null,
    message: `there is no champion${found.versionsExist ? ': versions are published and no stage tag names one' : ''}; ${metric} is ${how}`,
  };
}

/** Says that a metric has no value on these rows. */
export function undefinedFinding(metric: Metric, reasonCode: Finding['reasonCode'], n: number): Finding {
  const why = reasonCode === 'single-class' ? 'all labels are equal' : 'there is no evaluation row';
  return {
    measure: metric,
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode,
    value: null,
    n: [n],
    message: `${metric} has no value: ${why} (n = ${n})`,
  };
}

type Described = Pick<Finding, 'severity' | 'value' | 'interval' | 'confidence' | 'n' | 'failsWhen' | 'method'>;

function described(estimate: Estimate, confidence: number): Described {
  return {
    severity: 'block',
    value: estimate.value,
    interval: estimate.bounds,
    confidence,
    n: estimate.n,
    failsWhen: 'below',
    method: `${estimate.method}, one-sided bounds`,
  };
}

function boundsInWords(estimate: Estimate, confidence: number): string {
  const [lower, upper] = estimate.bounds;
  const bounds = `${inWords(lower)} and ${inWords(upper)}`;
  return `one-sided ${percent(confidence)} bounds ${bounds}, n = ${estimate.n.join('/')}`;
}
