import { defined, type Measured, quotient, undefinedFor } from '../measured.ts';
import { checkClasses, checkNotNegative, checkSameLength } from '../sample-checks.ts';

/** Rankings as they were shown: the items of each query in order of rank, one query after the other. */
export interface ShownRankings {
  /** One more than queries: query q has the items from `offsets[q]` up to, not including, `offsets[q + 1]`. */
  readonly offsets: Uint32Array;
  /** Group of each item, from 0. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  /** From 0; what an item deserves. */
  readonly relevance: Float64Array;
}

/** What a group is shown and what it deserves, over all queries. */
export interface GroupExposure {
  /** Share of all exposure Σ 1/log2(rank + 1) that falls to the group; `empty-group` without items. */
  readonly exposureShare: Measured;
  /** Share of all relevance that the group has; `no-relevant-items` when there is none. */
  readonly relevanceShare: Measured;
  /** Exposure share over relevance share, from 0, best at 1; `zero-denominator` when the group has no relevance. */
  readonly ratio: Measured;
}

/**
 * Exposure of each group in rankings beside its relevance. Singh and Joachims (2018), KDD, §3. O(N).
 *
 * @throws RangeError when offsets do not divide the items, a group is out of range, or relevance is negative.
 */
export function exposureOfGroups(rankings: ShownRankings): readonly GroupExposure[] {
  checkShown(rankings);
  const { groupCount, relevance, groups } = rankings;
  const exposure = exposures(rankings);
  const [shown, deserved] = [new Float64Array(groupCount), new Float64Array(groupCount)];
  for (const [item, group] of groups.entries()) {
    shown[group] = Number(shown[group]) + Number(exposure[item]);
    deserved[group] = Number(deserved[group]) + Number(relevance[item]);
  }
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const [allShown, allDeserved] = [total(shown), total(deserved)];
  return Array.from({ length: groupCount }, (_, group) => {
    const exposureShare = quotient(Number(shown[group]), allShown, 'empty-group' as const);
    const relevanceShare = quotient(Number(deserved[group]), allDeserved, 'no-relevant-items' as const);
    return { exposureShare, relevanceShare, ratio: ratioOf(exposureShare, relevanceShare) };
  });
}

function ratioOf(exposure: Measured, relevance: Measured): Measured {
  if (exposure.value === null) return exposure;
  if (relevance.value === null) return relevance;
  return relevance.value === 0 ? undefinedFor('zero-denominator') : defined(exposure.value / relevance.value);
}

function exposures({ offsets, groups }: ShownRankings): Float64Array {
  const exposure = new Float64Array(groups.length);
  for (let query = 1; query < offsets.length; query += 1) {
    const first = Number(offsets[query - 1]);
    for (let item = first; item < Number(offsets[query]); item += 1) exposure[item] = 1 / Math.log2(item - first + 2);
  }
  return exposure;
}

function checkShown({ offsets, groups, groupCount, relevance }: ShownRankings): void {
  checkClasses(groups, groupCount, 'A group');
  checkSameLength(groups, relevance, 'groups and relevances');
  checkNotNegative(relevance, 'A relevance');
  const rises = offsets.every((offset, query) => query === 0 || offset >= Number(offsets[query - 1]));
  if (offsets[0] !== 0 || offsets[offsets.length - 1] !== groups.length || !rises) {
    throw new RangeError(`Offsets must rise from 0 to ${groups.length}, got ${offsets[0]} to ${offsets.at(-1)}.`);
  }
}
