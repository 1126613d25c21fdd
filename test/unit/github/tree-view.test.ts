import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHub } from '@gatehouse/github';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clone } from '../local-github/work-copy.ts';
import { startWorld, type World } from '../local-github/world.ts';
import { connectTo, countCalls } from './on-local-github.ts';

const bytes = (value: string | readonly number[]): Uint8Array =>
  Buffer.from(typeof value === 'string' ? new TextEncoder().encode(value) : Uint8Array.from(value));
const FILES: Readonly<Record<string, Uint8Array>> = {
  'plain.yml': bytes('version: 1\n'),
  'empty.txt': bytes(''),
  'windows.txt': bytes('a\r\nb\r\n'),
  'marked.txt': bytes('\uFEFFtext'),
  'latin.txt': bytes([0x47, 0xfc, 0x0a]),
  'binary.bin': bytes([0, 1, 2, 255]),
  'large.txt': bytes(`${'x'.repeat(99)}\n`.repeat(7000)),
  'waivers/a.yaml': bytes('a: 1\n'),
  'waivers/b.yaml': bytes([0xff, 0xfe]),
  'waivers/deep/c.yaml': bytes('c: 1\n'),
};

let world: World;
let github: GitHub;
let old: string;
let tip: string;

beforeAll(async () => {
  world = await startWorld();
  old = world.sha;
  const copy = await clone(world, world.owner);
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(join(copy.folder, path, '..'), { recursive: true });
    await writeFile(join(copy.folder, path), content);
  }
  await symlink('plain.yml', join(copy.folder, 'link.yml'));
  await mkdir(join(copy.folder, 'linked'));
  await symlink('../plain.yml', join(copy.folder, 'linked/x.yaml'));
  await symlink('waivers', join(copy.folder, 'waivers-link'));
  await copy.git('add', '-A');
  await copy.git('update-index', '--add', '--cacheinfo', `160000,${old},module`);
  await copy.git('commit', '--quiet', '-m', 'All kinds of files');
  await copy.git('push', '--quiet', 'origin', 'HEAD:main');
  tip = await copy.git('rev-parse', 'HEAD');
  github = connectTo(world, world.github.admin.createToken(world.owner));
}, 60_000);

afterAll(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

describe('readTip', () => {
  test('gives branch, commit, files and folders in one request', async () => {
    const wanted = { files: ['plain.yml', 'missing.yml'], folders: ['nowhere', 'keys'] };

    const { value, calls } = await countCalls(world, async () => github.contents.readTip(wanted));

    expect(calls).toEqual(['POST /graphql']);
    expect(value).toMatchObject({ branch: 'main', commit: tip });
    expect(value.files).toEqual(
      new Map([
        ['plain.yml', FILES['plain.yml']],
        ['missing.yml', null],
      ]),
    );
    expect(value.folders).toEqual(
      new Map([
        ['nowhere', new Map()],
        ['keys', new Map()],
      ]),
    );
  });

  test('of nothing gives branch and commit', async () => {
    await expect(github.contents.readTip({})).resolves.toMatchObject({ branch: 'main', commit: tip });
  });

  test('is refused for a repository that the token cannot see', async () => {
    const hidden = connectTo(world, world.github.admin.createToken(world.owner), { repo: 'hidden' });

    await expect(hidden.contents.readTip({})).rejects.toMatchObject({ code: 'permission' });
  });
});

describe('readAt', () => {
  test.each(Object.entries(FILES))('gives the exact bytes of %s', async (path, content) => {
    const { files } = await github.contents.readAt(tip, { files: [path] });

    expect(Buffer.compare(files.get(path) ?? Buffer.from('none'), content)).toBe(0);
  });

  test('asks REST only for what GraphQL cannot give', async () => {
    const { calls } = await countCalls(world, async () => github.contents.readAt(tip, { files: Object.keys(FILES) }));

    const blobs = calls.filter((call) => call.includes('/git/blobs/'));
    expect(calls).toHaveLength(1 + blobs.length);
    expect(blobs.length).toBeGreaterThanOrEqual(3);
    expect(blobs.length).toBeLessThanOrEqual(4);
  });

  test('gives the files directly in a folder', async () => {
    const { folders } = await github.contents.readAt(tip, { folders: ['waivers'] });

    expect(folders.get('waivers')).toEqual(
      new Map(['waivers/a.yaml', 'waivers/b.yaml'].map((path) => [path, FILES[path]])),
    );
  });

  test.each([
    ['a folder is no file', { files: ['waivers'] }, new Map([['waivers', null]])],
    ['an older commit has other files', { files: ['plain.yml'] }, new Map([['plain.yml', null]])],
  ])('%s', async (name, wanted, expected) => {
    const view = await github.contents.readAt(name.startsWith('an older') ? old : tip, wanted);

    expect(view.files).toEqual(expected);
  });

  test('a file is no folder', async () => {
    const view = await github.contents.readAt(tip, { folders: ['plain.yml'] });

    expect(view.folders).toEqual(new Map([['plain.yml', new Map()]]));
  });

  test.each([
    ['a link', { files: ['link.yml'] }, /symlink/],
    ['a link in a folder', { folders: ['linked'] }, /linked\/x\.yaml.*symlink/s],
    ['a link to a folder', { folders: ['waivers-link'] }, /symlink/],
    ['a submodule', { files: ['module'] }, /submodule/],
    ['a submodule as a folder', { folders: ['module'] }, /submodule/],
  ])('%s is refused', async (_, wanted, message) => {
    await expect(github.contents.readAt(tip, wanted)).rejects.toThrow(message);
  });

  test('of more paths than fit into a question reads all of them at the same commit', async () => {
    const files = [...Array.from({ length: 250 }, (_, index) => `none/${index}`), 'plain.yml'];

    const { value, calls } = await countCalls(world, async () => github.contents.readAt(tip, { files }));

    expect(value.files.size).toBe(251);
    expect(value.files.get('plain.yml')).toEqual(FILES['plain.yml']);
    expect(calls).toEqual(['POST /graphql']);
  });

  test.each(['f'.repeat(40), 'main'])('of the commit %s, which is none, is an error', async (commit) => {
    await expect(github.contents.readAt(commit, { files: ['plain.yml'] })).rejects.toThrow();
  });
});

describe('commitsBetween', () => {
  test('lists the commits of a push', async () => {
    await expect(github.contents.commitsBetween(old, tip)).resolves.toEqual([tip]);
    await expect(github.contents.commitsBetween(tip, tip)).resolves.toEqual([]);
  });

  test.each([
    ['went back', () => [tip, old] as const],
    ['began at nothing', () => ['0'.repeat(40), tip] as const],
    ['began at a commit that is gone', () => ['f'.repeat(40), tip] as const],
  ])('is null for a push that %s', async (_, push) => {
    await expect(github.contents.commitsBetween(...push())).resolves.toBeNull();
  });

  test('is an error where the newer commit cannot be read', async () => {
    await expect(github.contents.commitsBetween(old, 'f'.repeat(40))).rejects.toMatchObject({ code: 'permission' });
  });
});
