import {
  benefitVariation,
  cochranMantelHaenszel,
  conditionalDemographicDisparity,
  differentialFairness,
  fourFifths,
  type GroupCount,
  generalizedEntropy,
  mantelHaenszelDifference,
  type Proportion,
  theilIndex,
} from '@gatehouse/stats';
import { type ConfusionCounts, totalOf } from '../decision/confusion.ts';
import { nameIn, type ReportedColumn } from './fairness-aggregates.ts';
import type { GroupCounts } from './group-counts.ts';
import { sumOfCounts } from './group-pairs.ts';

/** Groups of a sensitive column within one value of the control columns. */
export interface ControlStratum {
  readonly stratum: string;
  readonly groups: GroupCounts;
}

/** What is reported and never judged (stats.md §2.2): each measure by its name, without an interval of its own. */
export function extraAggregates(
  columns: readonly ReportedColumn[],
  withheld: ReadonlySet<string>,
): Readonly<Record<string, { readonly value: number | null; readonly interval: null }>> {
  const [first] = columns;
  const all = sumOfCounts([...(first?.groups.values() ?? [])]);
  const ofRows = {
    'generalized-entropy': generalizedEntropy(all, 2).value,
    'theil-index': theilIndex(all).value,
    'benefit-variation': benefitVariation(all).value,
  };
  const ofColumns = columns.flatMap((column) => {
    const selected = selectedOf(shownGroups(column, withheld));
    const { tipping } = fourFifths(selected);
    return [
      [nameIn(columns, column.name, 'differential-fairness'), differentialFairness(selected).value],
      [nameIn(columns, column.name, 'four-fifths-tipping'), tipping.length],
    ] as const;
  });
  const named = [...ofColumns, ...Object.entries(ofRows)];
  return Object.fromEntries(named.map(([name, value]) => [name, { value, interval: null }]));
}

/**
 * Differences of selection rates held together over the values of the control columns: per two groups the Mantel-Haenszel
 * difference with its interval and the p-value of Cochran, Mantel and Haenszel, and per group its conditional demographic
 * disparity. `null` where it has no value.
 */
export function controlledDifferences(
  column: ReportedColumn,
  strata: readonly ControlStratum[],
  request: { readonly withheld: ReadonlySet<string>; readonly confidence: number },
): Readonly<Record<string, unknown>> {
  const names = [...shownGroups(column, request.withheld).keys()];
  const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second] as const));
  return {
    pairs: pairs.map((pair) => {
      const tables = strata.map(({ groups }) => ({
        first: proportionOf(groups.get(pair[0])),
        second: proportionOf(groups.get(pair[1])),
      }));
      const difference = mantelHaenszelDifference(tables, request.confidence);
      const test = cochranMantelHaenszel(tables);
      const isKnown = difference.undefinedReason === null;
      return {
        groups: pair.map(column.label),
        'mantel-haenszel-difference': isKnown ? difference.estimate : null,
        interval: isKnown ? difference.interval : null,
        p: test.undefinedReason === null ? test.p : null,
      };
    }),
    'conditional-demographic-disparity': Object.fromEntries(
      names.map((name) => [column.label(name), conditionalDisparity(name, strata)]),
    ),
  };
}

function conditionalDisparity(name: string, strata: readonly ControlStratum[]): number | null {
  const parts = strata.map(({ groups }) => ({
    group: selectedIn(groups.get(name) ?? NO_ROWS),
    all: selectedIn(sumOfCounts([...groups.values()])),
  }));
  return conditionalDemographicDisparity(parts).disparity.value;
}

const NO_ROWS: ConfusionCounts = { tp: 0, fp: 0, fn: 0, tn: 0 };

function shownGroups({ groups, label }: ReportedColumn, withheld: ReadonlySet<string>): GroupCounts {
  return new Map([...groups].filter(([group]) => !withheld.has(label(group))));
}

function selectedOf(groups: GroupCounts): ReadonlyMap<string, GroupCount> {
  return new Map([...groups].map(([group, counts]) => [group, selectedIn(counts)]));
}

function selectedIn(counts: ConfusionCounts): GroupCount {
  return { selected: counts.tp + counts.fp, n: totalOf(counts) };
}

function proportionOf(counts: ConfusionCounts | undefined): Proportion {
  const { selected, n } = selectedIn(counts ?? NO_ROWS);
  return { successes: selected, n };
}
