/** Makes a repository with a long ledger, quickly: for the bench alone. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSigningKey, type SigningKey } from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import {
  commitMessage,
  type LedgerFact,
  type LedgerLine,
  type LedgerSigner,
  ledgerPath,
  ledgerSigner,
  nextEntry,
  pullCopyPath,
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

/** A ledger whose key changes four times and of which every fifth entry is unsigned, one commit for every ten entries. */
export async function makeLedgerRepository(folder: string, length: number): Promise<LedgerRepository> {
  const keys = Array.from({ length: 5 }, newKey);
  const git = spawn('git', ['-C', folder, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(git, 'close');
  const anchors: string[] = [];
  let last: LedgerLine | null = null;
  let parts: (string | Uint8Array)[] = [];
  let pending: LedgerLine[] = [];
  for (let n = 0; n < length; n += 1) {
    const key: SigningKey | undefined = keys[Math.floor((n * keys.length) / length)];
    const signer: LedgerSigner | null = n % 5 === 4 || key === undefined ? null : ledgerSigner(key);
    const line: LedgerLine = nextEntry(last, factAt(n), {
      at: new Date(Date.UTC(2026, 0, 1) + n * 1000),
      previousOfPull: n % 5 === 4 || n % 5 === 0 ? null : n,
      signer,
    });
    last = line;
    pending.push(line);
    if (n % 10_000 === 4_999) anchors.push(`${line.entry.seq}:${line.digest}`);
    if (pending.length < 10 && n < length - 1) continue;
    parts.push(...commitOf(pending));
    pending = [];
    if (parts.length > 1000) {
      const wait = !git.stdin.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
      parts = [];
      if (wait) await once(git.stdin, 'drain');
    }
  }
  git.stdin.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
  await ended;
  const keyFiles = keys.map((key, index) => {
    const path = join(folder, `key-${index}.pem`);
    writeFileSync(path, key.publicKeyPem);
    return path;
  });
  return { folder, keyFiles, anchors };
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

function commitOf(lines: readonly LedgerLine[]): readonly (string | Uint8Array)[] {
  const message = commitMessage(lines.map(({ entry }) => entry));
  const ref = 'refs/heads/gatehouse-evidence';
  const head = `commit ${ref}\ncommitter g <g@example.org> 1767225600 +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`;
  return [head, ...lines.flatMap(filesOf)];
}

function filesOf({ entry, bytes }: LedgerLine): readonly (string | Uint8Array)[] {
  const { pull, subject, seq } = entry;
  const copy = pull === null ? [] : [pullCopyPath({ pullRequest: pull.number, model: subject.model }, seq)];
  return [ledgerPath(seq), ...copy].flatMap((path) => [`M 100644 inline ${path}\ndata ${bytes.length}\n`, bytes, '\n']);
}
