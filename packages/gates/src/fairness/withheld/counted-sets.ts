import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { SensitiveColumn } from '../groups/compared-column.ts';
import { ALL_ROWS } from '../groups/group-pairs.ts';
import { intersectionLabel } from '../groups/intersections.ts';
import type { FinestCell } from './cross-counts.ts';
import { type PrintedTables, stratumLabel } from './printed-tables.ts';
import type { CountedSet } from './solvable-counts.ts';

/** What a reader would miss least is given up first. */
const RANK = { detail: 0, intersection: 1, group: 2 };

type Finest = readonly FinestCell[];

/** The finest cells of the tables: as they were counted, or those of the one or two columns that there are. */
export function finestCells(tables: PrintedTables): Finest | null {
  const { columns, intersections, finest } = tables;
  if (finest !== null) return finest;
  const [first, second] = columns;
  if (first === undefined || tables.strata.size > 0) return null;
  if (second === undefined) {
    return [...first.groups].map(([group, counts]) => finestCell([group], counts)).filter(({ n }) => n > 0);
  }
  const [crossed] = intersections;
  if (columns.length > 2 || crossed === undefined) return null;
  const isOrdered = crossed.counted.columns[0] === first.name;
  return crossed.counted.cells.map(({ groups: [a, b], counts }) => finestCell(isOrdered ? [a, b] : [b, a], counts));
}

function finestCell(groups: readonly string[], counts: ConfusionCounts): FinestCell {
  return { groups, stratum: null, n: totalOf(counts) };
}

/** Everything that may be printed of the rows, as sets of finest cells. */
export function countedSets(tables: PrintedTables, finest: Finest): readonly CountedSet[] {
  const { columns, intersections, strata } = tables;
  const set = (label: string, rank: number, isMember: (cell: FinestCell) => boolean): CountedSet => {
    const cells = finest.flatMap((cell, at) => (isMember(cell) ? [at] : []));
    return { label, rank, cells, n: cells.reduce((sum, at) => sum + (finest[at]?.n ?? 0), 0) };
  };
  const names = columns.map(({ name }) => name);
  const ofColumns = columns.flatMap((column, at) =>
    groupsOf(column).map((group) => set(column.label(group), RANK.group, ({ groups }) => groups[at] === group)),
  );
  const ofPairs = intersections.flatMap(({ counted }) => {
    const [one = -1, two = -1] = counted.columns.map((name) => names.indexOf(name));
    return counted.cells.map(({ groups: [a, b] }) =>
      set(
        intersectionLabel(counted.columns, [a, b]),
        RANK.intersection,
        ({ groups }) => groups[one] === a && groups[two] === b,
      ),
    );
  });
  const joint = [...(tables.joint?.keys() ?? [])].map((key) =>
    set(key, RANK.detail, ({ groups }) => JSON.stringify(groups) === key),
  );
  const [all = []] = strata.values();
  const ofStrata = all.map((own) =>
    set(stratumLabel(own.stratum), RANK.detail, ({ stratum }) => stratum === own.stratum),
  );
  const within = columns.flatMap(({ name }, at) =>
    (strata.get(name) ?? []).flatMap((own) =>
      [...own.groups.keys()].map((group) =>
        set(
          stratumLabel(own.stratum, name, group),
          RANK.detail,
          ({ groups, stratum }) => groups[at] === group && stratum === own.stratum,
        ),
      ),
    ),
  );
  return [...ofColumns, ...ofPairs, ...joint, ...ofStrata, ...within].filter(
    ({ label, cells }) => label !== ALL_ROWS && cells.length > 0,
  );
}

function groupsOf({ groups }: SensitiveColumn): readonly string[] {
  return [...groups.keys()];
}
