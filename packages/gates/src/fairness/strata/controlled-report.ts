import { cochranMantelHaenszel } from '@gatehouse/stats';
import { totalOf } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import type { ReportedColumn } from '../groups/compared-column.ts';
import { sumOfCounts } from '../groups/group-pairs.ts';
import { type Levels, withIntervals } from '../pairs/compare-pair.ts';
import { type Aggregate, worstOf } from '../pairs/fairness-aggregates.ts';
import { stratumLabel } from '../withheld/printed-tables.ts';
import { type ControlStratum, selectedOf, sharedStrata } from './control-strata.ts';
import { disparities, HELD_DIFFERENCE, HELD_DISPARITY, type HeldComparison, heldPairs } from './judge-strata.ts';

export interface ControlledReport {
  readonly aggregates: readonly (readonly [string, Aggregate])[];
  readonly report: Readonly<Record<string, unknown>>;
}

/**
 * One sensitive column with the control columns held constant: per two groups the Mantel-Haenszel difference of selection
 * rates and the p-value of Cochran, Mantel and Haenszel, per group its conditional demographic disparity, and the counts
 * within the strata. All of it is made of counts that may be printed: a part of a group that may not is left out of the
 * strata, so that no sum over strata gives it away.
 */
export function controlledReport(
  column: ReportedColumn,
  strata: readonly ControlStratum[],
  request: { readonly withheld: ReadonlySet<string>; readonly levels: Levels },
): ControlledReport {
  const { withheld, levels } = request;
  const shown = strata.map((stratum) => printedStratum(column, stratum, withheld));
  const names = [...column.groups.keys()].filter((name) => !withheld.has(column.label(name)));
  const whole = shown.filter(({ stratum }) => !withheld.has(stratumLabel(stratum)));
  const pairs = heldPairs(names, shown);
  const ofGroups = disparities(
    names,
    whole.filter((stratum) => stratum.groups.size > 0),
  );
  return {
    aggregates: [
      [HELD_DIFFERENCE, aggregateOf(pairs, levels)],
      [HELD_DISPARITY, aggregateOf(ofGroups, levels)],
    ],
    report: {
      strata: Object.fromEntries(
        strata.map((stratum, at) => [
          stratum.stratum,
          stratumReport(column, stratum, { shown: shown[at]?.groups ?? new Map(), withheld }),
        ]),
      ),
      pairs: pairs.map((pair) => pairReport(column, pair, { shown, levels })),
      'conditional-demographic-disparity': Object.fromEntries(
        ofGroups.map((own) => [column.label(String(own.groups[0])), own.undefinedReason === null ? own.value : null]),
      ),
    },
  };
}

/** With the groups that may be printed, and all of its rows. */
function printedStratum(
  column: ReportedColumn,
  { stratum, groups }: ControlStratum,
  withheld: ReadonlySet<string>,
): ControlStratum {
  const isPrinted = (group: string): boolean =>
    !withheld.has(column.label(group)) && !withheld.has(stratumLabel(stratum, column.name, group));
  return {
    stratum,
    groups: new Map([...groups].filter(([group]) => isPrinted(group))),
    all: sumOfCounts([...groups.values()]),
  };
}

function stratumReport(
  column: ReportedColumn,
  { stratum, groups }: ControlStratum,
  { shown, withheld }: { readonly shown: GroupCounts; readonly withheld: ReadonlySet<string> },
): object {
  const shares = [...groups].map(([group, counts]) => {
    const { successes, n } = selectedOf(counts);
    const share = { n, 'selection-rate': n === 0 ? null : successes / n };
    return [column.label(group), shown.has(group) ? share : { n: 'suppressed' }];
  });
  const n = withheld.has(stratumLabel(stratum)) ? 'suppressed' : totalOf(sumOfCounts([...groups.values()]));
  return { n, groups: Object.fromEntries(shares) };
}

function pairReport(
  column: ReportedColumn,
  pair: HeldComparison,
  request: { readonly shown: readonly ControlStratum[]; readonly levels: Levels },
): object {
  const groups = pair.groups.map(column.label);
  if (pair.undefinedReason !== null) return { groups, 'mantel-haenszel-difference': null, interval: null, p: null };
  const [first, second] = pair.groups;
  const tables = sharedStrata(request.shown, String(first), String(second));
  const test = cochranMantelHaenszel(tables);
  return {
    groups,
    'mantel-haenszel-difference': pair.value,
    interval: pair.boundsAt(request.levels.simultaneous),
    p: test.undefinedReason === null ? test.p : null,
    strata: tables.length,
  };
}

function aggregateOf(compared: readonly HeldComparison[], levels: Levels): Aggregate {
  const known = compared.flatMap((own) => (own.undefinedReason === null ? [withIntervals(own, levels)] : []));
  return known.length === 0 ? { value: null, interval: null } : worstOf(known, 'difference');
}
