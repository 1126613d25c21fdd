import type { Finding } from '@gatehouse/core';
import { suppressCells } from '@gatehouse/stats';
import type { Slice } from './slice-rows.ts';

/** Of a slice with fewer units no number is shown, nor of slices from which its numbers could be solved (stats.md §2.5). */
export const LEAST_SHOWN = 10;

const TOTAL = 'all';

/**
 * The slices of which no number may be printed. The number of all units is known, so of a column with one small slice a second
 * is withheld too. A slice without units is no secret.
 */
export function withheldSlices(slices: readonly Slice[], units: number): ReadonlySet<Slice> {
  const present = slices.filter(({ rows }) => rows.length > 0);
  if (present.length === 0) return new Set();
  const byColumn = Map.groupBy(present, ({ column }) => column);
  const verdicts = suppressCells(
    {
      cells: [{ id: TOTAL, n: units }, ...present.map((slice) => ({ id: idOf(slice), n: slice.rows.length }))],
      sums: [...byColumn.values()].map((parts) => ({ total: TOTAL, parts: parts.map(idOf) })),
    },
    { k: LEAST_SHOWN },
  );
  return new Set(present.filter((slice) => verdicts.get(idOf(slice)) !== 'printed'));
}

/** A finding about a slice without its numbers. What it decides stays; a note that is nothing but a number goes. */
export function withheldSliceFinding(finding: Finding, name: string): readonly Finding[] {
  const { measure, outcome, severity, reasonCode, limit, failsWhen } = finding;
  if (severity === 'warn') return [];
  const withheld = `numbers withheld, because they could reveal a slice of fewer than ${LEAST_SHOWN} rows`;
  return [
    {
      measure,
      outcome,
      severity,
      // Other codes of what has no value are counts in words, such as no positive row.
      reasonCode: outcome === 'inconclusive' && reasonCode !== 'insufficient-n' ? 'suppressed' : reasonCode,
      groups: [name],
      value: null,
      ...(limit === undefined ? {} : { limit }),
      ...(failsWhen === undefined ? {} : { failsWhen }),
      message: `${measure} of ${name}: ${withheld}`,
    },
  ];
}

function idOf({ column, value }: Slice): string {
  return JSON.stringify([column, value]);
}
