import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { splitBatch } from './blob-stream.ts';

export interface ReaderOptions {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Inflating takes git longer than all that is done with the bytes: two processes keep two cores busy. */
const PROCESSES = 2;
/** They take turns. So many blobs fit into a pipe, so that each can work while the other one is read. */
const TURN = 128;

/** Bytes of many blobs, in the order asked for, some at a time. */
export async function* readBlobs(
  options: ReaderOptions,
  oids: readonly string[],
): AsyncGenerator<readonly Uint8Array[], void, void> {
  const turns: string[][] = [];
  for (let from = 0; from < oids.length; from += TURN) turns.push(oids.slice(from, from + TURN));
  const readers = Array.from({ length: Math.min(PROCESSES, turns.length) }, (_, at) =>
    openReader(options, turns.filter((__, turn) => turn % PROCESSES === at).flat()),
  );
  try {
    for (const [turn, { length }] of turns.entries()) {
      const reader = readers[turn % PROCESSES];
      if (reader !== undefined) yield* reader.take(length);
    }
    for (const reader of readers) await reader.end();
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

interface Reader {
  /** The next so many blobs. */
  take(count: number): AsyncGenerator<readonly Uint8Array[], void, void>;
  /** Nothing may follow the last. */
  end(): Promise<void>;
  close(): Promise<void>;
}

function openReader({ folder, env }: ReaderOptions, oids: readonly string[]): Reader {
  const child = spawn('git', ['-C', folder, 'cat-file', '--batch', '--buffer'], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  closed.catch(() => undefined);
  writeAll(child, oids);
  const blobs = splitBatch(child.stdout, oids);
  let ready: readonly Uint8Array[] = [];
  return {
    async *take(count) {
      let missing = count;
      while (missing > 0) {
        if (ready.length === 0) ready = (await blobs.next()).value ?? [];
        yield ready.slice(0, missing);
        const taken = Math.min(missing, ready.length);
        ready = ready.slice(taken);
        missing -= taken;
      }
    },
    async end() {
      await blobs.next();
    },
    async close() {
      child.kill();
      await closed.catch(() => undefined);
    },
  };
}

/** A reader that stops early closes the pipe, which is no error of ours. */
function writeAll(child: ChildProcessByStdio<Writable, Readable, null>, oids: readonly string[]): void {
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${oids.join('\n')}\n`);
}
