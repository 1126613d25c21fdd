/**
 * Prints what the shipped files cost beside their budgets: start of an action, size of `dist/`, size of the archive that
 * a runner downloads; then an approval check, the verification of a long ledger, many appends to one at once, the fairness
 * gate on 10 M rows, and simulations of the statistical rules in full size.
 * Usage: `npm run bench [-- --small]`. Timings stand beside those of bare node in the same run: what a machine needs says
 * little. `--small` takes at most a tenth of the rows and no simulations, which `npm test` runs in small: enough to see
 * that every benchmark still runs, and short enough for each change.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { approvalCheckRows } from './approval-check.ts';
import { driftRows } from './drift.ts';
import { fairnessRows } from './fairness.ts';
import { ledgerAppendRows } from './ledger-appends.ts';
import { ledgerVerifyRows } from './ledger-verify.ts';
import { announce, isRed, type Row } from './row.ts';
import { simulationRows } from './simulations.ts';

const root = resolve(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
const ROUNDS = 15;
const START_BUDGET_MS = 120;
const ARCHIVE_BUDGET_MB = 6;

/** Wall time of one process that is expected to fail on its missing inputs, in milliseconds. */
function timeOf(args: readonly string[], folder: string): number {
  const file = join(folder, 'file-command');
  const env = { PATH: process.env['PATH'] ?? '', GITHUB_OUTPUT: file, GITHUB_STEP_SUMMARY: file, RUNNER_TEMP: folder };
  const started = performance.now();
  spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Bare node and the action take turns, so that a slow moment of the machine hits both. */
function startRow(action: string): Row {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  writeFileSync(join(folder, 'file-command'), ''); // the runner makes it, and the toolkit insists on it
  const bare: number[] = [];
  const started: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(timeOf(['-e', '0'], folder));
    started.push(timeOf([join(dist, `${action}.js`)], folder));
  }
  rmSync(folder, { recursive: true, force: true });
  const over = median(started) - median(bare);
  return {
    what: `start of ${action}, bare node is ${median(bare).toFixed(0)} ms`,
    measured: `+${over.toFixed(0)} ms (${(median(started) / median(bare)).toFixed(1)}x)`,
    budget: `+${START_BUDGET_MS} ms`,
    verdict: over <= START_BUDGET_MS ? 'ok' : 'over',
    isTime: true,
  };
}

function distRow(files: readonly string[]): Row {
  const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
  return { what: `dist/, ${files.length} files`, measured: megabytes(bytes), budget: '', verdict: '' };
}

/** What GitHub serves for a commit: `git archive` with export-ignore, gzipped. */
function archiveRow(): Row {
  const archive = execFileSync('git', ['archive', '--format=tar.gz', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 });
  return {
    what: 'tarball of HEAD',
    measured: megabytes(archive.byteLength),
    budget: `${ARCHIVE_BUDGET_MB} MB`,
    verdict: archive.byteLength <= ARCHIVE_BUDGET_MB * 1e6 ? 'ok' : 'over',
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'measured', 'budget', ''],
    ...rows.map((row) => [row.what, row.measured, row.budget, row.verdict]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const options = process.argv.slice(2);
const isSmall = options.includes('--small');
const unknown = options.filter((option) => option !== '--small');
if (unknown.length > 0) throw new Error(`Unknown option ${unknown.join(' ')}; there is only --small.`);

const files = readdirSync(dist);
const actions = readdirSync(join(root, 'actions')).sort();
const archive = archiveRow();
announce(`measures the start of ${actions.length} actions`);
const starts = actions.map(startRow);
announce('measures approval checks');
const checks = await approvalCheckRows();
const verified = await ledgerVerifyRows();
const appended = await ledgerAppendRows();
const drift = await driftRows(isSmall ? { rows: 1_000_000, wideRows: 10_000, wideColumns: 100 } : {});
const fairness = await fairnessRows(isSmall ? 1_000_000 : 10_000_000);
const simulated = isSmall ? [] : simulationRows();
const rows = [
  ...[...starts, distRow(files), archive, ...checks],
  ...[...verified, ...appended, ...drift, ...fairness, ...simulated],
];
console.log(table(rows));
if (isSmall)
  console.log('\nAt most a tenth of the rows, and no simulations: npm run bench measures the sizes of the budgets.');
// The row of a check has a time and numbers of calls; these have no slow moment.
process.exitCode = isRed(rows) || checks.some(({ countsKept }) => !countsKept) ? 1 : 0;
