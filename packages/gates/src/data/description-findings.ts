import type { ColumnType, CroissantDataset, CroissantField, Digest, Finding } from '@gatehouse/core';
import type { SeenTable } from './data-facts.ts';
import { findingsOf, type Judged, MOST_NAMES, namedShortly } from './finding-list.ts';

const NUMBER: readonly ColumnType[] = ['integer', 'number'];
const TIME: readonly ColumnType[] = ['temporal', 'text'];
const TEXT: readonly ColumnType[] = ['text'];

/** What a type of a description may be in a table. Other types say what values mean and not how they are written. */
const TYPES: ReadonlyMap<string, readonly ColumnType[]> = new Map([
  ...['Text', 'URL', 'Enumeration'].map((name) => [name, TEXT] as const),
  ...['Integer', 'Int8', 'Int16', 'Int32', 'Int64', 'UInt8', 'UInt16', 'UInt32', 'UInt64'].map(
    (name) => [name, ['integer']] as const,
  ),
  ...['Float', 'Number', 'Float16', 'Float32', 'Float64', 'BFloat16'].map((name) => [name, NUMBER] as const),
  ['Boolean', ['boolean']],
  ...['Date', 'DateTime', 'Time'].map((name) => [name, TIME] as const),
]);

const PREFIXES = ['sc:', 'https://schema.org/', 'http://schema.org/', 'cr:', 'http://mlcommons.org/croissant/'];

/** Judges whether a Croissant description is of these bytes and says of their columns what they are. */
export function descriptionFindings(
  description: CroissantDataset,
  { digest, table }: { readonly digest: Digest; readonly table: SeenTable },
): readonly Finding[] {
  const files = description.files.filter((file) => file.digest === digest);
  const ids = files.map(({ id }) => id);
  const fields = description.fields.filter(({ file }) => file !== null && ids.includes(file));
  return [
    ...findingsOf('description-digest', [digestOf(description, { digest, found: ids })], 'files are described'),
    ...(ids.length === 0
      ? []
      : findingsOf('description-columns', columnsOf(fields, table), 'columns are as they are described')),
  ];
}

const MISMATCH = { outcome: 'fail', reasonCode: 'description-mismatch' } as const;
const SAME = { outcome: 'pass', reasonCode: 'within-limit' } as const;

function digestOf(
  { name, files }: CroissantDataset,
  { digest, found }: { readonly digest: Digest; readonly found: readonly string[] },
): Judged {
  const common = { columns: [], n: [], value: null, method: 'sha-256' };
  if (found.length > 0) return { ...common, ...SAME, message: `${name} describes the file as ${found.join(', ')}` };
  const message = `none of the ${files.length} files of ${name} is ${digest}`;
  return { ...common, ...MISMATCH, message };
}

function columnsOf(fields: readonly CroissantField[], table: SeenTable): readonly Judged[] {
  const common = { n: [table.rows], value: null, method: 'names and types' };
  const described = fields.flatMap(({ column }) => (column === null ? [] : [column]));
  if (described.length === 0) {
    return [{ ...common, ...MISMATCH, columns: [], message: 'no column of the file is described' }];
  }
  const there = new Map(table.columns.map(({ name, type }) => [name, type]));
  const judged = fields.flatMap(({ column, types }): readonly Judged[] => {
    if (column === null) return [];
    const type = there.get(column);
    const one = { ...common, columns: [column] };
    if (type === undefined) return [{ ...one, ...MISMATCH, message: `${column} is described and not there` }];
    if (fits(type, types, table)) return [{ ...one, ...SAME, message: `${column} is described as ${wordsOf(types)}` }];
    return [{ ...one, ...MISMATCH, message: `${column} has the type ${type} and is described as ${wordsOf(types)}` }];
  });
  const silent = table.columns.filter(({ name }) => !described.includes(name));
  const names = silent.map(({ name }) => name);
  const note = { outcome: 'inconclusive', severity: 'warn', reasonCode: 'description-mismatch' } as const;
  const message = `${namedShortly(names)} ${names.length === 1 ? 'is' : 'are'} there and not described`;
  return names.length === 0
    ? judged
    : [...judged, { ...common, ...note, columns: names.slice(0, MOST_NAMES), message }];
}

function fits(type: ColumnType, types: readonly string[], { format }: SeenTable): boolean {
  const known = types.flatMap((name) => TYPES.get(localName(name)) ?? []);
  if (known.length === 0 || type === 'empty' || known.includes(type)) return true;
  // Delimited text does not say whether digits are a number: what is described as text may look like one.
  const scalar: readonly ColumnType[] = [...NUMBER, 'boolean', 'mixed'];
  return known.includes('text') && (format === 'csv' || format === 'tsv') && scalar.includes(type);
}

function localName(name: string): string {
  const prefix = PREFIXES.find((one) => name.startsWith(one)) ?? '';
  return name.slice(prefix.length);
}

function wordsOf(types: readonly string[]): string {
  return types.length === 0 ? 'of no type' : types.join(' or ');
}
