import type { ColumnRef, EdgeCounts, NumberCounts, Relation } from '@gatehouse/core';
import { numberOf } from '../cells.ts';
import { NUMERIC, numberSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Cell, Session } from '../session.ts';
import { countedPlaces, finiteRows, requireEdges, squaresOf } from './distribution.ts';
import { integrity } from './integrity.ts';

/** Columns whose squares one statement sums: of more the engine plans longer than it sums. */
const BATCH = 20;

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

/** A numeric column and the edges to count it on. */
interface Edged {
  readonly column: ColumnRef;
  readonly edges: readonly number[];
}

/**
 * One scan for each column, a second one of many for the squares, and a look at what is missing only where something is:
 * a scan for every kind of number took two fifths of the time of the drift gate.
 */
export async function numberCounts(
  at: At,
  relation: Relation,
  wanted: { readonly columns: readonly Edged[]; readonly squares: boolean },
): Promise<readonly NumberCounts[]> {
  for (const { edges } of wanted.columns) requireEdges(edges);
  const found: NumberCounts[] = [];
  for (const column of wanted.columns) found.push(await countsOf(at, relation, column));
  if (!wanted.squares) return found;
  const squared: NumberCounts[] = [];
  for (let first = 0; first < found.length; first += BATCH) {
    const batch = found.slice(first, first + BATCH);
    const refs = wanted.columns.slice(first, first + BATCH).map(({ column }) => column);
    squared.push(...(await withSquares(at, relation, { refs, counts: batch })));
  }
  return squared;
}

async function countsOf(at: At, relation: Relation, { column, edges }: Edged): Promise<NumberCounts> {
  const { from, count: rows } = await at.catalog.rows(relation);
  const [typed] = await at.catalog.columns([column], NUMERIC);
  if (typed === undefined) throw new Error('A column was not found.');
  // On an edge of their own zeros are counted; its two sides are put together again.
  const withZero = edges.includes(0) ? edges : [...edges, 0].sort((a, b) => a - b);
  const question = { from: from([typed]), x: numberSql(typed), edges: withZero };
  const { counts, cells } = await countedPlaces(at.session, question, ['fsum(v.x)', 'min(v.x)', 'max(v.x)']);
  const sums = counts.map((_, place) => aggregate(cells, place, 0) ?? 0);
  const count = counts.reduce((total, own) => total + own, 0);
  const sum = compensated(sums);
  const zeroAt = 2 * withZero.indexOf(0) + 1;
  return {
    missing: count === rows ? NONE_MISSING : await missingIn(at, relation, column),
    zeros: counts[zeroAt] ?? 0,
    counts: edgeCounts(withZero === edges ? { counts, sums } : joined({ counts, sums }, zeroAt)),
    moments: {
      count,
      // Places rise with the values, so the ends of a column lie in the first and in the last that hold any.
      min: aggregate(cells, Math.min(...cells.keys()), 1),
      max: aggregate(cells, Math.max(...cells.keys()), 2),
      sum,
      mean: count === 0 ? null : sum / count,
      m2: null,
    },
  };
}

const NONE_MISSING = { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 };

async function missingIn(at: At, relation: Relation, column: ColumnRef): Promise<NumberCounts['missing']> {
  const [found] = await integrity(at, relation, [column]);
  if (found === undefined) throw new Error('A column was not counted.');
  const { nulls, nans, positiveInfinities, negativeInfinities } = found;
  return { nulls, nans, positiveInfinities, negativeInfinities };
}

function aggregate(cells: ReadonlyMap<number, readonly Cell[]>, place: number, at: number): number | null {
  const own = cells.get(place);
  return own === undefined ? null : numberOf(own[at] ?? null);
}

interface AtPlaces {
  readonly counts: readonly number[];
  readonly sums: readonly number[];
}

/** Without the edge at a place: what lies on it and on both its sides is between the edges beside it. */
function joined({ counts, sums }: AtPlaces, place: number): AtPlaces {
  const join = (values: readonly number[]): readonly number[] => {
    const together = values.slice(place - 1, place + 2).reduce((total, value) => total + value, 0);
    return values.toSpliced(place - 1, 3, together);
  };
  return { counts: join(counts), sums: join(sums) };
}

function edgeCounts({ counts, sums }: AtPlaces): EdgeCounts & { readonly sums: readonly number[] } {
  const isBetween = (_: number, place: number): boolean => place % 2 === 0;
  return {
    equal: counts.filter((_, place) => place % 2 === 1),
    between: counts.filter(isBetween),
    // The sum of no value is 0 and never -0.
    sums: sums.filter(isBetween).map((sum) => sum + 0),
  };
}

/** Rounding errors are carried along (Neumaier); a sum that is beyond the doubles has none. */
function compensated(values: readonly number[]): number {
  let [sum, error] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    error += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(error) ? sum + error : sum;
}

async function withSquares(
  at: At,
  relation: Relation,
  { refs, counts }: { readonly refs: readonly ColumnRef[]; readonly counts: readonly NumberCounts[] },
): Promise<readonly NumberCounts[]> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.columns(refs, NUMERIC);
  const rows = finiteRows(
    from(columns),
    columns.map((column) => numberSql(column)),
  );
  const squares = await squaresOf(at.session, { rows, means: counts.map(({ moments }) => moments.mean) });
  return counts.map((own, index) => ({ ...own, moments: { ...own.moments, m2: squares[index] ?? null } }));
}
