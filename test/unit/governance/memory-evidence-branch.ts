import { createHash } from 'node:crypto';
import type { EvidenceBranch, EvidenceChange } from '@gatehouse/core';

/** An evidence branch in memory, with the rules of the real one: files are only added, and a moved head is a conflict. */
export class MemoryEvidenceBranch implements EvidenceBranch {
  readonly files = new Map<string, Uint8Array>();
  readonly commits: string[] = [];
  readonly messages: string[] = [];
  /** Runs before each append: another writer that gets in between. */
  beforeAppend: () => Promise<void> = () => Promise.resolve();

  head(): Promise<string | null> {
    return Promise.resolve(this.commits.at(-1) ?? null);
  }

  read(path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(path) ?? null);
  }

  list(folder: string): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)));
  }

  async append(change: EvidenceChange): Promise<{ readonly conflict: boolean; readonly head: string | null }> {
    await this.beforeAppend();
    const head = await this.head();
    const exists = [...change.files.keys()].some((path) => this.files.has(path));
    if (exists || head !== change.expectedHead) return { conflict: true, head };
    for (const [path, bytes] of change.files) this.files.set(path, bytes);
    const commit = createHash('sha1').update(`${head}${change.message}${this.commits.length}`).digest('hex');
    this.commits.push(commit);
    this.messages.push(change.message);
    return { conflict: false, head: commit };
  }

  /** What only somebody who rewrites the branch can do. */
  tamper(path: string, change: (text: string) => string): void {
    this.files.set(path, Buffer.from(change(Buffer.from(this.files.get(path) ?? []).toString())));
  }
}
