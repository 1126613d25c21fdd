/**
 * The quantile of sorted values by linear interpolation between them (type 7 of Hyndman and Fan 1996, numpy's default):
 * position p·(n-1) counted from 0.
 *
 * @param sorted Ascending, at least one value.
 * @throws RangeError when there is no value or p is not from 0 to 1.
 */
export function linearPercentile(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) throw new RangeError('A percentile needs at least one value, got none.');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A share is a number from 0 to 1, got ${p}.`);
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = Number(sorted[below]);
  const high = Number(sorted[Math.min(below + 1, sorted.length - 1)]);
  return low === high ? low : low + (position - below) * (high - low);
}
