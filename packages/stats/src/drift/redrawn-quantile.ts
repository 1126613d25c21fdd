import { totalCount } from '../binning/count-vector.ts';
import { multinomialDraw } from '../random/binomial.ts';
import type { RandomSource } from '../random/random-source.ts';
import type { BinnedPair } from './binned-pair.ts';

/** How the null distribution of an effect is drawn. */
export interface Redraws {
  /** The quantile wanted, 0 < level < 1. */
  readonly level: number;
  readonly random: RandomSource;
  /** How often both sides are drawn anew; 999 unless told. */
  readonly redraws?: number;
}

/** An effect of a pair of count vectors. */
export type Effect = (pair: BinnedPair) => number;

/**
 * The values that effects stay below with probability `level` when nothing has drifted, for effects without a known law
 * (total variation, L∞, Wasserstein-1): both sides are drawn anew as multinomial counts with the pooled shares, and the
 * quantile is the value of rank ⌈level·(redraws + 1)⌉, so that a fresh value exceeds it with probability 1 - level at most.
 * All effects see the same draws, in the order given.
 *
 * Counts alone are enough, so a baseline profile without rows serves. `null` when a side has no row. The cost is that of
 * 2·redraws·bins binomial draws, about 3 µs for each pair of them: group the cells of a long profile before.
 *
 * @throws RangeError when the sides have different bins, a count is not a whole number from 0, there are too few redraws
 *   for the level, or an effect is NaN.
 */
export function redrawnEffectQuantiles(
  pair: BinnedPair,
  effects: readonly Effect[],
  { level, random, redraws = 999 }: Redraws,
): readonly number[] | null {
  const rank = Math.ceil(level * (redraws + 1) - 1e-9);
  // A rank among the redraws says that the level lies between 0 and 1.
  if (!(Number.isSafeInteger(redraws) && rank >= 1 && rank <= redraws)) {
    throw new RangeError(`A level between 0 and 1 needs 1/(1 - level) redraws or more, got ${level} and ${redraws}.`);
  }
  const n = wholeTotal(pair.reference);
  const m = wholeTotal(pair.current);
  if (pair.reference.length !== pair.current.length) {
    throw new RangeError(
      `Both sides must have the same bins, got ${pair.reference.length} and ${pair.current.length}.`,
    );
  }
  if (n === 0 || m === 0) return null;
  const pooled = Float64Array.from(pair.reference, (count, i) => count + Number(pair.current[i]));
  const drawn = effects.map(() => new Float64Array(redraws));
  for (let b = 0; b < redraws; b += 1) {
    const reference = multinomialDraw(n, pooled, random);
    const redrawn = { reference, current: multinomialDraw(m, pooled, random) };
    for (const [i, effect] of effects.entries()) {
      const value = effect(redrawn);
      if (Number.isNaN(value)) throw new RangeError('The effect of redrawn counts must be a number, got NaN.');
      drawn[i]?.set([value], b);
    }
  }
  return drawn.map((values) => Number(values.sort()[rank - 1]));
}

/**
 * The Wasserstein-1 distance of counts that sit on known positions, as the effect for {@link redrawnEffectQuantiles}:
 * Σ|F - G|·gap.
 *
 * @param positions Where each bin lies, ascending; for a profile its edges and the means of the open bins between.
 */
export function wassersteinOfPositions(positions: Float64Array): Effect {
  return ({ reference, current }) => {
    const n = totalCount(reference);
    const m = totalCount(current);
    let difference = 0;
    let distance = 0;
    for (let i = 0; i + 1 < positions.length; i += 1) {
      difference += Number(reference[i]) / n - Number(current[i]) / m;
      distance += Math.abs(difference) * (Number(positions[i + 1]) - Number(positions[i]));
    }
    return distance;
  };
}

function wholeTotal(counts: ArrayLike<number>): number {
  const total = totalCount(counts);
  for (let i = 0; i < counts.length; i += 1) {
    if (!Number.isSafeInteger(counts[i])) throw new RangeError(`A count is a whole number from 0, got ${counts[i]}.`);
  }
  return total;
}
