import { ActionError, parsePointer, pointerKind } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const HEX = 'ab'.repeat(32);
const MD5 = 'cd'.repeat(16);
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${HEX}\nsize 12345\n`;
const DVC = `outs:\n- md5: ${MD5}\n  size: 12345\n  hash: md5\n  path: data.csv\n`;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a pointer', () => {
  it.each([
    ['of Git LFS', LFS, { kind: 'git-lfs', digest: `sha256:${HEX}`, bytes: 12345 }],
    [
      'of Git LFS with an extension',
      LFS.replace('oid', `ext-0-foo sha256:${HEX}\noid`),
      { kind: 'git-lfs', digest: `sha256:${HEX}`, bytes: 12345 },
    ],
    ['of DVC', DVC, { kind: 'dvc', md5: MD5, bytes: 12345, path: 'data.csv' }],
    [
      'of DVC with more',
      `md5: ${MD5}\nwdir: ..\nmeta:\n  a: 1\n${DVC}desc: text\n`,
      { kind: 'dvc', md5: MD5, bytes: 12345, path: 'data.csv' },
    ],
  ])('%s is read', (_, text, expected) => {
    expect(parsePointer(bytesOf(text), 'p')).toEqual(expected);
    expect(pointerKind(bytesOf(text), bytesOf(text).length)).toBe(expected.kind);
  });

  it.each([
    ['no byte', ''],
    ['a table', 'id,g\n1,a\n'],
    ['another version', LFS.replace('v1', 'v2')],
    ['another hash', LFS.replace('sha256', 'sha512')],
    ['upper-case digits', LFS.replace(HEX, HEX.toUpperCase())],
    ['a size with a sign', LFS.replace('12345', '-1')],
    ['a size beyond 2^53', LFS.replace('12345', '1'.repeat(17))],
    ['two digests', LFS.replace('size', `oid sha256:${HEX}\nsize`)],
    ['text after the size', `${LFS}x\n`],
    ['Windows line ends', LFS.replaceAll('\n', '\r\n')],
    ['a Git LFS pointer that is too long', LFS.replace('oid', `${`ext-0-f ${'a'.repeat(60)}\n`.repeat(20)}oid`)],
    ['a folder of DVC', DVC.replace(MD5, `${MD5}.dir`)],
    ['a folder of DVC with its number of files', DVC.replace('  path', '  nfiles: 2\n  path')],
    ['two outputs', `${DVC}- md5: ${MD5}\n  size: 1\n  path: b\n`],
    ['no output', 'outs: []\n'],
    ['another hash of DVC', DVC.replace('hash: md5', 'hash: sha256')],
    ['no size', DVC.replace('  size: 12345\n', '')],
    ['a key twice', DVC.replace('  size: 12345\n', '  size: 12345\n  size: 1\n')],
    ['an alias', 'outs: &a\n- *a\n'],
    ['bytes that are no text', '\u0000'],
    ['a large file', `${DVC}${'#'.repeat(70_000)}\n`],
  ])('is not read from %s', (_, text) => {
    const read = (): unknown => parsePointer(bytesOf(text), 'data.csv.dvc');

    expect(read).toThrow(ActionError);
    expect(read).toThrow(expect.objectContaining({ reasonCode: 'pointer-invalid' }));
  });

  it('is not seen in a table, nor in a file larger than a pointer', () => {
    expect(pointerKind(bytesOf('id,md5\n1,2\n'), 11)).toBeNull();
    expect(pointerKind(bytesOf(LFS), 1025)).toBeNull();
  });
});
