import type { AggregateTables, BaselineProfile, DriftRules, NumbersColumn } from '@gatehouse/core';
import type { ComparedColumn, DriftInput } from '@gatehouse/gates';
import { type BothSides, type CountedRows, countCategories, countNumbers } from './column-counts.ts';
import {
  chooseDriftColumns,
  hasRule,
  type OneSided,
  type PairedColumn,
  requireWeight,
  type SideColumns,
} from './drift-columns.ts';
import { collectDomain } from './drift-domain.ts';
import { type NumericSide, readNumbers } from './numeric-side.ts';
import { columnOf, planEdges, withoutEdges } from './profile.ts';

/** With so many rows of both sides or fewer, distances are those of the rows; with more, of counts with their bounds. */
export const MOST_EXACT_ROWS = 100_000;
/** The rules of evidently have no form for counts. */
const MOST_EVIDENTLY_ROWS = 5_000_000;

/** Data to judge and what it is compared with. */
export interface DriftRows {
  readonly tables: AggregateTables;
  /** Name of the table that is judged. */
  readonly current: string;
  readonly reference: { readonly table: string } | { readonly profile: BaselineProfile };
}

/** What `evaluateDrift` is told of the rows. */
export type DriftColumns = Pick<DriftInput, 'columns' | 'domain' | keyof OneSided | 'notCompared'>;

/**
 * Compares a table with another or with a baseline profile, column by column. Rows come into JavaScript only where a measure
 * needs their order and there are at most 100,000 of each side.
 *
 * @throws ActionError `refused`: all of {@link chooseDriftColumns}, `file-too-large` for the rules of evidently; ConfigError
 *   when no compared column has a weight.
 */
export async function collectDrift(rows: DriftRows, rules: DriftRules): Promise<DriftColumns> {
  const { tables, reference } = rows;
  const current: CountedRows = { tables, relation: { table: rows.current } };
  const known: SideColumns | BaselineProfile =
    'table' in reference ? (await tables.describe(reference.table)).columns : reference.profile;
  const choice = chooseDriftColumns(known, (await tables.describe(rows.current)).columns, rules);
  const { missingColumns, newColumns } = choice;
  const m = await tables.rows(current.relation);
  if ('profile' in reference) {
    requireWeight(choice.columns, rules);
    const columns = await againstProfile(current, m, { profile: reference.profile, columns: choice.columns });
    const domain = { notPossible: 'the reference is a profile' };
    return { columns, domain, missingColumns, newColumns, notCompared: choice.notCompared };
  }
  const other: CountedRows = { tables, relation: { table: reference.table } };
  const sizes = { reference: await tables.rows(other.relation), current: m };
  const sides = { reference: other, current, sizes };
  const unique = await uniqueTexts(sides, choice.columns, rules);
  const compared = choice.columns.filter(({ column }) => !unique.includes(column));
  requireWeight(compared, rules);
  const isExact = Math.max(sizes.reference, sizes.current) <= MOST_EXACT_ROWS;
  const most = rules.mode === 'evidently' ? MOST_EVIDENTLY_ROWS : MOST_EXACT_ROWS;
  const columns =
    isExact || rules.mode === 'evidently' ? await exactly(sides, compared, most) : await byCounts(sides, compared);
  return {
    columns,
    domain: await collectDomain(sides, { columns: compared, rules, isExact }),
    missingColumns,
    newColumns,
    notCompared: [
      ...choice.notCompared,
      ...unique.map((column) => `column "${column}", in which every value of the reference occurs once`),
    ],
  };
}

const FEWEST_FOR_IDS = 50;

/** Texts that name each row: they have no distribution, and only a person who names such a column wants it compared. */
async function uniqueTexts(
  { reference, sizes }: BothSides,
  columns: readonly PairedColumn[],
  rules: DriftRules,
): Promise<readonly string[]> {
  if (rules.columns !== undefined || sizes.reference < FEWEST_FOR_IDS) return [];
  const unique: string[] = [];
  for (const { column, of, role } of columns) {
    if (of !== 'texts' || role !== 'feature' || hasRule(column, rules)) continue;
    const found = await reference.tables.distinct(reference.relation, { table: reference.relation.table, column });
    if (found.singletons === sizes.reference) unique.push(column);
  }
  return unique;
}

async function exactly(
  { reference, current, sizes }: BothSides,
  columns: readonly PairedColumn[],
  maxRows: number,
): Promise<readonly ComparedColumn[]> {
  const numeric = columns.filter(({ of }) => of === 'numbers').map(({ column }) => column);
  const compared: ComparedColumn[] = [];
  const sides = [readNumbers(reference, numeric, maxRows), readNumbers(current, numeric, maxRows)] as const;
  for (const { column, role, of } of columns) {
    if (of !== 'numbers') {
      compared.push(await categories({ reference, current, sizes }, { column, role, of }));
      continue;
    }
    const [first, second] = [await sides[0].next(), await sides[1].next()];
    compared.push({
      column,
      role,
      rows: sizes,
      missing: missingIn(first, second),
      values: { kind: 'rows', reference: first.values, current: second.values },
    });
  }
  return compared;
}

function missingIn(reference: NumericSide, current: NumericSide): ComparedColumn['missing'] {
  return { reference: reference.missing, current: current.missing };
}

async function categories(
  { reference, current, sizes }: BothSides,
  { column, role, of }: PairedColumn,
): Promise<ComparedColumn> {
  const known = await countCategories(reference, column, of);
  const seen = await countCategories(current, column, of);
  return {
    column,
    role,
    rows: sizes,
    missing: { reference: sumOf(known.missing), current: sumOf(seen.missing) },
    values: {
      kind: 'categories',
      reference: known.counts,
      other: 0,
      singletons: [...known.counts.values()].filter((rows) => rows === 1).length,
      current: seen.counts,
      numeric: of === 'numbers',
    },
  };
}

/** Large tables: the reference is counted on its own quantiles, and the data on the same edges. */
async function byCounts(sides: BothSides, columns: readonly PairedColumn[]): Promise<readonly ComparedColumn[]> {
  const { reference, current, sizes } = sides;
  const edges = await planEdges(reference, columns);
  const known = await countNumbers(reference, edges);
  const seen = await countNumbers(current, edges, { squares: false });
  const compared: ComparedColumn[] = [];
  for (const paired of columns) {
    const at = edges.findIndex(({ column }) => column === paired.column);
    const [first, second] = [known[at], seen[at]];
    compared.push(
      first === undefined || second === undefined
        ? await categories(sides, paired)
        : profiles(paired, { rows: sizes, reference: first, current: second, counted: second }),
    );
  }
  return compared;
}

async function againstProfile(
  current: CountedRows,
  m: number,
  { profile, columns }: { readonly profile: BaselineProfile; readonly columns: readonly PairedColumn[] },
): Promise<readonly ComparedColumn[]> {
  const rows = { reference: profile.rows, current: m };
  const wanted = columns.flatMap(({ column }) => {
    const known = columnOf(profile, column);
    return known?.kind === 'numbers' ? [{ column, edges: edgesWithRange(known) }] : [];
  });
  const counted = await countNumbers(current, wanted, { squares: false });
  const compared: ComparedColumn[] = [];
  for (const paired of columns) {
    const { column, role, of } = paired;
    const known = columnOf(profile, column);
    const own = counted[wanted.findIndex((one) => one.column === column)];
    if (known === undefined) continue;
    if (known.kind === 'numbers') {
      if (own === undefined) throw new Error('A column was not counted.');
      const kept = withoutEdges(own, known.edges);
      compared.push(profiles(paired, { rows, reference: known, current: kept, counted: own }));
      continue;
    }
    const seen = await countCategories(current, column, of);
    compared.push({
      column,
      role,
      rows,
      missing: { reference: sumOf(known.missing), current: sumOf(seen.missing) },
      values: {
        kind: 'categories',
        reference: new Map(Object.entries(known.counts)),
        other: known.other,
        singletons: known.singletons,
        current: seen.counts,
        numeric: of === 'numbers',
      },
    });
  }
  return compared;
}

/** A privacy floor takes the outer edges away; the range of the reference is needed to count what lies outside it. */
function edgesWithRange({ edges, minimum, maximum }: NumbersColumn): readonly number[] {
  const range = [minimum, maximum].filter((value) => value !== null);
  return [...new Set([...edges, ...range])].sort((a, b) => a - b);
}

function profiles(
  { column, role }: PairedColumn,
  sides: {
    readonly rows: ComparedColumn['rows'];
    readonly reference: NumbersColumn;
    readonly current: NumbersColumn;
    /** The current values on edges that include the range of the reference. */
    readonly counted: NumbersColumn;
  },
): ComparedColumn {
  const { rows, reference, current, counted } = sides;
  return {
    column,
    role,
    rows,
    missing: { reference: sumOf(reference.missing), current: sumOf(current.missing) },
    values: { kind: 'profiles', reference, current, outside: outsideOf(counted, reference) },
  };
}

function outsideOf({ edges, open, equal }: NumbersColumn, { minimum, maximum }: NumbersColumn): number {
  if (minimum === null || maximum === null) return 0;
  let outside = 0;
  for (const [at, rows] of open.entries()) {
    // The bin below edge `at` lies outside when that edge is at or below the least value, or the one before it at the largest.
    const [from, to] = [edges[at - 1] ?? Number.NEGATIVE_INFINITY, edges[at] ?? Number.POSITIVE_INFINITY];
    if (to <= minimum || from >= maximum) outside += rows;
  }
  for (const [at, edge] of edges.entries()) if (edge < minimum || edge > maximum) outside += Number(equal[at]);
  return outside;
}

function sumOf(missing: NumbersColumn['missing']): number {
  return Object.values(missing).reduce((sum, rows) => sum + rows, 0);
}
