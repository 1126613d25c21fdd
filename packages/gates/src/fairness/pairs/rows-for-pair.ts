import { criticalValue, normalQuantile, type Proportion } from '@gatehouse/stats';
import { rowsToSettle } from '../../decision/required-rows.ts';
import type { PairComparison } from './compare-pair.ts';
import type { FairnessRule } from './judged-measure.ts';

const POWER = 0.8;

/**
 * About how many rows each side of an inconclusive pair needs, to be told from the limit with power 0.80 if its value stays
 * what it is: for a fail by the simultaneous bound where the value is beyond the limit, else for a pass by its own. Of two
 * plain rates by the formula of stats.md §2.4, elsewhere by how the distance of the bound shrinks with more rows. More than
 * the smaller side has; `null` where the value is at the limit or has no finite bound.
 */
export function rowsForPair(pair: PairComparison, rule: FairnessRule): number | null {
  if (pair.value === null) return null;
  const n = Math.min(...pair.n);
  const ofRates = rowsOfRates(pair, rule);
  return ofRates !== null && ofRates > n ? ofRates : rowsOfBounds({ ...pair, value: pair.value }, n, rule);
}

/** Ratios are compared by their logarithm, of which a rate p has the variance (1 - p)/p for one row. */
function rowsOfRates({ value, counts }: PairComparison, { rule, limit, levels }: FairnessRule): number | null {
  // Of a mean of two rates with denominators of their own there is no single number of rows.
  if (value === null || counts === null || rule.combine === 'mean') return null;
  const isRatio = rule.by === 'ratio';
  const isBeyond = isRatio ? value < limit : value > limit;
  const z = criticalValue(isBeyond ? levels.simultaneous : levels.own) + normalQuantile(POWER);
  const of = isRatio ? logVarianceOf : varianceOf;
  const distance = isRatio ? Math.log(value / limit) : limit - value;
  const rows = Math.ceil((z ** 2 * (of(counts[0]) + of(counts[1]))) / distance ** 2);
  return Number.isSafeInteger(rows) ? rows : null;
}

function rowsOfBounds(
  { value, interval, ownInterval }: PairComparison & { readonly value: number },
  n: number,
  { rule, limit, levels }: FairnessRule,
): number | null {
  const [fail, pass] = [(1 - levels.simultaneous) / 2, (1 - levels.own) / 2];
  return rule.by === 'ratio'
    ? rowsToSettle({ value, bounds: [ownInterval[0], interval[1]], errors: [pass, fail], n }, limit)
    : rowsToSettle({ value, bounds: [interval[0], ownInterval[1]], errors: [fail, pass], n }, limit);
}

/** Variance of one row. Rates are shrunk so that an observed 0 or 1 does not claim zero variance. */
export function varianceOf(count: Proportion): number {
  const p = shrunk(count);
  return p * (1 - p);
}

function logVarianceOf(count: Proportion): number {
  const p = shrunk(count);
  return (1 - p) / p;
}

/** By one success and one failure. */
function shrunk({ successes, n }: Proportion): number {
  return (successes + 1) / (n + 2);
}
