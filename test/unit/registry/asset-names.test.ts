import { ConfigError } from '@gatehouse/core';
import { checkAttachments } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';

const sized = (...names: readonly string[]): readonly { name: string; sizeBytes: number }[] =>
  names.map((name) => ({ name, sizeBytes: 1 }));

describe('checkAttachments', () => {
  test('takes names that GitHub leaves as they are', () => {
    expect(() => checkAttachments(sized('authorisation.json', 'model.sig', 'part-1', 'bom.cdx.json'))).not.toThrow();
  });

  test.each([
    { name: 'a name that GitHub changes', names: ['b c.json'], says: /GitHub changes/ },
    { name: 'a folder', names: ['a/b.json'], says: /GitHub changes/ },
    { name: 'a leading dot', names: ['.hidden'], says: /GitHub changes/ },
    { name: 'a dot at the end', names: ['ends.'], says: /GitHub changes/ },
    { name: 'no name', names: [''], says: /GitHub changes/ },
    { name: 'the name of the manifest', names: ['Manifest.json'], says: /is taken/ },
    { name: 'the name of a part', names: ['part-0001'], says: /is taken/ },
    { name: 'the name of a part in capitals', names: ['PART-0001'], says: /is taken/ },
    { name: 'a name twice', names: ['b.json', 'b.json'], says: /is taken/ },
    { name: 'two names that differ in case only', names: ['a.json', 'A.json'], says: /is taken/ },
    { name: 'a name too long', names: ['x'.repeat(201)], says: /201 characters/ },
  ])('refuses $name', ({ names, says }) => {
    const check = (): void => checkAttachments(sized(...names));

    expect(check).toThrow(ConfigError);
    expect(check).toThrow(says);
  });

  test.each([
    { count: 50, refused: false },
    { count: 51, refused: true },
  ])('$count attachments: refused is $refused', ({ count, refused }) => {
    const check = (): void => checkAttachments(sized(...Array.from({ length: count }, (_, index) => `f${index}`)));

    if (refused) expect(check).toThrow(/51 attachments/);
    else expect(check).not.toThrow();
  });

  test.each([
    { sizeBytes: 33_554_432, refused: false },
    { sizeBytes: 33_554_433, refused: true },
  ])('$sizeBytes bytes: refused is $refused', ({ sizeBytes, refused }) => {
    const check = (): void => checkAttachments([{ name: 'a', sizeBytes }]);

    if (refused) expect(check).toThrow(/33554433 bytes/);
    else expect(check).not.toThrow();
  });

  test('reports every fault at once', () => {
    const check = (): void => checkAttachments(sized('b c', 'manifest.json', 'part-0007'));

    expect(check).toThrow(/b c[\s\S]*manifest[\s\S]*part-0007/);
  });
});
