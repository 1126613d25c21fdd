import type { Decision } from '@gatehouse/core';
import { criticalValue, normalQuantile } from '@gatehouse/stats';
import type { Levels, PairComparison } from '../pairs/compare-pair.ts';
import type { JudgedMeasure } from '../pairs/judged-measure.ts';

const POWER = 0.8;

/**
 * Power of comparisons of which only bounds are known: the distance of the upper bound from the value grows as the standard
 * error, so the largest difference that could hide with power 0.80 follows from it, and the rows needed by its square.
 */
export function rowPower(
  judged: readonly JudgedMeasure[],
  levels: Levels,
  withheld: ReadonlySet<string>,
): Decision['power'] {
  const shown = judged.map(({ column, pairs, rule }) => ({
    rule,
    pairs: pairs.filter(({ groups }) => !groups.some((group) => withheld.has(column.label(group)))),
  }));
  const detectable = shown.flatMap(({ pairs }) => pairs.flatMap((pair) => errorOf(pair, levels) ?? []));
  const z = criticalValue(levels.simultaneous) + normalQuantile(POWER);
  const required = shown.flatMap(({ rule, pairs }) => {
    const needed = pairs.flatMap((pair) => requiredRows(pair, rule.limit, levels) ?? []);
    return needed.length === 0 ? [] : [[rule.measure, Math.max(...needed)] as const];
  });
  return {
    minimumDetectable: detectable.length === 0 ? null : z * Math.max(...detectable),
    requiredN: Object.fromEntries(required),
  };
}

/** About the standard error; `null` where a bound is infinite. */
function errorOf(pair: PairComparison, levels: Levels): number | null {
  const [, upper] = pair.boundsAt(levels.own);
  return pair.value === null || !Number.isFinite(upper) ? null : (upper - pair.value) / criticalValue(levels.own);
}

function requiredRows(pair: PairComparison, limit: number, levels: Levels): number | null {
  const error = errorOf(pair, levels);
  if (error === null || pair.value === null) return null;
  const isBeyond = pair.value > limit;
  const z = criticalValue(isBeyond ? levels.simultaneous : levels.own) + normalQuantile(POWER);
  const rows = Math.ceil(Math.max(...pair.n) * ((z * error) / (limit - pair.value)) ** 2);
  return Number.isSafeInteger(rows) && rows > 0 ? rows : null;
}
