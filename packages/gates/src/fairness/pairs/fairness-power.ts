import { criticalValue, normalQuantile } from '@gatehouse/stats';
import type { Levels, PairComparison } from './compare-pair.ts';
import type { JudgedMeasure } from './judged-measure.ts';
import { varianceOf } from './rows-for-pair.ts';

type JudgedRule = JudgedMeasure['rule']['rule'];

const POWER = 0.8;

/**
 * The largest difference that any compared pair could hide with power 0.80 (stats.md §2.4): of two plain rates by their
 * variance, elsewhere by the distance of the upper bound from the value, which grows as the standard error. Pairs with
 * withheld groups are left out; `null` where no pair is compared.
 */
export function detectableDifference(
  judged: readonly JudgedMeasure[],
  levels: Levels,
  withheld: ReadonlySet<string>,
): number | null {
  const errors = judged.flatMap(({ column, pairs, rule }) =>
    pairs
      .filter(({ groups }) => !groups.some((group) => withheld.has(column.label(group))))
      .flatMap((pair) => errorOf(pair, rule.rule.by, levels) ?? []),
  );
  if (errors.length === 0) return null;
  const z = criticalValue(levels.simultaneous) + normalQuantile(POWER);
  return z * errors.reduce((a, b) => Math.max(a, b));
}

/** Standard error; `null` where a bound is infinite, and of a ratio that is not one of two plain rates. */
function errorOf({ value, counts, boundsAt }: PairComparison, by: JudgedRule['by'], { own }: Levels): number | null {
  if (counts !== null) return Math.sqrt(counts.reduce((sum, count) => sum + varianceOf(count) / count.n, 0));
  if (by === 'ratio') return null;
  const [, upper] = boundsAt(own);
  return value === null || !Number.isFinite(upper) ? null : (upper - value) / criticalValue(own);
}
