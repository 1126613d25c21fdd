import type { RowPart } from '@gatehouse/core';
import { keySql, storedSql } from './column-sql.ts';
import type { Session } from './session.ts';
import { literal } from './sql-text.ts';
import type { TypedColumn } from './typed-column.ts';

/** A table of the engine as it stands after FROM, and its name there. */
export interface Base {
  readonly part: string;
  readonly sql: string;
}

/** All rows. */
export function wholeSql(part: string): Base {
  return { part, sql: part };
}

/**
 * Makes a table of the values whose rows are of the part: hashing takes longer than counting, so each value is hashed once
 * and not in every question.
 */
export async function createPart(
  session: Session,
  name: string,
  { column, part }: { readonly column: TypedColumn; readonly part: RowPart },
): Promise<Base> {
  const { salt, parts, in: wanted } = part;
  const numbers = wanted.map(whole).join(', ');
  const { part: table } = column.column;
  const values = `SELECT DISTINCT ${storedSql(column)} AS v FROM ${table}`;
  const text = `coalesce(${keySql(column, 'v')}, '')`;
  const hash = `CAST(concat('0x', left(sha256(concat(${literal(`${salt}\n`)}, ${text})), 16)) AS UBIGINT)`;
  const chosen = numbers === '' ? 'false' : `${hash} % ${whole(parts)} IN (${numbers})`;
  await session.rows(`CREATE TABLE ${name} AS SELECT v FROM (${values}) WHERE ${chosen}`);
  // A view, which has no numbers of rows, is never kept in several parts.
  const several = column.table.columns.some((other) => other.part !== table);
  const rowid = several ? `${table}.rowid, ` : '';
  const match = `${storedSql(column)} IS NOT DISTINCT FROM ${name}.v`;
  return { part: table, sql: `(SELECT ${rowid}${table}.* FROM ${table} SEMI JOIN ${name} ON ${match}) AS ${table}` };
}

function whole(value: number): string {
  if (Number.isSafeInteger(value) && value >= 0) return String(value);
  throw new RangeError(`A number of parts is an integer from 0, got ${value}.`);
}
