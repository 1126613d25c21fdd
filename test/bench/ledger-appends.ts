/**
 * A hundred appends to one ledger at the same time, against a local GitHub that enforces 80 writes a minute: by a
 * hundred jobs, each with a store of its own, and by one job that batches. Time runs several times as fast for server and
 * writers alike. Usage: node test/bench/ledger-appends.ts [appends [scale]]
 */
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { loadSigningKey, type TrustRoot } from '@gatehouse/attest';
import { sha256, type Tuple } from '@gatehouse/core';
import { createGitHub } from '@gatehouse/github';
import { DEFAULT_PATIENCE, EvidenceStore, ledgerSigner, readyDraft } from '@gatehouse/governance';
import { startLocalGitHub } from '@gatehouse/local-github';
import { announce, type Row } from './row.ts';

const [appendsGiven = '100', scaleGiven = '6'] = import.meta.main ? process.argv.slice(2) : [];
const APPENDS = Number(appendsGiven);
const SCALE = Number(scaleGiven);
const WRITES_PER_MINUTE = 80;
/** A slow machine must not fail the bench: it reports the time, and says whether it was within the default. */
const DEADLINE_MS = 60 * 60_000;
const MODEL = 'mortgage-approval';
const cli = resolve(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'main.ts');
const run = promisify(execFile);

const started = Date.now();
const clock = { now: () => new Date(started + (Date.now() - started) * SCALE) };
const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds / SCALE));

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const key = loadSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const trustRoot: TrustRoot = {
  kind: 'key',
  keys: [{ id: 'release', publicKeyPem: key.publicKeyPem, revoked: false }],
};
const tupleOf = (n: number): Tuple => ({
  headSha: 'a'.repeat(40),
  modelDigest: sha256(`model ${n}`),
  evidenceDigest: sha256(`evidence ${n}`),
  policyDigest: sha256('policy'),
});
const subjectOf = (n: number): { pullRequest: number; model: string } => ({ pullRequest: n + 1, model: MODEL });
const numbers = Array.from({ length: APPENDS }, (_, n) => n);

type NewStore = () => EvidenceStore;

/** A hundred jobs that know nothing of each other. */
async function byManyJobs(newStore: NewStore): Promise<void> {
  await Promise.all(numbers.map((n) => newStore().announceReady(subjectOf(n), tupleOf(n), trustRoot)));
}

/** One job that has a hundred things to say. */
async function byOneJob(newStore: NewStore): Promise<void> {
  const store = newStore();
  const state = await store.readState({ subjects: numbers.map(subjectOf) }, trustRoot);
  await Promise.all(numbers.map((n) => store.record(state, readyDraft(subjectOf(n), tupleOf(n)), trustRoot)));
}

async function measure(what: string, write: (newStore: NewStore) => Promise<void>): Promise<Row> {
  announce(`measures ${APPENDS} appends by ${what}`);
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-appends-'));
  const rateLimits = { writesPerMinute: WRITES_PER_MINUTE };
  const github = await startLocalGitHub({ root, clock: clock.now, rateLimits });
  try {
    const owner = github.admin.createUser('maintainer');
    github.admin.createOrg('bank', { admins: [owner] });
    const { gitDir } = await github.admin.createRepository({ owner: 'bank', name: 'credit' });
    const token = github.admin.createToken(owner);
    await firstCommit(github.apiUrl, token);
    const newStore: NewStore = () => {
      const { evidence } = createGitHub({ token, apiUrl: github.apiUrl, owner: 'bank', repo: 'credit', clock, sleep });
      const patience = { ...DEFAULT_PATIENCE, deadlineMs: DEADLINE_MS, sleep };
      return new EvidenceStore({ branch: evidence(), clock, signer: ledgerSigner(key), patience });
    };
    // The branch is there already in any repository that has decided once.
    await newStore().recordUse({ kind: 'published', model: MODEL, modelDigest: sha256('first'), facts: {} }, trustRoot);
    github.resetCalls();
    const begun = clock.now().getTime();
    await write(newStore);
    const seconds = (clock.now().getTime() - begun) / 1000;
    const report = await verified(root, gitDir);
    const lost = APPENDS + 1 - report.entries;
    const writes = github.calls().filter(({ method }) => method !== 'GET').length;
    const isWhole = report.outcome === 'verified' && lost === 0;
    const isLate = seconds * 1000 > DEFAULT_PATIENCE.deadlineMs;
    return {
      what: `${APPENDS} ledger appends by ${what}, ${WRITES_PER_MINUTE} writes a minute`,
      measured:
        `${lost} lost, ${report.outcome}, ${seconds.toFixed(0)} s of scaled time, ${github.calls().length} calls ` +
        `(${writes} POST), ${report.history.commits - 1} commits${isLate ? '; later than writers wait' : ''}`,
      budget: '0 lost, verified',
      verdict: isWhole ? 'ok' : 'over',
    };
  } finally {
    await github.close();
    rmSync(root, { recursive: true, force: true });
  }
}

async function firstCommit(apiUrl: string, token: string): Promise<void> {
  const { status } = await fetch(`${apiUrl}/repos/bank/credit/contents/README.md`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ message: 'first', content: 'eA==' }),
  });
  if (status !== 201) throw new Error(`the first commit was answered with ${status}`);
}

interface Report {
  readonly outcome: string;
  readonly entries: number;
  readonly history: { readonly commits: number };
}

/** As an auditor would: with the command line, on the repository itself. Not synchronously: the server is this process. */
async function verified(root: string, gitDir: string): Promise<Report> {
  const keyFile = join(root, 'release.pem');
  writeFileSync(keyFile, key.publicKeyPem);
  const options = ['--repo', gitDir, '--key', keyFile, '--all-signatures', '--json'];
  const { stdout } = await run(process.execPath, [cli, 'ledger', 'verify', ...options]);
  const report: Report = JSON.parse(stdout);
  return report;
}

/** Both ways as rows of the table of benchmarks. */
export async function ledgerAppendRows(): Promise<readonly Row[]> {
  return [await measure('one job', byOneJob), await measure(`${APPENDS} jobs at once`, byManyJobs)];
}

if (import.meta.main) {
  const rows = await ledgerAppendRows();
  console.table(rows);
  process.exitCode = rows.every(({ verdict }) => verdict === 'ok') ? 0 : 1;
}
