import { canonicalJson, sha256 } from '@gatehouse/core';
import type {
  BaselineProfile,
  CategoriesColumn,
  NumbersColumn,
} from '../../../../packages/core/src/baseline-profile/profile-schema.ts';

const NONE = { null: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };

/** A column counted in the plainest way, to hold merging and pooling against. */
export function numbersOf(values: readonly number[], edges: readonly number[]): NumbersColumn {
  const inside = (value: number): number => edges.findIndex((edge) => value < edge);
  const open = edges.map(() => 0).concat(0);
  const openSums = [...open];
  for (const value of values.filter((one) => !edges.includes(one))) {
    const bin = inside(value) < 0 ? edges.length : inside(value);
    open[bin] = Number(open[bin]) + 1;
    openSums[bin] = Number(openSums[bin]) + value;
  }
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  return {
    kind: 'numbers',
    n,
    missing: NONE,
    zeros: values.filter((value) => value === 0).length,
    edges: [...edges],
    edgesId: sha256(canonicalJson(edges)),
    equal: edges.map((edge) => values.filter((value) => value === edge).length),
    open,
    openSums,
    minimum: n === 0 ? null : Math.min(...values),
    maximum: n === 0 ? null : Math.max(...values),
    mean: n === 0 ? null : mean,
    m2: n === 0 ? null : values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
  };
}

export function categoriesOf(values: readonly string[]): CategoriesColumn {
  const names = [...new Set(values)].sort();
  const counts = names.map((name) => [name, values.filter((value) => value === name).length] as const);
  return {
    kind: 'categories',
    of: 'texts',
    n: values.length,
    missing: NONE,
    counts: Object.fromEntries(counts),
    other: 0,
    singletons: counts.filter(([, rows]) => rows === 1).length,
  };
}

export function profileOf(
  rows: readonly number[],
  shards: readonly string[],
  edges: readonly number[],
): BaselineProfile {
  return {
    schemaVersion: 1,
    kind: 'baseline-profile',
    datasetDigest: sha256('data'),
    rows: rows.length,
    shards: [...shards],
    privacyFloor: null,
    columns: { number: numbersOf(rows, edges), letter: categoriesOf(rows.map((row) => `k${Math.abs(row) % 4}`)) },
  };
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
