import type { ColumnRef, GroupedCount } from '@gatehouse/core';
import { type ConfusionCounts, type GroupCounts, type IntersectionCounts, MISSING_GROUP } from '@gatehouse/gates';
import { isPositive, requireBinary } from '../rows/binary-values.ts';
import type { BinaryLabels, GateRows } from '../rows/gate-rows.ts';
import { knownGroups } from '../rows/known-groups.ts';
import { need } from '../rows/needed-columns.ts';
import { requireIds } from '../rows/row-ids.ts';
import { requireScores } from '../rows/scores.ts';

/** What `evaluateFairness` is told of the rows. */
export interface FairnessCounts {
  /** Confusion counts by sensitive column and group, groups in code-unit order. */
  readonly groups: ReadonlyMap<string, GroupCounts>;
  /** Of every two sensitive columns together. */
  readonly intersections: readonly IntersectionCounts[];
  /** Of the champion's predictions on the same rows; `null` without them. */
  readonly champion: ReadonlyMap<string, GroupCounts> | null;
}

/**
 * Counts the rows of a binary model by the groups of `columns.protected`. Two columns are counted in one scan, from which
 * follow the counts of each alone.
 *
 * @throws ConfigError for a label that is neither value, a reserved group name, or no column for label or prediction;
 *   ActionError `refused` for predictions and scores that break their contract.
 */
export async function collectFairness(rows: GateRows, labels: BinaryLabels): Promise<FairnessCounts> {
  need(rows.columns.prediction, 'prediction');
  await requireIds(rows);
  await requireBinary(rows, labels);
  await requireScores(rows);
  const sensitive = [...rows.columns.protected];
  const known = await knownGroups(rows, rows.columns.protected);
  const pairs: PairCells[] = [];
  for (const [index, first] of sensitive.entries()) {
    for (const second of sensitive.slice(index + 1)) {
      pairs.push({ columns: [first[0], second[0]], cells: await cellsOf(rows, [first[1], second[1]], labels) });
    }
  }
  const alone = new Map<string, readonly Cell[]>();
  for (const [name, ref] of sensitive)
    alone.set(name, pairs.length === 0 ? await cellsOf(rows, [ref], labels) : aloneIn(pairs, name));
  const groupsBy = (side: 'challenger' | 'champion'): ReadonlyMap<string, GroupCounts> =>
    new Map(sensitive.map(([name]) => [name, countsBy(alone.get(name) ?? [], { known: known.get(name) ?? [], side })]));
  return {
    groups: groupsBy('challenger'),
    intersections: pairs.map(intersection),
    champion: (rows.columns.champion?.prediction ?? null) === null ? null : groupsBy('champion'),
  };
}

/** Rows that have the same label, predictions and groups. */
interface Cell {
  readonly label: boolean;
  readonly challenger: boolean;
  /** `false` where no champion is counted. */
  readonly champion: boolean;
  readonly groups: readonly string[];
  readonly count: number;
}

interface PairCells {
  readonly columns: readonly [string, string];
  readonly cells: readonly Cell[];
}

async function cellsOf(rows: GateRows, by: readonly ColumnRef[], labels: BinaryLabels): Promise<readonly Cell[]> {
  const { label, prediction, champion } = rows.columns;
  const own = champion?.prediction ?? null;
  const models = [need(prediction, 'prediction'), ...(own === null ? [] : [own])];
  const counts = await rows.tables.groupedCounts(rows.relation, [need(label, 'label'), ...models, ...by]);
  return counts.map(({ key, count }: GroupedCount): Cell => {
    const [isLabel, challenger, ofChampion] = key.slice(0, 1 + models.length).map((value) => isPositive(value, labels));
    const groups = key.slice(1 + models.length).map((value) => value ?? MISSING_GROUP);
    return { label: isLabel === true, challenger: challenger === true, champion: ofChampion === true, groups, count };
  });
}

/** The cells of one column, from the first pair that it is in. */
function aloneIn(pairs: readonly PairCells[], name: string): readonly Cell[] {
  const pair = pairs.find(({ columns }) => columns.includes(name));
  const at = pair?.columns.indexOf(name) ?? 0;
  return (pair?.cells ?? []).map((cell) => ({ ...cell, groups: [cell.groups[at] ?? MISSING_GROUP] }));
}

function countsBy(
  cells: readonly Cell[],
  { known, side }: { readonly known: readonly string[]; readonly side: 'challenger' | 'champion' },
): GroupCounts {
  const counts = new Map(known.map((group) => [group, noCounts()]));
  for (const cell of cells) {
    const [group = MISSING_GROUP] = cell.groups;
    const own = counts.get(group) ?? noCounts();
    counts.set(group, own);
    own[outcomeOf(cell.label, cell[side])] += cell.count;
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function intersection({ columns, cells }: PairCells): IntersectionCounts {
  const found = new Map<string, { groups: readonly [string, string]; counts: ReturnType<typeof noCounts> }>();
  for (const cell of cells) {
    const [first = MISSING_GROUP, second = MISSING_GROUP] = cell.groups;
    const key = JSON.stringify([first, second]);
    const own = found.get(key) ?? { groups: [first, second], counts: noCounts() };
    found.set(key, own);
    own.counts[outcomeOf(cell.label, cell.challenger)] += cell.count;
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return { columns, cells: sorted.map(([, cell]) => cell) };
}

function noCounts(): Record<keyof ConfusionCounts, number> {
  return { tp: 0, fp: 0, fn: 0, tn: 0 };
}

function outcomeOf(label: boolean, predicted: boolean): keyof ConfusionCounts {
  if (predicted) return label ? 'tp' : 'fp';
  return label ? 'fn' : 'tn';
}
