import type { Decision, Finding } from '@gatehouse/core';
import { type Bounds, normalQuantile } from '@gatehouse/stats';

/** A value with one-sided bounds, each at an error of its own. */
export interface SpanningBounds {
  readonly value: number;
  readonly bounds: Bounds;
  readonly errors: readonly [lower: number, upper: number];
  readonly n: number;
}

const POWER = 0.8;

/**
 * About how many rows would tell a value from the limit that its bounds span, with power 0.8 if the value stays what it is:
 * n·((1 + z(0.80)/z)·d/|value - limit|)², where d is the distance to the bound on the side of the limit, which shrinks with √n,
 * and z that of its error. The bound lies beyond the limit, so this is more than n. `null` where the value is at the limit.
 *
 * @example rowsToSettle({ value: 0.86, bounds: [0.84, 0.88], errors: [0.05, 0.05], n: 1000 }, 0.85) // 9141
 */
export function rowsToSettle({ value, bounds, errors, n }: SpanningBounds, limit: number): number | null {
  const side = value > limit ? 0 : 1;
  const z = -normalQuantile(errors[side]);
  const rows = Math.ceil(n * (((1 + normalQuantile(POWER) / z) * (value - bounds[side])) / (value - limit)) ** 2);
  return Number.isSafeInteger(rows) && rows > n ? rows : null;
}

/** By measure the most rows that a finding about it needs. */
export function requiredByMeasure(findings: readonly Finding[]): Decision['power']['requiredN'] {
  const most = new Map<string, number>();
  for (const { measure, requiredN } of findings) {
    if (requiredN !== undefined) most.set(measure, Math.max(requiredN, most.get(measure) ?? 0));
  }
  return Object.fromEntries(most);
}
