import { ActionError } from '@gatehouse/core';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import { type ChampionSplit, type ChampionSplits, sumOfSplits } from '../champion/champion-split.ts';
import { combinedLabel } from '../groups/combined-label.ts';
import { sumOfCounts } from '../groups/group-pairs.ts';
import type { IntersectionCounts } from '../groups/intersections.ts';
import type { ControlStratum } from '../strata/control-strata.ts';

/** Rows that agree in every column the gate looks at, counted. */
export interface CrossCell {
  /** One per sensitive column. */
  readonly groups: readonly string[];
  /** One per control column. */
  readonly strata: readonly string[];
  readonly counts: ConfusionCounts;
  /** The same rows, apart by the champion's predictions. */
  readonly champion?: ChampionSplit;
}

/** One count over all sensitive and control columns together: every table of the gate is a sum of its cells. */
export interface CrossCounts {
  readonly sensitive: readonly string[];
  readonly control: readonly string[];
  readonly cells: readonly CrossCell[];
  /** Groups that are known to exist, so that one without an evaluation row is reported and not overlooked. */
  readonly knownGroups?: ReadonlyMap<string, readonly string[]>;
}

/** Rows that agree in every sensitive and control column. */
export interface FinestCell {
  readonly groups: readonly string[];
  /** As `ControlStratum` calls it; `null` without control columns. */
  readonly stratum: string | null;
  readonly n: number;
}

/** The tables that `evaluateFairness` judges and reports. */
export interface CrossTables {
  readonly groups: ReadonlyMap<string, GroupCounts>;
  readonly intersections: readonly IntersectionCounts[];
  /** Counts of all sensitive columns together, by the values as JSON. */
  readonly joint: GroupCounts;
  readonly strata?: ReadonlyMap<string, readonly ControlStratum[]>;
  readonly finest: readonly FinestCell[];
  readonly champion?: ReadonlyMap<string, ChampionSplits>;
}

/**
 * Every table as sums over the cells, so that one question to the engine answers all of them. O(cells · columns²).
 *
 * @throws ActionError `bug` when a cell names another number of columns, or only some cells have the champion's counts.
 */
export function crossTables(cross: CrossCounts): CrossTables {
  checkCells(cross);
  const { sensitive, control, cells } = cross;
  const columnOf = (at: number, from: readonly CrossCell[], read: ReadCounts): GroupCounts =>
    summed(from, (cell) => String(cell.groups[at]), read);
  const perColumn = (read: ReadCounts): ReadonlyMap<string, GroupCounts> =>
    new Map(
      sensitive.map((name, at) => [name, withKnown(columnOf(at, cells, read), cross.knownGroups?.get(name) ?? [])]),
    );
  return {
    groups: perColumn(({ counts }) => counts),
    intersections: intersectionsOf(cross),
    joint: summed(
      cells,
      ({ groups }) => JSON.stringify(groups),
      ({ counts }) => counts,
    ),
    finest: cells
      .map(({ groups, strata, counts }) => ({
        groups,
        stratum: control.length === 0 ? null : combinedLabel(control, strata),
        n: totalOf(counts),
      }))
      .filter(({ n }) => n > 0),
    ...(control.length === 0 ? {} : { strata: new Map(sensitive.map((name, at) => [name, strataOf(cross, at)])) }),
    ...(cells.some(({ champion }) => champion !== undefined)
      ? { champion: new Map(sensitive.map((name, at) => [name, splitsOf(cells, at)])) }
      : {}),
  };

  function strataOf({ cells: all }: CrossCounts, at: number): readonly ControlStratum[] {
    const keys = [...new Set(all.map((cell) => combinedLabel(control, cell.strata)))].sort();
    return keys.map((stratum) => ({
      stratum,
      groups: columnOf(
        at,
        all.filter((cell) => combinedLabel(control, cell.strata) === stratum),
        ({ counts }) => counts,
      ),
    }));
  }
}

function splitsOf(cells: readonly CrossCell[], at: number): ChampionSplits {
  const parts = Map.groupBy(cells, ({ groups }) => String(groups[at]));
  return new Map([...parts].map(([group, own]) => [group, sumOfSplits(own.flatMap(({ champion }) => champion ?? []))]));
}

type ReadCounts = (cell: CrossCell) => ConfusionCounts;

function summed(cells: readonly CrossCell[], keyOf: (cell: CrossCell) => string, read: ReadCounts): GroupCounts {
  const parts = Map.groupBy(cells, keyOf);
  const sums = [...parts].map(([key, own]): [string, ConfusionCounts] => [key, sumOfCounts(own.map(read))]);
  return new Map(sums.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withKnown(counts: GroupCounts, known: readonly string[]): GroupCounts {
  const none: ConfusionCounts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  const all = new Map([...known.map((group): [string, ConfusionCounts] => [group, none]), ...counts]);
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function intersectionsOf({ sensitive, cells }: CrossCounts): readonly IntersectionCounts[] {
  return sensitive.flatMap((first, one) =>
    sensitive.slice(one + 1).map((second, offset): IntersectionCounts => {
      const two = one + 1 + offset;
      const pairs = new Map<string, readonly [string, string]>();
      const counts = summed(
        cells,
        ({ groups }) => {
          const pair = [String(groups[one]), String(groups[two])] as const;
          pairs.set(JSON.stringify(pair), pair);
          return JSON.stringify(pair);
        },
        (cell) => cell.counts,
      );
      return {
        columns: [first, second],
        cells: [...counts].flatMap(([key, own]) => {
          const groups = pairs.get(key);
          return groups === undefined || totalOf(own) === 0 ? [] : [{ groups, counts: own }];
        }),
      };
    }),
  );
}

function checkCells({ sensitive, control, cells }: CrossCounts): void {
  const faulty = cells.find(
    ({ groups, strata }) => groups.length !== sensitive.length || strata.length !== control.length,
  );
  const withChampion = cells.filter(({ champion }) => champion !== undefined).length;
  if (faulty === undefined && (withChampion === 0 || withChampion === cells.length)) return;
  throw new ActionError('bug', {
    where: 'The counts of the fairness gate',
    found:
      faulty === undefined
        ? `${withChampion} of ${cells.length} cells with counts of the champion`
        : `a cell with ${faulty.groups.length} groups and ${faulty.strata.length} control values`,
    allowed: `${sensitive.length} groups and ${control.length} control values in every cell, and the champion in all or none`,
    remedy: 'Report this as a bug of Gatehouse',
  });
}
