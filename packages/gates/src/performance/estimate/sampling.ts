import { kishEffectiveSize } from '@gatehouse/stats';
import { unfitInput } from '../exam/exam-input.ts';

/** Which rows depend on each other: `of[row]` from 0 to `count` - 1. */
export interface Clusters {
  readonly of: Int32Array;
  readonly count: number;
}

/** How rows came to be: what they count, and which of them depend on each other. */
export interface Sampling {
  /** Above 0; `null` where every row counts once. */
  readonly weights: Float64Array | null;
  readonly clusters: Clusters | null;
}

export const EQUAL_ROWS: Sampling = { weights: null, clusters: null };

/** True where every row counts once and is independent of the others. */
export function isPlain({ weights, clusters }: Sampling): boolean {
  return weights === null && clusters === null;
}

/**
 * The sampling of some of the rows. Clusters are numbered anew, since one without a row is none.
 */
export function samplingOf({ weights, clusters }: Sampling, rows: readonly number[] | null): Sampling {
  if (rows === null) return { weights, clusters };
  return {
    weights: weights && Float64Array.from(rows, (row) => Number(weights[row])),
    clusters: clusters && numbered(Int32Array.from(rows, (row) => Number(clusters.of[row]))),
  };
}

function numbered(codes: Int32Array): Clusters {
  const places = new Map<number, number>();
  const of = codes.map((code) => {
    const known = places.get(code) ?? places.size;
    places.set(code, known);
    return known;
  });
  return { of, count: places.size };
}

/** Kish's effective number of rows; the number of rows where all count the same. */
export function effectiveRows(rows: number, { weights }: Sampling): number {
  if (weights === null || rows === 0) return rows;
  // Scaled, so that squares of large or small weights stay finite.
  const scale = weights.reduce((largest, weight) => Math.max(largest, weight), 0);
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight / scale;
    squares += (weight / scale) ** 2;
  }
  return kishEffectiveSize(sum, squares);
}

/** @throws ActionError `bug` when weights or clusters are not one per row, or a weight is not above 0 and finite. */
export function checkSampling({ weights, clusters }: Sampling, rows: number): void {
  const bad = weights?.find((weight) => !(weight > 0 && weight < Number.POSITIVE_INFINITY));
  if (bad !== undefined) throw unfitInput(`the weight ${bad}`, 'a finite number above 0');
  for (const [what, given] of [
    ['weights', weights],
    ['clusters', clusters?.of],
  ] as const) {
    if (given && given.length !== rows) throw unfitInput(`${given.length} ${what} for ${rows} rows`, 'one per row');
  }
}
