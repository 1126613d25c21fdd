import { type Undefined, undefinedFor } from '../measured.ts';
import { fisherExact } from '../proportions/fisher-exact.ts';
import { chiSquareTest } from './chi-square-test.ts';
import { mergeSmallCategories } from './merge-small-categories.ts';
import { margins, type TableUndefined } from './table.ts';

/** The p-value of a comparison of two groups over categories, and how it was found. */
export interface HomogeneityP {
  readonly p: number;
  readonly method: 'chi-square' | 'chi-square, yates' | 'fisher, exact' | 'single category';
  /** χ² of the merged table; null for Fisher's test. */
  readonly statistic: number | null;
  readonly df: number | null;
  /** How many categories are left after merging. */
  readonly categories: number;
  readonly undefinedReason: null;
}

/**
 * The test of stats.md §3.2 that two groups have one distribution over categories: small categories merged until every
 * expected count is 5, then χ², with Yates' correction when two are left, or Fisher's exact test when even those are too
 * small. For very many rare categories `monteCarloHomogeneity` merges nothing.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 */
export function homogeneity(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): HomogeneityP | Undefined<TableUndefined> {
  const sums = margins([first, second]);
  if ('undefinedReason' in sums) return sums;
  const { table, categories, adequate } = mergeSmallCategories([first, second]);
  const [a, b] = table;
  const test = chiSquareTest(table);
  if (test.undefinedReason !== null || a === undefined || b === undefined) return undefinedFor('empty-group');
  const { statistic, df, p } = test;
  const found = { categories: categories.length, undefinedReason: null };
  if (df === 0) return { ...found, p, statistic, df, method: 'single category' };
  if (adequate) return { ...found, p, statistic, df, method: df === 1 ? 'chi-square, yates' : 'chi-square' };
  const exact = fisherExact({
    first: { yes: Number(a[0]), no: Number(a[1]) },
    second: { yes: Number(b[0]), no: Number(b[1]) },
  });
  return { ...found, p: exact, statistic: null, df: null, method: 'fisher, exact' };
}
