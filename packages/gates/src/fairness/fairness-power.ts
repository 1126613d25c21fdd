import type { Decision } from '@gatehouse/core';
import { criticalValue, normalQuantile, type Proportion } from '@gatehouse/stats';
import type { PairComparison } from './group-pairs.ts';

/** The pairs of one gated measure. */
export interface JudgedPairs {
  /** Key under which the required n is reported. */
  readonly name: string;
  readonly pairs: readonly PairComparison[];
  readonly limit: number;
}

const POWER = 0.8;

/**
 * Power of the pairwise comparisons at `confidence` per comparison (stats.md §2.4): the largest difference that any pair
 * could hide with power 0.80, and per measure the rows each group needs (in the rate's denominator) to tell the pair with
 * the largest upper bound from the limit. Rates are shrunk by one success and one failure so that an observed 0 or 1 does
 * not claim zero variance.
 */
export function fairnessPower(judged: readonly JudgedPairs[], confidence: number): Decision['power'] {
  const z = criticalValue(confidence) + normalQuantile(POWER);
  const detectable = judged.flatMap(({ pairs }) =>
    pairs.map(({ counts: [a, b] }) => z * Math.sqrt(varianceOf(a) / a.n + varianceOf(b) / b.n)),
  );
  const required = judged.flatMap(({ name, pairs, limit }) => {
    const [worst] = [...pairs].sort((a, b) => b.interval[1] - a.interval[1]);
    if (worst === undefined) return [];
    const distance = Math.abs(limit - worst.value);
    const n = (z ** 2 * (varianceOf(worst.counts[0]) + varianceOf(worst.counts[1]))) / distance ** 2;
    return Number.isSafeInteger(Math.ceil(n)) ? [[name, Math.ceil(n)] as const] : [];
  });
  return {
    minimumDetectable: detectable.length === 0 ? null : detectable.reduce((a, b) => Math.max(a, b)),
    requiredN: Object.fromEntries(required),
  };
}

function varianceOf({ successes, n }: Proportion): number {
  const p = (successes + 1) / (n + 2);
  return p * (1 - p);
}
