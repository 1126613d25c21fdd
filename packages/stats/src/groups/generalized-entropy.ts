import { type BinaryConfusion, checkConfusion, confusionTotal } from '../classification/confusion/binary-confusion.ts';
import { defined, type Measured, undefinedFor } from '../measured.ts';

/**
 * Generalised entropy index of the benefits b = ŷ - y + 1 (0 for a false negative, 1 when right, 2 for a false positive),
 * with μ their mean: mean((b/μ)^α - 1) / (α(α - 1)), and mean((b/μ)·ln(b/μ)) for α = 1. From 0, lower is more equal; it
 * sees inequality between all rows, not only between groups. Speicher et al. (2018), KDD, eq. 2; as AIF360.
 *
 * Undefined without rows (`empty-group`) and when every row is a false negative, so that the mean benefit is zero
 * (`zero-denominator`).
 *
 * @throws RangeError unless α is finite and above 0 (below, a benefit of 0 is infinitely unequal), or a count is bad.
 */
export function generalizedEntropy(confusion: BinaryConfusion, alpha: number): Measured {
  checkConfusion(confusion);
  if (!(alpha > 0 && alpha < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The alpha of a generalised entropy must be finite and above 0, got ${alpha}.`);
  }
  const n = confusionTotal(confusion);
  if (n === 0) return undefinedFor('empty-group');
  const { tp, fp, fn, tn } = confusion;
  const mean = (tp + tn + 2 * fp) / n;
  if (mean === 0) return undefinedFor('zero-denominator');
  const of = alpha === 1 ? theilTerm : (share: number): number => (share ** alpha - 1) / (alpha * (alpha - 1));
  const sum = (tp + tn) * of(1 / mean) + fp * of(2 / mean) + fn * of(0);
  // Exactly 0 for equal benefits; rounding could leave a hair below.
  return defined(Math.max(0, sum / n));
}

/** 0·ln 0 is 0, its limit. */
function theilTerm(share: number): number {
  return share === 0 ? 0 : share * Math.log(share);
}

/** Theil index: {@link generalizedEntropy} with α = 1. */
export function theilIndex(confusion: BinaryConfusion): Measured {
  return generalizedEntropy(confusion, 1);
}

/** Coefficient of variation of the benefits: √(2·GEI) with α = 2; from 0, lower is more equal. */
export function benefitVariation(confusion: BinaryConfusion): Measured {
  const squared = generalizedEntropy(confusion, 2);
  return squared.value === null ? squared : defined(Math.sqrt(2 * squared.value));
}
