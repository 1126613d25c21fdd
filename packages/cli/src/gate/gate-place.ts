import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AggregateEngine, ConfigError } from '@gatehouse/core';
import { terminalLine } from '@gatehouse/report';
import { DATA_LIMITS, type DuckDbOptions, duckDbEngine } from '@gatehouse/tables';
import { refuseCopiedFiles } from './engine/copied-files.ts';
import { enginePlaces } from './engine/engine-places.ts';
import { foldersOf } from './engine/readable-folders.ts';
import { type ReadingProgress, readingProgress } from './engine/reading-progress.ts';
import type { Flags } from './flags/read-flags.ts';
import type { GatePlace } from './gate-kind.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs `judge` with an engine of this machine; copies of the data are removed afterwards, also after Ctrl-C. */
export async function withGatePlace<T>(flags: Flags, judge: (place: GatePlace) => Promise<T>): Promise<T> {
  const temp = makeTemp();
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
      every: (milliseconds, call) => {
        const timer = setInterval(call, milliseconds).unref();
        return () => clearInterval(timer);
      },
    },
    terminalLine,
  );
  try {
    const use: EngineUse = { flags, temp, progress };
    return await judge({
      engineFor: (paths) =>
        engineOf(use, { root: process.cwd(), tempFolder: temp, alsoReadable: foldersOf(paths, process.cwd()) }),
      open: (folder) => engineOf(use, folder),
      temp,
      read: readSmall,
    });
  } finally {
    progress.done();
    for (const stop of stops) stop();
    remove();
  }
}

function makeTemp(): string {
  const parent = tmpdir();
  try {
    return mkdtempSync(join(parent, 'gatehouse-'));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const fault = { where: `The temporary folder ${parent}`, found, allowed: 'a folder that can be written to' };
    throw new ConfigError([{ ...fault, remedy: 'Name another one in TMPDIR' }], { cause });
  }
}

interface EngineUse {
  readonly flags: Flags;
  readonly temp: string;
  readonly progress: ReadingProgress;
}

function engineOf({ flags, progress }: EngineUse, folder: Omit<DuckDbOptions, 'addon' | 'onRead'>): AggregateEngine {
  const { env } = process;
  const say = (line: string): void => void process.stderr.write(`gatehouse: ${terminalLine(line)}\n`);
  const engine = duckDbEngine({
    ...folder,
    addon: enginePlaces({
      path: flags.text('engine-path') ?? env['GATEHOUSE_ENGINE_PATH'],
      mirror: flags.text('engine-mirror') ?? env['GATEHOUSE_ENGINE_MIRROR'],
      env,
      say,
      // The client of the actions knows the proxy; it is loaded only to fetch.
      fetch: async (url) =>
        await (await import('@gatehouse/action-kit')).download(url, { progress: say, maxBytes: MOST_ENGINE_BYTES }),
    }),
    onRead: progress.at,
  });
  return {
    ...engine,
    withTables: (sources, use) =>
      engine.withTables(sources, async (tables) => {
        progress.counting();
        await refuseCopiedFiles(tables, sources);
        return await use(tables);
      }),
  };
}

const MOST_ENGINE_BYTES = 200_000_000;
const MOST_BYTES = DATA_LIMITS.maxBytes;

/** @throws ConfigError for a file that is not there, cannot be read or is too long to be held. */
export async function readSmall(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path);
    if (bytes.length <= MOST_BYTES) return bytes;
    throw new Error(`${bytes.length} bytes, more than ${MOST_BYTES}`);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const fault = { where: path, found, allowed: 'a file that can be read', remedy: 'Correct the path' };
    throw new ConfigError([fault], { cause });
  }
}
