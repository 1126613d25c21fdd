import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkClasses, checkDepth } from '../sample-checks.ts';

/** A ranking of items of several groups, and the group and depth that are looked at. */
export interface SkewQuestion {
  /** Group of each item in order of rank, from 0. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly group: number;
  readonly k: number;
}

/**
 * Skew at k: ln of the group's share among the first k items over its share among all. 0 is best, below 0 the group is
 * under-represented; minus infinity when none of it is among the first k. Geyik, Ambler and Kenthapadi (2019), KDD, §3.1.
 * With fewer than k items the first k are all. Undefined without items and when the group has none (`empty-group`). O(N).
 *
 * @throws RangeError when a group is out of range or k is not a whole number from 1.
 */
export function skewAt({ groups, groupCount, group, k }: SkewQuestion): Measured {
  checkClasses(groups, groupCount, 'A group');
  checkClasses([group], groupCount, 'The group of a skew');
  checkDepth(k, 'The k of a skew');
  const shareOf = (items: Int32Array): number => items.filter((own) => own === group).length / items.length;
  const pool = groups.length === 0 ? 0 : shareOf(groups);
  if (pool === 0) return undefinedFor('empty-group');
  return defined(Math.log(shareOf(groups.subarray(0, k)) / pool));
}
