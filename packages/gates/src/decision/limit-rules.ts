import type { Finding } from '@gatehouse/core';
import type { Bounds } from '@gatehouse/stats';

/** Outcome and reason of comparing an interval with a limit. */
export type Verdict = Pick<Finding, 'outcome' | 'reasonCode'>;

/** Comparisons are closed on the passing side, with room for rounding. */
function tolerance(limit: number): number {
  return 1e-12 * Math.max(1, Math.abs(limit));
}

/** For measures that fail above a limit: passes when the upper bound is at or below it, fails when the lower is above. */
export function judgeCeiling([lower, upper]: Bounds, limit: number): Verdict {
  if (lower > limit + tolerance(limit)) return { outcome: 'fail', reasonCode: 'limit-exceeded' };
  if (upper <= limit + tolerance(limit)) return { outcome: 'pass', reasonCode: 'within-limit' };
  return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}

/** For measures that fail below a floor: passes when the lower bound is at or above it, fails when the upper is below. */
export function judgeFloor([lower, upper]: Bounds, floor: number): Verdict {
  if (upper < floor - tolerance(floor)) return { outcome: 'fail', reasonCode: 'below-floor' };
  if (lower >= floor - tolerance(floor)) return { outcome: 'pass', reasonCode: 'floor-met' };
  return { outcome: 'inconclusive', reasonCode: 'interval-spans-floor' };
}

/** Against a trivial baseline, which must be beaten: equality is not enough. */
export function judgeTrivialBaseline([lower, upper]: Bounds, baseline: number): Verdict {
  if (upper <= baseline + tolerance(baseline)) return { outcome: 'fail', reasonCode: 'not-better-than-trivial' };
  if (lower > baseline + tolerance(baseline)) return { outcome: 'pass', reasonCode: 'floor-met' };
  return { outcome: 'inconclusive', reasonCode: 'interval-spans-floor' };
}

/**
 * Non-inferiority of challenger minus champion (stats.md §1.4): superior above 0, non-inferior from -margin, inferior when
 * the whole interval is below -margin. Superiority after non-inferiority needs no correction (closed testing). With
 * `superiority`, only a challenger that is better by more than that is called superior.
 */
export function judgeNonInferiority([lower, upper]: Bounds, margin: number, superiority = 0): Verdict {
  if (upper < -margin - tolerance(margin)) return { outcome: 'fail', reasonCode: 'inferior' };
  if (lower > superiority + tolerance(0)) return { outcome: 'pass', reasonCode: 'superior' };
  if (lower >= -margin - tolerance(margin)) return { outcome: 'pass', reasonCode: 'non-inferior' };
  return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}

/** True when the whole interval of challenger minus champion is below 0. */
export function isWorse([, upper]: Bounds): boolean {
  return upper < -tolerance(0);
}
