import { defined, type Measured, quotient, undefinedFor } from '../measured.ts';
import { definedGroups, type GroupValues, type NamedValue, whyNotComparable } from './group-values.ts';

/**
 * Highest minus lowest value of the groups that have one, from 0, lower is more equal. As fairlearn's
 * `MetricFrame.difference()`, which says 0 where there is one group: that is undefined here (`single-group`).
 *
 * Noise alone makes it large when groups are many or small (stats.md §2.3): it is no gate without an interval.
 */
export function differenceBetween(values: GroupValues): Measured {
  const known = definedGroups(values);
  if (known.length < 2) return whyNotComparable(values);
  return defined(highest(known) - lowest(known));
}

/**
 * Lowest over highest value of the groups that have one, from 0 to 1, higher is more equal. As fairlearn's
 * `MetricFrame.ratio()`. Undefined when all are zero (`zero-denominator`) and with one group (`single-group`).
 *
 * @throws RangeError when a value is negative.
 */
export function ratioBetween(values: GroupValues): Measured {
  const known = definedGroups(values);
  if (known.length < 2) return whyNotComparable(values);
  checkRatios(known);
  return quotient(lowest(known), highest(known), 'zero-denominator');
}

/**
 * Largest distance of a group's value from that of all rows, from 0, lower is more equal. As fairlearn's
 * `method='to_overall'`. Undefined when the value of all rows is, when no group has a value, and with one group.
 */
export function differenceToOverall(values: GroupValues, overall: Measured): Measured {
  if (overall.value === null) return overall;
  const all = overall.value;
  const known = definedGroups(values);
  if (values.size < 2 || known.length === 0) return whyNotComparable(values);
  return defined(known.reduce((largest, { value }) => Math.max(largest, Math.abs(value - all)), 0));
}

/**
 * Smallest of min(r, 1/r) with r a group's value over that of all rows, from 0 to 1, higher is more equal. As
 * fairlearn's `method='to_overall'`. Undefined as {@link differenceToOverall}, and when the value of all rows is zero
 * (`zero-denominator`).
 *
 * @throws RangeError when a value is negative.
 */
export function ratioToOverall(values: GroupValues, overall: Measured): Measured {
  if (overall.value === null) return overall;
  const all = overall.value;
  const known = definedGroups(values);
  if (values.size < 2 || known.length === 0) return whyNotComparable(values);
  checkRatios([...known, { group: 'overall', value: all }]);
  if (all === 0) return undefinedFor('zero-denominator');
  return defined(known.reduce((least, { value }) => Math.min(least, value / all, all / value), 1));
}

function lowest(known: readonly NamedValue[]): number {
  return known.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function highest(known: readonly NamedValue[]): number {
  return known.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function checkRatios(known: readonly NamedValue[]): void {
  for (const { group, value } of known) {
    if (value < 0) throw new RangeError(`A ratio needs values from 0, got ${value} for ${group}.`);
  }
}
