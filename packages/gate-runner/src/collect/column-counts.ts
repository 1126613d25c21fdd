import {
  type AggregateTables,
  type CategoriesColumn,
  type ColumnRef,
  edgesId,
  type NumberCounts,
  type NumbersColumn,
  type Relation,
} from '@gatehouse/core';

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
 * Numeric columns counted on and between edges, in the order asked for. Without `squares` their spread is left out, which
 * only a reference needs.
 */
export async function countNumbers(
  { tables, relation }: CountedRows,
  wanted: readonly EdgedColumn[],
  options: { readonly squares?: boolean } = {},
): Promise<readonly NumbersColumn[]> {
  const columns = wanted.map(({ column, edges }) => ({ column: refOf(relation, column), edges }));
  const counted = await tables.numberCounts(relation, columns, options);
  return wanted.map(({ edges }, at) => {
    const own = counted[at];
    if (own === undefined) throw new Error('A column was not counted.');
    return numbersColumn(edges, own);
  });
}

function numbersColumn(edges: readonly number[], { missing, zeros, counts, moments }: NumberCounts): NumbersColumn {
  const { count, min, max, mean, m2 } = moments;
  return {
    kind: 'numbers',
    n: count,
    missing: missingOf(missing),
    zeros,
    edges: [...edges],
    edgesId: edgesId(edges),
    equal: [...counts.equal],
    open: [...counts.between],
    openSums: [...counts.sums],
    minimum: min,
    maximum: max,
    mean,
    m2,
  };
}

/** Where a value is missing, by the kind of missing. */
export function missingOf(counts: NumberCounts['missing']): NumbersColumn['missing'] {
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
