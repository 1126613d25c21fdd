import { checkConfidence } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { type Undefined, undefinedFor } from '../measured.ts';
import { studentCdf, studentCritical } from '../special/student-t.ts';
import type { Moments } from './moments.ts';

/** A mean, or a difference of means, with its t interval. */
export interface MeanEstimate {
  readonly estimate: number;
  readonly standardError: number;
  /** Degrees of freedom; infinite where the standard error is 0. */
  readonly df: number;
  readonly interval: Bounds;
  /** Two-sided p-value of the null that the true value is 0. */
  readonly p: number;
  readonly undefinedReason: null;
}

/**
 * Mean with the interval mean ± t·√(m2/(n-1)/n), t with n - 1 degrees of freedom. Give it the moments of the differences of
 * pairs and it is the paired t interval and test. Where all values are equal the interval has no width, and p is 1 at 0
 * and 0 elsewhere: n equal values is what the data say, and whether n is enough is for the gate.
 *
 * Undefined (`insufficient-n`) for fewer than two values. Student (1908), Biometrika 6, 1-25.
 *
 * @throws RangeError when confidence is not in (0, 1) or the moments are not those of a sample.
 */
export function meanInterval(moments: Moments, confidence: number): MeanEstimate | Undefined<'insufficient-n'> {
  checkConfidence(confidence);
  checkMoments(moments);
  if (moments.n < 2) return undefinedFor('insufficient-n');
  const variance = moments.m2 / (moments.n - 1) / moments.n;
  return studentEstimate({ estimate: moments.mean, variance, df: moments.n - 1 }, confidence);
}

/**
 * Difference of the means of two independent samples, first minus second, without the assumption of equal variances:
 * Welch (1947), Biometrika 34, 28-35; degrees of freedom of Satterthwaite.
 *
 * Undefined (`insufficient-n`) when a sample has fewer than two values. Two constant samples are as in {@link meanInterval}.
 *
 * @throws RangeError when confidence is not in (0, 1) or the moments are not those of a sample.
 */
export function welchDifference(
  first: Moments,
  second: Moments,
  confidence: number,
): MeanEstimate | Undefined<'insufficient-n'> {
  checkConfidence(confidence);
  checkMoments(first);
  checkMoments(second);
  if (first.n < 2 || second.n < 2) return undefinedFor('insufficient-n');
  const [a, b] = [first.m2 / (first.n - 1) / first.n, second.m2 / (second.n - 1) / second.n];
  // Shares of the variance rather than squares of it, which would underflow.
  const share = a / (a + b);
  const df = 1 / (share ** 2 / (first.n - 1) + (1 - share) ** 2 / (second.n - 1));
  return studentEstimate({ estimate: first.mean - second.mean, variance: a + b, df }, confidence);
}

interface Normalish {
  readonly estimate: number;
  readonly variance: number;
  readonly df: number;
}

function studentEstimate({ estimate, variance, df }: Normalish, confidence: number): MeanEstimate {
  if (variance === 0) {
    const p = estimate === 0 ? 1 : 0;
    return {
      estimate,
      standardError: 0,
      df: Number.POSITIVE_INFINITY,
      interval: [estimate, estimate],
      p,
      undefinedReason: null,
    };
  }
  const standardError = Math.sqrt(variance);
  const half = studentCritical(confidence, df) * standardError;
  return {
    estimate,
    standardError,
    df,
    interval: [estimate - half, estimate + half],
    p: Math.min(1, 2 * studentCdf(-Math.abs(estimate) / standardError, df)),
    undefinedReason: null,
  };
}

function checkMoments({ n, mean, m2 }: Moments): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`A sample size is a whole number from 0, got ${n}.`);
  if (!Number.isFinite(mean) || !(m2 >= 0 && m2 < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A mean is finite and a sum of squares finite and from 0, got ${mean} and ${m2}.`);
  }
}
