import type { ColumnRef, EdgeCounts, Moments, Relation } from '@gatehouse/core';
import { countOf, numberOf, numberOrNull } from './cells.ts';
import { NUMERIC, numberSql } from './column-sql.ts';
import type { Catalog } from './relation.ts';
import type { Cell, Session } from './session.ts';
import { doubleLiteral } from './sql-text.ts';

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

/** All columns in one scan; sums need a search per row and a query per column. */
export async function histogram(
  at: At,
  relation: Relation,
  columns: readonly HistogramColumn[],
): Promise<readonly EdgeCounts[]> {
  for (const { edges } of columns) requireEdges(edges);
  const { from, values } = await asked(
    at,
    relation,
    columns.map(({ column }) => column),
  );
  const aggregates = columns.flatMap(({ edges }, index) => {
    const [x, finite] = [values[index], `FILTER (WHERE isfinite(${values[index]}))`];
    const list = `[${edges.map(doubleLiteral).join(', ')}]::DOUBLE[]`;
    // Values above the last edge fall under a key of the engine's own; their count is what remains of all.
    return [
      `map_entries(histogram(${x}, ${list}) ${finite})`,
      `map_entries(histogram_exact(${x}, ${list}) ${finite})`,
      `count(*) ${finite}`,
    ];
  });
  if (columns.length === 0) return [];
  const [row = []] = await at.session.rows(`SELECT ${aggregates.join(', ')} FROM ${from}`);
  const found: EdgeCounts[] = [];
  for (const [index, { edges, sums }] of columns.entries()) {
    const [upTo, exact, all] = row.slice(index * 3, index * 3 + 3);
    const counts = edgeCounts(edges, { upTo: countsByEdge(upTo), equal: countsByEdge(exact), all: countOf(all) });
    const wanted = sums === true ? await sumsBetween(at.session, { from, x: values[index] ?? '', edges }) : null;
    found.push({ ...counts, sums: wanted });
  }
  return found;
}

function requireEdges(edges: readonly number[]): void {
  const bad = edges.findIndex(
    (edge, index) => !Number.isFinite(edge) || (index > 0 && edge <= (edges[index - 1] ?? edge)),
  );
  if (edges.length === 0 || bad !== -1) {
    throw new RangeError(`Edges must be finite and ascend strictly, got ${edges[bad] ?? 'none'} at ${bad}.`);
  }
}

function countsByEdge(entries: Cell): ReadonlyMap<number, number> {
  if (entries === null) return new Map(); // no finite value
  if (!Array.isArray(entries)) throw new Error('DuckDB answered no histogram.');
  const found = new Map<number, number>();
  for (const entry of entries as readonly { readonly key: Cell; readonly value: Cell }[]) {
    if (entry.key !== null) found.set(numberOf(entry.key), countOf(entry.value));
  }
  return found;
}

/** The engine counts the values above the edge before and up to this one, that is with those equal to it. */
function edgeCounts(
  edges: readonly number[],
  counts: {
    readonly upTo: ReadonlyMap<number, number>;
    readonly equal: ReadonlyMap<number, number>;
    readonly all: number;
  },
): { readonly equal: readonly number[]; readonly between: readonly number[] } {
  const equal = edges.map((edge) => counts.equal.get(edge) ?? 0);
  const below = edges.map((edge, index) => (counts.upTo.get(edge) ?? 0) - (equal[index] ?? 0));
  const counted = [...below, ...equal].reduce((sum, count) => sum + count, 0);
  const between = [...below, counts.all - counted];
  if (between.some((count) => count < 0)) throw new Error('DuckDB counted more values in a histogram than there are.');
  return { equal, between };
}

async function sumsBetween(
  session: Session,
  of: { readonly from: string; readonly x: string; readonly edges: readonly number[] },
): Promise<readonly number[]> {
  const { from, x, edges } = of;
  const rows = await session.rows(
    `WITH edges AS (SELECT unnest([${edges.map(doubleLiteral).join(', ')}]::DOUBLE[]) AS edge, unnest(range(1, ${edges.length + 1})) AS pos)
     SELECT coalesce(pos, 0), fsum(x) FROM (SELECT ${x} AS x FROM ${from} WHERE isfinite(${x})) AS v
     ASOF LEFT JOIN edges ON v.x >= edges.edge WHERE edge IS NULL OR edge <> x GROUP BY 1`,
  );
  const sums = new Array<number>(edges.length + 1).fill(0);
  for (const [at, sum] of rows) sums[countOf(at)] = numberOf(sum);
  return sums;
}

/** Two scans: the squares are taken of differences from the mean, which is known only after the first. */
export async function moments(at: At, relation: Relation, refs: readonly ColumnRef[]): Promise<readonly Moments[]> {
  if (refs.length === 0) return [];
  const { from, values } = await asked(at, relation, refs);
  const finite = (x: string): string => `FILTER (WHERE isfinite(${x}))`;
  const first = values.flatMap((x) =>
    ['count(*)', `min(${x})`, `max(${x})`, `fsum(${x})`].map((sql) => `${sql} ${finite(x)}`),
  );
  const [row = []] = await at.session.rows(`SELECT ${first.join(', ')} FROM ${from}`);
  const found = values.map((_, index) => {
    const [count, min, max, sum] = row.slice(index * 4, index * 4 + 4);
    const n = countOf(count);
    const total = n === 0 ? 0 : numberOf(sum);
    return { count: n, min: numberOrNull(min), max: numberOrNull(max), sum: total, mean: n === 0 ? null : total / n };
  });
  const squares = values.map((x, index) => {
    const { mean } = found[index] ?? { mean: null };
    return mean === null || !Number.isFinite(mean)
      ? 'NULL'
      : `fsum(power(${x} - ${doubleLiteral(mean)}, 2)) ${finite(x)}`;
  });
  const [second = []] = await at.session.rows(`SELECT ${squares.join(', ')} FROM ${from}`);
  return found.map((part, index) => ({ ...part, m2: numberOrNull(second[index] ?? null) }));
}
