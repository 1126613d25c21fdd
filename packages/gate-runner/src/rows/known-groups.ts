import { type ColumnRef, ConfigError, type GroupedCount } from '@gatehouse/core';
import { MISSING_GROUP } from '@gatehouse/gates';
import { quoted } from '@gatehouse/tables';
import { nameOf } from './binary-values.ts';
import type { GateRows } from './gate-rows.ts';

/**
 * Every value of each column anywhere in its table, also in rows that do not count, so that a group without a row is noticed.
 *
 * @throws ConfigError when a value is the name under which rows without a value are compared.
 */
export async function knownGroups(
  { tables }: Pick<GateRows, 'tables'>,
  columns: ReadonlyMap<string, ColumnRef>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<string, readonly string[]>();
  for (const [name, ref] of columns) {
    known.set(name, groupsCounted(ref, await tables.groupedCounts({ table: ref.table }, [ref]), 0));
  }
  return known;
}

/**
 * The values of a column at one place of the keys of a count.
 *
 * @throws ConfigError as {@link knownGroups}.
 */
export function groupsCounted(
  ref: ColumnRef,
  counts: readonly Pick<GroupedCount, 'key' | 'count'>[],
  at: number,
): readonly string[] {
  const reserved = counts.filter(({ key }) => key[at] === MISSING_GROUP);
  const rows = reserved.reduce((sum, { count }) => sum + count, 0);
  if (reserved.length > 0) throw reservedGroup(ref, rows);
  return [...new Set(counts.flatMap(({ key }) => key[at] ?? []))];
}

function reservedGroup(ref: ColumnRef, count: number): ConfigError {
  return new ConfigError([
    {
      where: nameOf(ref),
      found: `${count} rows with the reserved value ${quoted(MISSING_GROUP)}`,
      allowed: 'no value where it is not known',
      remedy: 'Leave the field empty',
    },
  ]);
}
