import { ActionError, type ColumnRef, ConfigError, type GroupedCount, type KeyValue } from '@gatehouse/core';
import { quoted, quotedList } from '@gatehouse/tables';
import type { BinaryLabels, GateRows } from './gate-rows.ts';

/**
 * Makes sure that every label, where there are labels, and every prediction is one of the two declared values, before
 * anything is counted.
 *
 * @throws ConfigError for a label that is neither; ActionError `refused`: `predictions-refused` for a prediction that is
 *   neither, `type-mismatch` where a label `1` would be compared with a prediction `"1"`.
 */
export async function requireBinary(rows: GateRows, labels: BinaryLabels): Promise<void> {
  await requireComparable(rows);
  const keys = binaryKeys(rows);
  requireBinaryCounts(rows, labels, await rows.tables.groupedCounts(rows.relation, keys));
}

/** @throws ActionError `refused`, `type-mismatch`, where a label `1` would be compared with a prediction `"1"`. */
export async function requireComparable({ tables, columns }: GateRows): Promise<void> {
  const { label } = columns;
  await tables.requireSameType([...(label === null ? [] : [label]), ...predictionsOf(columns)]);
}

/** Keys of a count that {@link requireBinaryCounts} can look at: where there is no label a prediction takes its place. */
export function binaryKeys({ columns }: GateRows): readonly ColumnRef[] {
  const predictions = predictionsOf(columns);
  const first = columns.label ?? predictions[0];
  return first === undefined ? [] : [first, ...predictions];
}

function predictionsOf({ prediction, champion }: GateRows['columns']): readonly ColumnRef[] {
  return [prediction, champion?.prediction ?? null].filter((ref) => ref !== null);
}

/** As {@link requireBinary}, of counts whose keys begin with {@link binaryKeys}. */
export function requireBinaryCounts(
  { columns }: GateRows,
  labels: BinaryLabels,
  counts: readonly Pick<GroupedCount, 'key' | 'count'>[],
): void {
  const { label } = columns;
  const allowed = `${quoted(labels.positive)} or ${quoted(labels.negative)}`;
  const other = label === null ? null : others(counts, 0, labels);
  if (label !== null && other !== null) {
    throw new ConfigError([
      {
        where: nameOf(label),
        found: otherValues(other, 'label'),
        allowed,
        remedy: 'Correct the rows, or the two values of the label',
      },
    ]);
  }
  for (const [index, prediction] of predictionsOf(columns).entries()) {
    const wrong = others(counts, index + 1, labels);
    if (wrong === null) continue;
    const found = otherValues(wrong, 'prediction');
    throw refusedPredictions({ where: nameOf(prediction), found, allowed, remedy: 'Predict one of the two' });
  }
}

/** True for the positive value; for a count whose values {@link requireBinary} has looked at. */
export function isPositive(key: KeyValue | undefined, labels: BinaryLabels): boolean {
  if (key === labels.positive) return true;
  if (key === labels.negative) return false;
  throw new ActionError('bug', {
    where: 'The rows of a gate',
    found: 'a label or prediction that was not there before',
    allowed: 'the two declared values',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

/** A column as messages name it. */
export function nameOf({ table, column }: ColumnRef): string {
  return `table ${quoted(table)}, column ${quoted(column)}`;
}

export function refusedPredictions(fault: ActionError['fault']): ActionError {
  return new ActionError('refused', fault, { reasonCode: 'predictions-refused' });
}

/** Rows whose value is none of those declared, and some of the values. */
export interface Others {
  readonly count: number;
  readonly examples: string;
}

/** `1 label of another value: "maybe"`, or what the values of several rows are like. */
export function otherValues({ count, examples }: Others, what: 'label' | 'prediction'): string {
  return count === 1
    ? `1 ${what} of another value: ${examples}`
    : `${count} ${what}s of another value, such as ${examples}`;
}

/** Rows whose value at one place of the key is neither of the two. */
function others(
  counts: readonly Pick<GroupedCount, 'key' | 'count'>[],
  at: number,
  { positive, negative }: BinaryLabels,
): Others | null {
  const wrong = counts.filter(({ key }) => key[at] !== positive && key[at] !== negative);
  if (wrong.length === 0) return null;
  const named = new Set(wrong.map(({ key }) => key[at] ?? null).filter((value) => value !== null));
  const examples = named.size === 0 ? 'a missing value' : quotedList([...named].slice(0, 3));
  return { count: wrong.reduce((sum, { count }) => sum + count, 0), examples };
}
