import {
  type Bounds,
  cutsFromEdges,
  type EdgeSums,
  groupByCuts,
  ksBounds,
  normedWasserstein,
  psi,
  wassersteinBounds,
} from '@gatehouse/stats';
import { binNull, type DrawnNull } from './bin-null.ts';
import { type MeasuredColumn, type UnmeasuredColumn, unmeasurable } from './column-effects.ts';
import { ksEffect, ksEvidence, type PooledCells, populationOf, wassersteinEffect } from './numeric-effects.ts';

const LEAST_SCALE = 0.001;
const PSI_BINS = 10;
const NULL_CELLS = 32;

/** Numbers known by counts on and between edges, as a baseline profile keeps them. */
export interface ProfiledNumbers {
  readonly edges: readonly number[];
  readonly equal: readonly number[];
  readonly open: readonly number[];
  /** Sum of the values in each `open`. */
  readonly openSums: readonly number[];
  /** `null` without a value, as the two below. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Σ(x - mean)², divisor of the variance is the number of values. */
  readonly m2: number | null;
}

/**
 * Effects of a numeric column known by profiles of the same edges. Both distances lie between bounds: the lower end decides
 * what fails, the upper what passes. PSI is that of the rows, on cuts that are edges.
 *
 * @throws RangeError when the edges differ, a count is not a whole number from 0, or a sum does not fit its bin.
 */
export function measureProfiles(
  pair: { readonly reference: ProfiledNumbers; readonly current: ProfiledNumbers },
  draws: DrawnNull,
): MeasuredColumn | UnmeasuredColumn {
  const sizes = { reference: valuesOf(pair.reference), current: valuesOf(pair.current) };
  const refused = unmeasurable(sizes);
  if (refused !== null) return refused;
  const { m2 } = pair.reference;
  if (m2 === null || !(m2 >= 0 && m2 < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A sum of squared deviations is a finite number from 0, got ${m2}.`);
  }
  const [reference, current] = [edgeSums(pair.reference), edgeSums(pair.current)];
  const ks = ksBounds(reference.counts, current.counts);
  const transport = wassersteinBounds(reference, current);
  const cuts = cutsFromEdges(reference.counts, PSI_BINS);
  const binned = { reference: groupByCuts(reference.counts, cuts), current: groupByCuts(current.counts, cuts) };
  const stability = psi(binned);
  if (ks === null || transport === null || stability.value === null) return { undefinedReason: 'empty-group' };
  const deviation = Math.sqrt(m2 / sizes.reference);
  const normed: Bounds = [normedWasserstein(transport[0], deviation), normedWasserstein(transport[1], deviation)];
  const column = { sizes, cells: pooledCells(reference, current), scale: Math.max(deviation, LEAST_SCALE) };
  return {
    sizes,
    effects: [ksEffect(ks, sizes), wassersteinEffect(normed, column, draws)],
    evidence: ksEvidence(ks, sizes),
    psi: stability.value,
    psiBins: cuts.length + 1,
    pair: binned,
    binNull: binNull(binned, draws),
    transport,
    population: populationOf(ks, sizes),
  };
}

function edgeSums(side: ProfiledNumbers): EdgeSums {
  const { minimum, maximum } = side;
  if (minimum === null || maximum === null || !(minimum <= maximum)) {
    throw new RangeError(`A range has two numbers that ascend, got ${minimum} and ${maximum}.`);
  }
  return {
    counts: {
      edges: Float64Array.from(side.edges),
      equal: Float64Array.from(side.equal),
      open: Float64Array.from(side.open),
    },
    openSums: Float64Array.from(side.openSums),
    minimum,
    maximum,
  };
}

function valuesOf({ equal, open }: ProfiledNumbers): number {
  return [equal, open].flat().reduce((total, count) => {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A count of a profile is a whole number from 0, got ${count}.`);
    }
    return total + count;
  }, 0);
}

/** Neighbouring bins and edges of both sides together, until each cell holds a 32nd of the rows. */
function pooledCells(reference: EdgeSums, current: EdgeSums): PooledCells {
  const points = [...pooledPoints(reference, current)];
  const total = points.reduce((sum, { count }) => sum + count, 0);
  const counts: number[] = [];
  const positions: number[] = [];
  let cell = { count: 0, sum: 0 };
  for (const point of points) {
    cell = { count: cell.count + point.count, sum: cell.sum + point.sum };
    if (cell.count * NULL_CELLS < total) continue;
    counts.push(cell.count);
    positions.push(cell.sum / cell.count);
    cell = { count: 0, sum: 0 };
  }
  if (cell.count > 0) {
    counts.push(cell.count);
    positions.push(cell.sum / cell.count);
  }
  return { counts: Float64Array.from(counts), positions: Float64Array.from(positions) };
}

function* pooledPoints(
  reference: EdgeSums,
  current: EdgeSums,
): Generator<{ readonly count: number; readonly sum: number }> {
  const { edges } = reference.counts;
  for (let j = 0; j <= edges.length; j += 1) {
    yield {
      count: Number(reference.counts.open[j]) + Number(current.counts.open[j]),
      sum: Number(reference.openSums[j]) + Number(current.openSums[j]),
    };
    if (j === edges.length) return;
    const count = Number(reference.counts.equal[j]) + Number(current.counts.equal[j]);
    yield { count, sum: count * Number(edges[j]) };
  }
}
