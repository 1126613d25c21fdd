import type { RandomSource } from '@gatehouse/stats';

/** Mulberry32: a small generator for simulations in tests, the same on every run. */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return {
    uniform(): number {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    },
  };
}

/** The numbers of a source, of which no more than `most` may be taken: what never ends is a failure at once. */
export function atMost(most: number, source: RandomSource): RandomSource {
  let taken = 0;
  return {
    uniform(): number {
      taken += 1;
      if (taken > most) throw new Error(`More than ${most} numbers were taken.`);
      return source.uniform();
    },
  };
}

/** These numbers and no more. */
export function justThese(...numbers: readonly number[]): RandomSource {
  let taken = 0;
  return atMost(numbers.length, {
    uniform(): number {
      taken += 1;
      return Number(numbers[taken - 1]);
    },
  });
}

/** A standard normal number (Box and Muller). */
export function normalFrom(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}
