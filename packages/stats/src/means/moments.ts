/** Size, mean and sum of squared deviations of a sample: all that a mean and its uncertainty need, and mergeable. */
export interface Moments {
  readonly n: number;
  /** 0 in an empty sample, where nobody may read it. */
  readonly mean: number;
  /** Σ(x - mean)². */
  readonly m2: number;
}

/**
 * Moments of the values: mean first, deviations then, with the correction of Chan, Golub and LeVeque (1983, American
 * Statistician 37, 242-247, formula 1.7) for the rounding of the mean.
 *
 * @throws RangeError when a value is not finite.
 * @example momentsOf(Float64Array.of(1, 2, 6)) // { n: 3, mean: 3, m2: 14 }
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += finite(values[i]);
  const mean = sum / n;
  let deviations = 0;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const deviation = Number(values[i]) - mean;
    deviations += deviation;
    squares += deviation * deviation;
  }
  return { n, mean: mean + deviations / n, m2: Math.max(0, squares - (deviations * deviations) / n) };
}

/**
 * Moments of two samples taken together: Chan, Golub and LeVeque (1979). The order of merging changes the last digits, so
 * no decision may depend on them.
 *
 * @throws RangeError when a size is not a whole number from 0.
 */
export function mergeMoments(first: Moments, second: Moments): Moments {
  for (const { n } of [first, second]) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`A sample size is a whole number from 0, got ${n}.`);
  }
  if (first.n === 0) return second;
  if (second.n === 0) return first;
  const n = first.n + second.n;
  const distance = second.mean - first.mean;
  return {
    n,
    mean: first.mean + distance * (second.n / n),
    m2: first.m2 + second.m2 + distance * distance * first.n * (second.n / n),
  };
}

function finite(value: number | undefined): number {
  if (!Number.isFinite(value)) throw new RangeError(`A value of a mean is a finite number, got ${value}.`);
  return Number(value);
}
