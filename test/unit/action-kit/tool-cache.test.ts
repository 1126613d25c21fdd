import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToolCache } from '@gatehouse/action-kit';
import { describe, expect, it, onTestFinished } from 'vitest';

const TOOL = { name: 'tool', version: '1.2.3', arch: 'linux-x64' };

function folder(files: Readonly<Record<string, string>> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'gatehouse-tool-cache-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

describe('the tool cache', () => {
  it('gives back what was saved, where setup actions would put it', async () => {
    const root = folder();
    const cache = createToolCache(root, TOOL);
    await cache.save('key', folder({ a: 'A' }));
    const found = await cache.restore('key');

    expect(found).toBe(join(root, 'tool', '1.2.3', 'linux-x64'));
    expect(readFileSync(join(found ?? '', 'a'), 'utf8')).toBe('A');
    expect(readdirSync(join(root, 'tool', '1.2.3')).sort()).toEqual(['linux-x64', 'linux-x64.complete']);
  });

  it.each([
    ['nothing', []],
    ['a folder without its marker', ['linux-x64']],
    ['a marker without its folder', ['linux-x64.complete/file']],
  ])('has none where there is %s', async (_, paths) => {
    const root = folder();
    for (const path of paths) mkdirSync(join(root, 'tool', '1.2.3', path), { recursive: true });

    expect(await createToolCache(root, TOOL).restore('key')).toBeNull();
  });

  it('replaces what a killed job left', async () => {
    const root = folder();
    mkdirSync(join(root, 'tool', '1.2.3', 'linux-x64', 'half'), { recursive: true });
    const cache = createToolCache(root, TOOL);
    await cache.save('key', folder({ a: 'A' }));

    expect(readdirSync((await cache.restore('key')) ?? '')).toEqual(['a']);
  });

  it('keeps what a faster job saved', async () => {
    const root = folder();
    const cache = createToolCache(root, TOOL);
    await cache.save('key', folder({ a: 'A' }));
    await cache.save('key', folder({ b: 'B' }));

    expect(readdirSync((await cache.restore('key')) ?? '')).toEqual(['a']);
    expect(readdirSync(join(root, 'tool', '1.2.3')).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('says nothing when it cannot write', async () => {
    const root = folder({ tool: 'a file in the way' });
    const cache = createToolCache(root, TOOL);

    await expect(cache.save('key', folder({ a: 'A' }))).resolves.toBeUndefined();
    expect(await cache.restore('key')).toBeNull();
    expect(existsSync(join(root, 'tool'))).toBe(true);
  });
});
