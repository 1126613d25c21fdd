import {
  type Bounds,
  conditionalDemographicDisparity,
  type DisparityStratum,
  type GroupCount,
  mantelHaenszelDifference,
  newcombeDifference,
  type Proportion,
  type RiskDifference,
  type Stratum,
  type Undefined,
  wilsonInterval,
} from '@gatehouse/stats';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import { sumOfCounts } from '../groups/group-pairs.ts';

/** Groups of a sensitive column within one combination of values of the control columns. */
export interface ControlStratum {
  readonly stratum: string;
  readonly groups: GroupCounts;
  /** All rows of the stratum, where `groups` does not hold all of its groups. */
  readonly all?: ConfusionCounts;
}

/** Two groups within the strata that hold both; the others say nothing about their difference. */
export function sharedStrata(strata: readonly ControlStratum[], first: string, second: string): readonly Stratum[] {
  return strata
    .map(({ groups }) => ({ first: selectedOf(groups.get(first)), second: selectedOf(groups.get(second)) }))
    .filter((stratum) => stratum.first.n > 0 && stratum.second.n > 0);
}

/** A difference of rates within strata, and how its interval is made. */
export type HeldDifference = RiskDifference & { readonly method: string };

/**
 * The Mantel-Haenszel difference of selection rates, first minus second; `null` where no stratum holds both groups. Where
 * no decision varies its variance is zero, and the interval is Newcombe's for the rows of all strata together.
 */
export function heldDifference(tables: readonly Stratum[], confidence: number): HeldDifference | null {
  const measured = mantelHaenszelDifference(tables, confidence);
  if (measured.undefinedReason !== null) return null;
  if (measured.standardError > 0) return { ...measured, method: 'mantel-haenszel, sato' };
  const pooled = (side: (table: Stratum) => Proportion): Proportion => ({
    successes: tables.reduce((sum, table) => sum + side(table).successes, 0),
    n: tables.reduce((sum, table) => sum + side(table).n, 0),
  });
  const bounds = newcombeDifference(
    pooled(({ first }) => first),
    pooled(({ second }) => second),
    confidence,
  );
  return { ...measured, interval: bounds, method: 'newcombe, pooled' };
}

/** Rows of the group that lie in strata with both groups. */
export function sharedRows(tables: readonly Stratum[]): readonly [number, number] {
  return [tables.reduce((sum, { first }) => sum + first.n, 0), tables.reduce((sum, { second }) => sum + second.n, 0)];
}

/** One group against all rows, stratum by stratum. */
export function disparityStrata(strata: readonly ControlStratum[], group: string): readonly DisparityStratum[] {
  return strata.map(({ groups, all: known }) => {
    const own = selectedOf(groups.get(group));
    const all = selectedOf(known ?? sumOfCounts([...groups.values()]));
    return { group: { selected: own.successes, n: own.n }, all: { selected: all.successes, n: all.n } };
  });
}

/** Strata in which decisions differ: of the others the disparity is not defined, and their rows say nothing of it. */
export function decidedStrata(strata: readonly DisparityStratum[]): readonly DisparityStratum[] {
  return strata.filter(({ all }) => all.selected > 0 && all.selected < all.n);
}

/** {@link conditionalDemographicDisparity} of a group, with its interval. */
export interface GroupDisparity {
  readonly value: number;
  readonly interval: Bounds;
  readonly undefinedReason: null;
}

/**
 * Conditional demographic disparity of one group with an interval; undefined where no stratum has one. In a stratum it is the
 * difference of two independent proportions, the group's shares of the rejected and of the selected, given how many are;
 * the strata are independent, so the distances of Wilson's bounds are added by squares with the strata's weights (MOVER:
 * Zou and Donner, 2008, Statistics in Medicine 27, 1693).
 */
export function groupDisparity(strata: readonly DisparityStratum[], confidence: number): GroupDisparity | Undefined {
  const { disparity } = conditionalDemographicDisparity(strata);
  if (disparity.value === null) return disparity;
  const known = decidedStrata(strata);
  const rows = known.reduce((sum, { all }) => sum + all.n, 0);
  let [below, above] = [0, 0];
  for (const { group, all } of known) {
    const weight = all.n / rows;
    const rejected = shareWithBounds(rejectedOf(group), rejectedOf(all), confidence);
    const selected = shareWithBounds(group.selected, all.selected, confidence);
    below += (weight * rejected.below) ** 2 + (weight * selected.above) ** 2;
    above += (weight * rejected.above) ** 2 + (weight * selected.below) ** 2;
  }
  const { value } = disparity;
  const interval: Bounds = [Math.max(-1, value - Math.sqrt(below)), Math.min(1, value + Math.sqrt(above))];
  return { value, interval, undefinedReason: null };
}

function shareWithBounds(
  part: number,
  whole: number,
  confidence: number,
): { readonly below: number; readonly above: number } {
  const [lower, upper] = wilsonInterval(part, whole, confidence);
  return { below: part / whole - lower, above: upper - part / whole };
}

function rejectedOf({ selected, n }: GroupCount): number {
  return n - selected;
}

/** Selected rows of a group. */
export function selectedOf(counts: ConfusionCounts | undefined): Proportion {
  return counts === undefined ? { successes: 0, n: 0 } : { successes: counts.tp + counts.fp, n: totalOf(counts) };
}
