import {
  type Bounds,
  type DetectionDesign,
  detectableKs,
  effectiveSize,
  kolmogorovCritical,
  kolmogorovEffectQuantile,
  ksPValue,
  populationKsBounds,
  redrawnEffectQuantiles,
  type SampleSizes,
  wassersteinOfPositions,
} from '@gatehouse/stats';
import type { DrawnNull } from './bin-null.ts';
import { type ColumnEffect, currentRowsFor, type DriftEvidence } from './column-effects.ts';

/** Effective size up to which a p-value of the Kolmogorov-Smirnov test is read; a profile knows it no better. */
const LARGEST_EFFECTIVE_SIZE = 1e4;
const POWER = 0.8;
/** Density of a normal column at its mean, in standard deviations: what a small shift adds to the distance D. */
const NORMAL_PEAK = 1 / Math.sqrt(2 * Math.PI);

/** Where the pooled values lie, coarsely, for drawing both sides anew. */
export interface PooledCells {
  readonly counts: Float64Array;
  /** Ascending; the mean of each cell. */
  readonly positions: Float64Array;
}

/**
 * The evidence of a Kolmogorov-Smirnov distance known between bounds. Up to an effective size of 10⁴ its p-value; beyond,
 * the bound 4·exp(-(D/(1/√2n + 1/√2m))²), which is the level at which the bands of Dvoretzky, Kiefer and Wolfowitz of both
 * sides stop to meet: it needs no expansion, and the distance of a profile changes little in it.
 */
export function ksEvidence([lower, upper]: Bounds, sizes: SampleSizes): DriftEvidence {
  if (effectiveSize(sizes) > LARGEST_EFFECTIVE_SIZE) {
    return { p: [bandLevel(upper, sizes), bandLevel(lower, sizes)], method: 'dvoretzky-kiefer-wolfowitz, bound' };
  }
  const { reference: n, current: m } = sizes;
  const largest = ksPValue({ distance: lower, n, m });
  const smallest = upper === lower ? largest : ksPValue({ distance: upper, n, m });
  return { p: [smallest.p, largest.p], method: `kolmogorov-smirnov, ${largest.method}` };
}

function bandLevel(distance: number, { reference, current }: SampleSizes): number {
  const scale = 1 / Math.sqrt(2 * reference) + 1 / Math.sqrt(2 * current);
  return Math.min(1, 4 * Math.exp(-((distance / scale) ** 2)));
}

/** Bounds of the distance of the populations, from those of the samples. */
export function populationOf([lower, upper]: Bounds, sizes: SampleSizes): Bounds {
  return [populationKsBounds(lower, sizes, 0.05)[0], populationKsBounds(upper, sizes, 0.05)[1]];
}

/** The Kolmogorov-Smirnov distance as an effect. */
export function ksEffect(bounds: Bounds, sizes: SampleSizes): ColumnEffect {
  return {
    measure: 'ks',
    bounds,
    nullQuantile: (level) => kolmogorovEffectQuantile(sizes, level),
    detectable: (alpha) => detectableKs(sizes, design(alpha)),
    requiredRows: (limit, level) => currentRowsFor((kolmogorovCritical(1 - level) / limit) ** 2, sizes.reference),
  };
}

/**
 * The Wasserstein-1 distance in standard deviations of the reference as an effect. Its null law is drawn from the pooled
 * cells, and its required rows are those at which the 95 % quantile, which shrinks with √n_e, is at the limit. What it can detect is said for a shift of a normal column, by the Kolmogorov-Smirnov test that is its evidence.
 */
export function wassersteinEffect(
  bounds: Bounds,
  column: { readonly sizes: SampleSizes; readonly cells: PooledCells; readonly scale: number },
  draws: DrawnNull,
): ColumnEffect {
  const { sizes } = column;
  const drawn = new Map<number, number>();
  const nullQuantile = (level: number): number => {
    const known = drawn.get(level);
    if (known !== undefined) return known;
    const quantile = drawnQuantile(column, level, draws);
    drawn.set(level, quantile);
    return quantile;
  };
  return {
    measure: 'wasserstein-normed',
    bounds,
    nullQuantile,
    detectable: (alpha) => detectableKs(sizes, design(alpha)) / NORMAL_PEAK,
    requiredRows: (limit) => currentRowsFor(effectiveSize(sizes) * (nullQuantile(0.95) / limit) ** 2, sizes.reference),
  };
}

function drawnQuantile(
  column: { readonly sizes: SampleSizes; readonly cells: PooledCells; readonly scale: number },
  level: number,
  { random, redraws }: DrawnNull,
): number {
  const { cells, sizes, scale } = column;
  const [wanted] = redrawnEffectQuantiles(
    expectedPair(cells.counts, sizes),
    [wassersteinOfPositions(cells.positions)],
    { level, random, redraws },
  ) ?? [Number.POSITIVE_INFINITY];
  return Number(wanted) / scale;
}

/** A pair with these totals whose sum is the pooled counts: only totals and sum matter to the draws. */
function expectedPair(
  pooled: Float64Array,
  { reference }: SampleSizes,
): { readonly reference: Float64Array; readonly current: Float64Array } {
  const first = new Float64Array(pooled.length);
  let left = reference;
  for (const [cell, count] of pooled.entries()) {
    first[cell] = Math.min(left, count);
    left -= Number(first[cell]);
  }
  return { reference: first, current: pooled.map((count, cell) => count - Number(first[cell])) };
}

function design(alpha: number): DetectionDesign {
  return { alpha, power: POWER };
}
