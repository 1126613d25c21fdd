import type { Undefined } from '../measured.ts';
import { fisherExact } from '../proportions/fisher-exact.ts';
import { pearsonTest } from './chi-square-test.ts';
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
  const { table, categories, adequate } = mergeSmallCategories([first, second]);
  const sums = margins(table);
  if ('undefinedReason' in sums) return sums;
  const { statistic, df, p } = pearsonTest({ table, sums }, 'yates');
  const found = { categories: categories.length, undefinedReason: null };
  if (df === 0) return { ...found, p, statistic, df, method: 'single category' };
  if (adequate) return { ...found, p, statistic, df, method: df === 1 ? 'chi-square, yates' : 'chi-square' };
  const exact = fisherExact({ first: yesNo(table[0]), second: yesNo(table[1]) });
  return { ...found, p: exact, statistic: null, df: null, method: 'fisher, exact' };
}

function yesNo(row: ArrayLike<number> | undefined): { readonly yes: number; readonly no: number } {
  return { yes: Number(row?.[0]), no: Number(row?.[1]) };
}
