import { checkCounts } from '../arguments.ts';
import { wilsonInterval } from '../proportions/wilson.ts';
import { twoSidedConfidence } from '../special/critical-value.ts';

/** Rows of the current data whose category the reference does not know, and what the reference lets expect. */
export interface NewCategoryCounts {
  readonly newRows: number;
  readonly currentRows: number;
  /** Categories that occur once in the reference, N₁. */
  readonly singletons: number;
  readonly referenceRows: number;
}

/** Rate of new categories against its expectation. All are shares of rows. */
export interface NewCategoryRate {
  readonly rate: number;
  /** Good-Turing: N₁/n, the probability that one more row of the reference population shows a category not seen yet. */
  readonly expected: number;
  /** One-sided lower Wilson bound of the rate. Drift when it is above expected + limit. */
  readonly lower: number;
}

/**
 * Rate of rows with categories that the reference does not know. Good (1953), Biometrika 40, 237-264: without change about
 * N₁/n of the rows are new, so some are no alarm. From 0 to 1; higher means more drift.
 *
 * @throws RangeError when the counts are not whole numbers with part ≤ whole, whole ≥ 1, or not 0.5 < confidence < 1.
 */
export function newCategoryRate(counts: NewCategoryCounts, confidence: number): NewCategoryRate {
  checkCounts(counts.singletons, counts.referenceRows);
  const [lower] = wilsonInterval(counts.newRows, counts.currentRows, twoSidedConfidence(confidence));
  return { rate: counts.newRows / counts.currentRows, expected: counts.singletons / counts.referenceRows, lower };
}
