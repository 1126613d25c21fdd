import {
  countOnEdges,
  createRandom,
  momentsOf,
  normalQuantile,
  type Random,
  type RandomSource,
} from '@gatehouse/stats';
import { measureCategories } from '../../../../packages/gates/src/drift/effects/category-effects.ts';
import type { ProfiledNumbers } from '../../../../packages/gates/src/drift/effects/numeric-profile.ts';
import { measureRows } from '../../../../packages/gates/src/drift/effects/numeric-rows.ts';
import type { DriftColumn } from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';

/** A source of random numbers that is the same in every run. */
export function seeded(seed: number): Random {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, seed);
  return createRandom(bytes);
}

export function normals(n: number, random: RandomSource, { mean = 0, sd = 1 } = {}): Float64Array {
  return Float64Array.from(
    { length: n },
    () => mean + sd * normalQuantile((random.uniform() * (2 ** 53 - 1) + 0.5) / 2 ** 53),
  );
}

export function numericColumn(column: string, reference: Float64Array, current: Float64Array): DriftColumn {
  return { column, measured: measureRows({ reference, current }, { random: seeded(7), redraws: 199 }) };
}

export function categoryColumn(
  column: string,
  reference: Readonly<Record<string, number>>,
  current: Readonly<Record<string, number>>,
): DriftColumn {
  return {
    column,
    measured: measureCategories(new Map(Object.entries(reference)), new Map(Object.entries(current)), {
      random: seeded(7),
      redraws: 199,
    }),
  };
}

/** Counts and sums of rows on edges, as a profile keeps them. */
export function profiled(values: Float64Array, edges: Float64Array): ProfiledNumbers {
  const counts = countOnEdges(values, edges);
  const openSums = new Float64Array(edges.length + 1);
  for (const value of values) {
    const at = edges.findIndex((edge) => value <= edge);
    if (at >= 0 && edges[at] === value) continue;
    const bin = at < 0 ? edges.length : at;
    openSums[bin] = Number(openSums[bin]) + value;
  }
  return {
    edges: [...edges],
    equal: [...counts.equal],
    open: [...counts.open],
    openSums: [...openSums],
    minimum: values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b)),
    maximum: values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b)),
    m2: values.length === 0 ? null : momentsOf(values).m2,
  };
}
