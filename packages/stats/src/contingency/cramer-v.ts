import { defined, type Measured, undefinedFor } from '../measured.ts';
import { pearsonTest } from './chi-square-test.ts';
import { type ContingencyTable, margins, type TableUndefined } from './table.ts';

/**
 * Cramér's V, √(χ²/(N·(min(r, c) - 1))) without continuity correction: 0 when all groups have one distribution, 1 when the
 * group tells the category or the category the group. Higher is more different. Biased up in small samples, by about
 * √(df/N).
 *
 * Undefined when a group has no count, when there is one group, and when only one category has counts (`single-class`).
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 * @example cramerV([[16, 18, 16, 14, 12, 12], [16, 16, 16, 16, 16, 8]]) // 0.0960116
 */
export function cramerV(table: ContingencyTable): Measured<TableUndefined | 'single-class'> {
  const sums = margins(table);
  if ('undefinedReason' in sums) return sums;
  const smaller = Math.min(sums.rows.length, sums.columns.length) - 1;
  if (smaller === 0) return undefinedFor('single-class');
  return defined(Math.min(1, Math.sqrt(pearsonTest({ table, sums }, 'none').statistic / (sums.total * smaller))));
}
