import { type BaselineProfile, type Decision, driftRules, type TableSource } from '@gatehouse/core';
import { collectDrift, collectProfile } from '@gatehouse/gate-runner';
import { evaluateDrift } from '@gatehouse/gates';
import { normals, seeded } from '../gates/drift/drift-samples.ts';
import { folderWith, withTables } from '../tables/engine/fixture-tables.ts';

/** Rows of one table: a number, a number of few values, a text, yes or no, and a text that names the row. */
export interface SomeRow {
  readonly id: string;
  readonly income: number | null;
  readonly rooms: number;
  readonly town: string;
  readonly owner: boolean;
}

const TOWNS = ['Aalen', 'Bonn', 'Celle', 'Düren'];

/** Rows that differ by what `change` says, and else by chance only. */
export function someRows(
  count: number,
  seed: number,
  change: { readonly shift?: number; readonly missing?: number; readonly towns?: readonly string[] } = {},
): readonly SomeRow[] {
  const { shift = 0, missing = 0.02, towns = TOWNS } = change;
  const random = seeded(seed);
  const income = normals(count, random, { mean: 50 + 10 * shift, sd: 10 });
  return Array.from({ length: count }, (_, at) => ({
    id: `row ${seed}/${at}`,
    income: random.uniform() < missing ? null : Number(income[at]),
    rooms: 1 + random.integer(6),
    town: towns[random.integer(towns.length)] ?? '',
    owner: random.uniform() < 0.5,
  }));
}

export function csvOf(rows: readonly SomeRow[]): string {
  const lines = rows.map(({ id, income, rooms, town, owner }) => [id, income ?? '', rooms, town, owner].join(','));
  return `${['id,income,rooms,town,owner', ...lines].join('\n')}\n`;
}

const CONTEXT = { subject: null, policyDigest: null, inputs: [] };

function source(name: string, file: string): TableSource {
  return { name, files: [file], missing: [''] };
}

/** The decision of two tables. */
export async function compare(
  files: { readonly reference: string | Uint8Array; readonly current: string | Uint8Array },
  given: object = {},
  extension = 'csv',
  ofCurrent = extension,
): Promise<Decision> {
  const [reference, current] = [`reference.${extension}`, `current.${ofCurrent}`];
  const folder = folderWith({ [reference]: files.reference, [current]: files.current });
  const config = driftRules.parse(given);
  return await withTables(folder, [source('reference', reference), source('data', current)], async (tables) => {
    const columns = await collectDrift({ tables, current: 'data', reference: { table: 'reference' } }, config);
    return evaluateDrift({ config, context: CONTEXT, ...columns, isItsReference: false });
  });
}

/** The decision of a table against a profile. */
export async function compareWithProfile(
  profile: BaselineProfile,
  data: string | Uint8Array,
  given: object = {},
): Promise<Decision> {
  const current = typeof data === 'string' ? 'current.csv' : 'current.parquet';
  const folder = folderWith({ [current]: data });
  const config = driftRules.parse(given);
  return await withTables(folder, [source('data', current)], async (tables) => {
    const columns = await collectDrift({ tables, current: 'data', reference: { profile } }, config);
    return evaluateDrift({ config, context: CONTEXT, ...columns, isItsReference: false });
  });
}

/** A profile of a table, without a privacy floor. */
export async function profileOf(
  csv: string,
  request: Parameters<typeof collectProfile>[1] = {},
): Promise<BaselineProfile> {
  const folder = folderWith({ 'part.csv': csv });
  return await withTables(folder, [source('part', 'part.csv')], async (tables) => {
    const { profile } = await collectProfile({ tables, relation: { table: 'part' } }, request);
    return profile;
  });
}
