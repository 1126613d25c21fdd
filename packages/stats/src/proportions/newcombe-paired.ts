import { checkCount } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { wilsonInterval } from './wilson.ts';

/** The four cells of paired yes/no outcomes. */
export interface PairedCounts {
  /** Pairs in which both are a success. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * Interval of the difference of two paired proportions, first minus second: Newcombe (1998c), Statistics in Medicine 17,
 * 2635-2650, method 10: square and add with the correlation φ, which is corrected for continuity when it is positive.
 *
 * The wider default is `tangoDifference`; both need the same four cells.
 *
 * @throws RangeError when a count is not a whole number from 0, there is no pair, or confidence is not in (0, 1).
 * @example newcombePaired({ both: 1, onlyFirst: 1, onlySecond: 7, neither: 12 }, 0.95) // [-0.50692, -0.025559]
 */
export function newcombePaired(pairs: PairedCounts, confidence: number): Bounds {
  const { both, onlyFirst, onlySecond, neither } = pairs;
  for (const count of [both, onlyFirst, onlySecond, neither]) checkCount(count);
  const n = both + onlyFirst + onlySecond + neither;
  const p1 = (both + onlyFirst) / n;
  const p2 = (both + onlySecond) / n;
  const [l1, u1] = wilsonInterval(both + onlyFirst, n, confidence);
  const [l2, u2] = wilsonInterval(both + onlySecond, n, confidence);
  const phi = correlation(pairs);
  const difference = (onlyFirst - onlySecond) / n;
  return [
    Math.max(-1, difference - correlated(p1 - l1, u2 - p2, phi)),
    Math.min(1, difference + correlated(u1 - p1, p2 - l2, phi)),
  ];
}

/** √(a² - 2φab + b²); |φ| ≤ 1, so only rounding could make it negative. */
function correlated(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}

function correlation({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  // Roots one by one, because the product of the four margins leaves the whole numbers for some thousand pairs.
  const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
  const scale = margins.reduce((product, margin) => product * Math.sqrt(margin), 1);
  if (scale === 0) return 0;
  const excess = both * neither - onlyFirst * onlySecond;
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  return (excess < 0 ? excess : Math.max(0, excess - half)) / scale;
}
