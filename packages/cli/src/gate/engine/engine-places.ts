import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type AddonSources, type AddonStore, addonKey, addonPins } from '@gatehouse/tables';

/** Where this machine keeps or gets the data engine. */
export interface EngineChoice {
  /** Folder named by the person: no other place is asked. */
  readonly path: string | undefined;
  /** A registry with npm's paths. */
  readonly mirror: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Tells the person that something is fetched. */
  readonly say: (line: string) => void;
  readonly fetch: (url: string) => Promise<Uint8Array>;
}

const HERE = import.meta.dirname;

/**
 * The places of the engine in the order in which they are asked: the one named, `node_modules` beside Gatehouse, the user's
 * cache folder, a download into it. Whatever is found there is compared with the pins before it is loaded.
 */
export function enginePlaces(choice: EngineChoice): AddonSources {
  if (choice.path !== undefined) return { explicit: choice.path };
  const pins = addonPins();
  const cached = join(cacheFolder(choice.env), addonKey(pins));
  return {
    toolCache: found(() => besides(HERE, pins.platform)),
    actionsCache: found(() => (existsSync(cached) ? cached : null)),
    download: {
      into: cached,
      ...(choice.mirror === undefined ? {} : { mirror: choice.mirror }),
      downloads: {
        fetch: async (url) => {
          choice.say(`fetching the data engine, ${url} into ${cached}`);
          return await choice.fetch(url);
        },
      },
    },
  };
}

/** The user's folder for what can be fetched again. */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: string = process.platform): string {
  const home = env['HOME'] ?? homedir();
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'gatehouse');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'gatehouse');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'gatehouse');
  return join(home, '.cache', 'gatehouse');
}

function found(look: () => string | null): AddonStore {
  return { restore: async () => look(), save: async () => undefined };
}

/**
 * The nearest folder above that has all of the engine installed in the pinned version. Another version belongs to another
 * project and is passed by; the pinned version with other bytes is refused later.
 */
export function besides(from: string, platform: { readonly name: string; readonly version: string }): string | null {
  for (let at = resolve(from); ; at = dirname(at)) {
    const manifest = join(at, 'node_modules', platform.name, 'package.json');
    if (versionIn(manifest) === platform.version) return at;
    if (dirname(at) === at) return null;
  }
}

function versionIn(manifest: string): string | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : null;
  } catch {
    return null;
  }
}
