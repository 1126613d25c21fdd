/** Makes a repository with a long ledger, quickly: for the bench alone. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSigningKey, type SigningKey } from '@gatehouse/attest';
import { canonicalJson, type Digest, sha256 } from '@gatehouse/core';
import {
  commitMessage,
  copyPath,
  type LedgerEntry,
  type LedgerFact,
  ledgerPath,
  ledgerSigner,
} from '@gatehouse/governance';

export interface LedgerRepository {
  readonly folder: string;
  /** Public keys that signed, as files. */
  readonly keyFiles: readonly string[];
  /** Some entries that somebody remembers. */
  readonly anchors: readonly string[];
}

const PULL_LENGTH = 4;
const KINDS = ['decision', 'ready', 'approved', 'authorised'] as const;
/** Far more than writers batch: git itself needs minutes for a hundred thousand commits on folders of this size. */
const PER_COMMIT = 1000;
const START = Date.UTC(2026, 0, 1);

/** A ledger whose key changes four times, and of which every fifth entry is unsigned. */
export async function makeLedgerRepository(folder: string, length: number): Promise<LedgerRepository> {
  const keys = Array.from({ length: 5 }, newKey);
  const git = spawn('git', ['-C', folder, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(git, 'close');
  const anchors: string[] = [];
  let previous: Digest | null = null;
  for (let first = 0; first < length; first += PER_COMMIT) {
    const lines: WrittenEntry[] = [];
    for (let n = first; n < Math.min(length, first + PER_COMMIT); n += 1) {
      const line = entryAt(n, previous, keys[Math.floor((n * keys.length) / length)]);
      previous = line.digest;
      lines.push(line);
      if (n % 10_000 === 4_999) anchors.push(`${line.entry.seq}:${line.digest}`);
    }
    if (!git.stdin.write(commitOf(lines))) await once(git.stdin, 'drain');
  }
  git.stdin.end();
  await ended;
  const keyFiles = keys.map((key, index) => {
    const path = join(folder, `key-${index}.pem`);
    writeFileSync(path, key.publicKeyPem);
    return path;
  });
  return { folder, keyFiles, anchors };
}

interface WrittenEntry {
  readonly entry: LedgerEntry;
  readonly bytes: Uint8Array;
  readonly digest: Digest;
}

/** Not through our writer, which reads each entry back: a hundred thousand would take a minute. */
function entryAt(n: number, previous: Digest | null, key: SigningKey | undefined): WrittenEntry {
  const isUse = n % (PULL_LENGTH + 1) === PULL_LENGTH;
  const entry: LedgerEntry = {
    schemaVersion: 1,
    seq: n + 1,
    previous,
    previousOfPull: isUse || n % (PULL_LENGTH + 1) === 0 ? null : n,
    at: new Date(START + n * 1000).toISOString(),
    ...factAt(n),
  };
  const first = canonicalJson(entry);
  const signature = isUse || key === undefined ? '' : `${JSON.stringify(ledgerSigner(key).sign(Buffer.from(first)))}\n`;
  const bytes = Buffer.from(`${first}\n${signature}`);
  return { entry, bytes, digest: sha256(bytes) };
}

function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return loadSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** Four entries of one pull request, then one that a model was published. */
function factAt(n: number): LedgerFact {
  const turn = n % (PULL_LENGTH + 1);
  const subject = { model: 'mortgage-approval', modelDigest: sha256(`model ${Math.floor(n / 5)}`) };
  if (turn === PULL_LENGTH) {
    const facts = { tag: `mortgage-approval@v1.0.${n}`, release: n + 1, commit: 'c'.repeat(40) };
    return { kind: 'published', reasonCode: null, subject, pull: null, people: [], facts };
  }
  const kind = KINDS[turn] ?? 'ready';
  return {
    kind,
    reasonCode: kind === 'approved' ? 'approved' : null,
    subject,
    pull: { number: Math.floor(n / 5) + 1, headSha: 'a'.repeat(40) },
    people: [{ id: 7, login: 'validator', role: 'model-validator' }],
    facts: { tuple: sha256(`tuple ${Math.floor(n / 5)}`), evidenceDigest: sha256(`evidence ${n}`), outcome: 'pass' },
  };
}

function commitOf(lines: readonly WrittenEntry[]): Uint8Array {
  const message = commitMessage(lines.map(({ entry }) => entry));
  const head = `commit refs/heads/gatehouse-evidence\ncommitter g <g@example.org> 1767225600 +0000\ndata ${message.length}\n${message}\n`;
  const files = lines.flatMap(({ entry, bytes }) => pathsOf(entry).map((path) => fileOf(path, bytes)));
  return Buffer.concat([Buffer.from(head), ...files]);
}

function pathsOf({ pull, subject, seq }: LedgerEntry): readonly string[] {
  if (pull === null) return [ledgerPath(seq)];
  return [ledgerPath(seq), copyPath({ pullRequest: pull.number, model: subject.model }, seq)];
}

function fileOf(path: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}
