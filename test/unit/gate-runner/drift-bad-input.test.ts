import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { ActionError, type AggregateTables, type Decision, driftRules, type TableSource } from '@gatehouse/core';
import { collectDrift, driftSource } from '@gatehouse/gate-runner';
import { evaluateDrift } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { folderWith, refusalOf, withTables } from '../tables/engine/fixture-tables.ts';
import { parquetOf } from '../tables/engine/parquet-file.ts';

/** Limits that two halves of one law keep. */
const RULES = driftRules.parse({
  'domain-classifier': 'off',
  limits: { 'wasserstein-normed': { warn: 0.3, fail: 0.5 } },
});
const TOWNS = ['Aalen', 'Düren', 'zwei\nZeilen', 'O\'Neill, "Bray"', ''];

interface Row {
  readonly amount: number | null;
  readonly rooms: number;
  readonly town: string;
  readonly owner: boolean;
}

/** Rows of one law: the same values in another order for another `start`. */
function rowsFrom(start: number, count: number, shift = 0): readonly Row[] {
  return Array.from({ length: count }, (_, at) => {
    const turn = (start + at * 7) % 101;
    return {
      amount: turn % 50 === 3 ? null : turn / 4 + shift,
      rooms: 1 + (turn % 6),
      town: TOWNS[turn % TOWNS.length] ?? '',
      owner: turn % 3 === 0,
    };
  });
}

const COLUMNS = ['amount', 'rooms', 'town', 'owner'] as const;
const cell = (value: Row[keyof Row]): string => {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
function csvOf(rows: readonly Row[], columns: readonly (keyof Row)[] = COLUMNS, delimiter = ','): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(delimiter));
  return `${[columns.join(delimiter), ...lines].join('\n')}\n`;
}

const literal = (value: Row[keyof Row]): string => {
  if (value === null || value === '') return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
};
function parquet(rows: readonly Row[], amount = 'amount'): Promise<Buffer> {
  const values = rows.map((row) => `(${COLUMNS.map((column) => literal(row[column])).join(', ')})`);
  return parquetOf(
    `SELECT ${amount}::DOUBLE AS amount, rooms::BIGINT AS rooms, town, owner FROM (VALUES ${values.join(', ')}) AS t(amount, rooms, town, owner)`,
  );
}

const REFERENCE = rowsFrom(0, 303);
const CURRENT = rowsFrom(40, 202);
const PLAIN = csvOf(CURRENT);

interface Files {
  readonly data?: string | Uint8Array;
  readonly file?: string;
  readonly reference?: string | Uint8Array;
  readonly referenceFile?: string;
}

/** The decision of two tables; refusals are thrown. */
async function judged({ data, file = 'now.csv', reference, referenceFile = 'then.csv' }: Files): Promise<unknown> {
  const folder = folderWith({ [referenceFile]: reference ?? csvOf(REFERENCE), [file]: data ?? PLAIN });
  const sources = [driftSource('reference', [referenceFile]), driftSource('data', [file])];
  return await withTables(folder, sources, (tables) => decisionOf(tables));
}

/** Without the digests, of which the draws of the null laws are made: other bytes then say the same. */
async function decisionOf(tables: AggregateTables): Promise<Decision> {
  const compared = await collectDrift({ tables, current: 'data', reference: { table: 'reference' } }, RULES);
  const context = { subject: null, policyDigest: null, inputs: [] };
  return evaluateDrift({ config: RULES, context, ...compared, isItsReference: false });
}

let known: Promise<unknown> | undefined;
/** The decision of the plain tables, made by the first test that asks. */
function plainDecision(): Promise<unknown> {
  known ??= judged({});
  return known;
}

describe('a table that says the same is judged as its plain twin', () => {
  it('that is judged, and passes', async () => {
    expect(await plainDecision()).toMatchObject({
      outcome: 'pass',
      measures: { columns: { amount: { n: [297, 198] }, rooms: {}, town: {}, owner: {} } },
    });
  });

  it.each<[string, () => Files | Promise<Files>]>([
    ['with a byte order mark', () => ({ data: `\u{feff}${PLAIN}` })],
    ['without the end of the last line', () => ({ data: PLAIN.trimEnd() })],
    ['with every number written otherwise', () => ({ data: PLAIN.replaceAll(/^(\d+\.\d+)/gm, '$10') })],
    ['with rows in another order', () => ({ data: csvOf(CURRENT.toReversed()) })],
    ['with columns in another order', () => ({ data: csvOf(CURRENT, COLUMNS.toReversed()) })],
    ['with a reference in another order', () => ({ reference: csvOf(REFERENCE.toReversed(), COLUMNS.toReversed()) })],
    ['as gzip', () => ({ data: gzipSync(PLAIN), file: 'now.csv.gz' })],
    ['as zstd', () => ({ data: zstdCompressSync(PLAIN), file: 'now.csv.zst' })],
    ['with a reference as gzip', () => ({ reference: gzipSync(csvOf(REFERENCE)), referenceFile: 'then.csv.gz' })],
    ['with tabs', () => ({ data: csvOf(CURRENT, COLUMNS, '\t'), file: 'now.tsv' })],
    [
      'as JSON Lines',
      () => ({
        data: CURRENT.map((row) => `${JSON.stringify({ ...row, town: row.town === '' ? null : row.town })}\n`).join(''),
        file: 'now.jsonl',
      }),
    ],
    ['as Parquet', async () => ({ data: await parquet(CURRENT), file: 'now.parquet' })],
    [
      'with a reference as Parquet',
      async () => ({ reference: await parquet(REFERENCE), referenceFile: 'then.parquet' }),
    ],
  ])('%s', async (_, files) => {
    expect(await judged(await files())).toEqual(await plainDecision());
  });

  it('with lines that end in CR LF, where no value holds a line end', async () => {
    const simple = (rows: readonly Row[]) => csvOf(rows.map((row) => ({ ...row, town: row.town.replace('\n', ' ') })));
    const reference = simple(REFERENCE);

    expect(await judged({ reference, data: simple(CURRENT).replaceAll('\n', '\r\n') })).toEqual(
      await judged({ reference, data: simple(CURRENT) }),
    );
  });

  it.each(['grün-😀', 'é', 'e\u0301', '日本', '__proto__', 'constructor', 'rest'])(
    'with a category called %s',
    async (town) => {
      const renamed = (rows: readonly Row[]) =>
        csvOf(rows.map((row) => (row.town === 'Aalen' ? { ...row, town } : row)));

      expect(await judged({ reference: renamed(REFERENCE), data: renamed(CURRENT) })).toEqual(await plainDecision());
    },
  );
});

describe('values that are none', () => {
  const change =
    "CASE WHEN rooms = 2 THEN 'nan'::DOUBLE WHEN rooms = 3 THEN 'inf'::DOUBLE WHEN rooms = 4 THEN '-inf'::DOUBLE ELSE amount END";

  it('NaN and infinite ones are missing, and a batch of many fails', async () => {
    const decision = await judged({ data: await parquet(CURRENT, change), file: 'now.parquet' });

    expect(decision).toMatchObject({
      measures: { columns: { amount: { verdict: 'fail', by: 'missing-rate-difference' } } },
    });
  });

  it('a column without any is not judged to be as before', async () => {
    const decision = await judged({ data: csvOf(CURRENT.map((row) => ({ ...row, amount: null }))) });

    expect(decision).toMatchObject({ measures: { columns: { amount: { verdict: 'fail' } } } });
  });
});

describe('is refused', () => {
  const cut = async (share: number): Promise<Buffer> => {
    const whole = await parquet(CURRENT);
    return whole.subarray(0, Math.floor(whole.length * share));
  };

  it.each<[string, () => Files | Promise<Files>, string]>([
    ['data of 0 bytes', () => ({ data: '' }), 'file-empty'],
    ['a reference of 0 bytes', () => ({ reference: '' }), 'file-empty'],
    ['a header without a row', () => ({ data: `${COLUMNS.join(',')}\n` }), 'file-empty'],
    ['a reference without a row', () => ({ reference: `${COLUMNS.join(',')}\n` }), 'file-empty'],
    ['truncated Parquet', async () => ({ data: await cut(0.6), file: 'now.parquet' }), 'file-unreadable'],
    [
      'a truncated reference',
      async () => ({ reference: await cut(0.6), referenceFile: 'then.parquet' }),
      'file-unreadable',
    ],
    ['text called Parquet', () => ({ file: 'now.parquet' }), 'file-unreadable'],
    ['truncated gzip', () => ({ data: gzipSync(PLAIN).subarray(0, 400), file: 'now.csv.gz' }), 'file-unreadable'],
    ['broken quoting', () => ({ data: `${PLAIN}"1,2\n` }), 'file-unreadable'],
    ['rows of unequal length', () => ({ data: `${PLAIN}1,2\n` }), 'file-unreadable'],
    ['bytes that are no UTF-8', () => ({ data: Buffer.from(PLAIN, 'latin1') }), 'file-unreadable'],
    ['a number column with a text in it', () => ({ data: PLAIN.replace(/^\d+\.\d+/m, 'many') }), 'mixed-types'],
    [
      'a yes-or-no column that has become a number',
      () => ({ data: PLAIN.replaceAll('true', '1').replaceAll('false', '0') }),
      'type-mismatch',
    ],
    ['a column twice', () => ({ data: PLAIN.replace('rooms', 'amount') }), 'file-unreadable'],
  ])('%s', async (_, files, code) => {
    expect((await refusalOf(judged(await files()))).code).toBe(code);
  });

  it.each<[string, string, (data: string) => void]>([
    ['a folder', 'file-not-regular', (data) => mkdirSync(join(data, 'now.csv'))],
    [
      'a link out of the workspace',
      'file-outside-workspace',
      (data) => {
        writeFileSync(join(data, '..', 'outside.csv'), PLAIN);
        symlinkSync('../outside.csv', join(data, 'now.csv'));
      },
    ],
    [
      'a pointer in place of the data',
      'pointer-not-fetched',
      (data) =>
        writeFileSync(join(data, 'now.csv'), 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
    ],
    ['a file that is not there', 'file-missing', () => undefined],
  ])('%s', async (_, code, make) => {
    const folder = folderWith({ 'then.csv': csvOf(REFERENCE) });
    make(join(folder, 'data'));
    const sources: readonly TableSource[] = [driftSource('reference', ['then.csv']), driftSource('data', ['now.csv'])];

    expect((await refusalOf(withTables(folder, sources, decisionOf))).code).toBe(code);
  });

  it.each<[string, string, (file: string) => void]>([
    ['data that are written to', 'now.parquet', (file) => appendFileSync(file, 'x')],
    ['data that are replaced', 'now.parquet', (file) => writeFileSync(file, 'another file')],
    ['a reference that is removed', 'then.parquet', (file) => rmSync(file)],
  ])('%s while they are read', async (_, changed, change) => {
    const folder = folderWith({ 'then.parquet': await parquet(REFERENCE), 'now.parquet': await parquet(CURRENT) });
    const sources = [driftSource('reference', ['then.parquet']), driftSource('data', ['now.parquet'])];
    const run = withTables(folder, sources, async (tables) => {
      await decisionOf(tables);
      change(join(folder, 'data', changed));
    });

    expect((await refusalOf(run)).code).toBe('file-changed');
  });
});

it('columns by the thousand are judged as the few among them', async () => {
  const wide = Array.from({ length: 2000 }, (_, at) => `f${at}`);
  const widened = (rows: readonly Row[]): string =>
    csvOf(rows.map((row) => ({ ...row, town: 'x' })))
      .trimEnd()
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? wide.join(',') : wide.map(() => '7').join(',')}`)
      .join('\n');
  const { columns } = await withTables(
    folderWith({ 'then.csv': widened(REFERENCE), 'now.csv': widened(CURRENT) }),
    [driftSource('reference', ['then.csv']), driftSource('data', ['now.csv'])],
    (tables) => collectDrift({ tables, current: 'data', reference: { table: 'reference' } }, RULES),
  );

  expect(columns).toHaveLength(2004);
});

it('what is refused is an error of the action with a code', async () => {
  await expect(judged({ data: '' })).rejects.toBeInstanceOf(ActionError);
});
