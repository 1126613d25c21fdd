/**
 * Verifies a ledger of 100,000 entries beside a bare script that reads and hashes the same blobs, in the same run.
 * Usage: node test/bench/ledger-verify.ts [entries]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LedgerRepository, makeLedgerRepository } from './ledger-repository.ts';
import { announce, type Row } from './row.ts';

const BUDGET_ENTRIES = 100_000;
const BUDGET_SECONDS = 3;
/** Where reading alone takes the budget already, ADR 7. */
const BUDGET_RATIO = 1.5;
const ROUNDS = 3;
const cli = resolve(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'main.ts');

/** Reads every entry with `git cat-file --batch` and hashes the bytes: what any check has to do, in the plainest way. */
const BARE = `
import { execFileSync, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
const git = ['-C', process.argv[2]];
const ref = 'refs/heads/gatehouse-evidence';
const tree = execFileSync('git', [...git, 'ls-tree', '-r', '--full-tree', ref, 'ledger/'], { maxBuffer: 1 << 30 });
const oids = tree.toString().split('\\n').filter(Boolean).map((line) => line.slice(12, 52));
const child = spawn('git', [...git, 'cat-file', '--batch', '--buffer'], { stdio: ['pipe', 'pipe', 'inherit'] });
child.stdin.end(oids.join('\\n') + '\\n');
let pending = Buffer.alloc(0);
let count = 0;
for await (const chunk of child.stdout) {
  pending = Buffer.concat([pending, chunk]);
  let from = 0;
  for (;;) {
    const line = pending.indexOf(10, from);
    if (line < 0) break;
    const end = line + 1 + Number(pending.toString('latin1', from + 46, line));
    if (pending.length <= end) break;
    hash('sha256', pending.subarray(line + 1, end), 'hex');
    count += 1;
    from = end + 1;
  }
  pending = pending.subarray(from);
}
if (count !== oids.length) throw new Error('read ' + count + ' of ' + oids.length);
`;

function secondsOf(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr.toString()}`);
  return (performance.now() - started) / 1000;
}

function verifyArguments({ folder, keyFiles, anchors }: LedgerRepository): string[] {
  const keys = keyFiles.flatMap((file) => ['--key', file]);
  return [cli, 'ledger', 'verify', '--repo', folder, ...keys, ...anchors.flatMap((anchor) => ['--anchor', anchor])];
}

interface VerifyCost {
  readonly seconds: number;
  /** Of the bare script. */
  readonly bareSeconds: number;
  readonly allSignaturesSeconds: number | null;
}

async function measureVerify(entries: number, withAllSignatures: boolean): Promise<VerifyCost> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-ledger-bench-'));
  try {
    announce(`makes a ledger of ${entries} entries`);
    execFileSync('git', ['init', '--quiet', '-b', 'main', folder]);
    const repository = await makeLedgerRepository(folder, entries);
    const bare = join(folder, 'bare.mjs');
    writeFileSync(bare, BARE);
    // The best of each: what the machine does besides can only slow a round down. They take turns.
    let bareSeconds = Number.POSITIVE_INFINITY;
    let seconds = Number.POSITIVE_INFINITY;
    for (let round = 1; round <= ROUNDS; round += 1) {
      announce(`measures its verification, round ${round} of ${ROUNDS}`);
      bareSeconds = Math.min(bareSeconds, secondsOf([bare, folder]));
      seconds = Math.min(seconds, secondsOf(verifyArguments(repository)));
    }
    if (!withAllSignatures) return { seconds, bareSeconds, allSignaturesSeconds: null };
    announce('measures the verification of each signature');
    const allSignaturesSeconds = secondsOf([...verifyArguments(repository), '--all-signatures']);
    return { seconds, bareSeconds, allSignaturesSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cost as a row of the table of benchmarks. */
export async function ledgerVerifyRows(): Promise<readonly Row[]> {
  const { seconds, bareSeconds } = await measureVerify(BUDGET_ENTRIES, false);
  const ratio = seconds / bareSeconds;
  return [
    {
      what: `ledger verify of ${BUDGET_ENTRIES} entries, reading and hashing alone is ${bareSeconds.toFixed(2)} s`,
      measured: `${seconds.toFixed(2)} s (${ratio.toFixed(2)}x)`,
      budget: `${BUDGET_SECONDS} s, or ${BUDGET_RATIO}x`,
      verdict: seconds <= BUDGET_SECONDS || ratio <= BUDGET_RATIO ? 'ok' : 'over',
      isTime: true,
    },
  ];
}

if (import.meta.main) console.table(await measureVerify(Number(process.argv[2] ?? BUDGET_ENTRIES), true));
