import { type Bounds, moverRatio, newcombeDifference, type Proportion } from '@gatehouse/stats';
import type { GroupRate } from './fairness-measures.ts';
import type { GroupCounts } from './group-counts.ts';

/** Two groups compared by one rate. */
export interface PairComparison {
  /** Larger rate first. */
  readonly groups: readonly [string, string];
  readonly counts: readonly [Proportion, Proportion];
  /** Absolute difference of the rates. */
  readonly value: number;
  /** Interval of the absolute difference: from 0 where the signed interval contains it. */
  readonly interval: Bounds;
}

/** Number of unordered pairs of `groups` things. */
export function pairCount(groups: number): number {
  return (groups * (groups - 1)) / 2;
}

/**
 * Every pair of groups in which the rate is defined, with the Newcombe interval of the absolute difference. If the signed
 * interval [l, u] covers the true difference, then [max(0, l, -u), max(|l|, |u|)] covers its absolute value.
 */
export function comparePairs(groups: GroupCounts, rate: GroupRate, confidence: number): readonly PairComparison[] {
  const defined = [...groups]
    .map(([name, counts]) => ({ name, count: rate.count(counts) }))
    .filter((g) => g.count.n > 0);
  return defined.flatMap((a, index) =>
    defined.slice(index + 1).map((b) => {
      const [first, second] = rateOf(a.count) >= rateOf(b.count) ? [a, b] : [b, a];
      const [lower, upper] = newcombeDifference(first.count, second.count, confidence);
      return {
        groups: [first.name, second.name],
        counts: [first.count, second.count],
        value: rateOf(first.count) - rateOf(second.count),
        interval: [Math.max(0, lower), Math.max(upper, -lower)],
      };
    }),
  );
}

/** A value over all groups with an interval; `null` with fewer than two groups in which the rate is defined. */
export interface Aggregate {
  readonly value: number | null;
  readonly interval: Bounds | null;
}

/** Largest difference between any two groups; its interval holds when those of the pairs hold together. */
export function largestDifference(pairs: readonly PairComparison[]): Aggregate {
  if (pairs.length === 0) return { value: null, interval: null };
  return {
    value: Math.max(...pairs.map((pair) => pair.value)),
    interval: [Math.max(...pairs.map((pair) => pair.interval[0])), Math.max(...pairs.map((pair) => pair.interval[1]))],
  };
}

/** The larger of two aggregates; `null` when either is not defined. */
export function larger(a: Aggregate, b: Aggregate): Aggregate {
  if (a.value === null || b.value === null || a.interval === null || b.interval === null) {
    return { value: null, interval: null };
  }
  return {
    value: Math.max(a.value, b.value),
    interval: [Math.max(a.interval[0], b.interval[0]), Math.max(a.interval[1], b.interval[1])],
  };
}

/** Smallest ratio of the rates of two groups, smaller over larger; `null` value where every rate is zero. */
export function smallestRatio(pairs: readonly PairComparison[], confidence: number): Aggregate {
  const ratios = pairs.flatMap(({ counts: [larger_, smaller] }) => {
    if (larger_.successes === 0) return [];
    const [lower, upper] = moverRatio(smaller, larger_, confidence);
    const [lowerBack, upperBack] = moverRatio(larger_, smaller, confidence);
    // Of a ratio and its inverse the smaller counts, whichever group has the larger rate in truth.
    return [
      {
        value: rateOf(smaller) / rateOf(larger_),
        lower: Math.min(lower, lowerBack),
        upper: Math.min(upper, upperBack, 1),
      },
    ];
  });
  if (ratios.length === 0) return { value: null, interval: null };
  return {
    value: Math.min(...ratios.map((ratio) => ratio.value)),
    interval: [Math.min(...ratios.map((ratio) => ratio.lower)), Math.min(...ratios.map((ratio) => ratio.upper))],
  };
}

function rateOf({ successes, n }: Proportion): number {
  return successes / n;
}
