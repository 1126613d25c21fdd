import { canonicalJson } from '@gatehouse/core';
import { buildManifest, type Manifest, parseManifest, writeManifest } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { index } from './chunks/small-index.ts';
import { ATTACHMENTS, COMMIT, planned } from './plans.ts';

const attachments = [...ATTACHMENTS, planned('model.sig', 'signed')];
const manifest = buildManifest({ index, commit: COMMIT, attachments });
const zeros = `sha256:${'0'.repeat(64)}`;

/** The manifest as JSON with another value in one place, written as canonically as the true one. */
function changed(change: Readonly<Record<string, unknown>>): Uint8Array {
  const wire: Record<string, unknown> = JSON.parse(new TextDecoder().decode(writeManifest(manifest)));
  return new TextEncoder().encode(`${canonicalJson({ ...wire, ...change })}\n`);
}

test('what is written is read again', () => {
  expect(parseManifest(writeManifest(manifest))).toEqual(manifest);
});

test('without a change the bytes of these tests are those of a manifest', () => {
  expect(parseManifest(changed({}))).toEqual(manifest);
});

test('the order of the attachments makes no other bytes', () => {
  const reversed = buildManifest({ index, commit: COMMIT, attachments: attachments.toReversed() });

  expect(Buffer.from(writeManifest(reversed))).toEqual(Buffer.from(writeManifest(manifest)));
});

describe('parseManifest refuses', () => {
  const [first, second] = manifest.attachments;
  if (first === undefined || second === undefined) throw new Error('the manifest has no two attachments');

  // What is wrong with parts, chunks and files is in parse-chunk-index.test.ts.
  test.each<{ name: string; change: Record<string, unknown>; says: RegExp }>([
    { name: 'an unknown member', change: { more: 1 }, says: /more/ },
    { name: 'schema version 1', change: { schemaVersion: 1 }, says: /schemaVersion/ },
    { name: 'schema version 3', change: { schemaVersion: 3 }, says: /schemaVersion/ },
    { name: 'encryption that this version does not know', change: { encryption: { age: 1 } }, says: /encryption/ },
    { name: 'another model name than the tag has', change: { model: 'n' }, says: /is of model "n"/ },
    { name: 'a tag that is no version', change: { tag: 'm' }, says: /names no version/ },
    { name: 'a commit that is none', change: { commit: 'main' }, says: /commit/ },
    { name: 'another model digest', change: { modelDigest: zeros }, says: /model digest does not follow/ },
    { name: 'another root digest', change: { omsRootDigest: zeros }, says: /root digest does not follow/ },
    { name: 'a digest of another algorithm', change: { modelDigest: 'sha512:00' }, says: /modelDigest/ },
    { name: 'attachments out of order', change: { attachments: [second, first] }, says: /out of order/ },
    { name: 'an attachment twice', change: { attachments: [first, first] }, says: /is taken/ },
    {
      name: 'an attachment of the name of a part',
      change: { attachments: [{ ...first, name: 'part-0001' }] },
      says: /is taken/,
    },
    { name: 'an attachment in a folder', change: { attachments: [{ ...first, name: 'a/b' }] }, says: /GitHub changes/ },
    { name: 'an attachment too large', change: { attachments: [{ ...first, sizeBytes: 2 ** 26 }] }, says: /67108864/ },
    {
      name: 'an attachment with a negative size',
      change: { attachments: [{ ...first, sizeBytes: -1 }] },
      says: /sizeBytes/,
    },
    { name: 'an attachment with a link', change: { attachments: [{ ...first, link: '/etc' }] }, says: /link/ },
  ])('$name', ({ change, says }) => {
    const parse = (): Manifest => parseManifest(changed(change));

    expect(parse).toThrow(says);
    expect(parse).toThrow(expect.objectContaining({ code: 'integrity', reasonCode: 'chunk-index-invalid' }));
  });

  test.each([
    { name: 'no JSON', text: 'x' },
    { name: 'a key twice', text: '{"schemaVersion":2,"schemaVersion":2}' },
    { name: 'a byte order mark', text: `\uFEFF${new TextDecoder().decode(writeManifest(manifest))}` },
    { name: 'a line feed more', text: `${new TextDecoder().decode(writeManifest(manifest))}\n` },
  ])('$name', ({ text }) => {
    expect(() => parseManifest(new TextEncoder().encode(text))).toThrow(expect.objectContaining({ code: 'integrity' }));
  });

  test('more than 128 MiB, before they are parsed', () => {
    expect(() => parseManifest(new Uint8Array(128 * 1024 * 1024 + 1))).toThrow(/134217729 bytes/);
  });
});
