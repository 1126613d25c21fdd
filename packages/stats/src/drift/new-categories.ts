import { checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { clopperPearson } from '../proportions/clopper-pearson.ts';
import { twoSidedConfidence } from '../special/critical-value.ts';

/** Rows of the current data whose category the reference does not know, and what the reference lets expect. */
export interface NewCategoryCounts {
  readonly newRows: number;
  readonly currentRows: number;
  /** Categories that occur once in the reference, N₁. */
  readonly singletons: number;
  /** Rows of the reference whose category has no name, as in a profile with a privacy floor. */
  readonly pooled?: number;
  readonly referenceRows: number;
}

/** Rate of new categories against its expectation. All are shares of rows. */
export interface NewCategoryRate {
  readonly rate: number;
  /**
   * Good-Turing: N₁/n, the probability that one more row of the reference population shows a category not seen yet. Rows
   * without a name count with N₁: whatever they were, they look new.
   */
  readonly expected: number;
  /** Clopper and Pearson's of the rate; its lower bound is one-sided. Drift when that is above expected + limit. */
  readonly interval: Bounds;
}

/**
 * Rate of rows with categories that the reference does not know. Good (1953), Biometrika 40, 237-264: without change about
 * N₁/n of the rows are new, so some are no alarm. From 0 to 1; higher means more drift. The bound is exact: Wilson's lower
 * bound of one row in ten is above 0.01 at any level in use, and with a true rate of 0.01 one batch in ten has such a row.
 *
 * @throws RangeError when the counts are not whole numbers with part ≤ whole, whole ≥ 1, or not 0.5 < confidence < 1.
 */
export function newCategoryRate(counts: NewCategoryCounts, confidence: number): NewCategoryRate {
  const { newRows, currentRows, singletons, pooled = 0, referenceRows } = counts;
  checkCounts(singletons, referenceRows);
  checkCounts(pooled, referenceRows);
  const expected = Math.min(1, (singletons + pooled) / referenceRows);
  const interval = clopperPearson(newRows, currentRows, twoSidedConfidence(confidence));
  return { rate: newRows / currentRows, expected, interval };
}
