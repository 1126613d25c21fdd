import { mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { ActionError, type AggregateEngine, type Decision } from '@gatehouse/core';
import { collectData } from '@gatehouse/gate-runner';
import { duckDbEngine } from '@gatehouse/tables';
import { describe, expect, it } from 'vitest';
import { folderWith, WORKSPACE } from '../tables/engine/fixture-tables.ts';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { judged, type RulesOfTest, rulesOf, TODAY, told } from './judged-data.ts';

const PLAIN = 'id,g,x\n1,é,0.5\n2,b c,1\n3,"",2\n4,😀,\n';
const RULES: RulesOfTest = {
  key: ['id'],
  'constant-columns': 'fail',
  'duplicate-rows': 0,
  'missing-rate': 0.25,
  columns: {
    id: { type: 'integer' },
    g: { type: 'text', values: ['é', 'b c', '', '😀'] },
    x: { type: 'number', max: 2 },
  },
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is decided, without the digest of the file and the order of its columns. */
function decided({ outcome, findings, measures }: Decision): unknown {
  const columns = Object.entries(Object(measures['columns'])).sort(([a], [b]) => (a < b ? -1 : 1));
  return { outcome, findings, dataset: measures['dataset'], columns };
}

describe('an odd table is judged as its plain twin', () => {
  it.each<[string, string | Uint8Array, string?]>([
    ['a byte order mark', `\uFEFF${PLAIN}`],
    ['Windows line ends', PLAIN.replaceAll('\n', '\r\n')],
    ['no line end at the end', PLAIN.trimEnd()],
    ['quotes around everything', PLAIN.replace(/^.*$/gm, (line) => line.replace(/(^|,)([^",]+)/g, '$1"$2"'))],
    ['another order of rows', 'id,g,x\n4,😀,\n3,"",2\n2,b c,1\n1,é,0.5\n'],
    ['numbers written otherwise', 'id,g,x\n1.0e0,é,0.50\n2,b c,1.0\n3,"",2e0\n4,😀,\n'.replace('1.0e0', '1')],
    ['gzip', gzipSync(bytes(PLAIN)), 'data.csv.gz'],
    ['zstd', zstdCompressSync(bytes(PLAIN)), 'data.csv.zst'],
    ['tabs', PLAIN.replaceAll(',', '\t'), 'data.tsv'],
    [
      'JSON Lines',
      '{"id":1,"g":"é","x":0.5}\n{"id":2,"g":"b c","x":1}\n{"id":3,"g":"","x":2}\n{"id":4,"g":"😀","x":null}\n',
      'data.jsonl',
    ],
  ])('with %s', async (_, content, file) => {
    const plain = await judged(PLAIN, RULES);
    const odd = await judged(content, RULES, file === undefined ? {} : { file });

    expect(plain.outcome).toBe('pass');
    expect(decided(odd)).toEqual(decided(plain));
  });

  it('with another order of columns', async () => {
    const odd = await judged('x,id,g\n0.5,1,é\n1,2,b c\n2,3,""\n,4,😀\n', RULES);
    const facts = (decision: Decision): unknown => [
      decision.outcome,
      decision.findings.map(({ measure, outcome }) => [measure, outcome]),
    ];

    expect(facts(odd)).toEqual(facts(await judged(PLAIN, RULES)));
  });

  it('with a line end within a value, which is one row', async () => {
    expect((await judged('id,g\n1,"a\nb"\n2,c\n', { key: ['id'] })).measures['dataset']).toMatchObject({ rows: 2 });
  });

  it('as Parquet', async () => {
    const file = await parquetOf(
      "SELECT * FROM (VALUES (1, 'é', 0.5::DOUBLE), (2, 'b c', 1), (3, '', 2), (4, '😀', NULL)) AS v(id, g, x)",
    );

    expect(decided(await judged(file, RULES, { file: 'data.parquet' }))).toEqual(decided(await judged(PLAIN, RULES)));
  });

  it('with 400 columns, of which one is wrong', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `c${at}`);
    const row = (value: number): string => names.map((_, at) => (at === 300 ? 1 : value)).join(',');
    const decision = await judged(`${names.join(',')}\n${row(1)}\n${row(2)}\n`, { 'constant-columns': 'fail' });

    expect(told(decision, 'constant-columns').filter(([outcome]) => outcome === 'fail')).toEqual([
      ['fail', 'column-constant', 'c300'],
    ]);
    expect(decision.findings).toHaveLength(3);
  });
});

describe('a table of 10,000 columns', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const line = (row: number): string => names.map((_, at) => (at === 9000 ? 7 : row + at)).join(',');
  const text = `${names.join(',')}\n${[0, 1, 2].map((row) => `${line(row)}\n`).join('')}`;

  it('is judged in all of them', { timeout: 120_000 }, async () => {
    const rules = { key: ['c1'], 'constant-columns': 'fail', 'missing-rate': 0, 'duplicate-rows': 0 };
    const decision = await judged(text, rules);

    expect(decision.findings.filter(({ outcome }) => outcome !== 'pass')).toEqual([
      expect.objectContaining({ reasonCode: 'column-constant', groups: ['c9000'] }),
    ]);
    expect(decision.measures['dataset']).toMatchObject({ rows: 3, columns: 10_000, 'duplicate-rows': 0 });
  });
});

describe('a table that cannot be judged gives no decision', () => {
  it.each<[string, string | Uint8Array, RulesOfTest, string, string?]>([
    ['0 bytes', '', {}, 'file-empty'],
    ['no row', 'a\n', {}, 'file-empty'],
    ['a quote without end', 'a\n"x\n', {}, 'file-unreadable'],
    ['a row that is too short', 'a,b\n1\n', {}, 'file-unreadable'],
    ['bytes that are not UTF-8', new Uint8Array([0x61, 0x0a, 0xff, 0x0a]), {}, 'file-unreadable'],
    ['a column twice', 'a,a\n1,2\n', {}, 'file-unreadable'],
    ['gzip that is cut off', gzipSync(bytes(PLAIN)).subarray(0, 20), {}, 'file-unreadable', 'data.csv.gz'],
    ['Parquet that is none', 'PAR1 and so on', {}, 'file-unreadable', 'data.parquet'],
    ['a name that says no format', PLAIN, {}, 'file-unreadable', 'data.bin'],
  ])('with %s', async (_, content, rules, code, file) => {
    await expect(judged(content, rules, file === undefined ? {} : { file })).rejects.toMatchObject({
      reasonCode: code,
    });
  });

  it.each([0.1, 0.5, 0.9, 0.999])('with Parquet of which %d is left', async (share) => {
    const whole = await parquetOf('SELECT range AS a FROM range(5000)');
    const cut = whole.subarray(0, Math.floor(whole.length * share));

    await expect(judged(cut, {}, { file: 'data.parquet' })).rejects.toMatchObject({ reasonCode: 'file-unreadable' });
  });

  it.each<[string, (folder: string) => void, string]>([
    ['a folder', (folder) => mkdirSync(join(folder, 'data/data.csv')), 'file-not-regular'],
    [
      'a link out of the workspace',
      (folder) => symlinkSync('/etc/hostname', join(folder, 'data/data.csv')),
      'file-outside-workspace',
    ],
    ['a link to nowhere', (folder) => symlinkSync('nowhere', join(folder, 'data/data.csv')), 'file-missing'],
    ['no file', () => undefined, 'file-missing'],
  ])('with %s in its place', async (_, make, code) => {
    const folder = folderWith();
    make(folder);

    await expect(collected(folder)).rejects.toMatchObject({ reasonCode: code });
  });

  it('that changes while it is read', async () => {
    const content = await parquetOf('SELECT range AS a FROM range(100)');
    const folder = folderWith({ 'data.parquet': content });
    const file = join(folder, 'data/data.parquet');
    const engine = engineOf(folder);
    const touching: AggregateEngine = {
      ...engine,
      withTables: (sources, use) =>
        engine.withTables(sources, async (tables) => {
          const result = await use(tables);
          utimesSync(file, 1, 1);
          return result;
        }),
    };

    await expect(collected(folder, touching, 'data.parquet')).rejects.toMatchObject({ reasonCode: 'file-changed' });
  });

  it('that changes between its two readings', async () => {
    const folder = folderWith({ 'data.csv': 'a\n7\n' });
    const engine = engineOf(folder);
    const writing: AggregateEngine = {
      ...engine,
      withTables: async (sources, use) => {
        const result = await engine.withTables(sources, use);
        truncateSync(join(folder, 'data/data.csv'));
        writeFileSync(join(folder, 'data/data.csv'), 'a\n8\n');
        return result;
      },
    };
    const run = collected(folder, writing, 'data.csv', { columns: { a: { type: 'text' } } });

    await expect(run).rejects.toBeInstanceOf(ActionError);
    await expect(run).rejects.toMatchObject({ reasonCode: 'file-changed' });
  });
});

function engineOf(folder: string): AggregateEngine {
  return duckDbEngine({ addon: { explicit: WORKSPACE }, root: join(folder, 'data'), tempFolder: join(folder, 'temp') });
}

async function collected(
  folder: string,
  engine = engineOf(folder),
  file = 'data.csv',
  rules: RulesOfTest = {},
): Promise<unknown> {
  return await collectData(engine, { rules: rulesOf(rules), data: { name: 'data', files: [file] }, today: TODAY });
}
