import { checkConfidence } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { normalCdf } from '../special/normal.ts';
import { normalQuantile } from '../special/normal-quantile.ts';
import { linearPercentile } from './percentile.ts';

/** Why percentiles stand where BCa was wanted. */
export type PercentileFallback =
  /** Every replicate lies on one side of the estimate, so the bias correction is infinite. */
  | 'one-sided-replicates'
  /** The statistic is the same, or has no value, without some part of the rows: there is no acceleration. */
  | 'no-acceleration'
  /** The correction leaves the range in which it is increasing. */
  | 'acceleration-too-large';

/** A bootstrap interval and the shares of the replicates that it was read at. */
export interface BootstrapBounds {
  readonly interval: Bounds;
  /** The shares of the replicates below the lower and the upper bound. */
  readonly shares: Bounds;
  /** `bca`, or `percentile` with the reason in `fallback`. */
  readonly method: 'bca' | 'percentile';
  readonly fallback: PercentileFallback | null;
  /** z0; infinite when all replicates lie on one side of the estimate. */
  readonly biasCorrection: number;
  readonly acceleration: number | null;
}

/** What a BCa interval is computed from. */
export interface BootstrapSample {
  readonly estimate: number;
  /** Ascending. */
  readonly replicates: Float64Array;
  /** Of {@link jackknifeAcceleration}; null where it has none. */
  readonly acceleration: number | null;
}

/**
 * Bias-corrected and accelerated bootstrap interval: Efron (1987), JASA 82, 171-185. z0 = Φ⁻¹((#{θ* < θ} + #{θ* ≤ θ})/2B),
 * shares Φ(z0 + (z0 + z)/(1 - a(z0 + z))) for z = ±z(confidence), read by linear interpolation. Where that is not defined the
 * plain percentiles are given and `fallback` says why.
 *
 * @throws RangeError when there is no replicate or confidence is not in (0, 1).
 */
export function bcaInterval(
  { estimate, replicates, acceleration }: BootstrapSample,
  confidence: number,
): BootstrapBounds {
  checkConfidence(confidence);
  const z = normalQuantile((1 - confidence) / 2);
  const ranks = countBelow(replicates, estimate) + countBelow(replicates, estimate, true);
  const biasCorrection = normalQuantile(ranks / (2 * replicates.length));
  const corrected = correctedShares({ biasCorrection, acceleration }, z);
  const usable = typeof corrected !== 'string';
  const shares: Bounds = usable ? corrected : [(1 - confidence) / 2, 1 - (1 - confidence) / 2];
  return {
    interval: [linearPercentile(replicates, shares[0]), linearPercentile(replicates, shares[1])],
    shares,
    method: usable ? 'bca' : 'percentile',
    fallback: usable ? null : corrected,
    biasCorrection,
    acceleration,
  };
}

interface Corrections {
  readonly biasCorrection: number;
  readonly acceleration: number | null;
}

function correctedShares({ biasCorrection, acceleration }: Corrections, z: number): Bounds | PercentileFallback {
  if (!Number.isFinite(biasCorrection)) return 'one-sided-replicates';
  if (acceleration === null) return 'no-acceleration';
  const [lower, upper] = [biasCorrection + z, biasCorrection - z];
  if (acceleration * lower >= 1 || acceleration * upper >= 1) return 'acceleration-too-large';
  return [
    normalCdf(biasCorrection + lower / (1 - acceleration * lower)),
    normalCdf(biasCorrection + upper / (1 - acceleration * upper)),
  ];
}

/** How many sorted values lie below `limit`, or with `orEqual` not above it, by bisection. */
function countBelow(sorted: Float64Array, limit: number, orEqual = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = Number(sorted[middle]);
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
