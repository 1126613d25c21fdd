import { ascendingOrder } from './ascending-order.ts';

/** Ranks from 1 in ascending order; equal values share the mean of their ranks. O(N log N). */
export function midranks(values: ArrayLike<number>): Float64Array {
  const order = ascendingOrder(values);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    const end = endOfTie(values, order, start);
    for (let at = start; at < end; at += 1) ranks[Number(order[at])] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** The position after the last value that equals the one at `start`, in the order given. */
export function endOfTie(values: ArrayLike<number>, order: Int32Array, start: number): number {
  const value = values[Number(order[start])];
  let end = start + 1;
  while (end < order.length && values[Number(order[end])] === value) end += 1;
  return end;
}
