import { ActionError } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted } from '../quoted.ts';

/** Kinds of errors that only our own SQL can cause. */
const OURS = /^(?:Parser|Binder|Catalog|Permission|Not implemented|Dependency|TransactionContext) Error/;
const MEMORY = /^Out of Memory Error|could not allocate/i;

/**
 * An error of DuckDB in our words. Its text quotes the data, so it is cut and escaped.
 *
 * What is neither our SQL nor the memory can only be the bytes that were read.
 */
export function engineError(cause: unknown, sql: string): unknown {
  if (cause instanceof ActionError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const found = quoted(message.split('\n')[0] ?? '');
  if (OURS.test(message)) {
    const fault = { where: 'DuckDB', found, allowed: 'a statement that it understands', remedy: 'Report this' };
    return new ActionError('bug', fault, { cause: new Error(sql.slice(0, 2000), { cause }) });
  }
  if (MEMORY.test(message)) {
    const remedy = 'Give the engine more memory, or fewer columns at a time';
    return refusedInput('file-too-large', { where: 'DuckDB', found, allowed: 'what fits', remedy }, cause);
  }
  const allowed = 'a whole file of its format';
  return refusedInput('file-unreadable', { where: 'DuckDB', found, allowed, remedy: 'Write or fetch it again' }, cause);
}
