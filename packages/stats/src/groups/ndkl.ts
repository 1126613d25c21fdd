import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkClasses, checkProbabilities } from '../sample-checks.ts';

const SUM_TOLERANCE = 1e-6;

/**
 * Normalised discounted Kullback-Leibler divergence of one ranking: (1/Z) Σ_i KL(shares in the first i ‖ desired) /
 * log2(i + 1), Z = Σ_i 1/log2(i + 1), in nats; from 0, lower is nearer to the desired shares. Geyik, Ambler and
 * Kenthapadi (2019), KDD, §3.2. Undefined without items (`empty-group`). O(N·G).
 *
 * @param groups Group of each item in order of rank, from 0.
 * @param desired Share that each group should have; they sum to 1. For the pool's own shares see `poolShares`.
 * @throws RangeError when a group is out of range, shares do not sum to 1, or a group that occurs has the share 0.
 */
export function ndkl(groups: Int32Array, desired: Float64Array): Measured {
  checkClasses(groups, desired.length, 'A group');
  checkProbabilities(desired, 'A desired share');
  const sum = desired.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) throw new RangeError(`The desired shares must sum to 1, got ${sum}.`);
  if (groups.length === 0) return undefinedFor('empty-group');
  const counts = new Float64Array(desired.length);
  let weighted = 0;
  let weights = 0;
  for (const [at, group] of groups.entries()) {
    if (desired[group] === 0)
      throw new RangeError(`Group ${group} occurs, so its desired share must be above 0, got 0.`);
    counts[group] = Number(counts[group]) + 1;
    const weight = 1 / Math.log2(at + 2);
    weighted += weight * divergence(counts, at + 1, desired);
    weights += weight;
  }
  return defined(Math.max(0, weighted / weights));
}

/** Share of each group among all items, to rank against the pool itself; zeros without items. */
export function poolShares(groups: Int32Array, groupCount: number): Float64Array {
  checkClasses(groups, groupCount, 'A group');
  const shares = new Float64Array(groupCount);
  for (const group of groups) shares[group] = Number(shares[group]) + 1;
  return groups.length === 0 ? shares : shares.map((count) => count / groups.length);
}

function divergence(counts: Float64Array, n: number, desired: Float64Array): number {
  let sum = 0;
  for (const [group, count] of counts.entries()) {
    if (count > 0) sum += (count / n) * Math.log(count / n / Number(desired[group]));
  }
  return sum;
}
