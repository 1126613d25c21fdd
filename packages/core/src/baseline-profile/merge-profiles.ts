import { compareCodePoints } from '../code-point-order.ts';
import { ActionError } from '../errors.ts';
import {
  type BaselineProfile,
  type CategoriesColumn,
  checkedProfile,
  type NumbersColumn,
  type ProfileColumn,
} from './profile-schema.ts';

/**
 * The profile of two disjoint parts of one dataset. Counts add exactly, so grouping and order of the parts cannot be seen in
 * them; mean, squares and sums may differ in their last digits, and no decision rests on those.
 *
 * A part that both hold is refused, as its rows would count twice. So are other edges, other columns, another dataset, and
 * profiles whose small counts are gone already: what was pooled cannot be added.
 *
 * @throws ActionError `integrity` when the profiles cannot be of one dataset.
 */
export function mergeProfiles(first: BaselineProfile, second: BaselineProfile): BaselineProfile {
  const seen = new Set(first.shards);
  const twice = second.shards.find((shard) => seen.has(shard));
  if (twice !== undefined) throw refused(`the part "${twice}" in both`, 'parts that are disjoint');
  if (first.datasetDigest !== second.datasetDigest) throw refused('parts of two datasets', 'parts of one dataset');
  if (first.privacyFloor !== null || second.privacyFloor !== null) {
    throw refused('a profile with pooled counts', 'parts that are pooled after merging');
  }
  const names = Object.keys(first.columns).sort(compareCodePoints);
  if (names.join('\0') !== Object.keys(second.columns).sort(compareCodePoints).join('\0')) {
    throw refused('other columns in one of them', 'parts with the same columns');
  }
  return checkedProfile({
    ...first,
    rows: first.rows + second.rows,
    shards: [...first.shards, ...second.shards].sort(compareCodePoints),
    columns: Object.fromEntries(
      names.map((name) => [name, mergeColumn(first.columns[name], second.columns[name], name)]),
    ),
  });
}

function mergeColumn(first: ProfileColumn | undefined, second: ProfileColumn | undefined, name: string): ProfileColumn {
  if (first?.kind === 'numbers' && second?.kind === 'numbers') return mergeNumbers(first, second, name);
  if (first?.kind === 'categories' && second?.kind === 'categories') return mergeCategories(first, second, name);
  throw refused(`"${name}" as numbers in one and categories in the other`, 'columns of one kind');
}

function mergeNumbers(first: NumbersColumn, second: NumbersColumn, name: string): NumbersColumn {
  if (first.edgesId !== second.edgesId) throw refused(`other edges of "${name}"`, 'parts counted on the same edges');
  return {
    ...first,
    n: first.n + second.n,
    missing: mergeMissing(first, second),
    zeros: first.zeros + second.zeros,
    equal: added(first.equal, second.equal),
    open: added(first.open, second.open),
    openSums: added(first.openSums, second.openSums),
    minimum: extreme(first.minimum, second.minimum, Math.min),
    maximum: extreme(first.maximum, second.maximum, Math.max),
    ...mergeMoments(first, second),
  };
}

function mergeCategories(first: CategoriesColumn, second: CategoriesColumn, name: string): CategoriesColumn {
  if (first.of !== second.of) throw refused(`${first.of} and ${second.of} in "${name}"`, 'values of one type');
  if (first.other > 0 || second.other > 0) {
    throw refused(`unnamed categories of "${name}"`, 'parts that name every category');
  }
  const counts = new Map(Object.entries(first.counts));
  for (const [category, rows] of Object.entries(second.counts)) {
    counts.set(category, (counts.get(category) ?? 0) + rows);
  }
  const sorted = [...counts].sort(([a], [b]) => compareCodePoints(a, b));
  return {
    ...first,
    n: first.n + second.n,
    missing: mergeMissing(first, second),
    counts: Object.fromEntries(sorted),
    singletons: sorted.filter(([, rows]) => rows === 1).length,
  };
}

function mergeMissing(first: ProfileColumn, second: ProfileColumn): ProfileColumn['missing'] {
  return {
    null: first.missing.null + second.missing.null,
    nan: first.missing.nan + second.missing.nan,
    positiveInfinity: first.missing.positiveInfinity + second.missing.positiveInfinity,
    negativeInfinity: first.missing.negativeInfinity + second.missing.negativeInfinity,
  };
}

/** Chan, Golub and LeVeque (1979), as `mergeMoments` of the statistics package, which core may not use. */
function mergeMoments(first: NumbersColumn, second: NumbersColumn): Pick<NumbersColumn, 'mean' | 'm2'> {
  if (first.mean === null || first.m2 === null) return { mean: second.mean, m2: second.m2 };
  if (second.mean === null || second.m2 === null) return { mean: first.mean, m2: first.m2 };
  const share = second.n / (first.n + second.n);
  const distance = second.mean - first.mean;
  return {
    mean: first.mean + distance * share,
    m2: first.m2 + second.m2 + distance * distance * first.n * share,
  };
}

function added(first: readonly number[], second: readonly number[]): number[] {
  return first.map((value, i) => value + Number(second[i]));
}

function extreme(first: number | null, second: number | null, choose: (a: number, b: number) => number): number | null {
  return first === null || second === null ? (first ?? second) : choose(first, second);
}

function refused(found: string, allowed: string): ActionError {
  return new ActionError('integrity', {
    where: 'Baseline profiles to merge',
    found,
    allowed,
    remedy: 'Count every part of the dataset once, on the edges of the whole',
  });
}
