import { ActionError, type AggregateEngine, type Breaches, type Relation, type TableSource } from '@gatehouse/core';
import { type DataFacts, readSchema } from '@gatehouse/gates';
import { collectColumns, repeatedValues } from './data-columns.ts';
import { collectLeaks } from './data-leaks.ts';
import { type CollectedData, type DataQuestion, type OpenData, refTo, relationOf } from './data-question.ts';

type Opened = CollectedData | { readonly types: NonNullable<TableSource['types']>; readonly digest: string };

/**
 * Counts everything that the rules ask of the data. Delimited text is opened a second time when a column is declared text
 * that reads as something else: what `007` is, the file does not say.
 *
 * @throws ActionError `refused` with the reason codes of the tables; `file-changed` when the two readings differ.
 */
export async function collectData(engine: AggregateEngine, question: DataQuestion): Promise<CollectedData> {
  const first = await opened(engine, question, {});
  if ('facts' in first) return first;
  const second = await opened(engine, question, first.types);
  if (!('facts' in second) || second.description.digest !== first.digest) throw changed(question.data);
  return second;
}

async function opened(
  engine: AggregateEngine,
  question: DataQuestion,
  types: NonNullable<TableSource['types']>,
): Promise<Opened> {
  const { data, other } = question;
  const source: TableSource = { ...data, types: { ...data.types, ...types } };
  return await engine.withTables(other === undefined ? [source] : [source, other], async (tables) => {
    const description = await tables.describe(data.name);
    const { usable, reread } = readSchema(question.rules, description);
    if (Object.keys(reread).length > 0) return { types: reread, digest: description.digest };
    const facts = await factsOf({ question, tables, description, usable });
    return { facts, description, other: other === undefined ? null : await tables.describe(other.name) };
  });
}

async function factsOf(open: OpenData): Promise<DataFacts> {
  const { rules, profile, today } = open.question;
  const columns = await collectColumns(open);
  const timed = [...columns.values()].some(({ times }) => times !== null);
  return {
    table: open.description,
    misread: await misreadOf(open),
    columns,
    key: await keyOf(open, columns),
    distinctRows: rules['duplicate-rows'] === undefined ? null : await distinctRows(open),
    unequalSums: await unequalSums(open),
    leaks: rules.leakage === undefined ? null : await collectLeaks(open),
    overlap: rules.overlap === undefined ? null : await overlapOf(open),
    profile: profile ?? null,
    asOf: timed ? today : null,
  };
}

/** So many columns of a wrong type are looked into; a table of which more are wrong is another table. */
const MOST_MISREAD = 20;

/** Values that keep a column from being what it is declared, or nearly is. */
async function misreadOf(open: OpenData): Promise<DataFacts['misread']> {
  const { rules } = open.question;
  const found = new Map<string, Breaches>();
  const unfit = open.description.columns.filter(
    ({ name, type }) => type !== 'unsupported' && !open.usable.includes(name),
  );
  for (const { name, type } of unfit.slice(0, MOST_MISREAD)) {
    const declared = Object.hasOwn(rules.columns, name) ? rules.columns[name]?.type : undefined;
    const reads = declared === undefined || declared === 'any' ? (type === 'mixed' ? 'number' : null) : declared;
    if (reads !== 'integer' && reads !== 'number' && reads !== 'boolean') continue;
    const [breaches] = await open.tables.breaches(relationOf(open), [{ column: refTo(open, name), reads }]);
    if (breaches !== undefined) found.set(name, breaches);
  }
  return found;
}

async function keyOf(open: OpenData, columns: DataFacts['columns']): Promise<DataFacts['key']> {
  const { key } = open.question.rules;
  if (key === undefined || !key.every((name) => open.usable.includes(name))) return null;
  const missing = key.map((name) => {
    const counts = columns.get(name)?.integrity;
    if (counts === undefined) throw new RangeError(`Nothing was counted of the key column ${name}.`);
    return counts.nulls + counts.nans + counts.positiveInfinities + counts.negativeInfinities + counts.emptyTexts;
  });
  const refs = key.map((name) => refTo(open, name));
  const distinct = await open.tables.distinctRows(relationOf(open), refs);
  const [only, ...more] = key;
  const repeats = only !== undefined && more.length === 0 && distinct < open.description.rows;
  return { missing: Math.max(...missing), distinct, repeated: repeats ? await repeatedValues(open, only) : null };
}

/** Columns that say what a row is like: all but those that name it. */
function contentColumns({ question, usable }: OpenData): readonly string[] {
  const naming = [...(question.rules.key ?? []), ...(question.split === undefined ? [] : [question.split.column])];
  return usable.filter((name) => !naming.includes(name));
}

async function distinctRows(open: OpenData): Promise<number> {
  const columns = contentColumns(open);
  // Rows of which nothing but the name is known are all alike.
  if (columns.length === 0) return 1;
  return await open.tables.distinctRows(
    relationOf(open),
    columns.map((name) => refTo(open, name)),
  );
}

async function unequalSums(open: OpenData): Promise<DataFacts['unequalSums']> {
  const found: (number | null)[] = [];
  for (const names of open.question.rules.probabilities) {
    if (!names.every((name) => open.usable.includes(name))) {
      found.push(null);
      continue;
    }
    const columns = names.map((name) => refTo(open, name));
    found.push(await open.tables.unequalSums(relationOf(open), { columns, total: 1, tolerance: 1e-6 }));
  }
  return found;
}

async function overlapOf(open: OpenData): Promise<NonNullable<DataFacts['overlap']>> {
  const { rules, other, split } = open.question;
  const byRows = rules.overlap?.rows === true;
  const names = byRows ? contentColumns(open) : (rules.key ?? []);
  const columns = names.map((name) => refTo(open, name));
  const [first, second] =
    other === undefined ? partsOf(open, split) : ([relationOf(open), { table: other.name }] as const);
  // Without a column to compare by nothing was compared, which no row tells from no overlap.
  if (columns.length === 0) return { shared: 0, rows: 0 };
  const others = other === undefined ? columns : names.map((column) => ({ table: other.name, column }));
  const shared = await open.tables.sharedRows({ relation: first, columns }, { relation: second, columns: others });
  return { shared, rows: await open.tables.rows(first) };
}

/** The rows held out for evaluation, and those that training sees. */
function partsOf(open: OpenData, split: DataQuestion['split']): readonly [Relation, Relation] {
  if (split === undefined) {
    throw new ActionError('bug', {
      where: 'The data gate',
      found: 'rows to compare and neither another dataset nor a split',
      allowed: 'one of the two',
      remedy: 'Report this as a bug of Gatehouse',
    });
  }
  const { salt, parts, evaluation } = split;
  const table = open.question.data.name;
  const held = { column: { table, column: split.column }, salt, parts, in: evaluation };
  const seen = Array.from({ length: parts }, (_, part) => part).filter((part) => !evaluation.includes(part));
  return [
    { table, part: held },
    { table, part: { ...held, in: seen } },
  ];
}

function changed({ name }: TableSource): ActionError {
  return new ActionError(
    'refused',
    {
      where: `table "${name}"`,
      found: 'a file that was written while it was read',
      allowed: 'a file that nobody writes to',
      remedy: 'Let the step that writes it finish first',
    },
    { reasonCode: 'file-changed' },
  );
}
