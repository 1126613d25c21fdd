import type { Finding, MetricName } from '@gatehouse/core';
import type { Bounds, Direction } from '@gatehouse/stats';
import {
  isWorse,
  judgeCeiling,
  judgeFloor,
  judgeNonInferiority,
  judgeTrivialBaseline,
  type Verdict,
} from '../decision/limit-rules.ts';
import { rowsToSettle } from '../decision/required-rows.ts';
import { boundsInWords, inWords, percent } from '../decision/wording.ts';
import type { DifferenceEstimate, Estimate } from './estimate/metric-estimate.ts';
import type { MetricRule } from './exam/exam.ts';
import type { JudgedMetric, Margin } from './exam/judged-metric.ts';
import type { Baseline } from './exam/trivial-baseline.ts';
import { settledVerdict } from './settled-verdict.ts';

const LIMITS = {
  floor: { judge: judgeFloor, failsWhen: 'below' },
  ceiling: { judge: judgeCeiling, failsWhen: 'above' },
} as const;

interface AgainstLimit {
  readonly side: keyof typeof LIMITS;
  readonly limit: number;
  readonly confidence: number;
  /** The errors of the two bounds; those of the confidence when absent. */
  readonly errors?: readonly [lower: number, upper: number];
}

/** The metric against a floor or a ceiling, by its worse bound. */
export function limitFinding(
  metric: MetricName,
  estimate: Estimate,
  { side, limit, confidence, errors }: AgainstLimit,
): Finding {
  const { judge, failsWhen } = LIMITS[side];
  const verdict = settledVerdict(estimate, (bounds) => judge(bounds, limit));
  const sentence = `${metric} is ${inWords(estimate.value)} (${measuredInWords(estimate, confidence)})`;
  return {
    measure: metric,
    ...verdict,
    ...described(estimate, confidence),
    ...rowsNeeded(verdict, estimate, { limit, confidence, errors }),
    limit,
    failsWhen,
    message: `${sentence}; policy ${side} ${inWords(limit)}${uncertainty(verdict, estimate, limit)}`,
  };
}

/** The metric against the limits of the policy; none where the policy has neither. */
export function limitFindings(
  metric: MetricName,
  estimate: Estimate,
  { rule, confidence }: { readonly rule: MetricRule; readonly confidence: number },
): readonly Finding[] {
  return (['floor', 'ceiling'] as const).flatMap((side) => {
    const limit = rule[side];
    return limit === undefined ? [] : [limitFinding(metric, estimate, { side, limit, confidence })];
  });
}

/** The metric against what a model that knows nothing of the features would reach. */
export function baselineFinding(
  { metric, direction }: JudgedMetric,
  estimate: Estimate,
  { baseline, confidence }: { readonly baseline: Baseline; readonly confidence: number },
): Finding {
  const sign = direction === 'max' ? 1 : -1;
  const verdict = settledVerdict(estimate, (bounds) =>
    inWordsOf(direction, judgeTrivialBaseline(oriented(bounds, direction), sign * baseline.value)),
  );
  const sentence = `${metric} is ${inWords(estimate.value)} (${measuredInWords(estimate, confidence)})`;
  return {
    measure: `${metric}-over-trivial-baseline`,
    ...verdict,
    ...described(estimate, confidence),
    ...rowsNeeded(verdict, estimate, { limit: baseline.value, confidence }),
    limit: baseline.value,
    failsWhen: direction === 'max' ? 'below' : 'above',
    message: `${sentence}; ${baseline.words} ${inWords(baseline.value)}${uncertainty(verdict, estimate, baseline.value)}`,
  };
}

interface Against {
  readonly margin: Margin;
  /** By how much a superior challenger is better. */
  readonly superiority: number;
  readonly confidence: number;
  /** The errors of the two bounds; those of the confidence when absent. */
  readonly errors?: readonly [lower: number, upper: number];
  readonly version: string;
}

/** Challenger minus champion against the non-inferiority margin. */
export function differenceFinding(
  { metric, direction }: JudgedMetric,
  estimate: Estimate,
  { margin, superiority, confidence, errors, version }: Against,
): Finding {
  const limit = direction === 'max' ? 0 - margin.value : margin.value;
  const verdict = settledVerdict(estimate, (bounds) =>
    judgeNonInferiority(oriented(bounds, direction), margin.value, superiority),
  );
  const sentence = `difference in ${metric} between the challenger and the champion ${version} is ${inWords(estimate.value)}`;
  const worse = settledWorse(estimate, direction) ? '; the challenger is worse than the champion' : '';
  const aside = `${worse}${uncertainty(verdict, estimate, limit)}`;
  return {
    measure: `${metric}-difference`,
    ...verdict,
    ...described(estimate, confidence),
    ...rowsNeeded(verdict, estimate, { limit, confidence, errors }),
    limit,
    failsWhen: direction === 'max' ? 'below' : 'above',
    message: `${sentence} (${measuredInWords(estimate, confidence)}); policy margin ${marginInWords(margin)}${aside}`,
  };
}

/** {@link differenceFinding}, and a second finding for people where a challenger passes although it is surely worse. */
export function championFindings(
  judged: JudgedMetric,
  estimate: DifferenceEstimate,
  against: Against,
): readonly Finding[] {
  const finding = differenceFinding(judged, estimate, against);
  if (finding.outcome !== 'pass' || !settledWorse(estimate, judged.direction)) return [finding];
  const { metric } = judged;
  const within = `by less than the policy margin ${marginInWords(against.margin)}`;
  const warning: Finding = {
    ...finding,
    measure: `${metric}-worse-within-margin`,
    severity: 'warn',
    reasonCode: 'worse-within-margin',
    message: `${metric} of the challenger is surely worse than that of the champion ${against.version}, ${within}; margins that are used up again and again add up`,
  };
  return [finding, warning];
}

/** Says that a metric could not be compared with the champion, and why. */
export function championUnavailableFinding({ metric, margin, direction }: JudgedMetric, reason: string): Finding {
  const max = direction === 'max';
  return {
    measure: `${metric}-difference`,
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode: 'champion-unavailable',
    value: null,
    ...(margin === null ? {} : { limit: max ? 0 - margin.value : margin.value }),
    failsWhen: max ? 'below' : 'above',
    message: `difference in ${metric} between the challenger and the champion is not known: ${reason}`,
  };
}

/**
 * Says that there is no champion. Where neither a limit nor a trivial baseline applies either, nothing was judged, and
 * the finding blocks. Versions that exist without a stage are told: a deleted stage tag looks like one never made.
 */
export function firstVersionFinding(
  { metric, rule, baseline, direction }: JudgedMetric,
  versionsExist: boolean,
): Finding {
  const limit = direction === 'max' ? 'floor' : 'ceiling';
  const used = [
    ...(rule?.floor === undefined ? [] : ['the floor of the policy']),
    ...(rule?.ceiling === undefined ? [] : ['the ceiling of the policy']),
    ...(baseline === null ? [] : ['the trivial baseline']),
  ];
  const judged = used.length > 0;
  const how = judged ? `judged by ${used.join(' and ')}` : `judged by nothing; set a ${limit} or a trivial baseline`;
  return {
    measure: metric,
    outcome: judged ? 'pass' : 'inconclusive',
    severity: judged ? 'warn' : 'block',
    reasonCode: 'first-version',
    value: null,
    message: `there is no champion${versionsExist ? ': versions are published and no stage tag names one' : ''}; ${metric} is ${how}`,
  };
}

/** Bounds of which more is better. */
function oriented([lower, upper]: Bounds, direction: Direction): Bounds {
  return direction === 'max' ? [lower, upper] : [-upper, -lower];
}

/** The words of a ceiling for a metric of which less is better. */
function inWordsOf(direction: Direction, verdict: Verdict): Verdict {
  if (direction === 'max') return verdict;
  if (verdict.reasonCode === 'floor-met') return { ...verdict, reasonCode: 'within-limit' };
  return verdict.reasonCode === 'interval-spans-floor' ? { ...verdict, reasonCode: 'interval-spans-limit' } : verdict;
}

/** True when the whole interval is on the worse side, also after two Monte-Carlo errors. */
function settledWorse({ bounds, resampling }: Estimate, direction: Direction): boolean {
  const [low, high] = resampling?.error ?? [0, 0];
  return isWorse(oriented([bounds[0] - 2 * low, bounds[1] + 2 * high], direction));
}

type Described = Pick<Finding, 'severity' | 'value' | 'interval' | 'confidence' | 'coverage' | 'n' | 'method'>;

function described(estimate: Estimate, confidence: number): Described {
  const { resampling, method } = estimate;
  const drawn = resampling === null ? '' : `, ${resampling.replicates} replicates`;
  return {
    severity: 'block',
    value: estimate.value,
    interval: estimate.bounds,
    confidence,
    coverage: 'each-bound',
    n: estimate.n,
    method: `${method}${drawn}`,
  };
}

interface Spanned {
  readonly limit: number;
  readonly confidence: number;
  readonly errors?: readonly [lower: number, upper: number] | undefined;
}

/** Of a finding whose bounds span the limit, the rows that would tell. */
function rowsNeeded(
  verdict: Verdict,
  { value, bounds, n }: Estimate,
  { limit, confidence, errors = [1 - confidence, 1 - confidence] }: Spanned,
): Pick<Finding, 'requiredN'> {
  if (!isSpanning(verdict)) return {};
  const rows = rowsToSettle({ value, bounds, errors, n: n.reduce((sum, count) => sum + count, 0) }, limit);
  return rows === null ? {} : { requiredN: rows };
}

function isSpanning({ reasonCode }: Verdict): boolean {
  return reasonCode === 'interval-spans-limit' || reasonCode === 'interval-spans-floor';
}

/** Why a verdict is not known, where more rows would not help or more replicates would. */
function uncertainty(verdict: Verdict, { value, resampling }: Estimate, limit: number): string {
  if (isSpanning(verdict) && value === limit) return '; no number of rows tells a value from the limit that it equals';
  if (verdict.reasonCode !== 'monte-carlo' || resampling === null) return '';
  return `; ${resampling.replicates} replicates leave the bounds uncertain by up to ${inWords(2 * Math.max(...resampling.error))}`;
}

function marginInWords({ value, share }: Margin): string {
  return share === null ? inWords(value) : `${inWords(value)}, ${percent(share)} of the champion's value`;
}

function measuredInWords({ bounds, n }: Estimate, confidence: number): string {
  return `${boundsInWords(bounds, confidence, 'each-bound')}, n = ${n.join('/')}`;
}
