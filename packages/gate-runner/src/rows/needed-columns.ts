import { type ColumnRef, ConfigError } from '@gatehouse/core';

/**
 * A column that a gate cannot do without.
 *
 * @throws ConfigError when the data or the configuration name none.
 */
export function need(ref: ColumnRef | null | undefined, meaning: string): ColumnRef {
  if (ref !== null && ref !== undefined) return ref;
  throw new ConfigError([
    {
      where: 'The columns of the gate',
      found: `no column for the ${meaning}`,
      allowed: `a column that holds the ${meaning}`,
      remedy: 'Name it in "columns", or on the command line',
    },
  ]);
}
