import { fourFifths } from '@gatehouse/stats';
import { judgeCeiling, type Verdict } from '../../decision/limit-rules.ts';
import { ALL_ROWS } from '../groups/group-pairs.ts';
import type { PairComparison } from './compare-pair.ts';
import type { FairnessRule } from './judged-measure.ts';

/**
 * Compares a pair with its limit (stats.md §2.4). It fails when the simultaneous bound nearest to equality is beyond the
 * limit: many pairs are searched for one that does, so the error is divided among them. It passes when its own one-sided
 * bound keeps the limit: all pairs must, and a model of which one pair is beyond the limit passes no more often than that
 * pair does (intersection-union test), so nothing is divided.
 */
export function judgePair(pair: PairComparison, { rule, limit }: Pick<FairnessRule, 'rule' | 'limit'>): Verdict {
  if (rule.by === 'difference') return judgeCeiling([pair.interval[0], pair.ownInterval[1]], limit);
  if (pair.value === null) return { outcome: 'inconclusive', reasonCode: 'zero-denominator' };
  const verdict = judgeCeiling([-pair.interval[1], -pair.ownInterval[0]], -limit);
  if (verdict.outcome !== 'fail' || !rule.ofSelection || !tipsByOne(pair, limit)) return verdict;
  return { outcome: 'inconclusive', reasonCode: 'one-decision-tips' };
}

/** Question 21 to the Uniform Guidelines: one person must not make the difference. */
function tipsByOne({ groups, counts }: PairComparison, limit: number): boolean {
  if (counts === null || groups.includes(ALL_ROWS)) return false;
  const selected = new Map(counts.map(({ successes, n }, side) => [String(side), { selected: successes, n }]));
  return fourFifths(selected, limit).tipping.length > 0;
}
