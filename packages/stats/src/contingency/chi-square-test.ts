import type { Undefined } from '../measured.ts';
import { chiSquareSf } from '../special/chi-square.ts';
import { type ContingencyTable, type Margins, margins, sumOverCells, type TableUndefined } from './table.ts';

/** A test of homogeneity of a table. */
export interface HomogeneityTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly undefinedReason: null;
}

/**
 * Pearson's χ² test that all groups have one distribution over the categories: Σ(O - E)²/E with (r-1)(c-1) degrees of freedom.
 * With two groups and two categories Yates' correction moves each count by min(½, |O - E|) toward its expectation, unless
 * `correction` is `none`. Categories without a count are left out; with a single one left, nothing can differ: statistic 0,
 * df 0, p 1.
 *
 * Undefined when a group has no count (`empty-group`) or there is only one (`single-group`). Valid where the expected counts
 * are at least 5: merge categories with `mergeSmallCategories` first.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 * @example chiSquareTest([[10, 10, 20], [20, 20, 20]]) // { statistic: 2.7777777777777777, df: 2, p: 0.24935… }
 */
export function chiSquareTest(
  table: ContingencyTable,
  correction: 'yates' | 'none' = 'yates',
): HomogeneityTest | Undefined<TableUndefined> {
  const sums = margins(table);
  if ('undefinedReason' in sums) return sums;
  return pearsonTest({ table, sums }, correction);
}

/** {@link chiSquareTest} of a table whose sums are known to be valid. */
export function pearsonTest(
  { table, sums }: { readonly table: ContingencyTable; readonly sums: Margins },
  correction: 'yates' | 'none',
): HomogeneityTest {
  const moved = correction === 'yates' && degrees(sums) === 1 ? 0.5 : 0;
  const statistic = sumOverCells(table, sums, (observed, expected) => {
    const distance = Math.abs(observed - expected);
    return (distance - Math.min(moved, distance)) ** 2 / expected;
  });
  return tested(statistic, degrees(sums));
}

/**
 * The G test of homogeneity, 2ΣO·ln(O/E), without continuity correction: as {@link chiSquareTest} from the likelihood ratio.
 *
 * @throws RangeError as {@link chiSquareTest}.
 * @example gTest([[10, 10, 20], [20, 20, 20]]) // { statistic: 2.7688587616781319, df: 2, p: 0.25046668 }
 */
export function gTest(table: ContingencyTable): HomogeneityTest | Undefined<TableUndefined> {
  const sums = margins(table);
  if ('undefinedReason' in sums) return sums;
  const statistic = sumOverCells(table, sums, (observed, expected) =>
    observed === 0 ? 0 : 2 * observed * Math.log(observed / expected),
  );
  return tested(Math.max(0, statistic), degrees(sums));
}

function tested(statistic: number, df: number): HomogeneityTest {
  return { statistic, df, p: chiSquareSf(statistic, df), undefinedReason: null };
}

function degrees({ rows, columns }: Margins): number {
  return (rows.length - 1) * (columns.length - 1);
}
