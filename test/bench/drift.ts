/**
 * The drift gate on 10 M rows of 20 columns against a baseline profile, and a profile of 1,000 columns of 1 M rows, each
 * beside bare DuckDB that counts the same histograms, in a process of its own. Hashing the file is printed apart, because
 * bare DuckDB does not do it. Usage: node test/bench/drift.ts [rows] [rows of the wide table] [folder for the data]
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
/** To write a row group of a thousand columns takes a gigabyte for each thread, which is no part of what is measured. */
const MEMORY_TO_WRITE = '5GiB';
const BUDGET_RATIO = 1.3;
const BUDGET_MB = 1000;
const REFERENCE_ROWS = 1_000_000;
const WIDE_COLUMNS = 1000;
const WIDE_ROWS = 1_000_000;
/** Columns that bare DuckDB counts in one statement: the edges of a thousand are a text of tens of megabytes. */
const COLUMNS_AT_ONCE = 50;
const NUMBERS = 15;
const GROUPS = [2, 5, 7, 50];
const root = resolve(import.meta.dirname, '..', '..');

const timings = z.record(z.string(), z.number());
type Timings = z.output<typeof timings>;

const loadWith = (memory: string): string => `
const { createRequire } = await import('node:module');
const { DuckDBInstance } = createRequire(${JSON.stringify(join(root, 'package.json'))})('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '${memory}' });
const connection = await instance.connect();
`;
const LOAD = loadWith(MEMORY);
const REPORT = 'console.log(JSON.stringify({ ...times, peakMb: process.resourceUsage().maxRSS / 1024 }));';

/** Numbers that are uniform, skewed and near normal in turn, small whole numbers, and a text. */
function columnsOf(seed: number): readonly string[] {
  const uniform = (at: number): string => `hash(r * 31 + ${seed + at})::DOUBLE / 18446744073709551616`;
  const numbers = Array.from({ length: NUMBERS }, (_, at) => {
    const shape = [
      uniform(at),
      `exp(2 * ${uniform(at)})`,
      `${uniform(at)} + ${uniform(at + 100)} + ${uniform(at + 200)}`,
    ];
    return `${shape[at % shape.length]} AS x${at}`;
  });
  const groups = GROUPS.map((count, at) => `(hash(r * 17 + ${seed + at}) % ${count})::INTEGER AS g${at}`);
  return [...numbers, ...groups, `'group ' || (hash(r + ${seed}) % 6) AS name`];
}

function copyScript(columns: readonly string[], rows: number, file: string): string {
  const copy = `COPY (SELECT ${columns.join(', ')} FROM range(${rows}) AS t(r)) TO '${file}' (FORMAT parquet)`;
  return `${loadWith(MEMORY_TO_WRITE)}await connection.run(${JSON.stringify(copy)});`;
}

/** The same bins: on and between the edges of the profile, and rows by category. */
function bareScript(profile: string, file: string): string {
  return `${LOAD}
const { readFileSync } = await import('node:fs');
const { columns } = JSON.parse(readFileSync(${JSON.stringify(profile)}, 'utf8'));
const table = "read_parquet('${file}')";
const edged = Object.entries(columns).filter(([, column]) => column.kind === 'numbers');
const others = Object.keys(columns).filter((name) => columns[name].kind !== 'numbers');
const list = ({ edges }) => '[' + edges.map((edge) => edge.toExponential()).join(', ') + ']::DOUBLE[]';
const [from, used] = [performance.now(), process.cpuUsage()];
for (let at = 0; at < edged.length; at += ${COLUMNS_AT_ONCE}) {
  await connection.runAndReadAll('SELECT ' + edged.slice(at, at + ${COLUMNS_AT_ONCE}).map(([name, column]) =>
    'histogram(' + name + ', ' + list(column) + '), histogram_exact(' + name + ', ' + list(column) + ')').join(', ') + ' FROM ' + table);
}
for (const name of others) await connection.runAndReadAll('SELECT ' + name + ', count(*) FROM ' + table + ' GROUP BY 1');
const { user, system } = process.cpuUsage(used);
const times = { work: performance.now() - from, cpu: (user + system) / 1000 };
${REPORT}`;
}

const url = (path: string): string => JSON.stringify(pathToFileURL(join(root, path)).href);

/** What gate and command line do with a file, once it is open. */
function engineScript(place: { readonly folder: string; readonly file: string }, work: string): string {
  const folder = JSON.stringify(place.folder);
  return `
import { readFileSync, writeFileSync } from 'node:fs';
import { canonicalJson, driftRules, parseBaselineProfile, sha256, withPrivacyFloor } from ${url('packages/core/src/index.ts')};
import { collectProfile, driftSource, judgeDrift } from ${url('packages/gate-runner/src/index.ts')};
import { duckDbEngine } from ${url('packages/tables/src/index.ts')};
const times = {};
const engine = duckDbEngine({ addon: { explicit: ${JSON.stringify(root)} }, root: ${folder}, tempFolder: ${folder} });
let from = performance.now();
await engine.withTables([driftSource('data', [${JSON.stringify(place.file)}])], async (tables) => {
  times.open = performance.now() - from;
  from = performance.now();
  const used = process.cpuUsage();
  ${work}
  const { user, system } = process.cpuUsage(used);
  Object.assign(times, { work: performance.now() - from, cpu: (user + system) / 1000 });
});
${REPORT}`;
}

function profileWork(profile: string): string {
  return `const { profile } = await collectProfile({ tables, relation: { table: 'data' } }, {});
  writeFileSync(${JSON.stringify(profile)}, canonicalJson(withPrivacyFloor(profile, 10)));`;
}

function gateWork(profile: string): string {
  return `const bytes = readFileSync(${JSON.stringify(profile)});
  const named = { profile: parseBaselineProfile(bytes), digest: sha256(bytes) };
  const about = { subject: null, policyDigest: null };
  const decision = await judgeDrift(driftRules.parse({}), { tables, profile: named, expected: new Map(), about });
  if (decision.outcome !== 'pass') throw new Error(JSON.stringify(decision.findings));`;
}

/** The best of some rounds that take turns: whatever the machine does besides only slows a process down. */
async function bestOf(
  scripts: Readonly<Record<string, string>>,
  rounds: number,
): Promise<ReadonlyMap<string, Timings>> {
  const best = new Map<string, Timings>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, path] of Object.entries(scripts)) {
      announce(`  ${name}, round ${round + 1} of ${rounds}`);
      const found = timings.parse(JSON.parse(await must(process.execPath, [path])));
      const before = best.get(name) ?? found;
      const least = (key: string): number => Math.min(before[key] ?? Number.NaN, found[key] ?? Number.NaN);
      best.set(name, Object.fromEntries(Object.keys(found).map((key) => [key, least(key)])));
    }
  }
  return best;
}

/** A table of many columns. */
interface Wide {
  readonly rows: number;
  readonly columns: number;
}

/** The rows of the table of benchmarks. */
export async function driftRows(
  size: { readonly rows?: number; readonly wideRows?: number; readonly wideColumns?: number } = {},
  given?: string,
): Promise<readonly Row[]> {
  const { rows = 10_000_000, wideRows = WIDE_ROWS, wideColumns = WIDE_COLUMNS } = size;
  const wide = { rows: wideRows, columns: wideColumns };
  const folder = given ?? mkdtempSync(join(tmpdir(), 'gatehouse-drift-bench-'));
  mkdirSync(folder, { recursive: true });
  try {
    announce(`measures the drift gate on ${rows} rows of 20 columns`);
    const gate = await gateTimes(folder, rows);
    const files = ['reference.parquet', `current-${rows}.parquet`].map((name) => join(folder, name));
    announce('  evidently, for at most a minute');
    const evidently = await pythonRow(
      `evidently, ${rows / 1e6} M rows x 20 columns, the same file`,
      'evidently_drift.py',
      files,
    );
    announce(`measures a profile of ${wideColumns} columns of ${wideRows} rows`);
    return [...gateRows(rows, gate), evidently, ...profileRows(wide, await wideTimes(folder, wide))];
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function scriptIn(folder: string, name: string, text: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
}

async function written(folder: string, file: string, script: () => string): Promise<void> {
  if (existsSync(join(folder, file))) return;
  announce(`  writes ${file}`);
  await must(process.execPath, [scriptIn(folder, 'make', script())]);
}

async function gateTimes(folder: string, rows: number): Promise<ReadonlyMap<string, Timings>> {
  const [reference, current, profile] = ['reference.parquet', `current-${rows}.parquet`, join(folder, 'profile.json')];
  await written(folder, reference, () => copyScript(columnsOf(0), REFERENCE_ROWS, join(folder, reference)));
  await written(folder, current, () => copyScript(columnsOf(1000), rows, join(folder, current)));
  if (!existsSync(profile)) {
    const build = engineScript({ folder, file: reference }, profileWork(profile));
    await must(process.execPath, [scriptIn(folder, 'build', build)]);
  }
  const ours = engineScript({ folder, file: current }, gateWork(profile));
  return await bestOf(
    {
      bare: scriptIn(folder, 'bare', bareScript(profile, join(folder, current))),
      ours: scriptIn(folder, 'ours', ours),
    },
    ROUNDS,
  );
}

/** Measured values of three digits, as sensors and forms give them: a thousand columns of full doubles are 8 GB. */
async function wideTimes(folder: string, wide: Wide): Promise<ReadonlyMap<string, Timings>> {
  const { rows } = wide;
  const file = `wide-${rows}-${wide.columns}.parquet`;
  const columns = Array.from(
    { length: wide.columns },
    (_, at) => `((r * ${2 * at + 7919}) % 997) / 10.0::DOUBLE AS c${at}`,
  );
  await written(folder, file, () => copyScript(columns, rows, join(folder, file)));
  const profile = join(folder, 'wide.json');
  const build = engineScript({ folder, file }, profileWork(profile));
  // Ours first: bare DuckDB is given the edges that it found.
  return await bestOf(
    {
      ours: scriptIn(folder, 'wide', build),
      bare: scriptIn(folder, 'wide-bare', bareScript(profile, join(folder, file))),
    },
    1,
  );
}

function gateRows(rows: number, times: ReadonlyMap<string, Timings>): readonly Row[] {
  const [bare = {}, ours = {}] = [times.get('bare'), times.get('ours')];
  const ratio = (ours['work'] ?? Number.NaN) / (bare['work'] ?? Number.NaN);
  // Of a machine that does other things besides, the time of the processors says more than that of the clock.
  const busy = (ours['cpu'] ?? Number.NaN) / (bare['cpu'] ?? Number.NaN);
  const what = `drift gate, ${rows / 1e6} M rows x 20 columns, a profile`;
  return [
    {
      what: `${what}, bare DuckDB ${seconds(bare['work'])}`,
      measured: `${seconds(ours['work'])} (${ratio.toFixed(2)}x, of processors ${busy.toFixed(2)}x), and ${seconds(ours['open'])} to open and hash`,
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

/** A profile finds its edges too, which bare DuckDB is given; so the ratio has no budget. */
function profileRows({ rows, columns }: Wide, times: ReadonlyMap<string, Timings>): readonly Row[] {
  const [bare = {}, ours = {}] = [times.get('bare'), times.get('ours')];
  const ratio = (ours['work'] ?? Number.NaN) / (bare['work'] ?? Number.NaN);
  const what = `profile of ${columns} columns, ${rows / 1e6} M rows`;
  return [
    {
      what: `${what}, bare DuckDB with its edges ${seconds(bare['work'])}`,
      measured: `${seconds(ours['work'])} (${ratio.toFixed(2)}x), and ${seconds(ours['open'])} to open and hash`,
      budget: '',
      verdict: '',
    },
    memoryRow(`${what}, memory, bare DuckDB ${bare['peakMb']?.toFixed(0)} MB`, {
      megabytes: ours['peakMb'],
      budget: BUDGET_MB,
    }),
  ];
}

function seconds(milliseconds: number | undefined): string {
  return `${((milliseconds ?? Number.NaN) / 1000).toFixed(1)} s`;
}

if (process.argv[1] === import.meta.filename) {
  const [rows, wideRows] = process.argv.slice(2, 4).map(Number);
  const size = { ...(rows === undefined ? {} : { rows }), ...(wideRows === undefined ? {} : { wideRows }) };
  for (const row of await driftRows(size, process.argv[4])) {
    console.log([row.what, row.measured, row.budget, row.verdict].join('  '));
  }
}
