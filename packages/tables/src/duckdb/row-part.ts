import type { RowPart } from '@gatehouse/core';
import { keySql } from './column-sql.ts';
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

/** The rows of a {@link RowPart}, under the name of the table and with the numbers by which its other parts are found. */
export function partSql(column: TypedColumn, { salt, parts, in: wanted }: RowPart): Base {
  const numbers = wanted.map(whole).join(', ');
  const { part } = column.column;
  const text = `coalesce(${keySql(column)}, '')`;
  const hash = `CAST(concat('0x', left(sha256(concat(${literal(`${salt}\n`)}, ${text})), 16)) AS UBIGINT)`;
  const chosen = numbers === '' ? 'false' : `${hash} % ${whole(parts)} IN (${numbers})`;
  // A view, which has no numbers of rows, is never kept in several parts.
  const several = column.table.columns.some((other) => other.part !== part);
  return { part, sql: `(SELECT ${several ? `${part}.rowid, ` : ''}${part}.* FROM ${part} WHERE ${chosen}) AS ${part}` };
}

function whole(value: number): string {
  if (Number.isSafeInteger(value) && value >= 0) return String(value);
  throw new RangeError(`A number of parts is an integer from 0, got ${value}.`);
}
