import { HALF_LOG_TWO_PI, stirlingError } from './log-gamma.ts';

/** A binomial count at which a density is wanted; real numbers are allowed, as the Beta function needs them. */
export interface BinomialPoint {
  readonly successes: number;
  readonly failures: number;
  /** Probability of a success, and of a failure: both, because 1 - p loses the digits of a p near 1. */
  readonly p: number;
  readonly q: number;
}

/**
 * ln of Γ(n+1)/(Γ(s+1)Γ(f+1))·p^s·q^f with n = s + f, by the saddle-point expansion of Loader (2000): no large terms
 * cancel, so the density keeps about thirteen digits for any n. s, f ≥ 0; -Infinity where the density is 0.
 */
export function logBinomialDensity({ successes, failures, p, q }: BinomialPoint): number {
  const n = successes + failures;
  if (successes === 0) return failures === 0 ? 0 : failures * logOf(q, p);
  if (failures === 0) return successes * logOf(p, q);
  if (p === 0 || q === 0) return Number.NEGATIVE_INFINITY;
  return (
    stirlingError(n) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, n * p) -
    deviance(failures, n * q) -
    HALF_LOG_TWO_PI +
    0.5 * (Math.log(n / successes) - Math.log(failures))
  );
}

/** ln of e^(-mean)·mean^x/Γ(x+1), the Poisson density at a real x > 0; mean > 0. Loader (2000). */
export function logPoissonDensity(x: number, mean: number): number {
  return -stirlingError(x) - deviance(x, mean) - HALF_LOG_TWO_PI - 0.5 * Math.log(x);
}

/** ln p, where p + q = 1 and the smaller of the two has all its digits. */
function logOf(p: number, q: number): number {
  return p > 0.5 ? Math.log1p(-q) : Math.log(p);
}

/** x·ln(x/mean) + mean - x, at least 0, without the cancellation at x ≈ mean. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
