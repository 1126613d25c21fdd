import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AggregateEngine, ConfigError } from '@gatehouse/core';
import { terminalLine } from '@gatehouse/report';
import { duckDbEngine } from '@gatehouse/tables';
import { fetchBytes } from './engine/download.ts';
import { enginePlaces } from './engine/engine-places.ts';
import { foldersOf } from './engine/readable-folders.ts';
import { type ReadingProgress, readingProgress } from './engine/reading-progress.ts';
import type { Flags } from './flags/read-flags.ts';
import type { GatePlace } from './gate-kind.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs `use` with an engine of this machine; copies of the data are removed afterwards, also after Ctrl-C. */
export async function withGatePlace<T>(flags: Flags, use: (place: GatePlace) => Promise<T>): Promise<T> {
  const temp = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  const remove = (): void => rmSync(temp, { recursive: true, force: true, maxRetries: 3 });
  const stops = Object.entries(SIGNALS).map(([signal, code]) => {
    const stop = (): void => {
      remove();
      process.exit(code);
    };
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  const progress = readingProgress(
    {
      isTTY: process.stderr.isTTY === true,
      columns: process.stderr.columns ?? 80,
      write: (text) => process.stderr.write(text),
      now: () => performance.now(),
    },
    terminalLine,
  );
  try {
    return await use({ engineFor: (paths) => engineOf(flags, { paths, temp, progress }), read: readSmall });
  } finally {
    progress.done();
    for (const stop of stops) stop();
    remove();
  }
}

interface EngineUse {
  readonly paths: readonly string[];
  readonly temp: string;
  readonly progress: ReadingProgress;
}

function engineOf(flags: Flags, { paths, temp, progress }: EngineUse): AggregateEngine {
  const { env } = process;
  const engine = duckDbEngine({
    addon: enginePlaces({
      path: flags.text('engine-path') ?? env['GATEHOUSE_ENGINE_PATH'],
      mirror: flags.text('engine-mirror') ?? env['GATEHOUSE_ENGINE_MIRROR'],
      env,
      say: (line) => process.stderr.write(`gatehouse: ${terminalLine(line)}\n`),
      fetch: fetchBytes,
    }),
    root: process.cwd(),
    alsoReadable: foldersOf(paths, process.cwd()),
    tempFolder: temp,
    onRead: progress.at,
  });
  return {
    ...engine,
    withTables: (sources, use) =>
      engine.withTables(sources, (tables) => {
        progress.counting();
        return use(tables);
      }),
  };
}

const MOST_BYTES = 16 * 1024 * 1024;

async function readSmall(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path);
    if (bytes.length <= MOST_BYTES) return bytes;
    throw new Error(`${bytes.length} bytes, which is no file of this kind`);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const fault = { where: path, found, allowed: 'a file that can be read', remedy: 'Correct the path' };
    throw new ConfigError([fault], { cause });
  }
}
