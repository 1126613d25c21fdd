import { shuffle } from '../random/shuffle.ts';
import type { Random } from '../random/xoshiro.ts';
import { type ResamplingUnits, toRowMultiplicities, unitCount } from './units.ts';

/** A statistic of the rows, each taken as often as its multiplicity says; null where it has no value. */
export type MultiplicityStatistic = (multiplicities: Int32Array) => number | null;

/** How many parts the rows are left out in, when there are more units than that. */
const GROUPS = 200;

/**
 * The acceleration of BCa from values of the statistic without each part of the rows:
 * Σ(θ̄ - θ₍ᵢ₎)³/(6·[Σ(θ̄ - θ₍ᵢ₎)²]^1.5). Null when there are fewer than two values or they are all equal.
 *
 * @param leftOut The closed form where one is known (sums and means), or {@link deleteGroupJackknife}.
 * @throws RangeError when a value is not finite.
 * @example jackknifeAcceleration(Float64Array.of(27.25, 27, 26.75, 26.5, 2.5)) // 0.1116, the mean of 1, 2, 3, 4, 100
 */
export function jackknifeAcceleration(leftOut: Float64Array): number | null {
  if (leftOut.length < 2) return null;
  if (!leftOut.every(Number.isFinite)) throw new RangeError('A jackknife value is a finite number.');
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  const scale = leftOut.reduce((largest, value) => Math.max(largest, Math.abs(mean - value)), 0);
  // Deviations that are rounding of equal values have no skewness.
  if (scale <= 1e-14 * Math.abs(mean)) return null;
  let squares = 0;
  let cubes = 0;
  for (const value of leftOut) {
    const deviation = (mean - value) / scale;
    squares += deviation ** 2;
    cubes += deviation ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}

/**
 * The statistic without each of the units, or with more than 200 of them without each of 200 groups of nearly equal size.
 * The groups are drawn at random: consecutive rows of a sorted table are alike and would say nothing about the whole.
 * Null when the statistic has no value without some group. Rows counted in cells are each left out: those of one cell give
 * the same value.
 */
export function deleteGroupJackknife(
  units: ResamplingUnits,
  statistic: MultiplicityStatistic,
  random: Random,
): Float64Array | null {
  if (units.kind === 'cells') return withoutOneOfCell(units.counts, statistic);
  const count = unitCount(units);
  const groups = Math.min(count, GROUPS);
  const order = Int32Array.from({ length: count }, (_, unit) => unit);
  if (groups < count) shuffle(order, random);
  const toRows = toRowMultiplicities(units);
  const values = new Float64Array(groups);
  const ofUnits = new Int32Array(count).fill(1);
  for (let group = 0; group < groups; group += 1) {
    for (let at = group; at < count; at += groups) ofUnits[Number(order[at])] = 0;
    const value = statistic(toRows(ofUnits));
    if (value === null) return null;
    values[group] = value;
    for (let at = group; at < count; at += groups) ofUnits[Number(order[at])] = 1;
  }
  return values;
}

function withoutOneOfCell(counts: Int32Array, statistic: MultiplicityStatistic): Float64Array | null {
  const values = new Float64Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    const value = statistic(counts.with(cell, count - 1));
    if (value === null) return null;
    values.fill(value, at, at + count);
    at += count;
  }
  return values;
}
