import { existsSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { engineUntrusted } from './addon-errors.ts';
import type { PackagePin, PlatformPin } from './addon-pin.ts';
import { hashFile, listTree, treeDigest } from './addon-tree.ts';

/** The packages that must be found, and what they must be. */
export interface AddonPins {
  readonly shared: readonly PackagePin[];
  readonly platform: PlatformPin;
}

const API = '@duckdb/node-api';
const IN_SCOPE = /^node-(?:api|bindings(?:-[a-z0-9-]+)?)$/;

/** The nearest `node_modules` in or above `folder` that has the addon's entry package, as Node would find it. */
export function addonModules(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const modules = join(at, 'node_modules');
    if (basename(at) !== 'node_modules' && existsSync(join(modules, API))) return modules;
    if (dirname(at) === at) return null;
  }
}

/** What is loaded, by its path: no name is left to be resolved. */
export function entryOf(modules: string): string {
  return join(modules, ...API.split('/'));
}

/**
 * Compares every file that loading the addon from a `node_modules` would run with the pins: the JavaScript of three packages
 * and the native code of the platform. On a shared runner any earlier job could have replaced them, so this precedes every
 * load. All packages must lie side by side, and nothing may lie where Node would look before it finds them.
 *
 * @throws ActionError `integrity`, reason `engine-untrusted`, for another byte, a missing file or one too many.
 */
export async function verifyAddon(modules: string, pins: AddonPins): Promise<void> {
  await verifyLayout(modules, pins);
  const folderOf = (pin: PackagePin): string => join(modules, ...pin.name.split('/'));
  await verifyNative(folderOf(pins.platform), pins.platform);
  await Promise.all([...pins.shared, pins.platform].map((pin) => verifyTree(folderOf(pin), pin)));
}

/** Node takes `node-bindings.js` before the folder `node-bindings`, and `@duckdb/node_modules` before its own place. */
async function verifyLayout(modules: string, pins: AddonPins): Promise<void> {
  for (const name of await readdir(join(modules, '@duckdb'))) {
    if (!IN_SCOPE.test(name))
      throw engineUntrusted(join(modules, '@duckdb', name), 'an unknown entry', 'the packages of the addon');
  }
  const real = await realpath(modules);
  for (const pin of [...pins.shared, pins.platform]) {
    const folder = join(modules, ...pin.name.split('/'));
    const status = await lstat(folder).catch(() => null);
    if (status === null) throw engineUntrusted(modules, `no package ${pin.name}`, 'all packages of the addon');
    const link = !status.isDirectory() || (await realpath(folder)) !== join(real, ...pin.name.split('/'));
    if (link) throw engineUntrusted(folder, 'a link or file', 'the folder of a package');
    for (const ending of ['.js', '.json', '.node']) {
      if (existsSync(`${folder}${ending}`))
        throw engineUntrusted(`${folder}${ending}`, 'a file', 'only the folder of that name');
    }
  }
}

async function verifyNative(folder: string, pin: PlatformPin): Promise<void> {
  for (const [name, expected] of Object.entries(pin.native)) {
    const path = join(folder, name);
    const digest = await hashFile(path).catch(() => null);
    if (digest === null) throw engineUntrusted(path, 'no such file', `the file of ${pin.name}@${pin.version}`);
    if (digest !== expected) throw engineUntrusted(path, `SHA-256 ${digest}`, `SHA-256 ${expected}`);
  }
}

/** The native files are compared on their own, which says which of them is wrong; 70 MB are not hashed twice. */
async function verifyTree(folder: string, pin: PackagePin | PlatformPin): Promise<void> {
  const { files, others } = await listTree(folder);
  const [odd] = others;
  if (odd !== undefined) throw engineUntrusted(join(folder, odd), 'a link or device', 'regular files');
  const native = 'native' in pin ? pin.native : {};
  const digests = new Map<string, string>();
  for (const file of files) digests.set(file, native[file] ?? (await hashFile(join(folder, file))));
  const tree = treeDigest(digests);
  const allowed = `the files of ${pin.name}@${pin.version}, together ${pin.tree}`;
  if (tree !== pin.tree) throw engineUntrusted(folder, `other files, together ${tree}`, allowed);
}
