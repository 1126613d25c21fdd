import { checkConfidence } from '../arguments.ts';

/**
 * The confidence each of `comparisons` intervals needs so that all hold together with `confidence`, whatever their
 * dependence: 1 - (1 - confidence)/k (Bonferroni).
 *
 * @throws RangeError when confidence is not in (0, 1) or comparisons is not a whole number from 1.
 * @example bonferroniConfidence(0.95, 5) // 0.99
 */
export function bonferroniConfidence(confidence: number, comparisons: number): number {
  check(confidence, comparisons);
  return 1 - (1 - confidence) / comparisons;
}

/**
 * As {@link bonferroniConfidence} for independent intervals: confidence^(1/k) (Šidák). A little narrower; not valid under
 * negative dependence.
 *
 * @throws RangeError when confidence is not in (0, 1) or comparisons is not a whole number from 1.
 */
export function sidakConfidence(confidence: number, comparisons: number): number {
  check(confidence, comparisons);
  return confidence ** (1 / comparisons);
}

function check(confidence: number, comparisons: number): void {
  checkConfidence(confidence);
  if (!Number.isSafeInteger(comparisons) || comparisons < 1) {
    throw new RangeError(`A number of comparisons is a whole number from 1, got ${comparisons}.`);
  }
}
