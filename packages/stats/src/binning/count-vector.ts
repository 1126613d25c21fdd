import { checkFinite } from '../sample-checks.ts';

/** Counts or sums of weights per bin. */
export type CountVector = ArrayLike<number>;

/**
 * The sum of the counts.
 *
 * @throws RangeError when a count is negative or not finite, or there is no bin.
 */
export function totalCount(counts: CountVector): number {
  if (counts.length === 0) throw new RangeError('Counts need at least one bin, got none.');
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const count = Number(counts[i]);
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A count is a finite number from 0, got ${count} in bin ${i}.`);
    }
    total += count;
  }
  return total;
}

/** @throws RangeError unless the points are finite and each is above the one before. */
export function checkAscending(points: ArrayLike<number>, what: string): void {
  checkFinite(points, what);
  for (let i = 1; i < points.length; i += 1) {
    if (!(Number(points[i - 1]) < Number(points[i]))) {
      throw new RangeError(`${what} ascend strictly, got ${points[i - 1]} before ${points[i]}.`);
    }
  }
}

/** Number of points below `value`, so the index of the first point that is not below it. O(log n). */
export function pointsBelow(points: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(points[middle]) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
