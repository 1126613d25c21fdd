import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { splitBatch } from './blob-stream.ts';
import { type GitOptions, readListed } from './listed-files.ts';
import type { TreeBlob } from './tree-blob.ts';

/** Bytes of many files of a commit, in the order of its tree, some at a time. */
export async function* readFiles(
  git: GitOptions,
  commit: string,
  blobs: readonly TreeBlob[],
): AsyncGenerator<readonly Uint8Array[], void, void> {
  let count = 0;
  for await (const some of readListed(git, commit, blobs)) {
    count += some.length;
    yield some;
  }
  yield* readBlobs(
    git,
    blobs.slice(count).map(({ oid }) => oid),
  );
}

/** Bytes of many blobs, in the order asked for, some at a time. */
export async function* readBlobs(
  { folder, env }: GitOptions,
  oids: readonly string[],
): AsyncGenerator<readonly Uint8Array[], void, void> {
  if (oids.length === 0) return;
  const child = spawn('git', ['-C', folder, 'cat-file', '--batch', '--buffer'], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  closed.catch(() => undefined);
  try {
    // A reader that stops early closes the pipe, which is no error of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${oids.join('\n')}\n`);
    yield* splitBatch(child.stdout, oids);
  } finally {
    child.kill();
    await closed.catch(() => undefined);
  }
}
