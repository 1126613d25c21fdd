/** Rows on both sides of a comparison. */
export interface SampleSizes {
  readonly reference: number;
  readonly current: number;
}

/**
 * Effective size nm/(n + m) of a comparison of two samples: the null distributions of all distances shrink with it.
 *
 * @throws RangeError when a size is not a whole number from 1.
 */
export function effectiveSize({ reference, current }: SampleSizes): number {
  for (const n of [reference, current]) {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A sample size is a whole number from 1, got ${n}.`);
  }
  return (reference / (reference + current)) * current;
}
