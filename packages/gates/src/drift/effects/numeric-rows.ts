import {
  countByCuts,
  ksDistance,
  momentsOf,
  normedWasserstein,
  psi,
  quantileCuts,
  wasserstein,
} from '@gatehouse/stats';
import { binNull, type DrawnNull } from './bin-null.ts';
import { measureCategories } from './category-effects.ts';
import { type MeasuredColumn, type UnmeasuredColumn, unmeasurable } from './column-effects.ts';
import { ksEffect, ksEvidence, type PooledCells, populationOf, wassersteinEffect } from './numeric-effects.ts';

/** A reference with more distinct values is measured as numbers, others as categories. */
export const MOST_DISTINCT_CATEGORIES = 20;
/** evidently's floor of the scale, as in `normedWasserstein`. */
const LEAST_SCALE = 0.001;
const PSI_BINS = 10;
/** Enough to draw the null law of W1 within a few percent, few enough to draw it 999 times. */
const NULL_CELLS = 32;

/** Finite values of both sides; missing and not finite ones are counted elsewhere. */
export interface NumericRows {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

/**
 * Effects of a numeric column whose rows are at hand. With 20 distinct reference values or fewer they are categories.
 *
 * @throws RangeError when a value is not finite.
 */
export function measureRows(rows: NumericRows, draws: DrawnNull): MeasuredColumn | UnmeasuredColumn {
  const { reference, current } = rows;
  const sizes = { reference: reference.length, current: current.length };
  const refused = unmeasurable(sizes);
  if (refused !== null) return refused;
  if (!hasManyValues(reference)) return measureCategories(categoriesOf(reference), categoriesOf(current), draws);
  const distance = ksDistance(reference, current);
  const transport = wasserstein({ values: reference }, { values: current });
  const cuts = quantileCuts(reference, PSI_BINS);
  const pair = { reference: countByCuts(reference, cuts), current: countByCuts(current, cuts) };
  const stability = psi(pair);
  if (distance.undefinedReason !== null || transport.value === null || stability.value === null) {
    return { undefinedReason: 'empty-group' };
  }
  // Sorted, so that the order of rows cannot be seen in the last digit.
  const deviation = Math.sqrt(momentsOf(reference.toSorted()).m2 / reference.length);
  const normed = normedWasserstein(transport.value, deviation);
  const column = { sizes, cells: pooledCells(rows), scale: Math.max(deviation, LEAST_SCALE) };
  const ks = [distance.distance, distance.distance] as const;
  return {
    sizes,
    effects: [ksEffect(ks, sizes), wassersteinEffect([normed, normed], column, draws)],
    evidence: ksEvidence(ks, sizes),
    psi: stability.value,
    psiBins: cuts.length + 1,
    pair,
    binNull: binNull(pair, draws),
    transport: [transport.value, transport.value],
    population: populationOf(ks, sizes),
  };
}

function hasManyValues(values: Float64Array): boolean {
  const seen = new Set<number>();
  for (const value of values) {
    seen.add(value);
    if (seen.size > MOST_DISTINCT_CATEGORIES) return true;
  }
  return false;
}

function categoriesOf(values: Float64Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A value must be finite, got ${value}.`);
    const key = String(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function pooledCells({ reference, current }: NumericRows): PooledCells {
  const pooled = new Float64Array(reference.length + current.length);
  pooled.set(reference);
  pooled.set(current, reference.length);
  const sorted = pooled.sort();
  const cuts = quantileCuts(sorted, NULL_CELLS);
  const counts = countByCuts(sorted, cuts);
  let from = 0;
  const positions = counts.map((count) => {
    const cell = sorted.subarray(from, from + count);
    from += count;
    return cell.reduce((mean, value, i) => mean + (value - mean) / (i + 1), 0);
  });
  return { counts, positions };
}
