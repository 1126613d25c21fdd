/**
 * Holm's adjusted p-values (1979, Scandinavian Journal of Statistics 6, 65-70), in the order given: the running maximum of
 * (m-i+1)·p over the sorted values, at most 1. Rejecting those ≤ α keeps the family-wise error at α under any dependence.
 *
 * @throws RangeError when a p-value is not a number from 0 to 1.
 * @example holm([0.01, 0.02, 0.03, 0.04, 0.05]) // [0.05, 0.08, 0.09, 0.09, 0.09]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const bad = pValues.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new RangeError(`A p-value is a number from 0 to 1, got ${bad}.`);
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(0);
  let largest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * p));
    adjusted[index] = largest;
  }
  return adjusted;
}
