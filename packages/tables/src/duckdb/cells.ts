import type { Cell } from './session.ts';

/**
 * A count as a number.
 *
 * @throws Error when it is none or cannot be told from its neighbours.
 */
export function countOf(cell: Cell): number {
  const value = typeof cell === 'bigint' ? Number(cell) : cell;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`DuckDB answered ${String(cell)} where a count was expected.`);
}

export function numberOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  throw new Error(`DuckDB answered ${String(cell)} where a number was expected.`);
}

export function numberOrNull(cell: Cell): number | null {
  return cell === null ? null : numberOf(cell);
}

export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  throw new Error(`DuckDB answered ${String(cell)} where a text was expected.`);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A text that the query gave as bytes with `encode`, or `null`. DuckDB's client takes a byte order mark from the begin of
 * every text, so that two group names that differ in it would become one.
 */
export function encodedTextOf(cell: Cell): string | null {
  if (cell === null) return null;
  if (cell instanceof Uint8Array) return decoder.decode(cell);
  throw new Error(`DuckDB answered ${String(cell)} where bytes were expected.`);
}
