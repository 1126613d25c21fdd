import { checkProbability } from '../arguments.ts';

/**
 * Benjamini and Hochberg's adjusted p-values (1995, JRSS B 57, 289-300), in the order given: the running minimum, from the
 * largest down, of m·p/i, at most 1. Rejecting those ≤ q keeps the expected share of false rejections at q when the tests
 * are independent or positively dependent.
 *
 * @throws RangeError when a p-value is not a number from 0 to 1.
 * @example benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05]) // [0.05, 0.05, 0.05, 0.05, 0.05]
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) checkProbability(p);
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(0);
  let least = 1;
  for (const [at, { p, index }] of descending.entries()) {
    least = Math.min(least, (pValues.length / (pValues.length - at)) * p);
    adjusted[index] = least;
  }
  return adjusted;
}
