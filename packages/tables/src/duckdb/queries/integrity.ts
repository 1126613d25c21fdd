import type { ColumnIntegrity, ColumnRef, DistinctCounts, Relation } from '@gatehouse/core';
import { countOf } from '../cells.ts';
import { KEYED, keySql, NUMERIC, numberSql, storedSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Session } from '../session.ts';
import type { TypedColumn } from '../typed-column.ts';

/** Columns counted in one query: more would make statements that take longer to plan than to run. */
const BATCH = 10;

export async function integrity(
  at: { readonly session: Session; readonly catalog: Catalog },
  relation: Relation,
  refs: readonly ColumnRef[],
): Promise<readonly ColumnIntegrity[]> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.typed(refs);
  const found: ColumnIntegrity[] = [];
  for (let first = 0; first < columns.length; first += BATCH) {
    const batch = columns.slice(first, first + BATCH);
    const [row = []] = await at.session.rows(
      `SELECT count(*), ${batch.flatMap(countsOf).join(', ')} FROM ${from(batch)}`,
    );
    const rows = countOf(row[0]);
    for (const [index, typed] of batch.entries()) {
      const cells = row.slice(1 + index * COUNTS, 1 + (index + 1) * COUNTS).map(countOf);
      const [present = 0, finite = 0, emptyTexts = 0, negatives = 0, zeros = 0] = cells;
      const notFinite = finite === present ? ALL_FINITE : await notFiniteOf(at.session, from([typed]), typed);
      const { column, type } = { column: typed.column.name, type: typed.type };
      found.push({ column, type, rows, nulls: rows - present, ...notFinite, emptyTexts, negatives, zeros });
    }
  }
  return found;
}

const COUNTS = 5;
const ALL_FINITE = { nans: 0, positiveInfinities: 0, negativeInfinities: 0 };

/** Values that are there, finite ones, empty texts, values below zero, zeros. NaN is above every number, so not below zero. */
function countsOf(typed: TypedColumn): readonly string[] {
  const present = `count(${storedSql(typed)})`;
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})`;
  if (typed.type === 'text') return [present, present, count(`${keySql(typed)} = ''`), '0', '0'];
  if (!NUMERIC.includes(typed.type)) return [present, present, '0', '0', '0'];
  const x = numberSql(typed);
  const finite = typed.type === 'integer' ? present : count(`isfinite(${x})`);
  return [present, finite, '0', count(`${x} < 0`), count(`${x} = 0`)];
}

/** Of which kinds: asked only where some value is not finite. In DuckDB NaN equals itself, so the tests are explicit. */
async function notFiniteOf(session: Session, from: string, typed: TypedColumn): Promise<typeof ALL_FINITE> {
  const x = numberSql(typed);
  const kinds = [`isnan(${x})`, `isinf(${x}) AND ${x} > 0`, `isinf(${x}) AND ${x} < 0`];
  const [row = []] = await session.rows(
    `SELECT ${kinds.map((kind) => `count(*) FILTER (WHERE ${kind})`).join(', ')} FROM ${from}`,
  );
  const [nans = 0, positiveInfinities = 0, negativeInfinities = 0] = row.map(countOf);
  return { nans, positiveInfinities, negativeInfinities };
}

export async function distinct(
  at: { readonly session: Session; readonly catalog: Catalog },
  relation: Relation,
  ref: ColumnRef,
): Promise<DistinctCounts> {
  const { from } = await at.catalog.rows(relation);
  const [typed] = await at.catalog.columns([ref], KEYED);
  if (typed === undefined) throw new Error('A column was not found.');
  const key = `SELECT ${storedSql(typed)} AS k, count(*) AS n FROM ${from([typed])} WHERE ${storedSql(typed)} IS NOT NULL GROUP BY 1`;
  const byKey = `SELECT ${keySql(typed, 'k')} AS x, sum(n) AS n FROM (${key}) GROUP BY 1`;
  const [[all, repeated, singletons] = []] = await at.session.rows(
    `SELECT count(*), count(*) FILTER (WHERE n > 1), count(*) FILTER (WHERE n = 1) FROM (${byKey})`,
  );
  return { distinct: countOf(all), repeated: countOf(repeated), singletons: countOf(singletons) };
}
