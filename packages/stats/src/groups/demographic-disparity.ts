import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkGroupCount, type GroupCount } from './group-count.ts';

/** One stratum of a legitimate attribute: the group that is looked at, and all rows, the group's included. */
export interface DisparityStratum {
  readonly group: GroupCount;
  readonly all: GroupCount;
}

/**
 * Demographic disparity: the group's share of the rejected minus its share of the selected, from -1 to 1; above 0 the
 * group is rejected more than its part. Undefined without rows (`empty-group`), when all are selected
 * (`no-predicted-negatives`) and when none is (`no-predicted-positives`).
 *
 * @throws RangeError when a count is negative or not finite, or the group's is above that of all.
 */
export function demographicDisparity({ group, all }: DisparityStratum): Measured {
  checkGroupCount(group, 'the group');
  checkGroupCount(all, 'all rows');
  const [rejected, allRejected] = [group.n - group.selected, all.n - all.selected];
  if (group.selected > all.selected || rejected > allRejected) {
    throw new RangeError(
      `A group is a part of all rows, got ${group.selected} selected and ${rejected} rejected of ${all.selected} and ${allRejected}.`,
    );
  }
  if (all.n === 0) return undefinedFor('empty-group');
  if (all.selected === 0) return undefinedFor('no-predicted-positives');
  if (allRejected === 0) return undefinedFor('no-predicted-negatives');
  return defined(rejected / allRejected - group.selected / all.selected);
}

/** {@link conditionalDemographicDisparity} and how much of the data it rests on. */
export interface ConditionalDisparity {
  readonly disparity: Measured;
  /** Share of the rows that lie in strata with a disparity, from 0 to 1; 0 without rows. */
  readonly coverage: number;
}

/**
 * Conditional demographic disparity: mean of the strata's {@link demographicDisparity}, weighted by their rows, over the
 * strata that have one. A group whose disparity vanishes here differs only in the attribute that makes the strata.
 * Wachter, Mittelstadt and Russell (2021), Computer Law & Security Review 41, §4.3. AIF360 has another measure under this
 * name: it takes the protected groups themselves for the strata.
 *
 * Undefined when no stratum has a disparity, with the reason of the first, or `empty-group`.
 *
 * @throws RangeError as {@link demographicDisparity}.
 */
export function conditionalDemographicDisparity(strata: readonly DisparityStratum[]): ConditionalDisparity {
  const parts = strata.map((stratum) => ({ n: stratum.all.n, disparity: demographicDisparity(stratum) }));
  const rows = parts.reduce((sum, { n }) => sum + n, 0);
  const known = parts.flatMap(({ n, disparity }) => (disparity.value === null ? [] : [{ n, value: disparity.value }]));
  const counted = known.reduce((sum, { n }) => sum + n, 0);
  const first = parts.find(({ n }) => n > 0)?.disparity;
  if (counted === 0) return { disparity: undefinedFor(first?.undefinedReason ?? 'empty-group'), coverage: 0 };
  return {
    disparity: defined(known.reduce((sum, { n, value }) => sum + n * value, 0) / counted),
    coverage: counted / rows,
  };
}
