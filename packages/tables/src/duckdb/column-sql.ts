import type { ColumnType } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted, quotedList } from '../quoted.ts';
import type { Session } from './session.ts';
import { examplesOf, type TypedColumn } from './typed-column.ts';

/** Beyond it a double cannot be told from its neighbours. */
const LARGEST_EXACT = 9_007_199_254_740_992;

/** The value as it is stored, qualified by the alias of its table. */
export function storedSql({ column }: TypedColumn): string {
  return `${column.part}.${column.sqlName}`;
}

/** The value as a double; NULL where it is missing. */
export function numberSql(typed: TypedColumn, value: string = storedSql(typed)): string {
  if (typed.type === 'boolean') return `CAST(CAST(${value} AS BOOLEAN) AS DOUBLE)`;
  return `CAST(${value} AS DOUBLE)`;
}

/**
 * The value as the text of a key, the same from every format; NULL where it is missing. Only whole doubles up to 2^53 are
 * written as integers: beyond it the digits would claim what is not known.
 */
export function keySql(typed: TypedColumn, value: string = storedSql(typed)): string {
  const { format } = typed.table;
  switch (typed.type) {
    case 'text':
      return format === 'jsonl' ? `json_extract_string(${value}::JSON, '$')` : `CAST(${value} AS VARCHAR)`;
    case 'number':
      return numberKeySql(typed, value);
    case 'boolean':
      return `CAST(CAST(${value} AS BOOLEAN) AS VARCHAR)`;
    default:
      return `CAST(${value} AS VARCHAR)`;
  }
}

function numberKeySql(typed: TypedColumn, value: string): string {
  const engineType = typed.column.engineType ?? '';
  if (engineType.startsWith('DECIMAL')) return `rtrim(rtrim(CAST(${value} AS VARCHAR), '0'), '.')`;
  const double = numberSql(typed, value);
  const whole = `isfinite(${double}) AND trunc(${double}) = ${double} AND abs(${double}) <= ${LARGEST_EXACT}`;
  // A single-precision number has a shorter text than the double that it becomes.
  const text = engineType === 'FLOAT' ? `CAST(${value} AS VARCHAR)` : `CAST(${double} AS VARCHAR)`;
  return `CASE WHEN ${whole} THEN CAST(CAST(${double} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
}

/** @throws ActionError `refused`: `mixed-types`, `column-unsupported`. */
export async function requireType(session: Session, typed: TypedColumn, allowed: readonly ColumnType[]): Promise<void> {
  if (allowed.includes(typed.type) || typed.type === 'empty') return;
  const where = `table ${quoted(typed.table.name)}, column ${quoted(typed.column.name)}`;
  if (typed.type === 'mixed') {
    const examples = await examplesOf(session, typed.table, typed.column);
    throw refusedInput('mixed-types', {
      where,
      found: `values of several types, such as ${quotedList(examples)}`,
      allowed: 'values of one type, or a declared type',
      remedy: 'Declare the type, name the texts that stand for a missing value, or correct the values',
    });
  }
  throw refusedInput('column-unsupported', {
    where,
    found: `values of type ${typed.type}`,
    allowed: `values of type ${allowed.join(', ')}`,
    remedy: 'Name another column, or convert it',
  });
}

export const NUMERIC: readonly ColumnType[] = ['integer', 'number'];
export const NUMERIC_OR_BOOLEAN: readonly ColumnType[] = [...NUMERIC, 'boolean'];
export const KEYED: readonly ColumnType[] = ['integer', 'number', 'text', 'boolean', 'temporal'];
