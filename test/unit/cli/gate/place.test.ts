import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { besides, cacheFolder, enginePlaces } from '../../../../packages/cli/src/gate/engine/engine-places.ts';
import { foldersOf } from '../../../../packages/cli/src/gate/engine/readable-folders.ts';
import { readingProgress } from '../../../../packages/cli/src/gate/engine/reading-progress.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the folders that a person opens by naming files', () => {
  it.each([
    ['a file here', 'a.csv', '/work'],
    ['a file below', 'x/a.csv', '/work/x'],
    ['a file elsewhere', '../data/a.csv', '/data'],
    ['an absolute path', '/tmp/a.parquet', '/tmp'],
    ['a glob', 'x/y*/a?.csv', '/work/x'],
    ['a glob at the root', '/*.csv', '/'],
    ['a name with brackets', 'x/a[1].csv', '/work/x'],
  ])('are its folder, of %s', (_, path, expected) => {
    expect(foldersOf([path], '/work')).toEqual([resolve(expected)]);
  });
});

describe('the engine of this machine', () => {
  const platform = { name: '@duckdb/node-bindings-linux-x64', version: '1.5.5-r.5' };

  function install(version: string): void {
    const modules = join(folder, 'node_modules', platform.name);
    mkdirSync(modules, { recursive: true });
    writeFileSync(join(modules, 'package.json'), JSON.stringify({ version }));
  }

  it('is taken from beside Gatehouse in the pinned version', () => {
    install(platform.version);
    mkdirSync(join(folder, 'a/b'), { recursive: true });

    expect(besides(join(folder, 'a/b'), platform)).toBe(folder);
  });

  it.each([
    ['another version', () => install('1.0.0')],
    ['no package', () => undefined],
  ])('is not taken from a folder with %s', (_, prepare) => {
    prepare();

    expect(besides(folder, platform)).toBeNull();
  });

  it('is only at the place that the person names', () => {
    const places = enginePlaces({
      path: '/opt/engine',
      mirror: undefined,
      env: {},
      say: () => undefined,
      fetch: noFetch,
    });

    expect(places).toEqual({ explicit: '/opt/engine' });
  });

  it('is found in the cache folder of the user, and before it beside Gatehouse', async () => {
    const env = { XDG_CACHE_HOME: folder };
    const { toolCache, actionsCache, download } = enginePlaces({
      path: undefined,
      mirror: 'https://mirror.example',
      env,
      say: () => undefined,
      fetch: noFetch,
    });

    expect(await actionsCache?.restore('any')).toBeNull();
    mkdirSync(String(download?.into), { recursive: true });
    expect(await actionsCache?.restore('any')).toBe(download?.into);
    expect(download).toMatchObject({ mirror: 'https://mirror.example' });
    expect(await toolCache?.restore('any')).toBe(resolve(import.meta.dirname, '../../../..'));
  });

  it('is fetched with a word about what comes from where', async () => {
    const said: string[] = [];
    const { download } = enginePlaces({
      path: undefined,
      mirror: undefined,
      env: { XDG_CACHE_HOME: folder },
      say: (line) => said.push(line),
      fetch: async () => new Uint8Array([1]),
    });

    expect(await download?.downloads.fetch('https://registry.example/x.tgz')).toEqual(new Uint8Array([1]));
    expect(said).toEqual([`fetching the data engine, https://registry.example/x.tgz into ${download?.into}`]);
  });

  it.each([
    ['linux', { HOME: '/h' }, '/h/.cache/gatehouse'],
    ['darwin', { HOME: '/h' }, '/h/Library/Caches/gatehouse'],
    ['win32', { HOME: '/h', LOCALAPPDATA: '/l' }, '/l/gatehouse'],
    ['win32', { HOME: '/h' }, '/h/AppData/Local/gatehouse'],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: '/x' }, '/x/gatehouse'],
  ])('has the cache folder of %s with %j', (system, env, expected) => {
    expect(cacheFolder(env, system)).toBe(expected);
  });
});

describe('how far reading is', () => {
  function screen(isTTY: boolean): {
    readonly text: string[];
    clock: number;
    tick: () => void;
    readonly progress: ReturnType<typeof readingProgress>;
  } {
    const text: string[] = [];
    const state = { text, clock: 0, tick: (): void => undefined };
    const every = (_: number, call: () => void): (() => void) => {
      state.tick = call;
      return () => {
        state.tick = () => undefined;
      };
    };
    const progress = readingProgress(
      { isTTY, columns: 60, write: (part) => text.push(part), now: () => state.clock, every },
      (path) => path,
    );
    return Object.assign(state, { progress });
  }

  it('is told on one line with its share, and taken away', () => {
    const at = screen(true);
    at.clock = 1000;

    at.progress.at({ path: 'a.csv', bytes: 30_000_000, of: 120_000_000 });
    at.progress.counting();
    at.progress.done();

    expect(at.text).toEqual(['\r\u001b[Kreading a.csv: 30 of 120 MB (25 %)', '\r\u001b[Kread; counting', '\r\u001b[K']);
  });

  it('is not told of what is done at once', () => {
    const at = screen(true);
    at.clock = 100;

    at.progress.at({ path: 'a.csv', bytes: 1, of: 2 });
    at.progress.counting();
    at.progress.done();

    expect(at.text).toEqual([]);
  });

  it('is told of counting that takes two seconds, and no longer than it does', () => {
    const at = screen(true);
    at.progress.counting();
    for (at.clock = 1000; at.clock <= 4000; at.clock += 1000) at.tick();
    at.progress.done();
    at.clock = 9000;
    at.tick();

    expect(at.text).toEqual([
      ...[2, 3, 4].map((seconds) => `\r\u001b[Kread; counting and comparing for ${seconds} s`),
      '\r\u001b[K',
    ]);
  });

  it('is told ten times a second at most', () => {
    const at = screen(true);
    for (at.clock = 1000; at.clock < 2000; at.clock += 10) at.progress.at({ path: 'a', bytes: at.clock, of: 2000 });

    expect(at.text).toHaveLength(10);
  });

  it('is no longer than the line', () => {
    const at = screen(true);
    at.clock = 1000;

    at.progress.at({ path: 'x'.repeat(200), bytes: 1, of: 2 });

    expect(at.text[0]?.length).toBe('\r\u001b[K'.length + 59);
  });

  it('is not told to a log', () => {
    const at = screen(false);
    at.clock = 1000;

    at.progress.at({ path: 'a.csv', bytes: 1, of: 2 });
    at.progress.done();

    expect(at.text).toEqual([]);
  });
});

async function noFetch(): Promise<Uint8Array> {
  throw new Error('Nothing is fetched here.');
}
