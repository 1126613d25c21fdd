import { clopperPearson } from '../proportions/clopper-pearson.ts';
import { betaMixtureInterval } from './beta-mixture.ts';

/** Rows by category: of the reference, and of all current rows so far. Categories in one order. */
export interface CategoryCounts {
  readonly reference: ArrayLike<number>;
  readonly current: ArrayLike<number>;
}

/** What a monitor of categories tolerates and how sure it must be. */
export interface CategoryDesign {
  /** A difference of a category's share up to this is no alarm. */
  readonly tolerance: number;
  /** Probability of ever alarming without a larger difference. */
  readonly alpha: number;
}

/** How far each category's interval lies from that of the reference; 0 where they meet. */
export interface CategorySeparation {
  readonly gaps: readonly number[];
  /** Whether a gap is above the tolerance. */
  readonly alarm: boolean;
}

/**
 * The sequential monitor of a categorical column: for each of C categories a Beta-mixture confidence sequence of the
 * current share and a Clopper-Pearson interval of the reference's, each at error alpha/(2C), so that all hold at all times
 * together with probability 1 - alpha. An alarm is a gap between the two that is above the tolerance.
 *
 * `null` while a side has no row.
 *
 * @throws RangeError when the sides differ in their categories or have fewer than two, a count is not a whole number from
 *   0, or the tolerance or alpha is not allowed.
 */
export function categorySeparation(counts: CategoryCounts, design: CategoryDesign): CategorySeparation | null {
  const { tolerance, alpha } = design;
  const { reference, current } = counts;
  const categories = reference.length;
  if (categories !== current.length || categories < 2) {
    throw new RangeError(`Both sides have the same categories, at least two, got ${categories} and ${current.length}.`);
  }
  if (!(tolerance >= 0 && tolerance < 1 && alpha > 0 && alpha < 1)) {
    throw new RangeError(`A tolerance is from 0 and alpha above 0, both below 1, got ${tolerance} and ${alpha}.`);
  }
  const n = rowsOf(reference);
  const m = rowsOf(current);
  if (n === 0 || m === 0) return null;
  const level = alpha / (2 * categories);
  const gaps = Array.from(reference, (count, category) => {
    const [low, high] = clopperPearson(count, n, 1 - level);
    const [from, to] = betaMixtureInterval(Number(current[category]), m, level);
    return Math.max(0, from - high, low - to);
  });
  return { gaps, alarm: gaps.some((gap) => gap > tolerance) };
}

function rowsOf(counts: ArrayLike<number>): number {
  return Array.from(counts).reduce((sum, count) => {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A count of a category is a whole number from 0, got ${count}.`);
    }
    return sum + count;
  }, 0);
}
