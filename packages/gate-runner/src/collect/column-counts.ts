import {
  type AggregateTables,
  type CategoriesColumn,
  type ColumnIntegrity,
  type ColumnRef,
  type EdgeCounts,
  edgesId,
  type NumbersColumn,
  type Relation,
} from '@gatehouse/core';

/** Columns that one question asks for: of thousands the engine would plan longer than it counts. */
const BATCH = 20;
/** Categories that a column of a profile names; the rarest of more are counted together. */
const MOST_NAMED = 1000;

/** Rows of one table. */
export interface CountedRows {
  readonly tables: AggregateTables;
  readonly relation: Relation & { readonly table: string };
}

/** Two tables that are compared. */
export interface BothSides {
  readonly reference: CountedRows;
  readonly current: CountedRows;
  readonly sizes: { readonly reference: number; readonly current: number };
}

/** A numeric column and the edges to count it on. */
export interface EdgedColumn {
  readonly column: string;
  readonly edges: readonly number[];
}

/**
 * Numeric columns counted on and between edges, in the order asked for; a few questions each for many columns. Without
 * `squares` their spread is left out, which only a reference needs.
 */
export async function countNumbers(
  { tables, relation }: CountedRows,
  wanted: readonly EdgedColumn[],
  options: { readonly squares?: boolean } = {},
): Promise<readonly NumbersColumn[]> {
  const counted: NumbersColumn[] = [];
  for (let first = 0; first < wanted.length; first += BATCH) {
    const batch = wanted.slice(first, first + BATCH);
    const refs = batch.map(({ column }) => refOf(relation, column));
    const integrity = await tables.integrity(relation, refs);
    const histograms = await tables.histogram(
      relation,
      batch.map(({ edges }, at) => ({ column: refs[at] ?? refOf(relation, ''), edges, sums: true })),
    );
    const moments = await tables.moments(relation, refs, options);
    for (const [at, { edges }] of batch.entries()) {
      const [own, counts, moment] = [integrity[at], histograms[at], moments[at]];
      if (own === undefined || counts === undefined || moment === undefined)
        throw new Error('A column was not counted.');
      const { min: minimum, max: maximum, mean, m2, count } = moment;
      const base = { kind: 'numbers', n: count, missing: missingOf(own), zeros: own.zeros } as const;
      counted.push({
        ...base,
        edges: [...edges],
        edgesId: edgesId(edges),
        ...split(counts),
        minimum,
        maximum,
        mean,
        m2,
      });
    }
  }
  return counted;
}

function split({ equal, between, sums }: EdgeCounts): Pick<NumbersColumn, 'equal' | 'open' | 'openSums'> {
  if (sums === null) throw new Error('Sums were asked for and did not come.');
  // The sum of no value is 0 and never -0.
  return { equal: [...equal], open: [...between], openSums: sums.map((sum) => sum + 0) };
}

/** Where a value is missing, by the kind of missing. */
export function missingOf(counts: ColumnIntegrity): NumbersColumn['missing'] {
  const { nulls, nans, positiveInfinities, negativeInfinities } = counts;
  return { null: nulls, nan: nans, positiveInfinity: positiveInfinities, negativeInfinity: negativeInfinities };
}

/** Rows of each category of a column; numbers are categories by their value, however they are written. */
export async function countCategories(
  { tables, relation }: CountedRows,
  column: string,
  of: CategoriesColumn['of'],
): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly missing: NumbersColumn['missing'] }> {
  const counts = new Map<string, number>();
  const missing = { null: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
  for (const { key, count } of await tables.groupedCounts(relation, [refOf(relation, column)])) {
    const [text = null] = key;
    const value = of === 'numbers' && text !== null ? Number(text) : 0;
    if (text === null) missing.null += count;
    else if (of === 'numbers' && !Number.isFinite(value)) missing[notFinite(text)] += count;
    else {
      const name = of === 'numbers' ? String(value + 0) : text;
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return { counts, missing };
}

/** The engine writes `nan`, `inf` and `-inf`, none of which JavaScript reads as such. */
function notFinite(text: string): 'nan' | 'positiveInfinity' | 'negativeInfinity' {
  if (/nan/i.test(text)) return 'nan';
  return text.startsWith('-') ? 'negativeInfinity' : 'positiveInfinity';
}

/** Categories as a profile keeps them: the most frequent by name, of equal ones the first by name, the rest as a number. */
export function categoriesColumn(
  of: CategoriesColumn['of'],
  { counts, missing }: Awaited<ReturnType<typeof countCategories>>,
): CategoriesColumn {
  const byRows = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = byRows.slice(0, MOST_NAMED).sort(([a], [b]) => (a < b ? -1 : 1));
  const total = (some: readonly (readonly [string, number])[]): number => some.reduce((sum, [, rows]) => sum + rows, 0);
  return {
    kind: 'categories',
    of,
    n: total(byRows),
    missing,
    counts: Object.fromEntries(named),
    other: total(byRows) - total(named),
    singletons: byRows.filter(([, rows]) => rows === 1).length,
  };
}

export function refOf({ table }: { readonly table: string }, column: string): ColumnRef {
  return { table, column };
}
