import { ActionError, type ColumnType, type Correlated, type GroupedCount } from '@gatehouse/core';
import type { LeakFact } from '@gatehouse/gates';
import { type OpenData, refTo, relationOf } from './data-question.ts';

/** More values than this are no categories, and no table of them by label is made. */
const MOST_VALUES = 1000;

const NUMERIC: readonly ColumnType[] = ['integer', 'number'];

/** What every column but the key and the ignored ones tells about the label. */
export async function collectLeaks(open: OpenData): Promise<readonly LeakFact[]> {
  const { question, usable, description } = open;
  const { label, rules } = question;
  if (label === undefined) throw noLabel();
  const apart = [label, ...(rules.key ?? []), ...(rules.leakage?.ignore ?? [])];
  const typeOf = (name: string): ColumnType =>
    description.columns.find((column) => column.name === name)?.type ?? 'unsupported';
  // Refused by the engine when it is not there: without a label nothing is known of leakage.
  const labels = await open.tables.distinct(relationOf(open), refTo(open, label));
  const target = await targetOf(open, label, { type: typeOf(label), distinct: labels.distinct });
  const found: LeakFact[] = [];
  for (const column of usable.filter((name) => !apart.includes(name))) {
    const type = typeOf(column);
    if ((NUMERIC.includes(type) || type === 'boolean') && target !== null) {
      const asked = await open.tables.correlations(relationOf(open), [[refTo(open, column), target]]);
      found.push({ column, kind: 'correlation', rows: asked[0]?.count ?? 0, value: asked[0]?.value ?? null });
    }
    found.push(...(await purityOf(open, { column, label, type })));
  }
  return found;
}

/** The label as a number; `null` when it has several values that have no order. */
async function targetOf(
  open: OpenData,
  label: string,
  { type, distinct }: { readonly type: ColumnType; readonly distinct: number },
): Promise<Correlated | null> {
  if (NUMERIC.includes(type)) return refTo(open, label);
  if (distinct !== 2) return null;
  const groups = await open.tables.groupedCounts(relationOf(open), [refTo(open, label)]);
  const equals = groups.flatMap(({ key: [value] }) => (typeof value === 'string' ? [value] : [])).at(-1);
  return equals === undefined ? null : { of: refTo(open, label), equals };
}

/** Fractions have no categories: two that are equal are an accident. */
async function purityOf(
  open: OpenData,
  { column, label, type }: { readonly column: string; readonly label: string; readonly type: ColumnType },
): Promise<readonly LeakFact[]> {
  if (type === 'number' || type === 'empty') return [];
  const { distinct } = await open.tables.distinct(relationOf(open), refTo(open, column));
  if (distinct > MOST_VALUES) return [];
  const groups = await open.tables.groupedCounts(relationOf(open), [refTo(open, column), refTo(open, label)]);
  const known = groups.filter(({ key }) => key.every((value) => value !== null));
  const byValue = Map.groupBy(known, ({ key: [value] }) => value ?? '');
  const told = [...byValue.values()].reduce((sum, same) => sum + Math.max(...same.map(({ count }) => count)), 0);
  const labels = new Set(known.map(({ key: [, value] }) => value)).size;
  return [{ column, kind: 'purity', rows: sumOf(known), values: byValue.size, told, labels }];
}

function sumOf(groups: readonly GroupedCount[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function noLabel(): ActionError {
  return new ActionError(
    'refused',
    {
      where: 'The rule "leakage" of the data gate',
      found: 'no label',
      allowed: 'the column of what is true',
      remedy: 'Name it with columns.label, or --label',
    },
    { reasonCode: 'column-missing' },
  );
}
