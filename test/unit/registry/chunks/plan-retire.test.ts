import { type ReleaseAsset, sha256 } from '@gatehouse/core';
import { type ChunkIndex, type LiveVersion, type Part, partAsset, planRetire } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { noise, type Parts, publishInto } from './stored-bytes.ts';

const parts: Parts = new Map();
const weights = noise(4000, 1);
const v1 = await publishInto(parts, { w: weights }, { tag: 'm@v1.0.0', earlier: [] });
const more = { w: weights, more: noise(500, 2) };
const v2 = await publishInto(parts, more, { tag: 'm@v1.1.0', earlier: [v1] });
const repacked = await publishInto(parts, more, { tag: 'm@v2.0.0', earlier: [v1, v2], repack: true });
const live = (...indexes: readonly ChunkIndex[]): readonly LiveVersion[] =>
  indexes.map((index) => ({ tag: index.tag, index }));

describe('a version is retired', () => {
  test('when no other is read from its release', () => {
    const plan = planRetire('m@v1.1.0', live(v1, v2, repacked));

    expect(plan).toMatchObject({ tag: 'm@v1.1.0', freedBytes: 500 });
    expect(plan.parts.map(({ release, asset }) => `${asset} of ${release}`)).toEqual(['part-0001 of m@v1.1.0']);
  });

  test('when those that were are retired', () => {
    expect(planRetire('m@v1.0.0', live(v1, repacked)).freedBytes).toBe(4000);
  });
});

describe('a version is not retired', () => {
  test.each<{ name: string; tag: string; versions: readonly LiveVersion[]; found: RegExp }>([
    {
      name: 'while a live one is read from it',
      tag: 'm@v1.0.0',
      versions: live(v1, v2, repacked),
      found: /m@v1\.1\.0 reads 4000 bytes from it\./,
    },
    {
      name: 'while an index could not be read',
      tag: 'm@v1.0.0',
      versions: [...live(v1), { tag: 'm@v3.0.0', index: null }],
      found: /index of m@v3\.0\.0 could not be read/,
    },
    {
      name: 'when its own index could not be read',
      tag: 'm@v1.0.0',
      versions: [{ tag: 'm@v1.0.0', index: null }, ...live(repacked)],
      found: /Its own index could not be read/,
    },
    { name: 'when it is not live', tag: 'm@v9.0.0', versions: live(v1, v2), found: /no live version/ },
  ])('$name', ({ tag, versions, found }) => {
    expect(() => planRetire(tag, versions)).toThrow(found);
    expect(() => planRetire(tag, versions)).toThrow(
      expect.objectContaining({ code: 'refused', reasonCode: 'release-in-use' }),
    );
  });

  test('and every one that depends on it is named', () => {
    const others = [v2, { ...v2, tag: 'm@v1.2.0' }];

    expect(() => planRetire('m@v1.0.0', live(v1, ...others))).toThrow(/m@v1\.1\.0 reads .*; m@v1\.2\.0 reads/);
  });
});

describe('the asset of a part', () => {
  const part: Part = { release: 'm@v1.0.0', asset: 'part-0001', sizeBytes: 3, digest: sha256('abc') };
  const asset: ReleaseAsset = {
    id: 7,
    name: 'part-0001',
    sizeBytes: 3,
    state: 'uploaded',
    digest: part.digest,
    url: '',
  };
  const other: ReleaseAsset = { ...asset, id: 8, name: 'part-0002' };

  test.each([
    { name: 'has its name, size and digest', assets: [other, asset] },
    { name: 'may have no digest of GitHub', assets: [{ ...asset, digest: null }] },
  ])('$name', ({ assets }) => {
    expect(partAsset(part, assets).id).toBe(7);
  });

  test.each<{ name: string; assets: readonly ReleaseAsset[]; found: RegExp }>([
    { name: 'is missing', assets: [other], found: /No such asset/ },
    { name: 'is there twice', assets: [asset, asset], found: /2 assets/ },
    { name: 'was not uploaded wholly', assets: [{ ...asset, state: 'starter' }], found: /not finished/ },
    { name: 'has another size', assets: [{ ...asset, sizeBytes: 4 }], found: /4 bytes/ },
    { name: 'has another digest', assets: [{ ...asset, digest: sha256('x') }], found: /Digest sha256/ },
  ])('is refused when it $name', ({ assets, found }) => {
    expect(() => partAsset(part, assets)).toThrow(found);
    expect(() => partAsset(part, assets)).toThrow(expect.objectContaining({ reasonCode: 'digest-mismatch' }));
  });
});
