import {
  ConfigError,
  checkModelFiles,
  hexOf,
  type ModelFile,
  modelDigest,
  omsPredicate,
  omsRootDigest,
  sha256,
} from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const file = (name: string, content = name): ModelFile => ({
  name,
  sizeBytes: content.length,
  digest: sha256(content),
});
const base = [file('weights.safetensors'), file('config.json')];

describe('modelDigest', () => {
  it('is the digest of the canonical OMS predicate', () => {
    const a = hexOf(sha256('a'));
    const text =
      `{"resources":[{"algorithm":"sha256","digest":"${a}","name":"a"}],` +
      '"serialization":{"allow_symlinks":false,"hash_type":"sha256","ignore_paths":["model.sig"],"method":"files"}}';

    expect(modelDigest([file('a')])).toBe(sha256(text));
  });

  it.each<[string, readonly ModelFile[]]>([
    ['a file renamed', [file('weights2.safetensors', 'weights.safetensors'), file('config.json')]],
    ['names swapped', [file('config.json', 'weights.safetensors'), file('weights.safetensors', 'config.json')]],
    ['a file added', [...base, file('extra.json')]],
    ['an empty file added', [...base, file('empty.json', '')]],
    ['a file removed', base.slice(0, 1)],
    ['case changed', [file('weights.safetensors'), file('Config.json', 'config.json')]],
    ['a byte changed', [file('weights.safetensors', 'weights.safetensorS'), file('config.json')]],
    ['a file moved into a folder', [file('weights.safetensors'), file('a/config.json', 'config.json')]],
  ])('differs with %s', (_, changed) => {
    expect(modelDigest(changed)).not.toBe(modelDigest(base));
  });

  it('does not depend on the order of the list', () => {
    expect(modelDigest([...base].reverse())).toBe(modelDigest(base));
  });

  it('is injective over names and contents', () => {
    const files = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z]{1,3}$/), content: fc.string() }), {
      selector: (f) => f.name,
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(files, files, (a, b) => {
        const pairs = (list: typeof a): string => JSON.stringify(list.map((f) => [f.name, f.content]).sort());
        const digest = (list: typeof a): string => modelDigest(list.map((f) => file(f.name, f.content)));

        expect(digest(a) === digest(b)).toBe(pairs(a) === pairs(b));
      }),
    );
  });
});

describe('omsPredicate and omsRootDigest', () => {
  it('sorts by code point, not by UTF-16 unit', () => {
    expect(omsPredicate([file('\u{1f600}'), file('\uffee')]).resources.map((r) => r.name)).toEqual([
      '\uffee',
      '\u{1f600}',
    ]);
  });

  it('hashes the raw digests in resource order and does not bind names', () => {
    const raw = Buffer.concat(
      [file('config.json'), file('weights.safetensors')].map((f) => Buffer.from(hexOf(f.digest), 'hex')),
    );

    expect(omsRootDigest(base)).toBe(sha256(raw));
    expect(omsRootDigest([file('b', 'weights.safetensors'), file('a', 'config.json')])).toBe(omsRootDigest(base));
  });
});

describe('checkModelFiles', () => {
  it.each([
    ['a plain name', ['model.safetensors']],
    ['folders', ['a/b/c.json', 'a/b.json', 'a/d/c.json']],
    ['dot files', ['.hidden', 'a/..b', '...c']],
    ['other scripts', ['وزن.json', 'é.json']],
    ['a signature elsewhere', ['sub/model.sig']],
    ['255 bytes', ['x'.repeat(255)]],
  ])('accepts %s', (_, names) => {
    expect(() => checkModelFiles(names.map((name) => file(name)))).not.toThrow();
  });

  it.each([
    ['no file', [], 'it has no files'],
    ['an empty name', [''], 'the name is empty'],
    ['an absolute name', ['/etc/passwd'], 'the name is absolute'],
    ['a parent', ['a/../b'], 'the part ".."'],
    ['only a parent', ['..'], 'the part ".."'],
    ['a dot', ['./a'], 'the part "."'],
    ['an empty part', ['a//b'], 'an empty part'],
    ['a trailing slash', ['a/'], 'an empty part'],
    ['a backslash', ['a\\b'], 'a backslash'],
    ['a drive', ['C:a'], 'a colon'],
    ['a stream', ['a:b'], 'a colon'],
    ['NUL', ['a\0b'], 'a control or invisible'],
    ['a newline', ['a\nb'], 'a control or invisible'],
    ['a right-to-left override', ['a\u202eb'], 'a control or invisible'],
    ['a lone surrogate', ['a\ud800'], 'a control or invisible'],
    ['decomposed letters', ['e\u0301'], 'not in Unicode normal form'],
    ['a trailing dot', ['a./b'], 'ends in a dot or a space'],
    ['a trailing space', ['a '], 'ends in a dot or a space'],
    ['a long part', ['x'.repeat(256)], 'longer than'],
    ['a long name', [Array(300).fill('xyz').join('/')], 'longer than'],
    ['the signature', ['model.sig'], 'kept for the signature'],
    ['the signature in capitals', ['MODEL.SIG'], 'kept for the signature'],
    ['the same name twice', ['a', 'a'], 'collides with the file "a"'],
    ['names that differ in case', ['a', 'A'], 'collides with the file "a"'],
    ['names that fold alike', ['stra\u00dfe', 'STRASSE'], 'collides'],
    ['compatibility forms', ['\ufb01', 'fi'], 'collides'],
    ['folders that differ in case', ['a/x', 'A/y'], 'collides with the folder "a"'],
    ['a file that is a folder', ['a', 'a/b'], 'collides with the file "a"'],
    ['a folder that is a file', ['a/b', 'a'], 'collides with the folder "a"'],
  ])('refuses %s', (_, names, message) => {
    const check = (): void => checkModelFiles(names.map((name) => file(name)));

    expect(check).toThrow(ConfigError);
    expect(check).toThrow(message);
    expect(() => modelDigest(names.map((name) => file(name)))).toThrow(message);
  });

  it('refuses what is no digest and no size', () => {
    const bad = { name: 'a', sizeBytes: 1.5, digest: sha256('a').toUpperCase() as ModelFile['digest'] };

    expect(faults([bad])).toEqual([expect.stringContaining('digest SHA256:'), 'size 1.5']);
  });

  it('reports every fault', () => {
    expect(faults([file('/a'), file('b\\'), file('c'), file('C')])).toEqual([
      'the name is absolute',
      'the name has a backslash',
      'it collides with the file "c"',
    ]);
  });
});

function faults(files: readonly ModelFile[]): readonly string[] {
  try {
    checkModelFiles(files);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((fault) => fault.found);
    throw error;
  }
  return [];
}
