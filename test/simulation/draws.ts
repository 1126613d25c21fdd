import { normalQuantile, type RandomSource } from '@gatehouse/stats';

/** A standard normal number. */
export function normal(random: RandomSource): number {
  return normalQuantile(Math.max(random.uniform(), 2 ** -54));
}

/** Normal numbers, shifted. */
export function normals(n: number, shift: number, random: RandomSource): Float64Array {
  return Float64Array.from({ length: n }, () => normal(random) + shift);
}

/** Whether an interval holds a number. */
export function holds(interval: readonly [number, number], value: number): boolean {
  return interval[0] <= value && value <= interval[1];
}
