/**
 * The fairness gate on 10 M rows with two sensitive columns beside bare DuckDB that counts the same groups and checks that
 * ids are unique, each in a process of its own; where the Python environment of `npm run interop:stats` is there, also
 * fairlearn on the same file. Hashing the file is printed apart, because neither of the others does it.
 * Usage: node test/bench/fairness.ts [rows] [folder for the data]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { must } from '../interop/stats/environment.ts';
import { pythonRow } from './python-row.ts';
import { announce, memoryRow, type Row } from './row.ts';

const ROUNDS = 2;
const MEMORY = '700MiB';
const BUDGET_RATIO = 1.5;
const BUDGET_MB = 1000;
const root = resolve(import.meta.dirname, '..', '..');

const timings = z.record(z.string(), z.number());
type Timings = z.output<typeof timings>;

const LOAD = `
const { createRequire } = await import('node:module');
const { DuckDBInstance } = createRequire(${JSON.stringify(join(root, 'package.json'))})('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '${MEMORY}' });
const connection = await instance.connect();
`;
const REPORT = 'console.log(JSON.stringify({ ...times, peakMb: process.resourceUsage().maxRSS / 1024 }));';

const COLUMNS = `r AS id, (hash(r * 3) % 10 < 4)::INTEGER AS label, (hash(r * 7 + 1) % 10 < 3)::INTEGER AS prediction,
  'group ' || (hash(r + 5) % 6) AS race, CASE WHEN hash(r * 11) % 2 = 0 THEN 'f' ELSE 'm' END AS sex`;

function makeScript(rows: number, file: string): string {
  const copy = `COPY (SELECT ${COLUMNS} FROM range(${rows}) AS t(r)) TO '${file}' (FORMAT parquet)`;
  return `${LOAD}await connection.run(${JSON.stringify(copy)});`;
}

function bareScript(file: string): string {
  return `${LOAD}
const from = performance.now();
const table = "read_parquet('${file}')";
const read = (sql) => connection.runAndReadAll(sql);
await read('SELECT label, prediction, race, sex, count(*) FROM ' + table + ' GROUP BY ALL');
await read('SELECT count(*), count(DISTINCT id) FROM ' + table);
const times = { work: performance.now() - from };
${REPORT}`;
}

/** What the gate does with the rows of a file: ids, types, counts, intervals, decision. */
function ourScript(folder: string, name: string): string {
  const url = (path: string): string => JSON.stringify(pathToFileURL(join(root, path)).href);
  return `
import { judgeFairnessRows, NO_COLUMNS } from ${url('packages/gate-runner/src/index.ts')};
import { requireIds } from ${url('packages/gate-runner/src/rows/row-ids.ts')};
import { duckDbEngine } from ${url('packages/tables/src/index.ts')};
import { fairnessConfig, CONTEXT } from ${url('test/unit/gates/fixture-inputs.ts')};
const times = {};
const place = { root: ${JSON.stringify(folder)}, tempFolder: ${JSON.stringify(folder)} };
const engine = duckDbEngine({ addon: { explicit: ${JSON.stringify(root)} }, ...place });
const col = (column) => ({ table: 'data', column });
const columns = { ...NO_COLUMNS, id: col('id'), label: col('label'), prediction: col('prediction'),
  protected: new Map([['race', col('race')], ['sex', col('sex')]]) };
const limits = { 'selection-rate-difference': { limit: 0.1 }, 'equalized-odds-difference': { limit: 0.1 } };
const config = fairnessConfig(limits, { sensitive: ['race', 'sex'] });
const task = { task: 'binary-classification', positive: '1', negative: '0', id: 'id', label: 'label', prediction: 'prediction',
  score: '', protected: ['race', 'sex'], control: [], weight: null, cluster: null };
let from = performance.now();
await engine.withTables([{ name: 'data', files: [${JSON.stringify(name)}] }], async (tables) => {
  times.open = performance.now() - from;
  from = performance.now();
  const rows = { tables, relation: { table: 'data' }, columns };
  await requireIds(rows);
  const champion = { state: 'none', versionsExist: false };
  const decision = await judgeFairnessRows(config, { rows, columns: task, champion, context: CONTEXT });
  times.work = performance.now() - from;
  if (decision.outcome !== 'pass') throw new Error(JSON.stringify(decision.findings));
});
${REPORT}`;
}

/** The best of some rounds that take turns: whatever the machine does besides only slows a process down. */
async function bestOf(scripts: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Timings>> {
  const best = new Map<string, Timings>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(scripts)) {
      const found = timings.parse(JSON.parse(await must(process.execPath, [path])));
      const before = best.get(name) ?? found;
      const least = (key: string): number => Math.min(before[key] ?? Number.NaN, found[key] ?? Number.NaN);
      best.set(name, Object.fromEntries(Object.keys(found).map((key) => [key, least(key)])));
    }
  }
  return best;
}

/** The rows of the table of benchmarks. */
export async function fairnessRows(rows = 10_000_000, given?: string): Promise<readonly Row[]> {
  announce(`measures the fairness gate on ${rows} rows`);
  const folder = given ?? mkdtempSync(join(tmpdir(), 'gatehouse-fairness-bench-'));
  mkdirSync(folder, { recursive: true });
  const name = `fairness-${rows}.parquet`;
  const file = join(folder, name);
  const script = (what: string, text: string): string => {
    const path = join(folder, `${what}.mjs`);
    writeFileSync(path, text);
    return path;
  };
  try {
    if (!existsSync(file)) await must(process.execPath, [script('make', makeScript(rows, file))]);
    const best = await bestOf({
      bare: script('bare', bareScript(file)),
      ours: script('ours', ourScript(folder, name)),
    });
    const [bare = {}, ours = {}] = [best.get('bare'), best.get('ours')];
    return [
      ...gateRows(rows, bare, ours),
      await pythonRow(`fairlearn, ${rows / 1e6} M rows, the same file`, 'fairlearn_groups.py', [file]),
    ];
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function gateRows(rows: number, bare: Timings, ours: Timings): readonly Row[] {
  const ratio = (ours['work'] ?? Number.NaN) / (bare['work'] ?? Number.NaN);
  const what = `fairness gate, ${rows / 1e6} M rows, 2 attributes`;
  return [
    {
      what: `${what}, bare DuckDB ${seconds(bare['work'])}`,
      measured: `${seconds(ours['work'])} (${ratio.toFixed(2)}x), and ${seconds(ours['open'])} to open and hash`,
      budget: `${BUDGET_RATIO}x`,
      verdict: ratio <= BUDGET_RATIO ? 'ok' : 'over',
      isTime: true,
    },
    memoryRow(`${what}, memory, bare DuckDB ${bare['peakMb']?.toFixed(0)} MB`, {
      megabytes: ours['peakMb'],
      budget: BUDGET_MB,
    }),
  ];
}

function seconds(milliseconds: number | undefined): string {
  return `${((milliseconds ?? Number.NaN) / 1000).toFixed(2)} s`;
}

if (import.meta.main) {
  const [rows = '10000000', folder] = process.argv.slice(2);
  console.table(await fairnessRows(Number(rows), folder));
}
