import { ConfigError } from '@gatehouse/core';
import { assetNameOf, assetNames } from '@gatehouse/registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const sized = (...names: readonly string[]): readonly { name: string; sizeBytes: number }[] =>
  names.map((name) => ({ name, sizeBytes: 1 }));

describe('assetNameOf', () => {
  test.each([
    ['model.safetensors', 'model.safetensors'],
    ['weights/part 1.bin', 'weights_part_1.bin'],
    ['.hidden', '_hidden'],
    ['ends.', 'ends_'],
    ['.', '_'],
    ['größe.json', 'gr__e.json'],
    ['😀.json', '_.json'],
  ])('%j is %j', (name, expected) => {
    expect(assetNameOf(name)).toBe(expected);
  });

  test('never gives a name that GitHub would change, and leaves its own names alone', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const asset = assetNameOf(name);
        return /^(?!\.)[A-Za-z0-9._-]+(?<!\.)$/.test(asset) && assetNameOf(asset) === asset;
      }),
    );
  });
});

describe('assetNames', () => {
  test('gives each model file its asset', () => {
    const names = assetNames(sized('a/b.json', 'c.json'), sized('authorisation.json'));

    expect([...names]).toEqual([
      ['a/b.json', 'a_b.json'],
      ['c.json', 'c.json'],
    ]);
  });

  test.each([
    { name: 'two files with one asset name', files: ['a/b', 'a_b'], attachments: [], says: /a\/b[\s\S]*a_b/ },
    { name: 'names that differ in case only', files: ['x/A.json', 'x_a.json'], attachments: [], says: /x_a\.json/ },
    { name: 'a file called like the manifest', files: ['manifest.json'], attachments: [], says: /the manifest/ },
    { name: 'a file called like an attachment', files: ['bom.json'], attachments: ['bom.json'], says: /attachment/ },
    { name: 'an attachment twice', files: ['a'], attachments: ['b.json', 'b.json'], says: /b\.json/ },
    { name: 'an attachment that GitHub renames', files: ['a'], attachments: ['b c.json'], says: /Rename it/ },
    { name: 'a name too long', files: ['x'.repeat(201)], attachments: [], says: /201 characters/ },
  ])('refuses $name', ({ files, attachments, says }) => {
    const check = (): unknown => assetNames(sized(...files), sized(...attachments));

    expect(check).toThrow(ConfigError);
    expect(check).toThrow(says);
  });

  test.each([
    { count: 899, refused: false },
    { count: 900, refused: true },
  ])('$count files: refused is $refused', ({ count, refused }) => {
    const check = (): unknown => assetNames(sized(...Array.from({ length: count }, (_, index) => `f${index}`)), []);

    if (refused) expect(check).toThrow(/900 files/);
    else expect(check).not.toThrow();
  });

  test.each([
    { sizeBytes: 1_900_000_000, refused: false },
    { sizeBytes: 1_900_000_001, refused: true },
  ])('a file of $sizeBytes bytes: refused is $refused', ({ sizeBytes, refused }) => {
    const check = (): unknown => assetNames([{ name: 'a', sizeBytes }], []);

    if (refused) expect(check).toThrow(/1900000001/);
    else expect(check).not.toThrow();
  });

  test('reports every fault at once', () => {
    const check = (): unknown => assetNames(sized('a/b', 'a_b', 'manifest.json'), sized('b c'));

    expect(check).toThrow(/b c[\s\S]*a_b[\s\S]*manifest/);
  });
});
