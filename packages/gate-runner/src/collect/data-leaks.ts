import { ActionError, type ColumnRef, type ColumnType, type Correlated, type Correlation } from '@gatehouse/core';
import { type LeakFact, ROWS_TO_TELL } from '@gatehouse/gates';
import { type OpenData, refTo, relationOf } from './data-question.ts';

const NUMERIC: readonly ColumnType[] = ['integer', 'number'];
const ORDERED: readonly ColumnType[] = [...NUMERIC, 'boolean', 'text', 'temporal'];
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
  // Columns that break the schema are not judged besides; lists break none, and what they tell is not known.
  const asked = description.columns.filter(({ name, type }) => usable.includes(name) || type === 'unsupported');
  return {
    label,
    columns: await leaksOf(
      open,
      asked.filter(({ name }) => !apart.includes(name)),
      target,
    ),
  };
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

/** Columns of a table of thousands are asked about together, each question once. */
async function leaksOf(
  open: OpenData,
  columns: OpenData['description']['columns'],
  { label, number, isRanked }: Target,
): Promise<readonly LeakFact[]> {
  const { tables } = open;
  const relation = relationOf(open);
  const some = (types: readonly ColumnType[]): Asked => {
    const names = columns.filter(({ type }) => types.includes(type)).map(({ name }) => name);
    return { names, compared: { columns: names.map((name) => refTo(open, name)), label: refTo(open, label) } };
  };
  const [all, valued] = [some([...ORDERED, 'empty']), some(ORDERED)];
  const tellings = byName(all, await tables.labelTellings(relation, all.compared));
  const numbers = some([...NUMERIC, 'boolean']);
  const pearson =
    number === null ? [] : await tables.correlations(relation, { columns: numbers.compared.columns, label: number });
  const spearman = isRanked ? await tables.rankCorrelations(relation, valued.compared) : [];
  const texts = some(['text']);
  const labels = [...tellings.values()][0]?.labels.map((one) => one.label) ?? [];
  const words = isRanked ? [] : await tables.tellingWords(relation, { ...texts.compared, labels, least: ROWS_TO_TELL });
  const [pearsons, spearmans, wordOf] = [byName(numbers, pearson), byName(valued, spearman), byName(texts, words)];
  return columns.map(({ name, type }): LeakFact => {
    return {
      column: name,
      type,
      telling: tellings.get(name) ?? NOTHING,
      pearson: correlated(pearsons.get(name)),
      spearman: correlated(spearmans.get(name)),
      word: wordOf.get(name) ?? null,
    };
  });
}

interface Asked {
  readonly names: readonly string[];
  readonly compared: { readonly columns: readonly ColumnRef[]; readonly label: ColumnRef };
}

function byName<T>({ names }: Asked, answers: readonly T[]): ReadonlyMap<string, T> {
  return new Map(answers.map((answer, at) => [names[at] ?? '', answer]));
}

function correlated(found: Correlation | undefined): LeakFact['pearson'] {
  return found === undefined ? null : { rows: found.count, value: found.value };
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
