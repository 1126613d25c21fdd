import { type ContingencyTable, leastExpected, margins } from './table.ts';

/** The expected count from which Pearson's statistic follows the χ² law well enough. */
export const LEAST_EXPECTED = 5;

/** A table of merged categories. */
export interface MergedTable {
  readonly table: readonly Float64Array[];
  /** For each category of the merged table the categories of the original one, ascending. */
  readonly categories: readonly (readonly number[])[];
  /** False when two categories are left and an expected count is still below 5. */
  readonly adequate: boolean;
}

/**
 * Merges the two categories with the smallest pooled counts, again and again, until every expected count is at least 5 or
 * two categories are left. Which are merged depends on the pooled counts only, not on how the groups differ, so the test
 * afterwards keeps its level. Categories without a count vanish; ties go to the earlier category.
 *
 * A table that has no valid sums (an empty group, a single group) is returned without its empty categories, not adequate.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 */
export function mergeSmallCategories(table: ContingencyTable): MergedTable {
  const sums = margins(table);
  if ('undefinedReason' in sums)
    return { table: table.map((row) => Float64Array.from(row)), categories: [], adequate: false };
  // Ascending, and taken from the front: what is merged goes back to its place.
  const queue = Array.from(sums.kept, (column, at) => ({ count: Number(sums.columns[at]), categories: [column] })).sort(
    (a, b) => a.count - b.count,
  );
  const isAdequate = (): boolean =>
    leastExpected({ ...sums, columns: Float64Array.of(Number(queue[0]?.count)) }) >= LEAST_EXPECTED;
  while (queue.length > 2 && !isAdequate()) {
    const rarest = queue.splice(0, 2);
    const merged = {
      count: rarest.reduce((sum, { count }) => sum + count, 0),
      categories: rarest.flatMap(({ categories }) => categories),
    };
    const place = queue.findIndex(({ count }) => count > merged.count);
    queue.splice(place < 0 ? queue.length : place, 0, merged);
  }
  const categories = queue
    .map((part) => part.categories.toSorted((a, b) => a - b))
    .sort(([a], [b]) => Number(a) - Number(b));
  return {
    table: table.map((row) =>
      Float64Array.from(categories, (part) => part.reduce((sum, at) => sum + Number(row[at]), 0)),
    ),
    categories,
    adequate: isAdequate(),
  };
}
