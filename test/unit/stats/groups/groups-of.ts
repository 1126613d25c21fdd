import { type BinaryConfusion, binaryConfusion } from '@gatehouse/stats';

/** Rows of an oracle. */
export interface GroupedRows {
  readonly labels: readonly number[];
  readonly predicted: readonly number[];
  readonly groups: readonly (string | number)[];
  readonly weights: readonly number[] | null;
}

/** The confusion of each group, groups in sort order. */
export function confusionsOf({ labels, predicted, groups, weights }: GroupedRows): Map<string, BinaryConfusion> {
  const names = [...new Set(groups.map(String))].sort();
  return new Map(
    names.map((name) => {
      const own = <T>(values: readonly T[]): T[] => values.filter((_, row) => String(groups[row]) === name);
      return [name, binaryConfusion(own(labels), own(predicted), weights === null ? undefined : own(weights))];
    }),
  );
}

export const NONE: BinaryConfusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
