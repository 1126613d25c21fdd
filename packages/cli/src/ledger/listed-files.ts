import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { splitListing } from './listing-stream.ts';
import type { TreeBlob } from './tree-blob.ts';

/** How git is called. */
export interface GitOptions {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Two processes share the entries by their hundreds, to keep two cores busy. A hundred entries fit into a pipe, so that
 * each can work while the other one is read.
 */
const SHARES = ['[02468]', '[13579]'] as const;
const shareOf = ({ path }: TreeBlob): number => path.charCodeAt(path.length - '300.json'.length) % SHARES.length;

/** Prints each line of each file after a heading with its path, whatever the user's own settings of git are. */
const LIST = [
  ...['grep', '--fixed-strings', '--text', '--heading', '--full-name', '--threads=1'],
  ...['--no-color', '--no-line-number', '--no-column', '--no-textconv', '--no-recurse-submodules', '-e', ''],
];

/**
 * Bytes of the entries of a ledger, in the order of the tree, some at a time; not all of them: it ends before the first
 * file that is not one line or two as our writers make them.
 *
 * `git cat-file` looks each object up three times and writes it by itself. To search for every line gives the same bytes
 * for half the time. A heading or a line end that is missing in a file cannot mislead: bytes count only when their own
 * blob id is the one that the tree names.
 */
export async function* readListed(
  git: GitOptions,
  commit: string,
  blobs: readonly TreeBlob[],
): AsyncGenerator<readonly Uint8Array[], void, void> {
  const readers = SHARES.map((digits, share) =>
    openReader(git, commit, { digits, blobs: blobs.filter((blob) => shareOf(blob) === share) }),
  );
  try {
    let missing = 0;
    for (const [at, blob] of blobs.entries()) {
      const share = shareOf(blob);
      missing += 1;
      const next = blobs[at + 1];
      if (next !== undefined && shareOf(next) === share) continue;
      while (missing > 0) {
        const some = (await readers[share]?.take(missing)) ?? [];
        if (some.length === 0) return;
        yield some;
        missing -= some.length;
      }
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

interface Reader {
  /** Up to so many of the next files; none when there are no more. */
  take(most: number): Promise<readonly Uint8Array[]>;
  close(): Promise<void>;
}

function openReader(
  { folder, env }: GitOptions,
  commit: string,
  { digits, blobs }: { readonly digits: string; readonly blobs: readonly TreeBlob[] },
): Reader {
  const files = `:(top,glob)ledger/*/*${digits}??.json`;
  const child = spawn('git', ['-C', folder, ...LIST, commit, '--', files], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  closed.catch(() => undefined);
  // Node throws away what a child that has ended wrote to a stream that nobody listens to yet: the other share is read first.
  child.stdout.on('readable', () => undefined);
  const arriving = splitListing(child.stdout, commit, blobs);
  let ready: readonly Uint8Array[] = [];
  return {
    async take(most) {
      if (ready.length === 0) ready = (await arriving.next()).value ?? [];
      const taken = ready.slice(0, most);
      ready = ready.slice(most);
      return taken;
    },
    async close() {
      child.stdout.destroy();
      child.kill();
      await closed.catch(() => undefined);
    },
  };
}
