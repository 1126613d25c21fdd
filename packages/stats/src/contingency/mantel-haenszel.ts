import { checkConfidence, checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { type Undefined, undefinedFor } from '../measured.ts';
import type { Proportion } from '../proportions/newcombe-difference.ts';
import { chiSquareSf } from '../special/chi-square.ts';
import { criticalValue } from '../special/critical-value.ts';

/** Two groups within one control stratum. */
export interface Stratum {
  readonly first: Proportion;
  readonly second: Proportion;
}

/** The Cochran-Mantel-Haenszel test. */
export interface CochranMantelHaenszel {
  readonly statistic: number;
  readonly p: number;
  readonly undefinedReason: null;
}

/**
 * The Cochran-Mantel-Haenszel test that, within every stratum, both groups have the same proportion: χ² with one degree of
 * freedom of (|Σ(a - E a)| - c)²/ΣVar(a), with c = ½, at most the distance, when `correction` is `continuity` (R below a
 * distance of ½ corrects nothing).
 * Cochran (1954), Mantel and Haenszel (1959).
 *
 * Strata with one group only say nothing and are passed over. Undefined when none has both groups (`single-group`), or all
 * that have are constant (`constant-target`).
 *
 * @throws RangeError when the counts of a stratum are not whole numbers with 0 ≤ successes ≤ n.
 */
export function cochranMantelHaenszel(
  strata: readonly Stratum[],
  correction: 'continuity' | 'none' = 'none',
): CochranMantelHaenszel | Undefined<'single-group' | 'constant-target'> {
  const informative = withBothGroups(strata);
  if (informative.length === 0) return undefinedFor('single-group');
  let excess = 0;
  let variance = 0;
  for (const { first, second } of informative) {
    const n = first.n + second.n;
    const successes = first.successes + second.successes;
    excess += first.successes - (first.n / n) * successes;
    variance += ((first.n / n) * (second.n / n) * successes * (n - successes)) / (n - 1);
  }
  if (variance === 0) return undefinedFor('constant-target');
  const distance = Math.abs(excess);
  const statistic = (distance - Math.min(distance, correction === 'continuity' ? 0.5 : 0)) ** 2 / variance;
  return { statistic, p: chiSquareSf(statistic, 1), undefinedReason: null };
}

/** A difference of proportions held together over strata. */
export interface RiskDifference {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Bounds;
  readonly undefinedReason: null;
}

/**
 * The Mantel-Haenszel difference of proportions, first minus second, over control strata: Σ(a·m - c·n)/N ÷ Σn·m/N with a of n
 * and c of m successes, N = n + m. The standard error is Sato's (1989, Biometrics 45, 1323), which holds for few large
 * strata and for many small ones; the interval is normal, within [-1, 1].
 *
 * Where no stratum has a success or none a failure the standard error is 0 and the interval has no width: report the
 * numbers of rows with it. Undefined when no stratum has both groups (`single-group`).
 *
 * @throws RangeError when the counts of a stratum are not whole numbers with 0 ≤ successes ≤ n, or confidence is not in
 * (0, 1).
 */
export function mantelHaenszelDifference(
  strata: readonly Stratum[],
  confidence: number,
): RiskDifference | Undefined<'single-group'> {
  checkConfidence(confidence);
  const informative = withBothGroups(strata);
  if (informative.length === 0) return undefinedFor('single-group');
  let [weighted, weight, p, q] = [0, 0, 0, 0];
  for (const { first, second } of informative) {
    const { successes: a, n } = first;
    const { successes: c, n: m } = second;
    const [ofFirst, ofSecond] = [n / (n + m), m / (n + m)];
    weighted += a * ofSecond - c * ofFirst;
    weight += n * ofSecond;
    p += ofFirst ** 2 * c - ofSecond ** 2 * a + (ofFirst * ofSecond * (m - n)) / 2;
    q += (a * ((m - c) / (n + m)) + c * ((n - a) / (n + m))) / 2;
  }
  const estimate = weighted / weight;
  const standardError = Math.sqrt(Math.max(0, estimate * p + q)) / weight;
  const half = criticalValue(confidence) * standardError;
  const interval: Bounds = [Math.max(-1, estimate - half), Math.min(1, estimate + half)];
  return { estimate, standardError, interval, undefinedReason: null };
}

function withBothGroups(strata: readonly Stratum[]): readonly Stratum[] {
  const present = (group: Proportion): boolean => {
    if (group.n === 0 && group.successes === 0) return false;
    checkCounts(group.successes, group.n);
    return true;
  };
  return strata.filter(({ first, second }) => [first, second].map(present).every((has) => has));
}
