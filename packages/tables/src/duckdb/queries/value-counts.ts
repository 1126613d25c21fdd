import type { ColumnRef, Relation, ValueCounts } from '@gatehouse/core';
import { countOf, numberOf } from '../cells.ts';
import { NUMERIC, numberSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Session } from '../session.ts';
import type { TypedColumn } from '../typed-column.ts';

/** Columns that one statement looks at: of more the engine plans longer than it counts. */
const BATCH = 20;
/** The estimate has an error of about an eighth; a column that it puts far too high is told as one of many values. */
const MARGIN = 2;

/** NULL, NaN and two infinities. */
const NOT_FINITE_GROUPS = 4;

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

/**
 * A look at many columns tells which of them have few values, by an estimate; only those are grouped, and counted exactly. To
 * group a column of many values takes longer than to sort it.
 */
export async function valueCounts(
  at: At,
  relation: Relation,
  { columns: refs, most }: { readonly columns: readonly ColumnRef[]; readonly most: number },
): Promise<readonly (ValueCounts | null)[]> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.columns(refs, NUMERIC);
  const found: (ValueCounts | null)[] = [];
  for (let first = 0; first < columns.length; first += BATCH) {
    const batch = columns.slice(first, first + BATCH);
    const estimates = batch.map((typed) => `approx_count_distinct(${numberSql(typed)})`);
    const [row = []] = await at.session.rows(`SELECT ${estimates.join(', ')} FROM ${from(batch)}`);
    for (const [index, typed] of batch.entries()) {
      const isFew = countOf(row[index]) <= (most + NOT_FINITE_GROUPS) * MARGIN;
      found.push(isFew ? await countsOf(at.session, { from: from([typed]), typed, most }) : null);
    }
  }
  return found;
}

async function countsOf(
  session: Session,
  { from, typed, most }: { readonly from: string; readonly typed: TypedColumn; readonly most: number },
): Promise<ValueCounts | null> {
  const limit = most + NOT_FINITE_GROUPS + 1;
  const rows = await session.rows(
    `SELECT x, count(*) FROM (SELECT ${numberSql(typed)} AS x FROM ${from}) GROUP BY 1 LIMIT ${limit}`,
  );
  if (rows.length === limit) return null;
  const missing = { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 };
  const counts = new Map<number, number>();
  for (const [cell, count] of rows) {
    const value = cell === null ? null : numberOf(cell);
    if (value !== null && Number.isFinite(value)) counts.set(value + 0, (counts.get(value + 0) ?? 0) + countOf(count));
    else missing[missingKind(value)] += countOf(count);
  }
  if (counts.size > most) return null;
  const ordered = [...counts].sort(([a], [b]) => a - b);
  return { missing, values: ordered.map(([value]) => value), counts: ordered.map(([, count]) => count) };
}

function missingKind(value: number | null): keyof ValueCounts['missing'] {
  if (value === null) return 'nulls';
  if (Number.isNaN(value)) return 'nans';
  return value > 0 ? 'positiveInfinities' : 'negativeInfinities';
}
