import type { ColumnRef, FetchedValues } from '@gatehouse/core';
import { nameOf } from '../rows/binary-values.ts';
import { refusedRows } from '../rows/sampled-columns.ts';

/**
 * Positions of the values of a query or item column.
 *
 * @throws ActionError `refused`, `value-missing`, for a row without a value.
 */
export function codesOf(fetched: FetchedValues | undefined, column: ColumnRef): Int32Array {
  if (fetched?.as !== 'codes') return new Int32Array(0);
  const missing = fetched.values.reduce((count, code) => count + Number(code < 0), 0);
  if (missing === 0) return fetched.values;
  throw refusedRows('value-missing', {
    where: nameOf(column),
    found: `${missing} rows without a value`,
    allowed: 'a query and an item in every row',
  });
}

/**
 * Rows by query and then by item.
 *
 * @throws ActionError `refused`, `ids-duplicated`: an item that a query has twice would be shown twice.
 */
export function byQuery(queries: Int32Array, items: Int32Array, column: ColumnRef): Int32Array {
  const order = Int32Array.from(queries, (_, row) => row).sort(
    (a, b) => Number(queries[a]) - Number(queries[b]) || Number(items[a]) - Number(items[b]),
  );
  for (let at = 1; at < order.length; at += 1) {
    const [before, row] = [Number(order[at - 1]), Number(order[at])];
    if (queries[before] !== queries[row] || items[before] !== items[row]) continue;
    throw refusedRows('ids-duplicated', {
      where: nameOf(column),
      found: 'an item that a query has twice',
      allowed: 'every item of a query once',
    });
  }
  return order;
}

/** @throws ActionError `refused`, `value-negative`: a gain below 0 has no meaning. */
export function refuseNegative(relevance: Float64Array, column: ColumnRef): void {
  const negative = relevance.find((value) => value < 0);
  if (negative === undefined) return;
  throw refusedRows('value-negative', {
    where: nameOf(column),
    found: `the relevance ${negative}`,
    allowed: 'numbers from 0, where 0 is not relevant',
  });
}
