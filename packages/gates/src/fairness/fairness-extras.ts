import {
  benefitVariation,
  differentialFairness,
  fourFifths,
  type GroupCount,
  generalizedEntropy,
  theilIndex,
} from '@gatehouse/stats';
import { type ConfusionCounts, totalOf } from '../decision/confusion.ts';
import type { GroupCounts } from '../decision/group-counts.ts';
import type { ReportedColumn } from './groups/compared-column.ts';
import { ALL_ROWS, sumOfCounts } from './groups/group-pairs.ts';
import type { JointGroups } from './groups/joint-groups.ts';
import { nameIn } from './pairs/fairness-aggregates.ts';
import { weighed } from './rows/row-sampling.ts';

/** What is reported and never judged (stats.md §2.2): each measure by its name, without an interval of its own. */
export function extraAggregates(
  columns: readonly ReportedColumn[],
  withheld: ReadonlySet<string>,
  joint: JointGroups | null,
): Readonly<Record<string, { readonly value: number | null; readonly interval: null }>> {
  const [first] = columns;
  const all = weighed(sumOfCounts([...(first?.groups.values() ?? [])]));
  const isShown = !withheld.has(ALL_ROWS);
  const ofRows = {
    'generalized-entropy': isShown ? generalizedEntropy(all, 2).value : null,
    'theil-index': isShown ? theilIndex(all).value : null,
    'benefit-variation': isShown ? benefitVariation(all).value : null,
  };
  const ofColumns = columns.flatMap((column) => {
    const selected = selectedOf(shownGroups(column, withheld));
    const isPlain = [...column.groups.values()].every(({ sampling }) => sampling === undefined);
    return [
      [nameIn(columns, column.name, 'differential-fairness'), differentialFairness(selected).value],
      [nameIn(columns, column.name, 'four-fifths-tipping'), isPlain ? fourFifths(selected).tipping.length : null],
    ] as const;
  });
  const ofAll = joint === null ? [] : [['smoothed-edf', differentialFairness(selectedOf(joint.shown)).value] as const];
  const named = [...ofColumns, ...ofAll, ...Object.entries(ofRows)];
  return Object.fromEntries(named.map(([name, value]) => [name, { value, interval: null }]));
}

function shownGroups({ groups, label }: ReportedColumn, withheld: ReadonlySet<string>): GroupCounts {
  return new Map([...groups].filter(([group]) => !withheld.has(label(group))));
}

function selectedOf(groups: GroupCounts): ReadonlyMap<string, GroupCount> {
  return new Map([...groups].map(([group, counts]) => [group, selectedIn(counts)]));
}

function selectedIn(counts: ConfusionCounts): GroupCount {
  const own = weighed(counts);
  return { selected: own.tp + own.fp, n: totalOf(own) };
}
