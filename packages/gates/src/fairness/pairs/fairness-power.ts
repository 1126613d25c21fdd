import type { Decision } from '@gatehouse/core';
import { criticalValue, normalQuantile, type Proportion } from '@gatehouse/stats';
import type { Levels, PairComparison } from './compare-pair.ts';
import type { MeasureRule } from './fairness-measures.ts';

/** The pairs of one gated measure. */
export interface JudgedPairs {
  /** Key under which the required n is reported. */
  readonly name: string;
  readonly pairs: readonly PairComparison[];
  readonly rule: Pick<MeasureRule, 'by' | 'combine'>;
  readonly limit: number;
}

const POWER = 0.8;

/**
 * Power of the comparisons (stats.md §2.4): the largest difference of two rates that any pair could hide with power 0.80,
 * and per measure the rows each group needs (in the rate's denominator) to tell the pair that is nearest to failing from
 * the limit: for a fail by the simultaneous bound where its value is beyond the limit, else for a pass by its own. Rates
 * are shrunk by one success and one failure so that an observed 0 or 1 does not claim zero variance.
 */
export function fairnessPower(judged: readonly JudgedPairs[], levels: Levels): Decision['power'] {
  const z = criticalValue(levels.simultaneous) + normalQuantile(POWER);
  const detectable = judged.flatMap(({ pairs }) =>
    pairs
      .flatMap(({ counts }) => (counts === null ? [] : [counts]))
      .map(([a, b]) => z * Math.sqrt(varianceOf(a) / a.n + varianceOf(b) / b.n)),
  );
  const required = judged.flatMap(({ name, ...entry }) => {
    const n = requiredRows(entry, levels);
    return n === null ? [] : [[name, n] as const];
  });
  return {
    minimumDetectable: detectable.length === 0 ? null : detectable.reduce((a, b) => Math.max(a, b)),
    requiredN: Object.fromEntries(required),
  };
}

function requiredRows({ pairs, rule, limit }: Omit<JudgedPairs, 'name'>, levels: Levels): number | null {
  const isRatio = rule.by === 'ratio';
  const nearness = ({ ownInterval }: PairComparison): number => (isRatio ? -ownInterval[0] : ownInterval[1]);
  const [worst] = pairs.filter(({ value }) => value !== null).sort((a, b) => nearness(b) - nearness(a));
  // Of a mean of two rates with denominators of their own there is no single number of rows.
  if (worst === undefined || worst.value === null || worst.counts === null || rule.combine === 'mean') return null;
  const beyond = isRatio ? worst.value < limit : worst.value > limit;
  const z = criticalValue(beyond ? levels.simultaneous : levels.own) + normalQuantile(POWER);
  // Ratios are compared by their logarithm, of which a rate p has the variance (1 - p)/p for one row.
  const of = isRatio ? logVarianceOf : varianceOf;
  const distance = isRatio ? Math.log(worst.value / limit) : limit - worst.value;
  const n = Math.ceil((z ** 2 * (of(worst.counts[0]) + of(worst.counts[1]))) / distance ** 2);
  return Number.isSafeInteger(n) && n > 0 ? n : null;
}

function varianceOf(count: Proportion): number {
  const p = shrunk(count);
  return p * (1 - p);
}

function logVarianceOf(count: Proportion): number {
  const p = shrunk(count);
  return (1 - p) / p;
}

function shrunk({ successes, n }: Proportion): number {
  return (successes + 1) / (n + 2);
}
