import type { ColumnRef, KeyValue } from '@gatehouse/core';
import { nameOf } from './binary-values.ts';
import type { GateRows } from './gate-rows.ts';
import { refusedRows } from './sampled-columns.ts';

/** What rows that agree in a key weigh, together with the cluster that they are of. */
export interface SampledSum {
  readonly weight: number;
  /** Sum of the squared weights. */
  readonly square: number;
  /** `null` where rows are independent. */
  readonly cluster: string | null;
}

/** Rows that agree in a key. */
export interface CountedRows {
  readonly key: readonly KeyValue[];
  readonly count: number;
  /** `null` where every row counts once, and independently. */
  readonly sampled: SampledSum | null;
}

/**
 * Counts rows by keys, and by cluster where there is one, with their weights.
 *
 * @throws ActionError `refused`: `weight-not-positive`, `value-missing` and `value-not-finite` for a weight, and
 *   `value-missing` for a row without a cluster.
 */
export async function countRows(rows: GateRows, keys: readonly ColumnRef[]): Promise<readonly CountedRows[]> {
  const { tables, relation, columns } = rows;
  const { weight, cluster } = columns;
  const all = cluster === null ? keys : [...keys, cluster];
  if (weight !== null) await requirePositive(rows, weight);
  const counts =
    weight === null
      ? (await tables.groupedCounts(relation, all)).map((own) => ({ ...own, sums: [own.count, own.count] }))
      : await tables.groupedSums(relation, all, [{ of: weight }, { of: weight, transform: 'square' }]);
  if (weight !== null && counts.some(({ sums: [, square = 0] }) => square === 0)) throw tooSmall(weight);
  const isSampled = weight !== null || cluster !== null;
  return counts.map(({ key, count, sums: [sum = count, square = count] }) => ({
    key: cluster === null ? key : key.slice(0, -1),
    count,
    sampled: isSampled
      ? { weight: sum, square, cluster: cluster === null ? null : clusterOf(key.at(-1), cluster) }
      : null,
  }));
}

async function requirePositive({ tables, relation }: GateRows, weight: ColumnRef): Promise<void> {
  const [found] = await tables.integrity(relation, [weight]);
  const bad = (found?.negatives ?? 0) + (found?.zeros ?? 0);
  if (bad === 0) return;
  throw refusedRows('weight-not-positive', {
    where: nameOf(weight),
    found: `${bad} weights that are zero or negative`,
    allowed: 'weights above 0',
  });
}

function tooSmall(weight: ColumnRef): Error {
  return refusedRows('weight-not-positive', {
    where: nameOf(weight),
    found: 'weights so small that their squares are 0 as numbers',
    allowed: 'weights from 1e-150',
  });
}

function clusterOf(value: KeyValue | undefined, column: ColumnRef): string {
  if (value !== null && value !== undefined) return value;
  throw refusedRows('value-missing', {
    where: nameOf(column),
    found: 'rows without a cluster',
    allowed: 'a cluster in every row',
  });
}
