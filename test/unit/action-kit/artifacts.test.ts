import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type ArtifactClient, createArtifacts } from '@gatehouse/action-kit';
import { ActionError } from '@gatehouse/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const HEX = 'ab'.repeat(32);
let root = '';
let temp = '';
let uploaded: Record<string, string> = {};
let options: unknown;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'artifacts-'));
  temp = join(root, 'temp');
  mkdirSync(temp);
  uploaded = {};
});
afterEach(() => {
  expect(readdirSync(temp)).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});

function client(
  answer: Partial<Awaited<ReturnType<ArtifactClient['uploadArtifact']>>>,
  mismatch?: boolean,
): ArtifactClient {
  return {
    uploadArtifact: async (name, files, folder, given) => {
      uploaded = Object.fromEntries(
        files.map((file) => [`${name}:${relative(folder, file)}`, readFileSync(file, 'utf8')]),
      );
      options = given;
      return answer;
    },
    downloadArtifact: async (id, given) => {
      writeFileSync(join(given?.path ?? '', 'a'), `artifact ${id}, expected ${given?.expectedHash}`);
      return mismatch === undefined ? {} : { digestMismatch: mismatch };
    },
  };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof ActionError ? error.code : String(error)),
  );
}

describe('upload', () => {
  const files = new Map([['model/a.json', new TextEncoder().encode('{}')]]);

  it('sends the files under their names and gives the digest the form of the REST API', async () => {
    const artifacts = createArtifacts({
      temp,
      retentionDays: 7,
      loadClient: async () => client({ id: 5, digest: HEX }),
    });

    expect(await artifacts.upload('candidate', files)).toEqual({ id: 5, digest: `sha256:${HEX}` });
    expect(uploaded).toEqual({ 'candidate:model/a.json': '{}' });
    expect(options).toEqual({ retentionDays: 7 });
  });

  it.each([
    ['no id', { digest: HEX }],
    ['no digest', { id: 5 }],
    ['a digest that is none', { id: 5, digest: 'abc' }],
  ])('does not believe an answer with %s', async (_, answer) => {
    const artifacts = createArtifacts({ temp, loadClient: async () => client(answer) });

    expect(await codeOf(artifacts.upload('candidate', files))).toBe('service');
  });

  it.each(['../a', '/a', 'a//b', 'a\\b'])('writes no file named %j', async (name) => {
    const artifacts = createArtifacts({ temp, loadClient: async () => client({ id: 5, digest: HEX }) });

    expect(await codeOf(artifacts.upload('candidate', new Map([[name, new Uint8Array()]])))).toBe('bug');
  });
});

describe('downloadInRun', () => {
  it('makes the folder appear when the digest holds', async () => {
    const folder = join(root, 'deep', 'candidate');
    await createArtifacts({ temp, loadClient: async () => client({}, false) }).downloadInRun(
      9,
      folder,
      `sha256:${HEX}`,
    );

    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(`artifact 9, expected sha256:${HEX}`);
  });

  it.each([
    ['the digest differs', true],
    ['nothing was compared', undefined],
  ])('leaves nothing when %s', async (_, mismatch) => {
    const folder = join(root, 'candidate');
    const artifacts = createArtifacts({ temp, loadClient: async () => client({}, mismatch) });

    expect(await codeOf(artifacts.downloadInRun(9, folder, `sha256:${HEX}`))).toBe('integrity');
    expect(existsSync(folder)).toBe(false);
  });
});
