import { totalOf } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import type { ReportedColumn } from './compared-column.ts';
import { MOST_CELLS } from './intersections.ts';

/** The groups that all sensitive columns form together, as far as something may be said of them. */
export interface JointGroups {
  readonly shown: GroupCounts;
  /** Groups with rows of which no number may be printed. */
  readonly withheld: number;
}

/** Counts by the groups of all columns as JSON; `null` where they were not counted, or are too many to print. */
export function jointCounts(joint: GroupCounts | undefined, columns: readonly ReportedColumn[]): GroupCounts | null {
  const [only] = columns;
  if (columns.length === 1 && only !== undefined) {
    return new Map([...only.groups].map(([group, counts]) => [JSON.stringify([group]), counts]));
  }
  return joint === undefined || joint.size > MOST_CELLS ? null : joint;
}

/**
 * The joint groups that differential fairness compares: stats.md §2.2 takes the extremes of all of them, whatever their
 * number of columns. One that may not be printed is left out, because the extreme is a rate of one group.
 */
export function jointGroups(joint: GroupCounts | null, withheld: ReadonlySet<string>): JointGroups | null {
  if (joint === null) return null;
  const present = [...joint].filter(([, counts]) => totalOf(counts) > 0);
  const shown = present.filter(([key]) => !withheld.has(key));
  return { shown: new Map(shown), withheld: present.length - shown.length };
}

/** Differential fairness without some groups is lower than it is: a reader must know. */
export function unseenCombinations(joint: JointGroups | null): readonly string[] {
  if (joint === null) return ['differential fairness over all sensitive columns together'];
  if (joint.withheld === 0) return [];
  return [
    `differential fairness of ${joint.withheld === 1 ? '1 group' : `${joint.withheld} groups`} with numbers withheld`,
  ];
}
