import type { ConfusionCounts, OutcomeSums } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import { sumOfSampling } from '../rows/row-sampling.ts';

/** What the groups of a column are compared with. */
export type Reference = 'none' | 'overall' | 'largest' | 'best' | { readonly group: string };

/** A group, or all rows, as one side of a comparison. */
export interface PairSide {
  readonly name: string;
  readonly counts: ConfusionCounts;
}

/** Two sides that are compared; `whole` is set where the second side holds the first one's rows too. */
export interface GroupPair {
  readonly sides: readonly [PairSide, PairSide];
  readonly whole: ConfusionCounts | null;
}

/** How all rows are called where a group is compared with them. */
export const ALL_ROWS = 'all rows';

/** Number of unordered pairs of `groups` things. */
export function pairCount(groups: number): number {
  return (groups * (groups - 1)) / 2;
}

/**
 * Comparisons that the error is divided among. The largest and the best group are found in the data, so every pair could
 * have been one of theirs (stats.md §2.1).
 */
export function familySize(groups: GroupCounts, reference: Reference): number {
  if (reference === 'overall') return groups.size < 2 ? 0 : groups.size;
  return typeof reference === 'object' ? Math.max(0, groups.size - 1) : pairCount(groups.size);
}

/**
 * The pairs that are compared. Against the best group the worst pair is the worst of all pairs, and which group is best
 * is not known surely, so every pair is compared. All rows are all rows of the column, those of `others` included.
 */
export function pairsOf(groups: GroupCounts, reference: Reference, others: GroupCounts = groups): readonly GroupPair[] {
  const sides = [...groups].map(([name, counts]) => ({ name, counts }));
  if (reference === 'overall') {
    return sides.length < 2 && others.size < 2 ? [] : sides.map((side) => againstRest(side, others));
  }
  const pairs = sides.flatMap((a, index) =>
    sides.slice(index + 1).map((b): GroupPair => ({ sides: [a, b], whole: null })),
  );
  const group = typeof reference === 'object' ? reference.group : reference === 'largest' ? largestOf(sides) : null;
  return group === null ? pairs : pairs.filter(({ sides: [a, b] }) => a.name === group || b.name === group);
}

function againstRest(side: PairSide, groups: GroupCounts): GroupPair {
  const rest = sumOfCounts([...groups].filter(([name]) => name !== side.name).map(([, counts]) => counts));
  return { sides: [side, { name: ALL_ROWS, counts: rest }], whole: sumOfCounts([side.counts, rest]) };
}

function largestOf(sides: readonly PairSide[]): string | null {
  const largest = sides.reduce<PairSide | null>(
    (best, side) => (best === null || rowsOf(side.counts) > rowsOf(best.counts) ? side : best),
    null,
  );
  return largest?.name ?? null;
}

function rowsOf({ tp, fp, fn, tn }: ConfusionCounts): number {
  return tp + fp + fn + tn;
}

/** The rows of several groups together. */
export function sumOfCounts(parts: readonly ConfusionCounts[]): ConfusionCounts {
  const sum = (cell: keyof OutcomeSums): number => parts.reduce((total, counts) => total + counts[cell], 0);
  const sampling = sumOfSampling(parts);
  const counts = { tp: sum('tp'), fp: sum('fp'), fn: sum('fn'), tn: sum('tn') };
  return sampling === undefined ? counts : { ...counts, sampling };
}
