import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type AddonStore, addonKey, addonPins, provisionAddon } from '@gatehouse/tables';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PLATFORM_PACKAGES, SHARED_PACKAGES } from '../../../../packages/tables/src/duckdb/addon/addon-pins.ts';
import { addonPlatform } from '../../../../packages/tables/src/duckdb/addon/addon-platform.ts';
import { loadDuckDb } from '../../../../packages/tables/src/duckdb/addon/load-addon.ts';
import { readNpmTarball } from '../../../../packages/tables/src/duckdb/addon/tarball.ts';
import { refusalOf, WORKSPACE } from '../engine/fixture-tables.ts';

const pins = addonPins();
const packages = [...pins.shared, pins.platform];

/** A folder that is removed when the test ends. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'gatehouse-addon-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A copy of the addon as a cache would hold it. */
function copyOfAddon(): string {
  const copy = folder();
  for (const { name } of packages) {
    cpSync(join(WORKSPACE, 'node_modules', name), join(copy, 'node_modules', name), { recursive: true });
  }
  return copy;
}

/** A store that remembers what was saved. */
function storeOf(held: string | null): AddonStore & { readonly saved: string[] } {
  const saved: string[] = [];
  return {
    saved,
    restore: async () => held,
    save: async (key) => {
      saved.push(key);
    },
  };
}

describe('the pins', () => {
  const lock: { packages: Record<string, { version?: string; integrity?: string }> } = JSON.parse(
    readFileSync(join(WORKSPACE, 'package-lock.json'), 'utf8'),
  );

  it.each([...SHARED_PACKAGES, ...Object.values(PLATFORM_PACKAGES)].map((pin) => [pin.name, pin] as const))(
    'of %s are of the version in the lockfile',
    (name, pin) => {
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version: pin.version, integrity: pin.integrity });
    },
  );

  it('name the addon and the library of every platform', () => {
    for (const { native } of Object.values(PLATFORM_PACKAGES)) {
      expect(Object.keys(native)).toContain('duckdb.node');
      expect(Object.keys(native)).toHaveLength(2);
    }
  });

  it.each([
    [{ platform: 'linux', arch: 'x64', musl: false }, 'linux-x64'],
    [{ platform: 'linux', arch: 'arm64', musl: true }, 'linux-arm64-musl'],
    [{ platform: 'win32', arch: 'x64', musl: false }, 'win32-x64'],
    [{ platform: 'darwin', arch: 'arm64', musl: false }, 'darwin-arm64'],
  ])('are found for %o', (machine, name) => {
    expect(addonPlatform(machine)).toBe(name);
  });

  it('are missing where DuckDB has no addon', async () => {
    const run = Promise.resolve().then(() => addonPlatform({ platform: 'freebsd', arch: 'x64', musl: false }));

    expect(await refusalOf(run)).toMatchObject({
      code: 'engine-unavailable',
      message: expect.stringMatching(/freebsd-x64/),
    });
  });
});

describe('the addon is taken', () => {
  it('from an explicit path, and nothing else is asked', async () => {
    const other = storeOf('/nowhere');

    expect(await provisionAddon({ explicit: WORKSPACE, toolCache: other, actionsCache: other })).toBe(
      join(WORKSPACE, 'node_modules'),
    );
  });

  it('from the tool cache before the Actions cache', async () => {
    const copy = copyOfAddon();
    const actionsCache = storeOf('/nowhere');

    expect(await provisionAddon({ toolCache: storeOf(copy), actionsCache })).toBe(join(copy, 'node_modules'));
  });

  it('from the Actions cache, and then kept in the tool cache', async () => {
    const copy = copyOfAddon();
    const toolCache = storeOf(null);

    expect(await provisionAddon({ toolCache, actionsCache: storeOf(copy) })).toBe(join(copy, 'node_modules'));
    expect(toolCache.saved).toEqual([addonKey(pins)]);
  });

  it('from nowhere: the message says how to provide it', async () => {
    const refusal = await refusalOf(provisionAddon({ toolCache: storeOf(null), actionsCache: storeOf(folder()) }));

    expect(refusal.code).toBe('engine-unavailable');
    expect(refusal.message).toMatch(/npm install --prefix DIR @duckdb\/node-api@1\.5\.5/);
  });

  it('from an explicit path only when it is there', async () => {
    expect((await refusalOf(provisionAddon({ explicit: folder() }))).code).toBe('engine-unavailable');
  });

  it('and loaded', async () => {
    expect(typeof (await loadDuckDb({ explicit: WORKSPACE })).DuckDBInstance.create).toBe('function');
  });
});

describe('a copy is refused', () => {
  const at = (copy: string, ...path: string[]): string => join(copy, 'node_modules', ...path);
  const platform = pins.platform.name;
  const library = Object.keys(pins.platform.native).find((name) => name !== 'duckdb.node') ?? '';

  it.each([
    [
      'another byte in the addon',
      (copy: string) => appendFileSync(at(copy, platform, 'duckdb.node'), 'x'),
      /duckdb\.node/,
    ],
    [
      'another byte in the library',
      (copy: string) => appendFileSync(at(copy, platform, library), 'x'),
      /libduckdb|duckdb\.dll/,
    ],
    ['no library', (copy: string) => rmSync(at(copy, platform, library)), /no such file/],
    ['another library beside it', (copy: string) => writeFileSync(at(copy, platform, 'libc.so.6'), 'x'), /other files/],
    [
      'another byte in the JavaScript',
      (copy: string) => appendFileSync(at(copy, '@duckdb/node-api/lib/index.js'), '//'),
      /node-api/,
    ],
    [
      'another byte in what chooses the library',
      (copy: string) => appendFileSync(at(copy, '@duckdb/node-bindings/duckdb.js'), '//'),
      /node-bindings/,
    ],
    [
      'another package.json',
      (copy: string) => writeFileSync(at(copy, '@duckdb/node-api/package.json'), '{"main":"x.js"}'),
      /node-api/,
    ],
    [
      'a package planted where Node looks first',
      (copy: string) => {
        const planted = at(copy, '@duckdb/node-api/node_modules/@duckdb/node-bindings');
        mkdirSync(planted, { recursive: true });
        writeFileSync(join(planted, 'package.json'), '{}');
      },
      /other files|no package/,
    ],
    [
      'a package planted between',
      (copy: string) => {
        const planted = at(copy, '@duckdb/node_modules/@duckdb/node-bindings');
        cpSync(at(copy, '@duckdb/node-bindings'), planted, { recursive: true });
        appendFileSync(join(planted, 'duckdb.js'), '//');
      },
      /unknown entry/,
    ],
    [
      'a file that Node takes before the folder',
      (copy: string) => writeFileSync(at(copy, '@duckdb/node-bindings.js'), ''),
      /unknown entry/,
    ],
    [
      'a file before the folder of detect-libc',
      (copy: string) => writeFileSync(at(copy, 'detect-libc.js'), ''),
      /a file/,
    ],
    [
      'a package that is a link',
      (copy: string) => {
        rmSync(at(copy, 'detect-libc'), { recursive: true });
        symlinkSync(join(WORKSPACE, 'node_modules', 'detect-libc'), at(copy, 'detect-libc'));
      },
      /a link or file/,
    ],
    ['a link', (copy: string) => symlinkSync('/etc/passwd', at(copy, '@duckdb/node-api/lib/x')), /a link or device/],
    [
      'no bindings',
      (copy: string) => rmSync(at(copy, '@duckdb/node-bindings'), { recursive: true }),
      /no package @duckdb\/node-bindings/,
    ],
  ])('with %s, and no other place is tried', async (_, change, message) => {
    const copy = copyOfAddon();
    await provisionAddon({ toolCache: storeOf(copy) });
    change(copy);

    const refusal = await refusalOf(provisionAddon({ toolCache: storeOf(copy), actionsCache: storeOf(WORKSPACE) }));

    expect(refusal.code).toBe('engine-untrusted');
    expect(refusal.message).toMatch(message);
  });
});

describe('a download', () => {
  const tarballs = new Map<string, Uint8Array>();
  // npm packs the installed packages as they were published, but for the times in the headers: pins of our own then.
  beforeAll(() => {
    for (const { name, version } of packages) {
      const made = mkdtempSync(join(tmpdir(), 'gatehouse-pack-'));
      const source = join(made, 'package');
      cpSync(join(WORKSPACE, 'node_modules', name), source, { recursive: true });
      const tar = join(made, 'p.tgz');
      execFileSync('tar', ['--format=ustar', '-czf', tar, '-C', made, 'package']);
      tarballs.set(`${name}/-/${name.split('/').at(-1)}-${version}.tgz`, readFileSync(tar));
      rmSync(made, { recursive: true, force: true });
    }
  });

  async function ownPins(): Promise<typeof pins> {
    const { hash } = await import('node:crypto');
    const own = <P extends { name: string; version: string }>(pin: P): P => {
      const bytes = tarballs.get(`${pin.name}/-/${pin.name.split('/').at(-1)}-${pin.version}.tgz`) ?? new Uint8Array();
      return { ...pin, integrity: `sha512-${hash('sha512', bytes, 'base64')}` };
    };
    return { shared: pins.shared.map(own), platform: own(pins.platform) };
  }

  const downloads = (asked: string[] = []) => ({
    fetch: async (url: string) => {
      asked.push(url);
      const bytes = tarballs.get(url.replace(/^https:\/\/[^/]+\//, ''));
      if (bytes === undefined) throw new Error('404');
      return bytes;
    },
  });

  it('comes from the mirror that is named, is verified and kept in both caches', async () => {
    const asked: string[] = [];
    const [toolCache, actionsCache, into] = [storeOf(null), storeOf(null), join(folder(), 'addon')];
    const download = { downloads: downloads(asked), mirror: 'https://mirror.example/', into };

    expect(await provisionAddon({ toolCache, actionsCache, download }, await ownPins())).toBe(
      join(into, 'node_modules'),
    );
    expect(asked.every((url) => url.startsWith('https://mirror.example/'))).toBe(true);
    expect([toolCache.saved, actionsCache.saved]).toEqual([[addonKey(pins)], [addonKey(pins)]]);
  });

  it('is refused when a tarball is not the pinned one', async () => {
    const into = join(folder(), 'addon');
    const refusal = await refusalOf(provisionAddon({ download: { downloads: downloads(), into } }));

    expect(refusal).toMatchObject({ code: 'engine-untrusted', message: expect.stringMatching(/sha512-/) });
  });

  it('that fails says that a mirror can be named', async () => {
    const fails = { fetch: async () => Promise.reject(new Error('getaddrinfo ENOTFOUND')) };
    const refusal = await refusalOf(provisionAddon({ download: { downloads: fails, into: join(folder(), 'addon') } }));

    expect(refusal).toMatchObject({ code: 'engine-unavailable', message: expect.stringMatching(/ENOTFOUND.*mirror/) });
  });
});

describe('a tarball', () => {
  function tarOf(files: Readonly<Record<string, string>>, ...more: readonly string[]): Buffer {
    const made = folder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(resolve(made, path, '..'), { recursive: true });
      writeFileSync(join(made, path), text);
    }
    const tar = join(folder(), 'p.tgz');
    execFileSync('tar', ['--format=ustar', '-czPf', tar, '-C', made, ...more, ...Object.keys(files)]);
    return readFileSync(tar);
  }

  it('gives its files without their folder', () => {
    const files = readNpmTarball(tarOf({ 'package/a.js': 'x', 'package/lib/b.js': 'yy' }));

    expect([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['a.js', 'x'],
      ['lib/b.js', 'yy'],
    ]);
  });

  it.each([
    ['a path that climbs out', ['--transform=s,package,package/../..,'], /\.\./],
    ['an absolute path', ['--transform=s,package,/etc,'], /\/etc/],
    ['a file at its root', ['--transform=s,package/,,'], /a\.js/],
  ])('with %s is an error', (_, options, message) => {
    expect(() => readNpmTarball(tarOf({ 'package/a.js': 'x' }, ...options))).toThrow(message);
  });

  it('with a link is an error', () => {
    const made = folder();
    mkdirSync(join(made, 'package'));
    symlinkSync('/etc/passwd', join(made, 'package', 'x'));
    execFileSync('tar', ['--format=ustar', '-czf', join(made, 'p.tgz'), '-C', made, 'package']);

    expect(() => readNpmTarball(readFileSync(join(made, 'p.tgz')))).toThrow(/type "2"/);
  });
});
