import { holm } from '@gatehouse/stats';
import type { PairComparison } from './compare-pair.ts';
import type { JudgedMeasure } from './judged-measure.ts';

/** How surely a comparison is beyond its limit. */
export interface ComparisonP {
  readonly p: number;
  /** By Holm, among all comparisons that the gate could have failed by. */
  readonly adjusted: number;
}

/** Smaller ones are not told apart: the quantile of a confidence so near to 1 has no digits left. */
const SMALLEST_P = 1e-12;
const LARGEST_P = 1 - 1e-9;
const STEPS = 50;

/**
 * P-values of the judged comparisons against their limits, adjusted by Holm (stats.md §2.4). A comparison that could not be
 * judged counts as one with p = 1, as it counts in the level of the simultaneous intervals.
 *
 * @param family Comparisons that the error is divided among.
 */
export function comparisonPs(judged: readonly JudgedMeasure[], family: number): ReadonlyMap<string, ComparisonP> {
  const found = judged.flatMap(({ column, pairs, rule }) =>
    pairs.map((pair) => ({
      key: comparisonKey(column.name, rule.measure, pair),
      p: pValue(pair, rule),
    })),
  );
  const others = Math.max(0, family - found.length);
  const adjusted = holm([...found.map(({ p }) => p), ...new Array<number>(others).fill(1)]);
  return new Map(found.map(({ key, p }, index) => [key, { p, adjusted: adjusted[index] ?? 1 }]));
}

/** Tells the comparisons of a decision apart. */
export function comparisonKey(
  column: string,
  measure: string,
  { groups, words }: Pick<PairComparison, 'groups' | 'words'>,
): string {
  return JSON.stringify([column, measure, words, ...groups]);
}

/** The smallest error at which the interval, two-sided, is still wholly beyond the limit: the interval inverted. */
function pValue(pair: PairComparison, { rule, limit }: JudgedMeasure['rule']): number {
  const isBeyond = (error: number): boolean => {
    const [lower, upper] = pair.boundsAt(1 - error);
    return rule.by === 'ratio' ? upper < limit : lower > limit;
  };
  // A mean of two differences rests on two intervals at each confidence.
  const intervals = rule.combine === 'mean' ? 2 : 1;
  const isPointBeyond = pair.value !== null && (rule.by === 'ratio' ? pair.value < limit : pair.value > limit);
  if (!isPointBeyond) return 1;
  if (isBeyond(SMALLEST_P)) return intervals * SMALLEST_P;
  let [within, beyond] = [Math.log(SMALLEST_P), Math.log(LARGEST_P)];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (within + beyond) / 2;
    if (isBeyond(Math.exp(middle))) beyond = middle;
    else within = middle;
  }
  return Math.min(1, intervals * Math.exp(beyond));
}
