/**
 * The error at which each of several tests is judged in Holm's step-down procedure: α/(m - i + 1) for the i-th smallest p
 * while all smaller ones were rejected; from the first that is not, all are judged as that one was. Bounds at these levels
 * say exactly what Holm says, so a reader sees in them why a test was not rejected. Holm (1979), Scandinavian Journal of
 * Statistics 6, 65-70.
 *
 * @throws RangeError when a p-value is not a number from 0 to 1.
 */
export function holmLevels(pValues: readonly number[], alpha: number): readonly number[] {
  const bad = pValues.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new RangeError(`A p-value is a number from 0 to 1, got ${bad}.`);
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const levels = new Array<number>(pValues.length).fill(alpha);
  let stoppedAt: number | null = null;
  for (const [rank, { p, index }] of order.entries()) {
    const level: number = stoppedAt ?? alpha / (pValues.length - rank);
    levels[index] = level;
    if (stoppedAt === null && p > level) stoppedAt = level;
  }
  return levels;
}
