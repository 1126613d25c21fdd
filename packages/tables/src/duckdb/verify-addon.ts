import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { engineUntrusted } from './addon-errors.ts';
import type { PackagePin, PlatformPin } from './addon-pin.ts';
import { hashFile, listTree, treeDigest } from './addon-tree.ts';

/** The packages that must be found, and what they must be. */
export interface AddonPins {
  readonly shared: readonly PackagePin[];
  readonly platform: PlatformPin;
}

/** Which package asks for which: resolution starts in the folder of the one that asks. */
const API = '@duckdb/node-api';
const BINDINGS = '@duckdb/node-bindings';

/** True when `folder`, or a folder above it, has the addon's entry package in its `node_modules`. */
export function hasAddon(folder: string): boolean {
  return packageFolder(folder, API) !== null;
}

/**
 * Compares every file that loading the addon from `folder` would run with the pins: the JavaScript of three packages and
 * the native code of the platform. On a shared runner any earlier job could have replaced them, so this precedes every load.
 *
 * @throws ActionError `integrity`, reason `engine-untrusted`, for another byte, a missing file or one too many.
 */
export async function verifyAddon(folder: string, pins: AddonPins): Promise<void> {
  const api = located(folder, API);
  const bindings = located(api, BINDINGS);
  const found = new Map([
    [API, api],
    [BINDINGS, bindings],
  ]);
  const folderOf = (name: string): string => found.get(name) ?? located(bindings, name);
  await Promise.all([
    verifyNative(folderOf(pins.platform.name), pins.platform),
    ...[...pins.shared, pins.platform].map((pin) => verifyTree(folderOf(pin.name), pin)),
  ]);
}

function located(from: string, name: string): string {
  const folder = packageFolder(from, name);
  if (folder === null) throw engineUntrusted(from, `no package ${name}`, 'all packages of the addon');
  return folder;
}

/** Folder of a package as Node resolves it from `from`: a copy planted nearer than the right one is the one we see. */
function packageFolder(from: string, name: string): string | null {
  try {
    return dirname(createRequire(join(from, 'gatehouse.cjs')).resolve(`${name}/package.json`));
  } catch {
    return null;
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
