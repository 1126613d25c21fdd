import type { Tolerance } from './compare.ts';

/** A relative error of 10^-k. */
export const RELATIVE = {
  4: { limit: 1e-4, scale: 0 },
  5: { limit: 1e-5, scale: 0 },
  6: { limit: 1e-6, scale: 0 },
  8: { limit: 1e-8, scale: 0 },
  9: { limit: 1e-9, scale: 0 },
  10: { limit: 1e-10, scale: 0 },
  11: { limit: 1e-11, scale: 0 },
  12: { limit: 1e-12, scale: 0 },
} as const satisfies Record<number, Tolerance>;

/**
 * An error of 10^-k of values up to 1, relative above: for shares and their differences, where a difference of 0 has no
 * relative error.
 */
export const ABSOLUTE = {
  3: { limit: 1.5e-3, scale: 1 },
  4: { limit: 1e-4, scale: 1 },
  5: { limit: 1e-5, scale: 1 },
  10: { limit: 1e-10, scale: 1 },
  12: { limit: 1e-12, scale: 1 },
} as const satisfies Record<number, Tolerance>;
