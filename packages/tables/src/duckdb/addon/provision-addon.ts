import { type DownloadPlan, downloadAddon } from './addon-download.ts';
import { engineUnavailable } from './addon-errors.ts';
import { PLATFORM_PACKAGES, SHARED_PACKAGES } from './addon-pins.ts';
import { addonPlatform, type Machine, thisMachine } from './addon-platform.ts';
import { type AddonPins, addonModules, verifyAddon } from './verify-addon.ts';

/** A place that keeps folders by key over jobs: the tool cache of a runner, or the Actions cache. */
export interface AddonStore {
  /** Folder that was saved under the key, or `null`. */
  restore(key: string): Promise<string | null>;
  /** Keeps a copy of the folder. Never rejects: a full cache is no reason to stop. */
  save(key: string, folder: string): Promise<void>;
}

/** Where the addon may come from, in the order in which the places are asked. */
export interface AddonSources {
  /** Folder in or below which `node_modules` holds the addon; when named, no other place is asked. */
  readonly explicit?: string;
  readonly toolCache?: AddonStore;
  readonly actionsCache?: AddonStore;
  readonly download?: DownloadPlan;
}

/** The pins of a machine. */
export function addonPins(machine: Machine = thisMachine()): AddonPins {
  const platform = addonPlatform(machine);
  const pin = PLATFORM_PACKAGES[platform];
  if (pin === undefined) throw new Error(`No pin for ${platform}.`);
  return { shared: SHARED_PACKAGES, platform: pin };
}

/** Where the addon lies in the tool cache of a runner, `<name>/<version>/<arch>`: in `node_modules` of that folder. */
export function addonTool(pins: AddonPins = addonPins()): {
  readonly name: string;
  readonly version: string;
  readonly arch: string;
} {
  const { name, version } = pins.platform;
  return { name: 'gatehouse-duckdb', version, arch: name.slice('@duckdb/node-bindings-'.length) };
}

/** Name under which stores keep the addon: `duckdb-1.5.5-r.5-node-bindings-linux-x64`. */
export function addonKey({ platform }: AddonPins): string {
  return `duckdb-${platform.version}-${platform.name.slice('@duckdb/'.length)}`;
}

/**
 * The `node_modules` from which the addon can be loaded, verified. A store that holds another addon than the pinned one is an error
 * and not a miss: somebody replaced it.
 *
 * @throws ActionError `integrity`, reason `engine-untrusted`; `service`, reason `engine-unavailable`.
 */
export async function provisionAddon(sources: AddonSources, pins: AddonPins = addonPins()): Promise<string> {
  const { explicit } = sources;
  if (explicit !== undefined) {
    const modules = await verified(explicit, pins);
    if (modules === null) throw nowhere(pins, `no ${pins.platform.name} at ${explicit}`);
    return modules;
  }
  const key = addonKey(pins);
  const fromTools = await verified(await sources.toolCache?.restore(key), pins);
  if (fromTools !== null) return fromTools;
  const restored = (await sources.actionsCache?.restore(key)) ?? null;
  const fromActions = await verified(restored, pins);
  if (fromActions !== null && restored !== null) {
    await sources.toolCache?.save(key, restored);
    return fromActions;
  }
  if (sources.download === undefined) throw nowhere(pins, `no ${key} in the caches, and no download is allowed`);
  await downloadAddon(sources.download, pins);
  const { into } = sources.download;
  const downloaded = await verified(into, pins);
  if (downloaded === null) throw new Error('The download left no addon.');
  await sources.actionsCache?.save(key, into);
  await sources.toolCache?.save(key, into);
  return downloaded;
}

/** The addon in a folder, or `null` when it has none. */
async function verified(folder: string | null | undefined, pins: AddonPins): Promise<string | null> {
  const modules = folder === null || folder === undefined ? null : addonModules(folder);
  if (modules !== null) await verifyAddon(modules, pins);
  return modules;
}

function nowhere({ platform }: AddonPins, found: string): Error {
  return engineUnavailable({
    where: 'DuckDB addon',
    found,
    allowed: `@duckdb/node-api ${platform.version} with ${platform.name} in an explicit path, the tool cache or the Actions cache, or by download`,
    remedy: `Allow the download, name a mirror, or run "npm install --prefix DIR @duckdb/node-api@${platform.version}" when the runner's image is made and name DIR`,
  });
}
