import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CacheClient, createActionsCache } from '@gatehouse/action-kit';
import { describe, expect, it, onTestFinished } from 'vitest';

interface Scene {
  readonly mode?: string;
  readonly available?: boolean;
  readonly answer?: string | Error;
}

/** A cache that records what is asked of it. */
function scene({ mode, available = true, answer = 'key' }: Scene = {}) {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-actions-cache-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const asked: unknown[] = [];
  const said: string[] = [];
  const folder = join(root, 'kept');
  const client: CacheClient = {
    isFeatureAvailable: () => available,
    restoreCache: async (paths, key) => {
      asked.push(['restore', paths, key]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    saveCache: async (paths, key) => {
      asked.push(['save', paths, key, readdirSync(paths[0] ?? '')]);
      if (answer instanceof Error) throw answer;
      return 1;
    },
  };
  const cache = createActionsCache({
    folder,
    env: { ACTIONS_CACHE_MODE: mode },
    debug: (text) => said.push(text),
    loadClient: async () => {
      asked.push('loaded');
      return client;
    },
  });
  const source = join(root, 'source');
  return { asked, said, folder, cache, source, root };
}

describe('the Actions cache', () => {
  it('gives the folder of exactly the key', async () => {
    const { cache, folder, asked } = scene();

    expect(await cache.restore('key')).toBe(folder);
    expect(asked).toEqual(['loaded', ['restore', [folder], 'key']]);
    expect(await scene({ answer: 'key-2' }).cache.restore('key')).toBeNull();
  });

  it('saves a copy under the path that it restores to', async () => {
    const { cache, folder, asked, root } = scene();
    writeFileSync(join(root, 'a'), 'A');
    const from = mkdtempSync(join(tmpdir(), 'gatehouse-saved-'));
    onTestFinished(() => rmSync(from, { recursive: true, force: true }));
    writeFileSync(join(from, 'a'), 'A');
    await cache.save('key', from);

    expect(asked).toEqual(['loaded', ['save', [folder], 'key', ['a']]]);
  });

  it.each([
    ['none', false, false],
    ['read', true, false],
    ['write-only', false, true],
    ['write', true, true],
    [undefined, true, true],
  ])('does in mode %s what the mode allows, and else is silent', async (mode, reads, writes) => {
    const { cache, asked, said, folder } = scene(mode === undefined ? {} : { mode });
    await cache.restore('key');
    const afterRestore = asked.length;
    await cache.save('key', folder);

    expect(afterRestore > 0).toBe(reads);
    // Nothing is there to save, which only a mode that writes notices.
    expect([asked.length > afterRestore, said.length > 0]).toEqual([writes, writes]);
  });

  it('is none where the service is not there', async () => {
    const { cache, asked, folder } = scene({ available: false });
    await cache.save('key', folder);

    expect(await cache.restore('key')).toBeNull();
    expect(asked).toEqual(['loaded', 'loaded']);
    expect(existsSync(folder)).toBe(false);
  });

  it('is no reason to stop', async () => {
    const { cache, said, folder } = scene({ answer: new Error('the service is down') });

    expect(await cache.restore('key')).toBeNull();
    await expect(cache.save('key', folder)).resolves.toBeUndefined();
    expect(said).toHaveLength(2);
  });
});
