import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  closeReaders,
  initBare,
  objectTypes,
  readObject,
  readObjects,
  readRef,
  setRef,
  writeObject,
} from '../../../packages/local-github/src/git/git.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'object-reader-'));
  await initBare(folder);
});

afterEach(async () => {
  closeReaders(folder);
  await rm(folder, { recursive: true, force: true });
});

test('answers many questions in their order, also those that have no answer', async () => {
  const large = Buffer.alloc(3_000_000, '0123456789\n');
  const [empty, small, big] = await Promise.all([
    writeObject(folder, 'blob', ''),
    writeObject(folder, 'blob', 'small\n'),
    writeObject(folder, 'blob', large),
  ]);
  const objects = await readObjects(folder, [big, 'refs/heads/none', small, 'two words', empty, '', 'a\nb', big]);

  expect(objects.map((object) => object?.content.length ?? null)).toEqual([
    3_000_000,
    null,
    6,
    null,
    0,
    null,
    null,
    3_000_000,
  ]);
  expect(objects[0]?.content.equals(large)).toBe(true);
  expect(objects[2]?.content.toString()).toBe('small\n');
});

test('sees objects and refs that came, moved and went after it was started', async () => {
  const one = await writeObject(folder, 'blob', 'one');
  expect(await readRef(folder, 'refs/tags/x')).toBeNull();
  await setRef(folder, 'refs/tags/x', one);
  expect(await readRef(folder, 'refs/tags/x')).toBe(one);
  const two = await writeObject(folder, 'blob', 'two');
  await setRef(folder, 'refs/tags/x', two);

  expect((await readObject(folder, 'refs/tags/x'))?.content.toString()).toBe('two');
  expect(await objectTypes(folder, [two, '1'.repeat(40)])).toEqual(['blob', null]);
});

test('starts again after it was closed, and fails where there is no repository', async () => {
  const one = await writeObject(folder, 'blob', 'one');
  await readObject(folder, one);
  closeReaders(folder);

  expect((await readObject(folder, one))?.content.toString()).toBe('one');
  await expect(readObject(join(folder, 'nowhere'), one)).rejects.toThrow('git cat-file ended');
});
