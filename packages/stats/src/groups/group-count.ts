/** Rows of a group, or the sum of their weights, and those with the favourable decision. */
export interface GroupCount {
  readonly selected: number;
  readonly n: number;
}

/** @throws RangeError unless 0 ≤ selected ≤ n, both finite. */
export function checkGroupCount({ selected, n }: GroupCount, group: string): void {
  if (!(selected >= 0 && selected <= n && n < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A group has from 0 to n selected rows, got ${selected} of ${n} for ${group}.`);
  }
}
