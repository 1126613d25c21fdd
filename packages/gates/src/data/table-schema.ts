import type { Breaches, ColumnType, DataColumnConfig, DeclaredType, Finding } from '@gatehouse/core';
import type { DataRules, SeenTable } from './data-facts.ts';
import { examplesOf, findingsOf, type Judged, MOST_NAMES, namedShortly } from './finding-list.ts';

type Wanted = DataColumnConfig['type'];

const READ_AS: Readonly<Record<Wanted, readonly ColumnType[]>> = {
  integer: ['integer', 'empty'],
  number: ['integer', 'number', 'empty'],
  text: ['text', 'empty'],
  boolean: ['boolean', 'empty'],
  timestamp: ['temporal', 'text', 'empty'],
  any: ['integer', 'number', 'text', 'boolean', 'temporal', 'empty', 'unsupported'],
};

/** Types that delimited text may be read as text from: nothing in the file says that `007` is a number. */
const WRITTEN: readonly ColumnType[] = ['integer', 'number', 'boolean', 'mixed'];

/** A table held against the columns that the rules name. */
export interface ReadSchema {
  readonly findings: readonly Finding[];
  /** Columns that may be asked about, in the order of the table. */
  readonly usable: readonly string[];
  /** How the table must be opened again so that its columns are what is declared; empty when it need not be. */
  readonly reread: Readonly<Record<string, DeclaredType>>;
}

/** Compares the columns of a table with those that the rules name: missing, unexpected, or of another type. */
export function readSchema(
  rules: DataRules,
  table: SeenTable,
  misread: ReadonlyMap<string, Breaches> = new Map(),
): ReadSchema {
  const there = new Map(table.columns.map(({ name, type }) => [name, type]));
  const reread: Record<string, DeclaredType> = {};
  const judged: Judged[] = namedColumns(rules).flatMap((name) => (there.has(name) ? [] : missing(name, rules, table)));
  const usable: string[] = [];
  for (const [name, type] of there) {
    const wanted = Object.hasOwn(rules.columns, name) ? (rules.columns[name]?.type ?? 'any') : 'any';
    const asText = wanted === 'text' && isDelimited(table) && WRITTEN.includes(type);
    if (asText) Object.defineProperty(reread, name, { value: 'text', enumerable: true });
    // A rule for a column that nothing can be counted of would never be broken.
    const fits = asText || (READ_AS[wanted].includes(type) && !(type === 'unsupported' && isNamed(rules, name)));
    if (!fits) judged.push(wrongType(name, type, { wanted, rows: table.rows, odd: misread.get(name) }));
    if (fits && type !== 'unsupported') usable.push(name);
  }
  const extra = table.columns.map(({ name }) => name).filter((name) => !isNamed(rules, name));
  judged.push(...unexpected(extra, rules, table));
  const named = Object.keys(rules.columns).length;
  const all = table.columns.length;
  const present = all === 1 ? '1 column is there' : `${all} columns are there`;
  const message = `${present}, and those that the policy names have its types`;
  const passes: readonly Judged[] =
    judged.some(({ severity }) => severity !== 'warn') || named === 0
      ? []
      : [{ ...base(table.rows), outcome: 'pass', reasonCode: 'within-limit', columns: [], value: 0, message }];
  return { findings: findingsOf('schema', [...judged, ...passes], 'columns as declared'), usable, reread };
}

function isDelimited({ format }: SeenTable): boolean {
  return format === 'csv' || format === 'tsv';
}

/** Columns that some rule cannot do without, each once. */
function namedColumns({ columns, key = [], probabilities }: DataRules): readonly string[] {
  const required = Object.entries(columns).flatMap(([name, { required }]) => (required ? [name] : []));
  return [...new Set([...required, ...key, ...probabilities.flat()])];
}

function isNamed(rules: DataRules, name: string): boolean {
  return Object.hasOwn(rules.columns, name) || namedColumns(rules).includes(name);
}

function missing(name: string, rules: DataRules, { rows }: SeenTable): readonly Judged[] {
  const why = Object.hasOwn(rules.columns, name) ? 'is required' : 'is named by a rule';
  return [{ ...broken(rows), columns: [name], message: `the column ${name} ${why} and is not there` }];
}

function unexpected(names: readonly string[], rules: DataRules, { rows }: SeenTable): readonly Judged[] {
  const severity = rules['extra-columns'];
  if (names.length === 0 || severity === 'allow' || Object.keys(rules.columns).length === 0) return [];
  const what = names.length === 1 ? 'the column' : `${names.length} columns`;
  const message = `${what} ${namedShortly(names)} ${names.length === 1 ? 'is' : 'are'} not among those that the policy names`;
  const columns = names.slice(0, MOST_NAMES);
  return [
    severity === 'fail'
      ? { ...broken(rows), columns, message }
      : { ...broken(rows), outcome: 'inconclusive', severity: 'warn', columns, message },
  ];
}

function wrongType(
  name: string,
  type: ColumnType,
  at: { readonly wanted: Wanted; readonly rows: number; readonly odd: Breaches | undefined },
): Judged {
  const { wanted, rows } = at;
  if (type === 'unsupported') {
    const message = `the column ${name} holds lists, structures or bytes, of which no rule can be judged`;
    return { ...broken(rows), reasonCode: 'column-unsupported', columns: [name], message };
  }
  if (wanted === 'any') {
    return {
      ...broken(rows),
      reasonCode: 'mixed-types',
      columns: [name],
      message: `the column ${name} holds values of several types, and the policy declares none${oddWords('number', at)}`,
    };
  }
  return {
    ...broken(rows),
    columns: [name],
    message: `the column ${name} has the type ${type} and not ${wanted}${oddWords(wanted, at)}`,
  };
}

/** Where most values are wrong they are no exception, and may be of persons. */
function oddWords(
  wanted: Wanted,
  { rows, odd }: { readonly rows: number; readonly odd: Breaches | undefined },
): string {
  if (odd === undefined || odd.count === 0 || odd.count > rows / 2) return '';
  const are = odd.count === 1 ? 'is' : 'are';
  return `: ${odd.count} of ${rows} values ${are} no ${wanted}, such as ${examplesOf(odd)}`;
}

function broken(rows: number): Omit<Judged, 'columns' | 'message'> {
  return { ...base(rows), outcome: 'fail', reasonCode: 'schema-broken', value: null };
}

function base(rows: number): Pick<Judged, 'n' | 'method'> {
  return { n: [rows], method: 'all rows' };
}
