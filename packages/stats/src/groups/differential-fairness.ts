import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkGroupCount, type GroupCount } from './group-count.ts';

/**
 * Smoothed empirical differential fairness ε: with r = (selected + c/2) / (n + c) per group, the largest over pairs of
 * groups of |Δ ln r| and |Δ ln(1 - r)|. From 0, lower is more equal; e^ε bounds the odds by which an outcome tells
 * groups apart. Foulds, Islam, Keya and Pan (2020), ICDE, eq. 7, with Dirichlet concentration c; as AIF360.
 *
 * Groups without rows are left out, for smoothing would give them the rate ½. Undefined with fewer than two groups that
 * have rows (`single-group`, `empty-group`).
 *
 * @throws RangeError unless c is finite and above 0 and 0 ≤ selected ≤ n.
 */
export function differentialFairness(groups: ReadonlyMap<string, GroupCount>, concentration = 1): Measured {
  if (!(concentration > 0 && concentration < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The concentration of a smoothed rate must be finite and above 0, got ${concentration}.`);
  }
  for (const [group, count] of groups) checkGroupCount(count, group);
  const present = [...groups.values()].filter(({ n }) => n > 0);
  if (present.length < 2) return undefinedFor(present.length === 0 ? 'empty-group' : 'single-group');
  const logOf = (part: number, n: number): number => Math.log((part + concentration / 2) / (n + concentration));
  // The largest distance of any pair is that of the highest from the lowest.
  return defined(
    Math.max(
      range(present.map(({ selected, n }) => logOf(selected, n))),
      range(present.map(({ selected, n }) => logOf(n - selected, n))),
    ),
  );
}

function range(values: readonly number[]): number {
  return (
    values.reduce((most, value) => Math.max(most, value)) - values.reduce((least, value) => Math.min(least, value))
  );
}
