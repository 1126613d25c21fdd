import { CONFUSION_RATES, type TableCell, type TableSum } from '@gatehouse/stats';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import type { SensitiveColumn } from '../groups/compared-column.ts';
import { ALL_ROWS, sumOfCounts } from '../groups/group-pairs.ts';
import { type IntersectedColumn, intersectionLabel } from '../groups/intersections.ts';
import type { ControlStratum } from '../strata/control-strata.ts';
import type { FinestCell } from './cross-counts.ts';

/** Every table about the same rows of which numbers may be printed. */
export interface PrintedTables {
  readonly columns: readonly SensitiveColumn[];
  readonly intersections: readonly IntersectedColumn[];
  /** Of all sensitive columns together, by the groups as JSON; `null` where they were not counted. */
  readonly joint: GroupCounts | null;
  /** Of each sensitive column within each combination of control values. */
  readonly strata: ReadonlyMap<string, readonly ControlStratum[]>;
  /** What all of them are sums of; `null` where it was not counted. */
  readonly finest: readonly FinestCell[] | null;
}

/** How a stratum is called among withheld labels, or a group of a column within it. */
export function stratumLabel(stratum: string, column: string | null = null, group: string | null = null): string {
  return JSON.stringify(['stratum', stratum, column, group]);
}

const TOTAL = 'all';

/** All cells with how they add up; empty without rows. */
export function printedTable(tables: PrintedTables): {
  readonly cells: readonly NamedCell[];
  readonly sums: readonly TableSum[];
} {
  const { columns, intersections } = tables;
  const [first] = columns;
  const named = [...columns, ...intersections].flatMap((column) =>
    present(column).map(([group, counts]) => ({
      cell: cellOf(idOf(column, group), counts),
      label: column.label(group),
    })),
  );
  if (first === undefined || named.length === 0) return { cells: [], sums: [] };
  const all = { cell: cellOf(TOTAL, sumOfCounts([...first.groups.values()])), label: ALL_ROWS };
  return {
    cells: [all, ...named, ...jointCells(tables), ...stratumCells(tables)],
    sums: [
      ...columns.map((column) => ({ total: TOTAL, parts: present(column).map(([group]) => idOf(column, group)) })),
      ...intersections.flatMap((intersection) => marginalSums(intersection, columns)),
      ...jointSums(tables),
      ...stratumSums(tables),
    ],
  };
}

/** Labels of the parts of groups: joint groups, strata, and groups within strata. */
export function detailLabels(tables: PrintedTables): ReadonlySet<string> {
  return new Set([...jointCells(tables), ...stratumCells(tables)].map(({ label }) => label));
}

/** A cell, and how the decision calls what it counts. */
export interface NamedCell {
  readonly cell: TableCell;
  readonly label: string;
}

function present({ groups }: Pick<SensitiveColumn, 'groups'>): readonly (readonly [string, ConfusionCounts])[] {
  return [...groups].filter(([, counts]) => totalOf(counts) > 0);
}

function idOf({ name }: Pick<SensitiveColumn, 'name'>, group: string): string {
  return JSON.stringify([name, group]);
}

function cellOf(id: string, counts: ConfusionCounts): TableCell {
  const shares = Object.values(CONFUSION_RATES).map((rate) => ({ part: rate.part(counts), whole: rate.whole(counts) }));
  return { id, n: totalOf(counts), shares };
}

function marginalSums(intersection: IntersectedColumn, columns: readonly SensitiveColumn[]): readonly TableSum[] {
  const { counted } = intersection;
  return [0, 1].flatMap((side) => {
    const column = columns.find(({ name }) => name === counted.columns[side]);
    if (column === undefined) return [];
    return present(column).map(([group]) => ({
      total: idOf(column, group),
      parts: counted.cells
        .filter((cell) => cell.groups[side] === group)
        .map((cell) => idOf(intersection, intersectionLabel(counted.columns, cell.groups))),
    }));
  });
}

function jointCells({ joint }: PrintedTables): readonly NamedCell[] {
  return present({ groups: joint ?? new Map() }).map(([key, counts]) => ({
    cell: cellOf(jointId(key), counts),
    label: key,
  }));
}

function jointId(key: string): string {
  return JSON.stringify(['joint', key]);
}

/** A joint group is a part of the group of every column, and of every two columns, that it agrees with. */
function jointSums({ columns, intersections, joint }: PrintedTables): readonly TableSum[] {
  if (joint === null) return [];
  const cells = present({ groups: joint }).map(([key]) => ({ id: jointId(key), groups: groupsOfJoint(key) }));
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const sum = (total: string, isPart: (groups: readonly string[]) => boolean): TableSum => ({
    total,
    parts: cells.filter(({ groups }) => isPart(groups)).map(({ id }) => id),
  });
  return [
    ...columns.flatMap((column, index) =>
      present(column).map(([group]) => sum(idOf(column, group), (groups) => groups[index] === group)),
    ),
    ...intersections.flatMap((own) => {
      const [one, two] = own.counted.columns.map(at);
      return own.counted.cells.map(({ groups: [a, b] }) =>
        sum(
          idOf(own, intersectionLabel(own.counted.columns, [a, b])),
          (groups) => groups[one ?? -1] === a && groups[two ?? -1] === b,
        ),
      );
    }),
  ];
}

function groupsOfJoint(key: string): readonly string[] {
  const groups: unknown = JSON.parse(key);
  return Array.isArray(groups) ? groups.map(String) : [];
}

function stratumCells({ columns, strata }: PrintedTables): readonly NamedCell[] {
  const totals = [...strata.values()]
    .slice(0, 1)
    .flatMap((own) =>
      own.map(({ stratum, groups }) => named(sumOfCounts([...groups.values()]), stratumLabel(stratum))),
    );
  const parts = columns.flatMap(({ name }) =>
    (strata.get(name) ?? []).flatMap(({ stratum, groups }) =>
      present({ groups }).map(([group, counts]) => named(counts, stratumLabel(stratum, name, group))),
    ),
  );
  return [...totals, ...parts];

  function named(counts: ConfusionCounts, label: string): NamedCell {
    return { cell: cellOf(label, counts), label };
  }
}

/** Within every column the groups add up to the stratum, and over the strata to the group. */
function stratumSums({ columns, strata }: PrintedTables): readonly TableSum[] {
  const perColumn = columns.flatMap((column) => {
    const own = strata.get(column.name) ?? [];
    const partsOf = (isPart: (stratum: string, group: string) => boolean): readonly string[] =>
      own.flatMap(({ stratum, groups }) =>
        present({ groups })
          .filter(([group]) => isPart(stratum, group))
          .map(([group]) => stratumLabel(stratum, column.name, group)),
      );
    if (own.length === 0) return [];
    return [
      ...own.map(({ stratum }) => ({ total: stratumLabel(stratum), parts: partsOf((of) => of === stratum) })),
      ...present(column).map(([name]) => ({ total: idOf(column, name), parts: partsOf((_, group) => group === name) })),
    ];
  });
  const [all] = strata.values();
  if (all === undefined) return perColumn;
  return [{ total: TOTAL, parts: all.map(({ stratum }) => stratumLabel(stratum)) }, ...perColumn];
}
