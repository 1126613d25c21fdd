import type { CategoryCounts } from './category-effects.ts';

/** Categories as a baseline profile keeps them. */
export interface ProfiledCategories {
  readonly counts: CategoryCounts;
  /** Rows of categories without a name. */
  readonly other: number;
}

/** Begins with a character that no text of a table holds. */
const REST = '\0rest';

/**
 * Both sides on the categories that the profile names; every other category of the current data joins the unnamed rest, as
 * the profile cannot say whether it holds it. Its rows are counted as new: what may be expected of them knows of the rest.
 *
 * @throws RangeError when a category has the name of the rest.
 */
export function alignedCategories(
  reference: ProfiledCategories,
  current: CategoryCounts,
): { readonly reference: CategoryCounts; readonly current: CategoryCounts; readonly newRows: number } {
  const known = new Map(reference.counts);
  if (known.has(REST) || current.has(REST)) throw new RangeError('A category begins with U+0000, which no text may.');
  const newRows = [...current].reduce((rows, [category, count]) => rows + (known.has(category) ? 0 : count), 0);
  if (reference.other === 0) return { reference: known, current, newRows };
  const aligned = new Map<string, number>();
  for (const [category, count] of current) {
    const key = known.has(category) ? category : REST;
    aligned.set(key, (aligned.get(key) ?? 0) + count);
  }
  return { reference: known.set(REST, reference.other), current: aligned, newRows };
}
