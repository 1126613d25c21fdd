/**
 * The indices of the values in ascending order; equal values, 0 and -0 among them, keep the order they had. O(N log N).
 *
 * @param values No NaN.
 * @param before The order to keep among equals; that of the array when absent. Not changed.
 */
export function ascendingOrder(values: ArrayLike<number>, before?: Int32Array): Int32Array {
  const order = before?.slice() ?? new Int32Array(values.length).map((_, index) => index);
  return order.sort((a, b) => Number(values[a]) - Number(values[b]));
}
