import type { Bounds } from '@gatehouse/stats';
import type { Verdict } from '../decision/limit-rules.ts';
import type { Estimate } from './estimate/metric-estimate.ts';

/**
 * The verdict of a rule on the bounds of an estimate. Where rows were drawn again, each bound is known up to two Monte-Carlo
 * errors: if that could change the outcome, it is inconclusive, and of two reasons to pass the weaker is claimed.
 */
export function settledVerdict(
  { bounds, resampling }: Pick<Estimate, 'bounds' | 'resampling'>,
  rule: (bounds: Bounds) => Verdict,
): Verdict {
  const verdict = rule(bounds);
  if (resampling === null) return verdict;
  const [lower, upper] = resampling.error;
  const possible = [-2, 2].flatMap((low) =>
    [-2, 2].map((high) => rule([bounds[0] + low * lower, bounds[1] + high * upper])),
  );
  if (possible.some(({ outcome }) => outcome !== verdict.outcome)) {
    return { outcome: 'inconclusive', reasonCode: 'monte-carlo' };
  }
  return possible.find(({ reasonCode }) => reasonCode !== 'superior') ?? verdict;
}
