import {
  aucScoreInterval,
  type Bounds,
  bcaInterval,
  bootstrapInterval,
  createRandom,
  delong,
  delongInterval,
  LEAST_CLUSTERS,
  type Moments,
  meanInterval,
  momentsOf,
  welchDifference,
} from '@gatehouse/stats';

/** A value of one group and its bounds at any confidence; the value is `null` where it is not defined. */
export interface GroupEstimate {
  readonly value: number | null;
  readonly n: number;
  readonly boundsAt: (confidence: number) => Bounds;
}

/** Bounds of what is not known. */
export const UNBOUNDED: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Below this a mean is not near enough to normal for Welch (stats.md §2.3). */
const LEAST_FOR_WELCH = 30;

/** Values of a group, and what decides how they are drawn. */
export interface GroupSample {
  readonly values: Float64Array;
  readonly moments: Moments;
}

export function sampleOf(values: Float64Array): GroupSample {
  return { values, moments: momentsOf(values) };
}

/**
 * Signed bounds of the difference of two means: Welch, or BCa within both groups where one has fewer than 30 rows. Values
 * without variation bound nothing: that a few rows are equal says little about others. Nor do fewer than 20 rows, whatever the
 * policy lets be a group: two that are nearly alike would be drawn again as if all were.
 */
export function meanDifferenceAt(
  first: GroupSample,
  second: GroupSample,
  seed: Uint8Array,
): { readonly boundsAt: (confidence: number) => Bounds; readonly method: string } {
  const [a, b] = [first.moments, second.moments];
  if (Math.min(a.n, b.n) >= LEAST_FOR_WELCH) {
    const boundsAt = (confidence: number): Bounds => {
      const found = welchDifference(a, b, confidence);
      return found.undefinedReason !== null || found.standardError === 0 ? UNBOUNDED : found.interval;
    };
    return { boundsAt, method: 'welch t' };
  }
  return { boundsAt: resampledDifference(first.values, second.values, seed), method: 'stratified bca' };
}

function resampledDifference(
  first: Float64Array,
  second: Float64Array,
  seed: Uint8Array,
): (confidence: number) => Bounds {
  const values = Float64Array.of(...first, ...second);
  const stratumOf = Int32Array.from(values, (_, row) => (row < first.length ? 0 : 1));
  if (Math.min(first.length, second.length) < LEAST_CLUSTERS) return () => UNBOUNDED;
  const meanOf = (counts: Int32Array, from: number, to: number): number => {
    let sum = 0;
    for (let row = from; row < to; row += 1) sum += Number(values[row]) * Number(counts[row]);
    return sum / (to - from);
  };
  const found = bootstrapInterval({
    units: { kind: 'strata', stratumOf, strata: 2 },
    statistic: (counts) => meanOf(counts, 0, first.length) - meanOf(counts, first.length, values.length),
    confidence: 0.95,
    random: createRandom(seed),
  });
  if (found.undefinedReason !== null || isUnvaried(found.sorted)) return () => UNBOUNDED;
  const { estimate, sorted, acceleration } = found;
  return (confidence) => bcaInterval({ estimate, replicates: sorted, acceleration }, confidence).interval;
}

/** True where replicates differ by rounding only: that rows are alike says little about others. */
export function isUnvaried(sorted: Float64Array): boolean {
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  return most - least <= 1e-12 * Math.max(1, Math.abs(most));
}

/** Root of the mean of squares, with the roots of the bounds of the mean. */
export function rootMeanSquare(residuals: Float64Array): GroupEstimate {
  const squares = momentsOf(residuals.map((residual) => residual ** 2));
  return {
    value: squares.n === 0 ? null : Math.sqrt(squares.mean),
    n: squares.n,
    boundsAt: (confidence) => {
      const found = meanInterval(squares, confidence);
      if (found.undefinedReason !== null || found.standardError === 0 || squares.n < LEAST_CLUSTERS)
        return [0, Number.POSITIVE_INFINITY];
      return [Math.sqrt(Math.max(0, found.interval[0])), Math.sqrt(found.interval[1])];
    },
  };
}

// DeLong's interval has no width at 0 and 1, and too little for a few rows of a class.
const LEAST_FOR_DELONG = 10;

/** Area under the ROC curve of one group: DeLong, or Newcombe's score interval where a class has fewer than ten rows. */
export function groupAuc(labels: readonly boolean[], scores: readonly number[]): GroupEstimate {
  const found = delong(labels, [scores]);
  const [auc = null] = found?.aucs ?? [];
  if (found === null || auc === null) return { value: null, n: labels.length, boundsAt: () => [0, 1] };
  const { positives, negatives } = found;
  const isCertain = auc === 0 || auc === 1 || Math.min(positives, negatives) < LEAST_FOR_DELONG;
  return {
    value: auc,
    n: labels.length,
    boundsAt: (confidence) => {
      const bounds = isCertain ? null : delongInterval(found, 0, confidence);
      return bounds ?? aucScoreInterval({ auc, positives, negatives }, confidence);
    },
  };
}

/** First minus second of two independent estimates: square and add (Zou and Donner, 2008). */
export function squareAndAdd(first: GroupEstimate, second: GroupEstimate, confidence: number): Bounds {
  const [a, b] = [first.value, second.value];
  if (a === null || b === null) return UNBOUNDED;
  const [[l1, u1], [l2, u2]] = [first.boundsAt(confidence), second.boundsAt(confidence)];
  return [a - b - Math.hypot(a - l1, u2 - b), a - b + Math.hypot(u1 - a, b - l2)];
}
