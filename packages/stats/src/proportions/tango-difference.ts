import { checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { crossing } from '../special/bisection.ts';
import { criticalValue } from '../special/critical-value.ts';

/** Paired yes/no outcomes that differ, among n pairs. */
export interface Discordance {
  /** Pairs in which only the first is a success. */
  readonly onlyFirst: number;
  /** Pairs in which only the second is a success. */
  readonly onlySecond: number;
  readonly n: number;
}

/**
 * Score interval of the difference of two paired proportions, first minus second: Tango (1998), Statistics in Medicine 17,
 * 891-908.
 *
 * The bounds solve T(δ) = ±z with T(δ) = (b - c - nδ) / √(n(2q + δ(1-δ))), b = onlyFirst, c = onlySecond, and q the
 * restricted maximum likelihood estimate of the second discordant cell. Without any discordant pair the interval is
 * still of positive width, ±z²/(n + z²): agreement on n rows says that much and no more.
 *
 * @throws RangeError when the counts are not whole numbers with b + c ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example tangoDifference({ onlyFirst: 1, onlySecond: 7, n: 21 }, 0.95) // [-0.517232, -0.026003]
 */
export function tangoDifference(pairs: Discordance, confidence: number): Bounds {
  checkCounts(pairs.onlyFirst, pairs.n);
  checkCounts(pairs.onlySecond, pairs.n);
  checkCounts(pairs.onlyFirst + pairs.onlySecond, pairs.n);
  const z = criticalValue(confidence);
  const estimate = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;
  return [
    crossing((delta) => scoreStatistic(pairs, delta) - z, -1, estimate),
    crossing((delta) => scoreStatistic(pairs, delta) + z, estimate, 1),
  ];
}

function scoreStatistic(pairs: Discordance, delta: number): number {
  const { onlyFirst: b, onlySecond: c, n } = pairs;
  const excess = b - c - n * delta;
  if (excess === 0) return 0;
  const linear = -b - c + (2 * n - b + c) * delta;
  const constant = -c * delta * (1 - delta);
  const discriminant = Math.max(0, linear * linear - 8 * n * constant);
  const q = Math.max(0, (Math.sqrt(discriminant) - linear) / (4 * n));
  const variance = Math.max(0, n * (2 * q + delta * (1 - delta)));
  return excess / Math.sqrt(variance);
}
