import type { ColumnRef, EdgeCounts, Moments, Relation } from '@gatehouse/core';
import { countOf, numberOf, numberOrNull } from '../cells.ts';
import { NUMERIC, numberSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Cell, Session } from '../session.ts';
import { doubleLiteral } from '../sql-text.ts';
import { binGrid, cellSql, cellsSql, placeSql } from './bin-grid.ts';

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

/** Rows and numeric columns of a question. */
async function asked(
  at: At,
  relation: Relation,
  refs: readonly ColumnRef[],
): Promise<{ from: string; values: readonly string[] }> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.columns(refs, NUMERIC);
  return { from: from(columns), values: columns.map((column) => numberSql(column)) };
}

/**
 * One sort and a look at the positions. `quantile_disc` with a list of 1001 fractions takes 80 times as long (DuckDB 1.5,
 * ten million rows: 147 s), and rounds positions by floating point unless the fractions are decimals.
 */
export async function quantiles(
  at: At,
  relation: Relation,
  wanted: { readonly column: ColumnRef; readonly parts: number },
): Promise<readonly number[]> {
  const { parts } = wanted;
  if (!Number.isSafeInteger(parts) || parts < 1 || parts > 100_000) {
    throw new RangeError(`parts must be an integer from 1 to 100000, got ${parts}.`);
  }
  const {
    from,
    values: [x = ''],
  } = await asked(at, relation, [wanted.column]);
  const values = `SELECT ${x} AS x FROM ${from} WHERE isfinite(${x})`;
  const [[cell] = []] = await at.session.rows(`SELECT count(*) FROM (${values})`);
  const positions = quantilePositions(countOf(cell), parts);
  if (positions.length === 0) return [];
  const rows = await at.session.rows(
    `SELECT DISTINCT x FROM (SELECT x, row_number() OVER (ORDER BY x) AS pos FROM (${values})) WHERE pos IN (${positions.join(', ')}) ORDER BY x`,
  );
  // -0 and 0 are one value, whichever of the two the sort found first.
  return rows.map(([value]) => numberOf(value) + 0);
}

/** Positions from 1 of the quantiles j/parts of `count` values: ceil(count · j / parts), in whole numbers throughout. */
function quantilePositions(count: number, parts: number): readonly bigint[] {
  if (count === 0) return [];
  const [n, all] = [BigInt(count), BigInt(parts)];
  const positions = Array.from({ length: parts + 1 }, (_, j) => (n * BigInt(j) + all - 1n) / all || 1n);
  return [...new Set(positions)];
}

export interface HistogramColumn {
  readonly column: ColumnRef;
  readonly edges: readonly number[];
  readonly sums?: boolean;
}

/**
 * A question for each column: each row finds its cell in a grid, and there its bin, so counts and sums come from one scan
 * of one column. DuckDB's own histogram has no sums, takes a second one for the values on edges, and as long for both.
 */
export async function histogram(
  at: At,
  relation: Relation,
  columns: readonly HistogramColumn[],
): Promise<readonly EdgeCounts[]> {
  for (const { edges } of columns) requireEdges(edges);
  const { from } = await at.catalog.rows(relation);
  const typed = await at.catalog.columns(
    columns.map(({ column }) => column),
    NUMERIC,
  );
  const found: EdgeCounts[] = [];
  for (const [index, { edges, sums = false }] of columns.entries()) {
    const own = typed[index];
    if (own === undefined) throw new Error('A column was not found.');
    found.push(await countedOn(at.session, { from: from([own]), x: numberSql(own), edges }, sums));
  }
  return found;
}

/** Values of a column, as the engine is asked for them, and edges. */
export interface CountQuestion {
  readonly from: string;
  readonly x: string;
  readonly edges: readonly number[];
}

/** Of the finite values at each place: twice the number of edges at or below, less one on an edge. */
interface Places {
  readonly counts: readonly number[];
  /** Cells of the aggregates that were asked for besides; a place without a value has none. */
  readonly cells: ReadonlyMap<number, readonly Cell[]>;
}

/** One scan; `aggregates` are of the value `v.x`. */
export async function countedPlaces(
  session: Session,
  { from, x, edges }: CountQuestion,
  aggregates: readonly string[],
): Promise<Places> {
  const grid = binGrid(edges);
  const rows = await session.rows(
    `WITH cells AS (${cellsSql(grid, edges)})
     SELECT ${[`${placeSql(grid, 'v.x')} AS place`, 'count(*)', ...aggregates].join(', ')}
     FROM (SELECT x, ${cellSql(grid, 'x')} AS cell FROM (SELECT ${x} AS x FROM ${from}) WHERE isfinite(x)) AS v
     JOIN cells ON cells.cell = v.cell GROUP BY 1`,
  );
  const counts = new Array<number>(2 * edges.length + 1).fill(0);
  const cells = new Map<number, readonly Cell[]>();
  for (const [place, count, ...others] of rows) {
    counts[countOf(place)] = countOf(count);
    cells.set(countOf(place), others);
  }
  return { counts, cells };
}

async function countedOn(session: Session, question: CountQuestion, sums: boolean): Promise<EdgeCounts> {
  const { counts, cells } = await countedPlaces(session, question, sums ? ['fsum(v.x)'] : []);
  const sumAt = (place: number): number => numberOf(cells.get(place)?.[0] ?? 0);
  return {
    equal: counts.filter((_, place) => place % 2 === 1),
    between: counts.filter((_, place) => place % 2 === 0),
    sums: sums ? [...counts.keys()].filter((place) => place % 2 === 0).map(sumAt) : null,
  };
}

/** @throws RangeError unless edges are finite and ascend. */
export function requireEdges(edges: readonly number[]): void {
  const bad = edges.findIndex(
    (edge, index) => !Number.isFinite(edge) || (index > 0 && edge <= (edges[index - 1] ?? edge)),
  );
  if (edges.length === 0 || bad !== -1) {
    throw new RangeError(`Edges must be finite and ascend strictly, got ${edges[bad] ?? 'none'} at ${bad}.`);
  }
}

/** Two scans: the squares are taken of differences from the mean, which is known only after the first. */
export async function moments(
  at: At,
  relation: Relation,
  wanted: { readonly columns: readonly ColumnRef[]; readonly squares: boolean },
): Promise<readonly Moments[]> {
  if (wanted.columns.length === 0) return [];
  const { from, values } = await asked(at, relation, wanted.columns);
  const rows = finiteRows(from, values);
  const first = values.flatMap((_, index) => [
    `count(v${index})`,
    `min(v${index})`,
    `max(v${index})`,
    `fsum(v${index})`,
  ]);
  const [row = []] = await at.session.rows(`SELECT ${first.join(', ')} FROM ${rows}`);
  const found = values.map((_, index) => {
    const [count, min, max, sum] = row.slice(index * 4, index * 4 + 4);
    const n = countOf(count);
    const total = n === 0 ? 0 : numberOf(sum);
    return { count: n, min: numberOrNull(min), max: numberOrNull(max), sum: total, mean: n === 0 ? null : total / n };
  });
  const squares = wanted.squares ? await squaresOf(at.session, { rows, means: found.map(({ mean }) => mean) }) : [];
  return found.map((part, index) => ({ ...part, m2: squares[index] ?? null }));
}

/** Sums of the squared differences from the means of `v0`, `v1` … of `rows`; `null` without a finite mean. */
export async function squaresOf(
  session: Session,
  { rows, means }: { readonly rows: string; readonly means: readonly (number | null)[] },
): Promise<readonly (number | null)[]> {
  const squares = means.map((mean, index) => {
    if (mean === null || !Number.isFinite(mean)) return 'NULL';
    const difference = `(v${index} - ${doubleLiteral(mean)})`;
    return `fsum(${difference} * ${difference})`;
  });
  const [row = []] = await session.rows(`SELECT ${squares.join(', ')} FROM ${rows}`);
  return means.map((_, index) => numberOrNull(row[index] ?? null));
}

/** Columns `v0`, `v1` … One NULL in place of a condition on each aggregate: those take as long as the aggregates. */
export function finiteRows(from: string, values: readonly string[]): string {
  return `(SELECT ${values.map((x, index) => `CASE WHEN isfinite(${x}) THEN ${x} END AS v${index}`).join(', ')} FROM ${from})`;
}
