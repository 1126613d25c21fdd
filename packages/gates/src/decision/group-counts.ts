import { type ConfusionCounts, checkAligned, type OutcomeSums } from './confusion.ts';

/** Name of the group of rows whose protected value is missing. Readers of data refuse it as a real value. */
export const MISSING_GROUP = '__missing__';

/** Counts per group of one sensitive column. */
export type GroupCounts = ReadonlyMap<string, ConfusionCounts>;

/** Evaluation rows as the fairness gate counts them. All arrays are aligned; `true` is positive. */
export interface SensitiveRows {
  readonly labels: readonly boolean[];
  readonly predicted: readonly boolean[];
  /** By sensitive column; `null` where the value is missing, which is a group of its own. */
  readonly sensitive: ReadonlyMap<string, readonly (string | null)[]>;
  /** Groups that are known to exist, so that one without an evaluation row is reported and not overlooked. */
  readonly knownGroups?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Confusion counts per sensitive column and group, groups in code-unit order.
 *
 * @throws ActionError `bug` when arrays are not aligned.
 */
export function countGroups(rows: SensitiveRows): ReadonlyMap<string, GroupCounts> {
  checkAligned(rows.labels.length, rows.predicted.length, 'predictions');
  return new Map(
    [...rows.sensitive].map(([column, values]) => {
      checkAligned(rows.labels.length, values.length, `values of ${column}`);
      return [column, countColumn(rows, values, rows.knownGroups?.get(column) ?? [])];
    }),
  );
}

function countColumn(rows: SensitiveRows, values: readonly (string | null)[], known: readonly string[]): GroupCounts {
  const none = (): Record<keyof OutcomeSums, number> => ({ tp: 0, fp: 0, fn: 0, tn: 0 });
  const counts = new Map(known.map((group) => [group, none()]));
  for (const [index, label] of rows.labels.entries()) {
    const group = values[index] ?? MISSING_GROUP;
    const own = counts.get(group) ?? none();
    counts.set(group, own);
    if (rows.predicted[index]) own[label ? 'tp' : 'fp'] += 1;
    else own[label ? 'fn' : 'tn'] += 1;
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
