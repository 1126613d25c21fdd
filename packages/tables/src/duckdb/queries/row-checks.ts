import type { ColumnRef, ComparedRows, Relation, TimeRange } from '@gatehouse/core';
import { countOf, numberOrNull } from '../cells.ts';
import { KEYED, keySql, NUMERIC, numberSql, storedSql } from '../column-sql.ts';
import { type Catalog, requireSameType } from '../relation.ts';
import type { Session } from '../session.ts';
import { doubleLiteral } from '../sql-text.ts';
import type { TypedColumn } from '../typed-column.ts';

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

export async function unequalSums(
  at: At,
  relation: Relation,
  sum: { readonly columns: readonly ColumnRef[]; readonly total: number; readonly tolerance: number },
): Promise<number> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.columns(sum.columns, NUMERIC);
  const added = columns.map((typed) => numberSql(typed)).join(' + ');
  const apart = `abs(${added} - ${doubleLiteral(sum.total)})`;
  // NaN is above every number, and NULL is not true: both count as apart.
  const kept = `coalesce(${apart} <= ${doubleLiteral(sum.tolerance)}, false)`;
  const [[count] = []] = await at.session.rows(`SELECT count(*) FILTER (WHERE NOT ${kept}) FROM ${from(columns)}`);
  return countOf(count);
}

/** Columns of one query: each of them is planned once, and a query of thousands takes longer to plan than to run. */
const BATCH = 50;

export async function varying(at: At, relation: Relation, refs: readonly ColumnRef[]): Promise<readonly boolean[]> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.columns(refs, KEYED);
  const found: boolean[] = [];
  for (let first = 0; first < columns.length; first += BATCH) {
    const batch = columns.slice(first, first + BATCH);
    const keys = batch.map(meaningSql);
    const [row = []] = await at.session.rows(
      `SELECT ${keys.map((key) => `coalesce(min(${key}) <> max(${key}), false)`).join(', ')} FROM ${from(batch)}`,
    );
    found.push(...batch.map((_, index) => row[index] === true));
  }
  return found;
}

/** A value within one column: Parquet's are stored as what they mean, and need no text to be compared. */
function meaningSql(typed: TypedColumn): string {
  return typed.table.format === 'parquet' ? storedSql(typed) : keySql(typed);
}

export async function distinctRows(at: At, relation: Relation, refs: readonly ColumnRef[]): Promise<number> {
  const { from } = await at.catalog.rows(relation);
  const columns = await at.catalog.typed(refs);
  const rows =
    columns.length > MOST_KEYS
      ? fingerprintsSql(relation, columns, from)
      : `${columns.map(meaningSql).join(', ')} FROM ${from(columns)}`;
  const [[count] = []] = await at.session.rows(`SELECT count(*) FROM (SELECT DISTINCT ${rows})`);
  return countOf(count);
}

/** Rows of more columns are compared by a digest: a table of thousands of keys takes megabytes for each of them. */
const MOST_KEYS = 50;

/** SHA-256 of all keys with their lengths, so that none can run into the next; a missing one is no empty one. */
function fingerprintSql(columns: readonly TypedColumn[]): string {
  const parts = columns.map((typed) => `coalesce(strlen(${keySql(typed)}) || ':' || ${keySql(typed)}, '-')`);
  return `sha256(concat(${parts.join(', ')}))`;
}

/** Parts of a wide table are digested each by itself: joined first, a row of all their columns would have to be held. */
function fingerprintsSql(
  relation: Relation,
  columns: readonly TypedColumn[],
  from: (columns: readonly TypedColumn[]) => string,
): string {
  const parts = [...Map.groupBy(columns, ({ column }) => column.part)];
  const isWhole = 'table' in relation && relation.part === undefined;
  if (parts.length === 1 || !isWhole) return `${fingerprintSql(columns)} AS k0 FROM ${from(columns)}`;
  const digests = parts.map(
    ([part, some], at) => `(SELECT rowid AS r, ${fingerprintSql(some)} AS d FROM ${part}) AS p${at}`,
  );
  const joined = digests.map((digest, at) => (at === 0 ? digest : `JOIN ${digest} ON p0.r = p${at}.r`)).join(' ');
  return `concat(${parts.map((_, at) => `p${at}.d`).join(', ')}) AS k0 FROM ${joined}`;
}

export async function sharedRows(at: At, first: ComparedRows, second: ComparedRows): Promise<number> {
  if (first.columns.length !== second.columns.length || first.columns.length === 0) {
    throw new RangeError('Rows are compared by as many columns of the one as of the other, and by one at least.');
  }
  const [left, right] = [await at.catalog.typed(first.columns), await at.catalog.typed(second.columns)];
  left.forEach((column, index) => {
    const other = right[index];
    if (other !== undefined) requireSameType(column, other);
  });
  const keys = left.length > MOST_KEYS ? [0] : [...left.keys()];
  const equal = keys.map((index) => `l.k${index} IS NOT DISTINCT FROM r.k${index}`).join(' AND ');
  const [rowsOfLeft, rowsOfRight] = [
    await keysSql(at, first.relation, left),
    await keysSql(at, second.relation, right),
  ];
  const [[count] = []] = await at.session.rows(
    `SELECT count(*) FROM (SELECT ${rowsOfLeft}) AS l SEMI JOIN (SELECT ${rowsOfRight}) AS r ON ${equal}`,
  );
  return countOf(count);
}

/** What stands after SELECT for the keys of columns, named `k0`, `k1` … */
async function keysSql(at: At, relation: Relation, columns: readonly TypedColumn[]): Promise<string> {
  const { from } = await at.catalog.rows(relation);
  if (columns.length > MOST_KEYS) return fingerprintsSql(relation, columns, from);
  const keys = columns.map((typed, index) => `${keySql(typed)} AS k${index}`);
  return `${keys.join(', ')} FROM ${from(columns)}`;
}

/** Date and time of ISO 8601; the engine alone would also read `1/2/2020` and take a guess. */
const ISO =
  '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?';

export async function times(at: At, relation: Relation, ref: ColumnRef): Promise<TimeRange> {
  const { from } = await at.catalog.rows(relation);
  const [typed] = await at.catalog.columns([ref], ['temporal', 'text']);
  if (typed === undefined) throw new Error('A column was not found.');
  const time =
    typed.type === 'temporal'
      ? `TRY_CAST(${storedSql(typed)} AS TIMESTAMPTZ)`
      : `CASE WHEN regexp_full_match(${keySql(typed)}, '${ISO}') THEN TRY_CAST(${keySql(typed)} AS TIMESTAMPTZ) END`;
  const read = `SELECT ${storedSql(typed)} IS NULL AS missing, ${time} AS t FROM ${from([typed])}`;
  const known = 'FILTER (WHERE isfinite(t))';
  const [[values, count, earliest, latest] = []] = await at.session.rows(
    `SELECT count(*) FILTER (WHERE NOT missing), count(*) ${known},
       CAST(epoch_ms(min(t) ${known}) AS DOUBLE), CAST(epoch_ms(max(t) ${known}) AS DOUBLE) FROM (${read})`,
  );
  return {
    count: countOf(count),
    unreadable: countOf(values) - countOf(count),
    earliest: numberOrNull(earliest),
    latest: numberOrNull(latest),
  };
}
