/** Clones with an evidence branch, made by git itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitMessage, type LedgerLine } from '@gatehouse/governance';
import { key } from '../governance/example-evaluation.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { filesOf } from '../governance/ledger-chain.ts';

export const EVIDENCE = 'refs/heads/gatehouse-evidence';

/** One commit of the branch: what it adds or changes, and what it deletes (`null`). */
export interface CloneCommit {
  readonly message: string;
  readonly files: ReadonlyMap<string, Uint8Array | null>;
}

/** An empty clone whose default branch has the example's policy with the key of the test. */
export function makeClone(policy = EXAMPLE_POLICY, publicKeyPem = key.publicKeyPem): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-ledger-'));
  execFileSync('git', ['init', '--quiet', '-b', 'main', folder]);
  commitTo(folder, 'refs/heads/main', [
    {
      message: 'policy',
      files: new Map([
        ['gatehouse.yml', Buffer.from(policy)],
        ['governance/keys/governance.pem', Buffer.from(publicKeyPem)],
      ]),
    },
  ]);
  return folder;
}

/** Adds commits to a ref; the first starts it anew when `from` is null. */
export function commitTo(
  folder: string,
  ref: string,
  commits: readonly CloneCommit[],
  from: string | null = null,
): void {
  const parts: (string | Uint8Array)[] = [`reset ${ref}\n`, ...(from === null ? [] : [`from ${from}\n`]), '\n'];
  for (const { message, files } of commits) {
    parts.push(`commit ${ref}\ncommitter g <g@example.org> 1767225600 +0000\n`);
    parts.push(`data ${Buffer.byteLength(message)}\n${message}\n`);
    for (const [path, bytes] of files) {
      if (bytes === null) parts.push(`D ${path}\n`);
      else parts.push(`M 100644 inline ${path}\ndata ${bytes.length}\n`, bytes, '\n');
    }
  }
  const input = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet', '--force'], { input });
}

/** A commit for each entry, as writers make them. */
export function commitsOf(lines: readonly LedgerLine[]): readonly CloneCommit[] {
  return lines.map((line) => ({ message: commitMessage([line.entry]), files: filesOf([line]) }));
}

/** A clone whose evidence branch holds these entries. */
export function cloneWith(lines: readonly LedgerLine[]): string {
  const folder = makeClone();
  commitTo(folder, EVIDENCE, commitsOf(lines));
  return folder;
}

/** What git prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args])
    .toString()
    .trim();
}

/** A file beside the clones. */
export function fileIn(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
