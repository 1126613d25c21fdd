import { ActionError, type ColumnType, type Correlated } from '@gatehouse/core';
import { type LeakFact, ROWS_TO_TELL } from '@gatehouse/gates';
import { type OpenData, refTo, relationOf } from './data-question.ts';

const NUMERIC: readonly ColumnType[] = ['integer', 'number'];
const NOTHING: LeakFact['telling'] = {
  rows: 0,
  missing: 0,
  labels: [],
  repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
};

/** The label, and as what columns are compared with it. */
interface Target {
  readonly label: string;
  /** As a number; `null` when it has several values that have no order. */
  readonly number: Correlated | null;
  /** Whether it has more than two values, and they are numbers. */
  readonly isRanked: boolean;
}

/** What every column but the key and the ignored ones tells about the label. */
export async function collectLeaks(open: OpenData): Promise<{
  readonly label: string;
  readonly columns: readonly LeakFact[];
}> {
  const { question, description, usable } = open;
  const { label, rules } = question;
  if (label === undefined) throw noLabel();
  const apart = [label, ...(rules.key ?? []), ...(rules.leakage?.ignore ?? [])];
  const typeOf = (name: string): ColumnType =>
    description.columns.find((column) => column.name === name)?.type ?? 'unsupported';
  // Refused by the engine when it is not there: without a label nothing is known of leakage.
  const { distinct } = await open.tables.distinct(relationOf(open), refTo(open, label));
  const target = await targetOf(open, label, { type: typeOf(label), distinct });
  const columns: LeakFact[] = [];
  // Columns that break the schema are not judged besides; lists break none, and what they tell is not known.
  const asked = description.columns.filter(({ name, type }) => usable.includes(name) || type === 'unsupported');
  for (const { name, type } of asked.filter(({ name }) => !apart.includes(name))) {
    columns.push(await leakOf(open, { column: name, type, target }));
  }
  return { label, columns };
}

async function targetOf(
  open: OpenData,
  label: string,
  { type, distinct }: { readonly type: ColumnType; readonly distinct: number },
): Promise<Target> {
  const isNumber = NUMERIC.includes(type);
  if (isNumber) return { label, number: refTo(open, label), isRanked: distinct > 2 };
  if (distinct !== 2) return { label, number: null, isRanked: false };
  const groups = await open.tables.groupedCounts(relationOf(open), [refTo(open, label)]);
  const equals = groups.flatMap(({ key: [value] }) => (typeof value === 'string' ? [value] : [])).at(-1);
  return { label, number: equals === undefined ? null : { of: refTo(open, label), equals }, isRanked: false };
}

async function leakOf(
  open: OpenData,
  { column, type, target }: { readonly column: string; readonly type: ColumnType; readonly target: Target },
): Promise<LeakFact> {
  const { tables } = open;
  const nothing = { column, type, pearson: null, spearman: null, word: null };
  if (type === 'unsupported') return { ...nothing, telling: NOTHING };
  const [relation, pair] = [relationOf(open), { column: refTo(open, column), label: refTo(open, target.label) }];
  const telling = await tables.labelTelling(relation, pair);
  if (type === 'empty') return { ...nothing, telling };
  const isNumber = NUMERIC.includes(type) || type === 'boolean';
  const [pearson] =
    isNumber && target.number !== null ? await tables.correlations(relation, [[pair.column, target.number]]) : [];
  const spearman = target.isRanked ? await tables.rankCorrelation(relation, pair) : null;
  const labels = telling.labels.map(({ label }) => label);
  const asksWords = type === 'text' && !target.isRanked;
  return {
    ...nothing,
    telling,
    pearson: pearson === undefined ? null : { rows: pearson.count, value: pearson.value },
    spearman: spearman === null ? null : { rows: spearman.count, value: spearman.value },
    word: asksWords ? await tables.tellingWord(relation, { ...pair, labels, least: ROWS_TO_TELL }) : null,
  };
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
