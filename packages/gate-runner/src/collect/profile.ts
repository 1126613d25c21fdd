import {
  ActionError,
  type BaselineProfile,
  type CategoriesColumn,
  type ColumnType,
  checkedProfile,
  compareCodePoints,
  type Digest,
  type NumbersColumn,
  nearestName,
  type ProfileColumn,
  type ValueCounts,
} from '@gatehouse/core';
import { MOST_DISTINCT_CATEGORIES } from '@gatehouse/gates';
import { quoted, quotedList } from '@gatehouse/tables';
import {
  type CountedRows,
  categoriesColumn,
  countCategories,
  countNumbers,
  type EdgedColumn,
  missingOf,
  refOf,
} from './column-counts.ts';
import { numbersOfValues, quantilesOf } from './value-profile.ts';

/** Edges of a profile are quantiles at j/1000 (stats.md §6). */
const PARTS = 1000;

/** Numbers with as many distinct values or fewer are counted by value, once, and all else follows from that. */
const MOST_VALUES = 10_000;

/** What a profile is made of. */
export interface ProfileRequest {
  /** Without it all columns that hold numbers, texts or yes and no. */
  readonly columns?: readonly string[];
  readonly exclude?: readonly string[];
  /** Kinds and edges of all columns, so that parts of one dataset are counted alike. */
  readonly edgesFrom?: BaselineProfile;
  /** Of the whole dataset when this is a part of it; else that of what is read. */
  readonly datasetDigest?: Digest;
}

/** A profile, and columns that it leaves out because a profile cannot hold them. */
export interface CollectedProfile {
  readonly profile: BaselineProfile;
  readonly leftOut: readonly string[];
}

/**
 * Counts a table into a baseline profile without a privacy floor, which comes after merging. Numbers with more than 20
 * distinct values are counted on and between the quantiles at j/1000, everything else by category.
 *
 * @throws ActionError `refused`: `column-missing`, `column-unsupported`, `mixed-types`, `type-mismatch` against `edgesFrom`.
 */
export async function collectProfile(rows: CountedRows, request: ProfileRequest): Promise<CollectedProfile> {
  const { tables, relation } = rows;
  const description = await tables.describe(relation.table);
  const { chosen, leftOut } = chooseColumns(description.columns, request);
  const plan = await planOf(rows, chosen, request.edgesFrom);
  const columns = new Map<string, ProfileColumn>(plan.counted);
  const numbers = await countNumbers(rows, plan.numbers);
  for (const [at, { column }] of plan.numbers.entries()) {
    const counted = numbers[at];
    if (counted !== undefined) columns.set(column, counted);
  }
  for (const { column, of } of plan.categories) {
    columns.set(column, categoriesColumn(of, await countCategories(rows, column, of)));
  }
  const ordered = [...columns].sort(([a], [b]) => compareCodePoints(a, b));
  const profile = checkedProfile({
    schemaVersion: 1,
    kind: 'baseline-profile',
    datasetDigest: request.datasetDigest ?? description.digest,
    rows: await tables.rows(relation),
    shards: [description.digest],
    privacyFloor: null,
    columns: Object.fromEntries(ordered),
  });
  return { profile, leftOut };
}

interface TypedName {
  readonly name: string;
  readonly type: ColumnType;
}

/** What a column is counted as; `null` where a profile cannot hold it. */
export function countedAs(type: ColumnType): CategoriesColumn['of'] | null {
  if (type === 'integer' || type === 'number') return 'numbers';
  if (type === 'boolean') return 'booleans';
  return type === 'text' ? 'texts' : null;
}

function chooseColumns(
  columns: readonly TypedName[],
  { columns: wanted, exclude = [], edgesFrom }: ProfileRequest,
): { readonly chosen: readonly TypedName[]; readonly leftOut: readonly string[] } {
  const names = columns.map(({ name }) => name);
  const asked = wanted ?? (edgesFrom === undefined ? undefined : Object.keys(edgesFrom.columns));
  requireThere([...(asked ?? []), ...exclude], names);
  const some = columns.filter(({ name }) => !exclude.includes(name) && (asked?.includes(name) ?? true));
  const unfit = some.filter(({ type }) => countedAs(type) === null);
  const [first] = unfit;
  // A column of mixed types is a fault of the data and not of the kind of column.
  const mixed = unfit.find(({ type }) => type === 'mixed');
  if (mixed !== undefined) throw unusable(mixed, 'mixed-types');
  if (asked !== undefined && first !== undefined) throw unusable(first, 'column-unsupported');
  return {
    chosen: some.filter((column) => !unfit.includes(column)),
    leftOut: unfit.map(({ name, type }) => `"${name}", which holds values of type ${type}`),
  };
}

/** @throws ActionError `refused`, reason `column-missing`. */
export function requireThere(wanted: readonly string[], names: readonly string[]): void {
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  const there = [...new Set(names)];
  const near = missing.length === 1 ? nearestName(missing[0] ?? '', there) : null;
  const fault = {
    where: 'The columns of the table',
    found: `no column ${quotedList(missing)}`,
    allowed: `the columns ${quotedList(there)}`,
    remedy: near === null ? 'Correct the name' : `Did you mean ${quoted(near)}?`,
  };
  throw new ActionError('refused', fault, { reasonCode: 'column-missing' });
}

/** A column that cannot be counted. */
export function unusable({ name, type }: TypedName, reasonCode: 'mixed-types' | 'column-unsupported'): ActionError {
  const fault = {
    where: `column ${quoted(name)}`,
    found: `values of type ${type}`,
    allowed: 'numbers, texts, or yes and no',
    remedy: 'Leave the column out, declare its type or correct its values',
  };
  return new ActionError('refused', fault, { reasonCode });
}

interface CountPlan {
  readonly counted: ReadonlyMap<string, ProfileColumn>;
  readonly numbers: readonly EdgedColumn[];
  readonly categories: readonly { readonly column: string; readonly of: CategoriesColumn['of'] }[];
}

async function planOf(
  rows: CountedRows,
  chosen: readonly TypedName[],
  edgesFrom: BaselineProfile | undefined,
): Promise<CountPlan> {
  const numbers: EdgedColumn[] = [];
  const categories: CountPlan['categories'][number][] = [];
  const counted = new Map<string, ProfileColumn>();
  const givenFor = (name: string): ProfileColumn | undefined => edgesFrom && columnOf(edgesFrom, name);
  for (const { name, type } of chosen) {
    const given = givenFor(name);
    if (given !== undefined) requireSameKind(name, countedAs(type) ?? 'texts', given);
  }
  const few = await fewValues(rows, chosen);
  for (const { name, type } of chosen) {
    const of = countedAs(type) ?? 'texts';
    const given = givenFor(name);
    const values = few.get(name);
    if (values !== undefined) {
      counted.set(name, columnOfValues(values, given));
      continue;
    }
    const edges = given === undefined ? await edgesOf(rows, name, of) : givenEdges(given);
    if (edges === null) categories.push({ column: name, of });
    else numbers.push({ column: name, edges });
  }
  return { counted, numbers, categories };
}

/** Numeric columns of few values. */
async function fewValues(
  { tables, relation }: CountedRows,
  chosen: readonly TypedName[],
): Promise<ReadonlyMap<string, ValueCounts>> {
  const names = chosen.filter(({ type }) => countedAs(type) === 'numbers').map(({ name }) => name);
  const refs = names.map((name) => refOf(relation, name));
  const counts = await tables.valueCounts(relation, refs, { most: MOST_VALUES });
  return new Map(names.flatMap((name, at) => (counts[at] ? [[name, counts[at]] as const] : [])));
}

/** Edges and kind are the given ones, else those that the values say. */
function columnOfValues(values: ValueCounts, given: ProfileColumn | undefined): ProfileColumn {
  if (given?.kind === 'numbers') return numbersOfValues(values, given.edges);
  if (given === undefined && values.values.length > MOST_DISTINCT_CATEGORIES) {
    return numbersOfValues(values, quantilesOf(values, PARTS));
  }
  const counts = new Map(values.values.map((value, at) => [String(value), Number(values.counts[at])]));
  return categoriesColumn('numbers', { counts, missing: missingOf(values.missing) });
}

/** A column of a profile; a name that every object has is none. */
export function columnOf({ columns }: BaselineProfile, name: string): ProfileColumn | undefined {
  return Object.hasOwn(columns, name) ? columns[name] : undefined;
}

function givenEdges(column: ProfileColumn): readonly number[] | null {
  return column.kind === 'numbers' ? column.edges : null;
}

/** The edges of the numeric columns that have more than 20 distinct values. */
export async function planEdges(
  rows: CountedRows,
  columns: readonly { readonly column: string; readonly of: CategoriesColumn['of'] }[],
): Promise<readonly EdgedColumn[]> {
  const edged: EdgedColumn[] = [];
  for (const { column, of } of columns) {
    const edges = await edgesOf(rows, column, of);
    if (edges !== null) edged.push({ column, edges });
  }
  return edged;
}

/** `null` for a column that is counted by category. */
async function edgesOf(
  { tables, relation }: CountedRows,
  column: string,
  of: CategoriesColumn['of'],
): Promise<readonly number[] | null> {
  if (of !== 'numbers') return null;
  const edges = await tables.quantiles(relation, refOf(relation, column), PARTS);
  if (edges.length > MOST_DISTINCT_CATEGORIES) return edges;
  // Few quantiles may hide many rare values.
  const { distinct } = await tables.distinct(relation, refOf(relation, column));
  return distinct > MOST_DISTINCT_CATEGORIES ? edges : null;
}

/** @throws ActionError `refused`, reason `type-mismatch`. */
export function requireSameKind(column: string, of: CategoriesColumn['of'] | ColumnType, given: ProfileColumn): void {
  const known = given.kind === 'numbers' ? 'numbers' : given.of;
  if (known === of) return;
  const fault = {
    where: `column ${quoted(column)}`,
    found: `${of}, and ${known} in the profile`,
    allowed: 'values of one type: 1 is not "1"',
    remedy: 'Correct the values, or leave the column out',
  };
  throw new ActionError('refused', fault, { reasonCode: 'type-mismatch' });
}

/** A column of numbers with the counts of the edges `extra` joined to the open bins that they cut. */
export function withoutEdges(column: NumbersColumn, kept: readonly number[]): NumbersColumn {
  const equal: number[] = [];
  const open: number[] = [];
  const openSums: number[] = [];
  let [rows, sum] = [0, 0];
  for (const [at, edge] of [...column.edges, null].entries()) {
    rows += Number(column.open[at]);
    sum += Number(column.openSums[at]);
    if (edge !== null && !kept.includes(edge)) {
      rows += Number(column.equal[at]);
      sum += Number(column.equal[at]) * edge;
      continue;
    }
    open.push(rows);
    openSums.push(rows === 0 ? 0 : sum);
    [rows, sum] = [0, 0];
    if (edge !== null) equal.push(Number(column.equal[at]));
  }
  return { ...column, edges: [...kept], edgesId: column.edgesId, equal, open, openSums };
}
