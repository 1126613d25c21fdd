import type { ColumnIntegrity, ColumnRef, DistinctCounts, Relation } from '@gatehouse/core';
import { countOf } from './cells.ts';
import { KEYED, keySql, NUMERIC, numberSql, storedSql } from './column-sql.ts';
import type { Catalog } from './relation.ts';
import type { Session } from './session.ts';
import type { TypedColumn } from './typed-column.ts';

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
    const counts = batch.flatMap(conditionsOf).map((condition) => `count(*) FILTER (WHERE ${condition})`);
    const [row = []] = await at.session.rows(`SELECT count(*), ${counts.join(', ')} FROM ${from(batch)}`);
    const rows = countOf(row[0]);
    batch.forEach((typed, index) => {
      const cells = row.slice(1 + index * CONDITIONS, 1 + (index + 1) * CONDITIONS).map(countOf);
      const [
        nulls = 0,
        nans = 0,
        positiveInfinities = 0,
        negativeInfinities = 0,
        emptyTexts = 0,
        negatives = 0,
        zeros = 0,
      ] = cells;
      const { column, type } = { column: typed.column.name, type: typed.type };
      const infinities = { positiveInfinities, negativeInfinities };
      found.push({ column, type, rows, nulls, nans, ...infinities, emptyTexts, negatives, zeros });
    });
  }
  return found;
}

const CONDITIONS = 7;

/** In the order of {@link ColumnIntegrity}. Tests are explicit: in DuckDB NaN equals itself and is above every number. */
function conditionsOf(typed: TypedColumn): readonly string[] {
  const missing = `${storedSql(typed)} IS NULL`;
  const none = 'false';
  if (typed.type === 'text') return [missing, none, none, none, `${keySql(typed)} = ''`, none, none];
  if (!NUMERIC.includes(typed.type)) return [missing, none, none, none, none, none, none];
  const x = numberSql(typed);
  return [missing, `isnan(${x})`, `isinf(${x}) AND ${x} > 0`, `isinf(${x}) AND ${x} < 0`, none, `${x} < 0`, `${x} = 0`];
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
