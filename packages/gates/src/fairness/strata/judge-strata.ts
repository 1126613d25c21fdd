import { ConfigError, type FairnessGateConfig, type Finding } from '@gatehouse/core';
import type { Bounds } from '@gatehouse/stats';
import { totalOf } from '../../decision/confusion.ts';
import type { JudgedColumn } from '../groups/compared-column.ts';
import { pairCount } from '../groups/group-pairs.ts';
import { MOST_CELLS } from '../groups/intersections.ts';
import { type Compared, folded, type Levels, withIntervals } from '../pairs/compare-pair.ts';
import type { JudgedMeasure } from '../pairs/judged-measure.ts';
import {
  type ControlStratum,
  decidedStrata,
  disparityStrata,
  groupDisparity,
  heldDifference,
  sharedRows,
  sharedStrata,
} from './control-strata.ts';

export const HELD_DIFFERENCE = 'conditional-selection-rate-difference';
export const HELD_DISPARITY = 'conditional-demographic-disparity';

const LEAST_COVERAGE = 0.9;
/** What is known of a difference of shares without a look at rows. */
const WIDEST: Bounds = [-1, 1];
// As for pairs: a column may have fifty groups.
const MOST_WARNINGS = 20;

export type Strata = ReadonlyMap<string, readonly ControlStratum[]>;

/** What limits within control strata come to: comparisons to judge, and groups of which there is none. */
export interface JudgedStrata {
  readonly judged: readonly JudgedMeasure[];
  readonly findings: readonly Finding[];
}

/** Comparisons that the limits within control strata add to the family of one column. */
export function controlledComparisons(groups: number, { measures }: FairnessGateConfig): number {
  const pairs = measures[HELD_DIFFERENCE] === undefined ? 0 : pairCount(groups);
  return pairs + (measures[HELD_DISPARITY] === undefined ? 0 : groups);
}

/**
 * The limited measures within control strata: every two groups by their Mantel-Haenszel difference, and every group by its
 * conditional demographic disparity. Of two groups the rows count that lie in strata with both; too few are inconclusive.
 */
export function judgeStrata(
  columns: readonly JudgedColumn[],
  strata: Strata,
  request: { readonly config: FairnessGateConfig; readonly levels: Levels },
): JudgedStrata {
  const { config, levels } = request;
  const parts = columns.flatMap((column): readonly JudgedStrata[] => {
    const own = strata.get(column.name) ?? [];
    const minimum = config['minimum-group-size'];
    const names = [...column.groups].filter(([, counts]) => totalOf(counts) >= minimum).map(([name]) => name);
    return [
      partOf(column, HELD_DIFFERENCE, heldPairs(names, own)),
      partOf(column, HELD_DISPARITY, disparities(names, own)),
    ];
  });
  return { judged: parts.flatMap(({ judged }) => judged), findings: parts.flatMap(({ findings }) => findings) };

  function partOf(column: JudgedColumn, measure: HeldMeasure, compared: readonly HeldComparison[]): JudgedStrata {
    const limited = config.measures[measure];
    if (limited === undefined) return { judged: [], findings: [] };
    const { limit } = limited;
    const minimum = config['minimum-group-size'];
    const isJudged = ({ n }: HeldComparison): boolean => n.every((rows) => rows >= minimum);
    const pairs = compared.flatMap((pair) =>
      isJudged(pair) && pair.undefinedReason === null ? [withIntervals(pair, levels)] : [],
    );
    const rule = { by: 'difference', rates: [], combine: 'worst', ofSelection: false } as const;
    return {
      judged: [{ column, pairs, rule: { measure, limit, rule, confidence: config.confidence, levels } }],
      findings: [
        ...compared
          .filter((pair) => !isJudged(pair) || pair.undefinedReason !== null)
          .map((pair) => unjudged(column, pair, { measure, limit, minimum })),
        ...pairs.flatMap((pair) => comparedShare(column, pair, measure)).slice(0, MOST_WARNINGS),
      ],
    };
  }
}

/** A note where many rows of a group lie in strata that say nothing about it: the verdict is one of the others. */
function comparedShare(column: JudgedColumn, { groups, n }: Compared, measure: HeldMeasure): readonly Finding[] {
  const sides = groups
    .map((group, side) => ({ group, n: n[side] ?? 0, all: rowsOf(column, group) }))
    .filter((side) => side.n < LEAST_COVERAGE * side.all)
    .sort((a, b) => a.n / a.all - b.n / b.all);
  return sides.slice(0, 1).map((worst) => ({
    measure,
    outcome: 'inconclusive',
    severity: 'warn',
    reasonCode: 'low-coverage',
    groups: groups.map(column.label),
    value: worst.n / worst.all,
    n: [worst.n],
    limit: LEAST_COVERAGE,
    failsWhen: 'below',
    message: `${measure} of ${groups.join(' and ')} of ${column.name} rests on ${worst.n} of ${worst.all} rows of group ${worst.group}: the others lie in strata that cannot be compared`,
  }));
}

function rowsOf({ groups }: JudgedColumn, group: string): number {
  return totalOf(groups.get(group) ?? { tp: 0, fp: 0, fn: 0, tn: 0 });
}

type HeldMeasure = typeof HELD_DIFFERENCE | typeof HELD_DISPARITY;

/** A comparison within strata, or the groups of one and why it has no value. */
export type HeldComparison =
  | (Compared & { readonly undefinedReason: null })
  | (Pick<Compared, 'groups' | 'n'> & { readonly undefinedReason: Finding['reasonCode'] });

function unjudged(
  column: JudgedColumn,
  { groups, n, undefinedReason }: HeldComparison,
  limited: { readonly measure: string; readonly limit: number; readonly minimum: number },
): Finding {
  const { measure, limit, minimum } = limited;
  const named = `${groups.length > 1 ? 'groups' : 'group'} ${groups.join(' and ')} of ${column.name}`;
  const isOfEqual = undefinedReason !== null && undefinedReason !== 'insufficient-n';
  const why = isOfEqual
    ? 'has no value: in every stratum all decisions are equal'
    : `rests on ${n.join('/')} rows in strata that can be compared; policy minimum ${minimum}`;
  return {
    measure,
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode: undefinedReason ?? 'insufficient-n',
    groups: groups.map(column.label),
    value: null,
    n,
    limit,
    failsWhen: 'above',
    message: `${measure} of ${named} ${why}`,
  };
}

/** Every two groups by the difference that is left within strata. */
export function heldPairs(names: readonly string[], strata: readonly ControlStratum[]): readonly HeldComparison[] {
  return names.flatMap((first, index) =>
    names.slice(index + 1).map((second): HeldComparison => {
      const tables = sharedStrata(strata, first, second);
      const held = heldDifference(tables, 0.95);
      if (held === null) return { groups: [first, second], n: [0, 0], undefinedReason: 'insufficient-n' };
      const isReversed = held.estimate < 0;
      const rows = sharedRows(tables);
      return {
        groups: isReversed ? [second, first] : [first, second],
        words: 'selection rate within control strata',
        counts: null,
        n: isReversed ? rows.toReversed() : rows,
        value: Math.abs(held.estimate),
        boundsAt: (confidence) => folded(heldDifference(tables, confidence)?.interval ?? WIDEST),
        method: held.method,
        undefinedReason: null,
      };
    }),
  );
}

/** Every group by its conditional demographic disparity. */
export function disparities(names: readonly string[], strata: readonly ControlStratum[]): readonly HeldComparison[] {
  return names.map((group): HeldComparison => {
    const tables = disparityStrata(strata, group);
    const n = [decidedStrata(tables).reduce((sum, stratum) => sum + stratum.group.n, 0)];
    const measured = groupDisparity(tables, 0.95);
    if (measured.undefinedReason !== null)
      return { groups: [group], n, undefinedReason: reasonOf(measured.undefinedReason) };
    return {
      groups: [group],
      words: 'conditional demographic disparity',
      counts: null,
      n,
      value: measured.value,
      boundsAt: (confidence) => {
        const found = groupDisparity(tables, confidence);
        return found.undefinedReason === null ? found.interval : WIDEST;
      },
      method: 'wilson, square and add',
      undefinedReason: null,
    };
  });
}

function reasonOf(reason: string): Finding['reasonCode'] {
  return reason === 'no-predicted-positives' || reason === 'no-predicted-negatives' ? reason : 'empty-group';
}

/**
 * The strata of every column where they can be printed and judged; `null` where there are none or too many.
 *
 * @throws ConfigError when a limit needs strata that are not there, or are too many to judge.
 */
export function usableStrata(strata: Strata | undefined, { measures }: FairnessGateConfig): Strata | null {
  const cells = [...(strata?.values() ?? [])].map((own) => own.reduce((sum, { groups }) => sum + groups.size, 0));
  const most = cells.reduce((a, b) => Math.max(a, b), 0);
  if (strata !== undefined && most > 0 && most <= MOST_CELLS) return strata;
  const limited = [HELD_DIFFERENCE, HELD_DISPARITY].filter((name) => Reflect.get(measures, name) !== undefined);
  if (limited.length === 0) return null;
  throw new ConfigError(
    limited.map((name) => ({
      where: `gatehouse.yml, gates.fairness.measures.${name}`,
      found: most === 0 ? 'no control column with a value' : `${most} groups within control strata`,
      allowed: `control columns with at most ${MOST_CELLS} groups within their strata`,
      remedy: most === 0 ? 'Name the columns in "columns.control"' : 'Put their values into fewer groups in the data',
    })),
  );
}
