import { canonicalJson } from '@gatehouse/core';
import { buildManifest, type Manifest, parseManifest, writeManifest } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { ATTACHMENTS, COMMIT, MODEL } from './plans.ts';

const version = { tag: 'm@v1.0.0', model: 'm', commit: COMMIT, files: MODEL, attachments: ATTACHMENTS };
const manifest = buildManifest(version);
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

test('what is written is read again', () => {
  expect(parseManifest(writeManifest(manifest))).toEqual(manifest);
});

test('the order of the files makes no other bytes', () => {
  const reversed = buildManifest({ ...version, files: MODEL.toReversed() });

  expect(Buffer.from(writeManifest(reversed))).toEqual(Buffer.from(writeManifest(manifest)));
});

describe('parseManifest refuses', () => {
  const [first, second] = manifest.files;
  if (first === undefined || second === undefined) throw new Error('the manifest has no two files');
  const zeros = `sha256:${'0'.repeat(64)}`;

  test.each<{ name: string; value: Record<string, unknown> }>([
    { name: 'an unknown member', value: { ...manifest, more: 1 } },
    { name: 'another schema version', value: { ...manifest, schemaVersion: 2 } },
    { name: 'no file', value: { ...manifest, files: [] } },
    { name: 'another model name than the tag has', value: { ...manifest, model: 'n' } },
    { name: 'a tag that is no version', value: { ...manifest, tag: 'm' } },
    { name: 'another model digest', value: { ...manifest, modelDigest: zeros } },
    { name: 'another root digest', value: { ...manifest, omsRootDigest: zeros } },
    { name: 'a digest of another algorithm', value: { ...manifest, modelDigest: 'sha512:00' } },
    { name: 'a file with another digest', value: { ...manifest, files: [{ ...first, digest: zeros }, second] } },
    { name: 'a renamed file', value: { ...manifest, files: [{ ...first, name: 'a' }, second] } },
    {
      name: 'swapped names',
      value: {
        ...manifest,
        files: [
          { ...first, name: second.name },
          { ...second, name: first.name },
        ],
      },
    },
    { name: 'a file that is in another asset', value: { ...manifest, files: [{ ...first, asset: 'x' }, second] } },
    { name: 'files in another order', value: { ...manifest, files: [second, first] } },
    { name: 'a path out of the folder', value: { ...manifest, files: [{ ...first, name: '../x' }] } },
    { name: 'a negative size', value: { ...manifest, files: [{ ...first, sizeBytes: -1 }] } },
  ])('$name', ({ value }) => {
    const parse = (): Manifest => parseManifest(bytesOf(value));

    expect(parse).toThrow(/manifest\.json of the release/);
    expect(parse).toThrow(expect.objectContaining({ code: 'integrity', reasonCode: 'digest-mismatch' }));
  });

  test.each([
    { name: 'no JSON', text: 'x' },
    { name: 'a key twice', text: '{"schemaVersion":1,"schemaVersion":1}' },
    { name: 'a byte order mark', text: `\uFEFF${canonicalJson(manifest)}` },
  ])('$name', ({ text }) => {
    expect(() => parseManifest(new TextEncoder().encode(text))).toThrow(expect.objectContaining({ code: 'integrity' }));
  });
});
