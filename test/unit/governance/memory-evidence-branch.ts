import { createHash } from 'node:crypto';
import type { CommitSha, EvidenceBranch, EvidenceChange, TreeView, Wanted } from '@gatehouse/core';

interface Commit {
  readonly message: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * An evidence branch in memory, with the rules of the real one: files are only added, and a moved head is a conflict.
 * Each commit keeps its files, so that a reader of an older head sees what was there.
 */
export class MemoryEvidenceBranch implements EvidenceBranch {
  /** Files of the newest commit; what only somebody who rewrites the branch can do is done to this map. */
  files = new Map<string, Uint8Array>();
  readonly commits: string[] = [];
  readonly messages: string[] = [];
  /** Names of the requests made so far: `readTip`, `readAt`, `append`. */
  readonly requests: string[] = [];
  /** Runs before each append: another writer that gets in between. */
  beforeAppend: () => Promise<void> = () => Promise.resolve();
  readonly #history = new Map<CommitSha, Commit>();

  head(): Promise<string | null> {
    return Promise.resolve(this.commits.at(-1) ?? null);
  }

  read(path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(path) ?? null);
  }

  list(folder: string): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)));
  }

  readTip(wanted: Wanted): Promise<(TreeView & { readonly head: CommitSha; readonly message: string }) | null> {
    this.requests.push('readTip');
    const head = this.commits.at(-1);
    if (head === undefined) return Promise.resolve(null);
    return Promise.resolve({ head, message: this.messages.at(-1) ?? '', ...viewOf(this.files, wanted) });
  }

  readAt(head: CommitSha, wanted: Wanted): Promise<TreeView> {
    this.requests.push('readAt');
    const files = head === this.commits.at(-1) ? this.files : this.#history.get(head)?.files;
    if (files === undefined) throw new Error(`no commit ${head}`);
    return Promise.resolve(viewOf(files, wanted));
  }

  async append(change: EvidenceChange): Promise<{ readonly conflict: boolean; readonly head: string | null }> {
    this.requests.push('append');
    await this.beforeAppend();
    const head = await this.head();
    if (head !== change.expectedHead) return { conflict: true, head };
    const replaced = [...change.files.keys()].find((path) => this.files.has(path));
    if (replaced !== undefined) throw new Error(`${replaced} is there already`);
    const files = new Map([...this.files, ...change.files]);
    return { conflict: false, head: this.commit(change.message, files) };
  }

  /** A commit by anybody. */
  commit(message: string, files: ReadonlyMap<string, Uint8Array>): CommitSha {
    const before = this.commits.at(-1);
    if (before !== undefined) this.#history.set(before, { message: this.messages.at(-1) ?? '', files: this.files });
    const commit = createHash('sha1').update(`${before}${message}${this.commits.length}`).digest('hex');
    this.files = new Map(files);
    this.commits.push(commit);
    this.messages.push(message);
    return commit;
  }

  /** What only somebody who rewrites the branch can do. */
  tamper(path: string, change: (text: string) => string): void {
    this.files.set(path, Buffer.from(change(Buffer.from(this.files.get(path) ?? []).toString())));
  }
}

function viewOf(all: ReadonlyMap<string, Uint8Array>, { files = [], folders = [] }: Wanted): TreeView {
  const directly = (folder: string) =>
    [...all].filter(([path]) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'));
  return {
    files: new Map(files.map((path) => [path, all.get(path) ?? null])),
    folders: new Map(folders.map((folder) => [folder, new Map(directly(folder))])),
  };
}
