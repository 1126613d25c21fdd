import { ActionError } from '@gatehouse/core';
import type { Bounds } from '@gatehouse/stats';
import type { GroupCounts } from '../../decision/group-counts.ts';
import type { ReportedColumn } from '../groups/compared-column.ts';
import { type GroupPair, pairsOf } from '../groups/group-pairs.ts';
import type { Levels } from '../pairs/compare-pair.ts';
import { type Aggregate, nameIn, type ReportRequest, reportedAggregates } from '../pairs/fairness-aggregates.ts';
import type { MeasureRule } from '../pairs/fairness-measures.ts';
import { type ChampionSplits, challengerOf, championOf } from './champion-split.ts';
import { hasFixedRows, increasesOfPair } from './disparity-increase.ts';

/** A disparity of both models and by how much it grew; the interval holds together with the others. */
interface DisparityChange {
  readonly champion: number | null;
  readonly challenger: number | null;
  readonly difference: number | null;
  readonly interval: Bounds | null;
}

/**
 * Disparities of the challenger minus those of the champion on the same rows, for the listed measures. The interval
 * is paired where a rate rests on the same rows for both models; elsewhere it takes each model at its worst, which is wider.
 *
 * @throws ActionError `bug` when the champion was counted on other groups or other numbers of rows.
 */
export function championDisparities(
  columns: readonly ReportedColumn[],
  champion: ReadonlyMap<string, ChampionSplits>,
  request: ReportRequest,
): Readonly<Record<string, DisparityChange>> {
  const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
  const entries = columns.flatMap((column) => {
    const splits = champion.get(column.name);
    if (splits === undefined || !isOfSameRows(column.groups, splits)) refuseOtherRows(column.name);
    const groups = new Map([...column.groups.keys()].map((group) => [group, championOf(splits.get(group) ?? NO_ROWS)]));
    const shown = new Map([...column.groups].filter(([group]) => !request.withheld.has(column.label(group))));
    const pairs = pairsOf(shown, column.reference, column.groups);
    const own = reportedAggregates(column, { ...request, measures });
    const old = reportedAggregates({ ...column, groups }, { ...request, measures });
    return measures.map(({ measure, rule }) => {
      const change = changeOf(old.get(measure) ?? UNKNOWN, own.get(measure) ?? UNKNOWN);
      const isPaired = rule.by === 'difference' && rule.rates.every(hasFixedRows) && change.interval !== null;
      const interval = isPaired ? pairedInterval(pairs, splits, { rule, levels: request.levels }) : null;
      return [nameIn(columns, column.name, measure), interval === null ? change : { ...change, interval }];
    });
  });
  return Object.fromEntries(entries);
}

const NO_ROWS = { positive: { tp: 0, fp: 0, fn: 0, tn: 0 }, negative: { tp: 0, fp: 0, fn: 0, tn: 0 } };

/** The largest of several grows by no more than one of them may, and by no less. */
function pairedInterval(
  pairs: readonly GroupPair[],
  splits: ChampionSplits,
  { rule, levels }: { readonly rule: MeasureRule; readonly levels: Levels },
): Bounds | null {
  const bounds = pairs.flatMap((pair) =>
    increasesOfPair(pair, splits, { rule, seed: new Uint8Array(16) }).map((own) => own.boundsAt(levels.simultaneous)),
  );
  if (bounds.length === 0) return null;
  return [Math.min(...bounds.map(([lower]) => lower)), Math.max(...bounds.map(([, upper]) => upper))];
}

const UNKNOWN: Aggregate = { value: null, interval: null };

function changeOf(champion: Aggregate, challenger: Aggregate): DisparityChange {
  const values = { champion: champion.value, challenger: challenger.value };
  if (
    champion.value === null ||
    challenger.value === null ||
    champion.interval === null ||
    challenger.interval === null
  ) {
    return { ...values, difference: null, interval: null };
  }
  return {
    ...values,
    difference: challenger.value - champion.value,
    interval: [challenger.interval[0] - champion.interval[1], challenger.interval[1] - champion.interval[0]],
  };
}

function isOfSameRows(groups: GroupCounts, splits: ChampionSplits): boolean {
  const names = new Set([...groups.keys(), ...splits.keys()]);
  return [...names].every((name) => {
    const [own, split] = [groups.get(name), challengerOf(splits.get(name) ?? NO_ROWS)];
    return OUTCOMES.every((outcome) => (own?.[outcome] ?? 0) === split[outcome]);
  });
}

const OUTCOMES = ['tp', 'fp', 'fn', 'tn'] as const;

function refuseOtherRows(column: string): never {
  throw new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `counts of the champion by ${column} that are of other rows`,
    allowed: 'the same groups with the same numbers of rows and of positive labels',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
