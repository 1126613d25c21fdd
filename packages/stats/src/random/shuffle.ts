import type { Random } from './xoshiro.ts';

/** Puts the values into a random order, in place, each order as likely as any other (Fisher and Yates). */
export function shuffle(values: Int32Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    const moved = Number(values[last]);
    values[last] = Number(values[other]);
    values[other] = moved;
  }
}
