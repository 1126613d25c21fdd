import { type ColumnRef, ConfigError } from '@gatehouse/core';
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
    const counts = await tables.groupedCounts({ table: ref.table }, [ref]);
    const reserved = counts.find(({ key: [value] }) => value === MISSING_GROUP);
    if (reserved !== undefined) throw reservedGroup(ref, reserved.count);
    known.set(
      name,
      counts.flatMap(({ key: [value = null] }) => (value === null ? [] : [value])),
    );
  }
  return known;
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
