/**
 * Group counts, a histogram and quantiles of 10 M x 20 Parquet through the engine beside bare DuckDB asking the same, in
 * the same run, each in a process of its own; the time that hashing the file takes is printed apart, because bare DuckDB
 * does not hash. Usage: node test/bench/tables-engine.ts [rows] [folder for the data]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const ROUNDS = 3;
const MEMORY = '700MiB';
const BUDGET_RATIO = 1.3;
const BUDGET_MB = 1000;
const root = resolve(import.meta.dirname, '..', '..');
const rows = Number(process.argv[2] ?? 10_000_000);
const given = process.argv[3];
const folder = given ?? mkdtempSync(join(tmpdir(), 'gatehouse-tables-bench-'));
mkdirSync(folder, { recursive: true });
const file = join(folder, `rows-${rows}.parquet`);

const EDGES = Array.from({ length: 1001 }, (_, at) => at / 1000);
const columns = [
  'r AS id',
  ...Array.from({ length: 14 }, (_, at) => `hash(r * 31 + ${at})::DOUBLE / 18446744073709551616 AS x${at}`),
  ...[2, 5, 7, 50].map((groups, at) => `(hash(r * 17 + ${at}) % ${groups})::INTEGER AS g${at}`),
  "'group ' || (hash(r + 5) % 6) AS name",
];

const PRELUDE = `
const { createRequire } = await import('node:module');
const { DuckDBInstance } = createRequire(${JSON.stringify(join(root, 'package.json'))})('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '${MEMORY}' });
const connection = await instance.connect();
`;
const REPORT = `
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ...times, peakMb }));
`;
const TIMED = `
const times = {};
const timed = async (name, run) => { const from = performance.now(); await run(); times[name] = performance.now() - from; };
`;

const bare = `${PRELUDE}${TIMED}
const P = "read_parquet('${file}')";
const edges = '[' + ${JSON.stringify(EDGES)}.join(', ') + ']::DOUBLE[]';
await timed('group', () => connection.runAndReadAll('SELECT g0, g1, name, count(*) FROM ' + P + ' GROUP BY ALL'));
await timed('histogram', () => connection.runAndReadAll('SELECT histogram(x0, ' + edges + '), histogram_exact(x0, ' + edges + ') FROM ' + P));
await timed('quantiles', () => connection.runAndReadAll('SELECT count(*) FROM (SELECT x0, row_number() OVER (ORDER BY x0) AS pos FROM ' + P + ') WHERE pos % 10000 = 0'));
${REPORT}`;

const ours = `
import { duckDbEngine } from ${JSON.stringify(pathToFileURL(join(root, 'packages/tables/src/index.ts')).href)};
${TIMED}
const engine = duckDbEngine({ addon: { explicit: ${JSON.stringify(root)} }, root: ${JSON.stringify(folder)}, tempFolder: ${JSON.stringify(folder)} });
const col = (column) => ({ table: 't', column });
const from = performance.now();
await engine.withTables([{ name: 't', files: [${JSON.stringify(`rows-${rows}.parquet`)}] }], async (tables) => {
  times.open = performance.now() - from;
  await timed('group', () => tables.groupedCounts({ table: 't' }, [col('g0'), col('g1'), col('name')]));
  await timed('histogram', () => tables.histogram({ table: 't' }, [{ column: col('x0'), edges: ${JSON.stringify(EDGES)} }]));
  await timed('quantiles', () => tables.quantiles({ table: 't' }, col('x0'), 1000));
});
times.all = performance.now() - from;
${REPORT}`;

const load = `
import { loadDuckDb } from ${JSON.stringify(pathToFileURL(join(root, 'packages/tables/src/duckdb/addon/load-addon.ts')).href)};
import { provisionAddon } from ${JSON.stringify(pathToFileURL(join(root, 'packages/tables/src/duckdb/addon/provision-addon.ts')).href)};
${TIMED}
await timed('verify', () => provisionAddon({ explicit: ${JSON.stringify(root)} }));
await timed('verifyAndLoad', () => loadDuckDb({ explicit: ${JSON.stringify(root)} }));
${REPORT}`;

const times = z.record(z.string(), z.number());

/** What a script measured; the best of some rounds, because whatever the machine does besides only slows it down. */
function best(name: string, script: string): z.output<typeof times> {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, script);
  const found = Array.from({ length: ROUNDS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return times.parse(JSON.parse(stdout));
  });
  const [first = {}] = found;
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, Math.min(...found.map((round) => round[key] ?? Number.NaN))]),
  );
}

function milliseconds(value: number | undefined): string {
  return `${(value ?? Number.NaN).toFixed(0)} ms`;
}

try {
  if (!existsSync(file)) {
    const make = join(folder, 'make.mjs');
    writeFileSync(
      make,
      `${PRELUDE}await connection.run(${JSON.stringify(`COPY (SELECT ${columns.join(', ')} FROM range(${rows}) AS t(r)) TO '${file}' (FORMAT parquet)`)});`,
    );
    execFileSync(process.execPath, [make]);
  }
  const loading = best('load', load);
  const [plain, engine] = [best('bare', bare), best('ours', ours)];
  console.log(
    `addon: verified in ${milliseconds(loading['verify'])}, verified and loaded in ${milliseconds(loading['verifyAndLoad'])}`,
  );
  console.log(
    `${rows} rows x 20 columns, ${(statSync(file).size / 1e6).toFixed(0)} MB; opened and hashed in ${milliseconds(engine['open'])}`,
  );
  for (const name of ['group', 'histogram', 'quantiles']) {
    const ratio = (engine[name] ?? Number.NaN) / (plain[name] ?? Number.NaN);
    const verdict = ratio <= BUDGET_RATIO ? 'ok' : 'over';
    console.log(
      `${name}: ${milliseconds(engine[name])}, bare ${milliseconds(plain[name])}, ratio ${ratio.toFixed(2)} of ${BUDGET_RATIO}: ${verdict}`,
    );
  }
  const peak = engine['peakMb'] ?? Number.NaN;
  console.log(
    `peak memory: ${peak.toFixed(0)} MB of ${BUDGET_MB} MB (bare ${plain['peakMb']?.toFixed(0)} MB): ${peak <= BUDGET_MB ? 'ok' : 'over'}`,
  );
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
