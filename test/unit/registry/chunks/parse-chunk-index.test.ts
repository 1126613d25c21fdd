import { canonicalJson, modelDigest, omsRootDigest, sha256 } from '@gatehouse/core';
import { buildChunkIndex, type ChunkIndex, type Part, parseManifest } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { content, index, old, own, writeIndex } from './small-index.ts';

/** The index as JSON that is written as it is, without the rules that writing keeps. */
interface Wire {
  schemaVersion: number;
  model: string;
  tag: string;
  modelDigest: string;
  omsRootDigest: string;
  parts: { release: string; asset: string; sizeBytes: number; digest: string }[];
  chunks: [string, number, number, number][];
  files: { name: string; sizeBytes: number; digest: string; chunks: [number, number][] }[];
}

/** An attacker computes both digests too, so they are those of the changed files where they can have any. */
function changed(change: (wire: Wire) => void): Uint8Array {
  const wire: Wire = JSON.parse(new TextDecoder().decode(writeIndex(index)));
  const digests = new Map(index.files.map(({ name, digest }) => [name, digest]));
  change(wire);
  const files = wire.files.map((file, i) => ({ ...file, digest: digests.get(file.name) ?? sha256(String(i)) }));
  try {
    if (wire.modelDigest === index.modelDigest) wire.modelDigest = modelDigest(files);
    wire.omsRootDigest = omsRootDigest(files);
  } catch {
    wire.modelDigest = index.modelDigest;
  }
  for (const [number, file] of wire.files.entries()) file.digest = files[number]?.digest ?? file.digest;
  return new TextEncoder().encode(`${canonicalJson(wire)}\n`);
}

const at = <T>(list: readonly T[], number: number): T => {
  const item = list[number];
  if (item === undefined) throw new Error(`the list has no item ${number}`);
  return item;
};

describe('an index is refused', () => {
  test.each<{ name: string; change: (wire: Wire) => void; found: RegExp }>([
    {
      name: 'of another schema',
      change: (w) => {
        w.schemaVersion = 1;
      },
      found: /schemaVersion/,
    },
    {
      name: 'with a member more',
      change: (w) => {
        Object.assign(w, { more: 1 });
      },
      found: /more/,
    },
    {
      name: 'with a link',
      change: (w) => {
        Object.assign(at(w.files, 0), { link: '/etc/passwd' });
      },
      found: /link/,
    },
    {
      name: 'without a file',
      change: (w) => {
        w.files = [];
      },
      found: /files/,
    },
    {
      name: 'whose tag is no version',
      change: (w) => {
        w.tag = 'm';
      },
      found: /names no version/,
    },
    {
      name: 'of another model than its tag',
      change: (w) => {
        w.model = 'n';
      },
      found: /tag names "m"/,
    },
    {
      name: 'with a path out of the folder',
      change: (w) => {
        at(w.files, 0).name = '../x';
      },
      found: /part "\.\."/,
    },
    {
      name: 'with an absolute path',
      change: (w) => {
        at(w.files, 0).name = '/x';
      },
      found: /absolute/,
    },
    {
      name: 'with names that differ in case',
      change: (w) => {
        at(w.files, 2).name = 'b/W.bin';
        w.files = [at(w.files, 0), at(w.files, 2), at(w.files, 1)];
        at(w.files, 2).chunks = [];
        at(w.files, 2).sizeBytes = 0;
        at(w.files, 1).chunks = [
          [1, 2],
          [1, 1],
        ];
        at(w.files, 1).sizeBytes = 8;
      },
      found: /collides/,
    },
    {
      name: 'with a name that is not NFC',
      change: (w) => {
        at(w.files, 2).name = 'e\u0301';
      },
      found: /NFC/,
    },
    {
      name: 'with a file that is a folder too',
      change: (w) => {
        at(w.files, 2).name = 'b/w.bin/x';
      },
      found: /collides/,
    },
    {
      name: 'with a file twice',
      change: (w) => {
        at(w.files, 2).name = 'b/w.bin';
      },
      found: /twice or out of order/,
    },
    {
      name: 'with files out of order',
      change: (w) => {
        at(w.files, 2).name = 'aa';
      },
      found: /out of order/,
    },
    {
      name: 'with a chunk that is not there',
      change: (w) => {
        at(w.files, 1).chunks = [[1, 3]];
      },
      found: /names chunk 3, which is not there/,
    },
    {
      name: 'with a chunk in no part',
      change: (w) => {
        at(w.chunks, 0)[2] = 2;
      },
      found: /in part 2 of 2/,
    },
    {
      name: 'with a chunk beyond its part',
      change: (w) => {
        at(w.chunks, 2)[3] = 8;
      },
      found: /ends beyond part-0003/,
    },
    {
      name: 'with overlapping chunks',
      change: (w) => {
        at(w.chunks, 0)[3] = 2;
      },
      found: /overlaps/,
    },
    {
      name: 'with one chunk twice',
      change: (w) => {
        at(w.chunks, 2)[0] = at(w.chunks, 1)[0];
      },
      found: /listed twice/,
    },
    {
      name: 'with a chunk that no file uses',
      change: (w) => {
        at(w.files, 1).chunks = [[1, 1]];
        at(w.files, 1).sizeBytes = 3;
      },
      found: /No file uses chunk 2/,
    },
    {
      name: 'with chunks in another order',
      change: (w) => {
        w.chunks = [at(w.chunks, 1), at(w.chunks, 0), at(w.chunks, 2)];
        at(w.files, 0).chunks = [
          [1, 1],
          [0, 1],
        ];
        at(w.files, 1).chunks = [
          [0, 1],
          [2, 1],
          [0, 1],
        ];
      },
      found: /used before/,
    },
    {
      name: 'with a run that is cut in two',
      change: (w) => {
        at(w.files, 0).chunks = [
          [0, 1],
          [1, 1],
        ];
      },
      found: /run within a run/,
    },
    {
      name: 'with an empty run',
      change: (w) => {
        at(w.files, 2).chunks = [[0, 0]];
      },
      found: /files/,
    },
    {
      name: 'with a chunk without a byte',
      change: (w) => {
        at(w.chunks, 0)[1] = 0;
      },
      found: /chunks/,
    },
    {
      name: 'with a chunk that fills memory',
      change: (w) => {
        at(w.chunks, 0)[1] = 16 * 1024 * 1024 + 1;
      },
      found: /chunks/,
    },
    {
      name: 'with a negative offset',
      change: (w) => {
        at(w.chunks, 0)[3] = -1;
      },
      found: /chunks/,
    },
    {
      name: 'whose chunks are not as long as the file',
      change: (w) => {
        at(w.files, 1).sizeBytes = 9;
      },
      found: /9 bytes and its chunks 8/,
    },
    {
      name: 'whose file is 4 million chunks and more',
      change: (w) => {
        at(w.files, 2).chunks = [
          [0, 3],
          [0, 4_000_000],
        ];
      },
      found: /at most 4000000 are read/,
    },
    {
      name: 'with bytes in front of its chunks',
      change: (w) => {
        at(w.chunks, 0)[3] = 4;
        at(w.parts, 1).sizeBytes = 5;
      },
      found: /before 4 that are no chunk/,
    },
    {
      name: 'with bytes behind its chunks',
      change: (w) => {
        at(w.parts, 1).sizeBytes = 5;
      },
      found: /after 4 that are no chunk/,
    },
    {
      name: 'with a part that nothing is in',
      change: (w) => {
        w.parts.push({ ...own, asset: 'part-0002' });
      },
      found: /No chunk is in part-0002/,
    },
    {
      name: 'with a part twice',
      change: (w) => {
        w.parts.push({ ...own });
      },
      found: /listed twice/,
    },
    {
      name: 'with parts out of order',
      change: (w) => {
        w.parts.reverse();
        for (const chunk of w.chunks) chunk[2] = 1 - chunk[2];
      },
      found: /out of order/,
    },
    {
      name: 'with a part of another name',
      change: (w) => {
        at(w.parts, 1).asset = 'model.sig';
      },
      found: /not named as parts are/,
    },
    {
      name: 'with a part of 2 GB',
      change: (w) => {
        at(w.parts, 0).sizeBytes = 2_000_000_000;
      },
      found: /2000000000 bytes/,
    },
    {
      name: 'that refers to a later version',
      change: (w) => {
        w.tag = 'm@v0.9.0';
      },
      found: /not earlier/,
    },
    {
      name: 'that refers to another model',
      change: (w) => {
        at(w.parts, 0).release = 'a@v1.0.0';
      },
      found: /no version of the model/,
    },
    {
      name: 'that refers to no version',
      change: (w) => {
        at(w.parts, 0).release = 'latest';
      },
      found: /no version of the model/,
    },
    {
      name: 'with another model digest',
      change: (w) => {
        w.modelDigest = sha256('x');
      },
      found: /model digest/,
    },
  ])('$name', ({ change, found }) => {
    const bytes = changed(change);
    const parse = (): ChunkIndex => parseManifest(bytes);

    expect(parse).toThrow(found);
    expect(parse).toThrow(expect.objectContaining({ code: 'integrity', reasonCode: 'chunk-index-invalid' }));
  });

  test.each([
    { name: 'that is no JSON', text: (json: string) => `${json}x` },
    { name: 'without its line feed', text: (json: string) => json.trimEnd() },
    { name: 'with space in it', text: (json: string) => json.replace(':', ': ') },
    { name: 'with a key twice', text: (json: string) => json.replace('{', '{"tag":"m@v9.0.0",') },
  ])('$name', ({ text }) => {
    const bytes = new TextEncoder().encode(text(new TextDecoder().decode(writeIndex(index))));

    expect(() => parseManifest(bytes)).toThrow(expect.objectContaining({ reasonCode: 'chunk-index-invalid' }));
  });

  /** An index of one file with as many chunks of one byte, each in a part of its own. */
  function withParts(count: number, partOf: (number: number) => Part): Uint8Array {
    const chunks = Array.from({ length: count }, (_, i) => ({ digest: sha256(String(i)), sizeBytes: 1 }));
    const numbers = new Map<string, number>(chunks.map(({ digest }, i) => [digest, i]));
    const files = [{ name: 'w', sizeBytes: count, digest: sha256('w'), chunks }];
    const placeOf = ({ digest }: { readonly digest: string }) => ({
      part: partOf(numbers.get(digest) ?? 0),
      offset: 0,
    });
    return writeIndex(buildChunkIndex({ ...content, files, placeOf }));
  }

  test('that is read from more than 8 releases', () => {
    const inReleases = (count: number): Uint8Array => withParts(count, (i) => ({ ...old, release: `m@v1.${i}.0` }));

    expect(parseManifest(inReleases(8)).parts).toHaveLength(8);
    expect(() => parseManifest(inReleases(9))).toThrow(/reads 9 releases; at most 8 are allowed/);
  });

  test('that has more than 900 parts of its own', () => {
    const inParts = (count: number): Uint8Array =>
      withParts(count, (i) => ({ ...own, sizeBytes: 1, asset: `part-${String(i + 1).padStart(4, '0')}` }));

    expect(parseManifest(inParts(900)).parts).toHaveLength(900);
    expect(() => parseManifest(inParts(901))).toThrow(/901 parts; a release holds at most 900/);
  });
});
