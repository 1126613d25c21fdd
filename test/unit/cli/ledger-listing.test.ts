import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../../packages/cli/src/ledger/git-repository.ts';
import { readListed } from '../../../packages/cli/src/ledger/listed-files.ts';
import { splitListing } from '../../../packages/cli/src/ledger/listing-stream.ts';
import type { TreeBlob } from '../../../packages/cli/src/ledger/tree-blob.ts';
import { git } from './ledger-clone.ts';

/** Three hundreds, so that the two readers take turns more than once. */
const LENGTH = 330;
/** In the second hundred: what comes before it can be listed. */
const PLACE = 150;
const REF = 'refs/heads/gatehouse-evidence';

const pathOf = (seq: number): string => `ledger/00000/${String(seq).padStart(8, '0')}.json`;
const plainFile = (seq: number): string => (seq % 3 === 0 ? `{"n":${seq}}\n` : `{"n":${seq}}\n{"sig":"${seq}"}\n`);

interface TreeFile {
  readonly mode?: string;
  readonly bytes: string | Uint8Array;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-listing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A branch of plain entries, with some files of its own. */
function makeBranch(files: Readonly<Record<string, TreeFile | null>> = {}, options: readonly string[] = []): void {
  execFileSync('git', ['init', '--quiet', '-b', 'main', ...options, folder]);
  const tree = new Map<string, TreeFile | null>();
  for (let seq = 1; seq <= LENGTH; seq += 1) tree.set(pathOf(seq), { bytes: plainFile(seq) });
  for (const [path, file] of Object.entries(files)) tree.set(path, file);
  const parts = [Buffer.from(`commit ${REF}\ncommitter g <g@example.org> 1767225600 +0000\ndata 1\nx\n`)];
  for (const [path, file] of tree) {
    if (file === null) continue;
    const { mode = '100644', bytes } = file;
    const name = JSON.stringify(path);
    if (mode === '160000') parts.push(Buffer.from(`M ${mode} ${bytes} ${name}\n`));
    else
      parts.push(
        Buffer.from(`M ${mode} inline ${name}\ndata ${Buffer.byteLength(bytes)}\n`),
        Buffer.from(bytes),
        Buffer.of(0x0a),
      );
  }
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { input: Buffer.concat(parts) });
}

interface Readings {
  /** What the check of a ledger is given. */
  readonly read: readonly string[];
  /** What `git cat-file` says. */
  readonly expected: readonly string[];
  /** How many came without it. */
  readonly listed: number;
}

async function readAll(from = folder): Promise<Readings> {
  const repository = openRepository(from);
  const commit = git(folder, 'rev-parse', REF);
  const tree = await repository.tree(commit, ['ledger']);
  const blobs = tree.filter(({ mode }) => mode === '100644');
  const listed = await texts(readListed({ folder: from, env: process.env }, commit, blobs));
  const read = await texts(repository.entries(commit, blobs));
  const expected = await texts(repository.blobs(blobs.map(({ oid }) => oid)));
  return { read, expected, listed: listed.length };
}

/** Places of files that are read otherwise, and not their megabytes. */
function differences({ read, expected }: Readings): number[] {
  const places = Array.from({ length: Math.max(read.length, expected.length) }, (_, at) => at);
  return places.filter((at) => read[at] !== expected[at]);
}

async function texts(source: AsyncIterable<readonly Uint8Array[]>): Promise<string[]> {
  const found: string[] = [];
  // Copied at once: a reader may use its buffer again.
  for await (const some of source) found.push(...some.map((bytes) => Buffer.from(bytes).toString('latin1')));
  return found;
}

const file = (bytes: string | Uint8Array): Record<string, TreeFile> => ({ [pathOf(PLACE)]: { bytes } });
const wide = (length: number): string => `{"a":"${'x'.repeat(length - 9)}"}\n`;

describe('entries of a branch', () => {
  it.each<[string, Readonly<Record<string, TreeFile | null>>, number]>([
    ['as our writers leave it', {}, LENGTH],
    ['with the longest file that is ours', file(wide(64 * 1024)), LENGTH],
    ['with an empty file', file(''), PLACE - 1],
    ['with a file without a line end', file('{}'), PLACE - 1],
    ['with a file whose second line has no end', file('{}\n{}'), PLACE - 1],
    ['with a file of three lines', file('{}\n{}\n{}\n'), PLACE - 1],
    ['with a file of 300 lines', file('{}\n'.repeat(300)), PLACE - 1],
    ['with a file that is a line end', file('\n'), LENGTH],
    ['with a file of two line ends', file('\n\n'), PLACE - 1],
    ['with a second line that is no object', file('{}\nx\n'), PLACE - 1],
    ['with line ends of Windows', file('{}\r\n{}\r\n'), LENGTH],
    ['with a byte order mark', file('\ufeff{}\n{}\n'), LENGTH],
    ['with bytes 0', file('{"a":"\0\0"}\n{"\0":0}\n'), LENGTH],
    ['with bytes that are no UTF-8', file(Buffer.of(0xff, 0xfe, 0x0a)), LENGTH],
    ['with a file of 200 KiB', file(wide(200 * 1024)), PLACE - 1],
    ['with a file of 30 MB', file(Buffer.alloc(3e7, 0x20)), PLACE - 1],
    ['with a file of a million line ends', file('\n'.repeat(1e6)), PLACE - 1],
    ['with what looks like the next heading', file(`HEAD:${pathOf(PLACE + 1)}\n{"n":151}\n`), LENGTH],
    ['with what looks like a heading on the second line', file(`{}\nHEAD:${pathOf(PLACE + 1)}\n`), PLACE - 1],
    ['with a link', { [pathOf(PLACE)]: { mode: '120000', bytes: pathOf(1) } }, LENGTH - 1],
    ['with a submodule', { [pathOf(PLACE)]: { mode: '160000', bytes: 'a'.repeat(40) } }, LENGTH - 1],
    ['with an executable', { [pathOf(PLACE)]: { mode: '100755', bytes: '{}\n' } }, PLACE - 1],
    ['with a gap', { [pathOf(PLACE)]: null }, LENGTH - 1],
    ['with a foreign file', { 'ledger/00000/00000150.json.bak': { bytes: '{}\n' } }, PLACE],
    ['with a foreign file at the start', { 'ledger/0': { bytes: '{}\n' } }, 0],
    ['with a file in a deeper folder', { 'ledger/00000/0/00000999.json': { bytes: '{}\n' } }, 0],
    ['with a name in another script', { 'ledger/00000/é00000150.json': { bytes: '{}\n' } }, LENGTH],
    ['with a line end in a name', { 'ledger/00000/a\n00000350.json': { bytes: '{}\n' } }, LENGTH],
    ['with settings that call them binary', { '.gitattributes': { bytes: '* binary diff=evil\n' } }, LENGTH],
    ['with settings beside them', { 'ledger/.gitattributes': { bytes: '*.json -diff -text\n' } }, 0],
  ])('%s are what git cat-file says', async (_, files, listed) => {
    makeBranch(files);

    const found = await readAll();

    expect(differences(found)).toEqual([]);
    expect(found.listed).toBe(listed);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['of grep', { 'grep.lineNumber': 'true', 'grep.column': 'true', 'grep.fullName': 'false', 'grep.threads': '8' }],
    ['of patterns', { 'grep.patternType': 'perl', 'grep.extendedRegexp': 'true' }],
    ['of colours', { 'color.ui': 'always', 'color.grep': 'always', 'color.grep.filename': 'red' }],
    ['of names', { 'core.quotePath': 'false', 'core.ignoreCase': 'true', 'core.abbrev': '4' }],
    ['of line ends', { 'core.autocrlf': 'true', 'core.eol': 'crlf', 'core.safecrlf': 'true' }],
    ['of pagers', { 'core.pager': 'head -1', 'pager.grep': 'head -1', 'alias.grep': 'grep -l' }],
    ['of submodules', { 'submodule.recurse': 'true', 'grep.fallbackToNoIndex': 'true' }],
    ['of sizes', { 'core.bigFileThreshold': '1', 'core.compression': '0', 'core.packedGitLimit': '1m' }],
  ])('are read whatever the settings %s', async (_, settings) => {
    makeBranch();
    for (const [name, value] of Object.entries(settings)) git(folder, 'config', name, value);

    const found = await readAll();

    expect(differences(found)).toEqual([]);
    expect(found.listed).toBe(LENGTH);
  });

  it.each<[string, (attributes: string) => void]>([
    ['of the clone', (attributes) => writeFileSync(join(folder, '.git', 'info', 'attributes'), attributes)],
    ['of the work tree', (attributes) => writeFileSync(join(folder, '.gitattributes'), attributes)],
    [
      'of the user',
      (attributes) => {
        writeFileSync(join(folder, 'attributes'), attributes);
        git(folder, 'config', 'core.attributesFile', join(folder, 'attributes'));
      },
    ],
  ])('are read whatever the attributes %s', async (_, write) => {
    makeBranch();
    write('*.json binary diff=evil filter=evil working-tree-encoding=UTF-16 eol=crlf\n');
    for (const setting of ['diff.evil.textconv', 'filter.evil.smudge', 'filter.evil.clean']) {
      git(folder, 'config', setting, 'echo evil #');
    }
    git(folder, 'config', 'diff.evil.binary', 'true');

    const found = await readAll();

    expect(differences(found)).toEqual([]);
    expect(found.listed).toBe(LENGTH);
  });

  it('are read with ids of SHA-256', async () => {
    makeBranch(file('{}\n{}\n{}\n'), ['--object-format=sha256']);

    const found = await readAll();

    expect(differences(found)).toEqual([]);
    expect(found.listed).toBe(PLACE - 1);
  });

  it('are read from a folder of the clone, and without a work tree', async () => {
    makeBranch();
    const inside = join(folder, 'a', 'ledger');
    mkdirSync(inside, { recursive: true });

    for (const from of [inside, join(folder, '.git')]) {
      const found = await readAll(from);

      expect(differences(found)).toEqual([]);
      expect(found.listed).toBe(LENGTH);
    }
  });

  it('are all read after git has ended', async () => {
    makeBranch();
    const commit = git(folder, 'rev-parse', REF);
    const blobs = await openRepository(folder).tree(commit, ['ledger']);
    const listed = readListed({ folder, env: process.env }, commit, blobs);

    const first = await listed.next();
    await new Promise((done) => setTimeout(done, 300));

    expect((first.value?.length ?? 0) + (await texts(listed)).length).toBe(LENGTH);
  });

  it('of which one is not there are an error', async () => {
    makeBranch();
    const commit = git(folder, 'rev-parse', REF);
    const blobs = await openRepository(folder).tree(commit, ['ledger']);
    const without = blobs.map((blob, at) => (at === PLACE ? { ...blob, oid: 'a'.repeat(40) } : blob));

    await expect(texts(openRepository(folder).entries(commit, without))).rejects.toThrow('it cannot be read');
  });
});

const COMMIT = 'c'.repeat(40);
const idOf = (bytes: string): string => createHash('sha1').update(`blob ${bytes.length}\0${bytes}`).digest('hex');
const FILES = ['{"a":1}\n', '{"a":2}\n{"sig":"x"}\n', '{"a":3}\n'];
const BLOBS: readonly TreeBlob[] = FILES.map((bytes, at) => ({
  path: pathOf(at + 1),
  mode: '100644',
  oid: idOf(bytes),
}));
const listing = (files: readonly string[]): string =>
  files.map((bytes, at) => `${COMMIT}:${pathOf(at + 1)}\n${bytes}`).join('');

function split(chunks: readonly string[], blobs = BLOBS): Promise<string[]> {
  async function* output(): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
  }
  return texts(splitListing(output(), COMMIT, blobs));
}

describe('a listing', () => {
  it('is split wherever its chunks end', async () => {
    const whole = listing(FILES);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(whole.length), { maxLength: 8 }), async (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = edges.slice(1).map((end, at) => whole.slice(edges[at], end));

        expect(await split(chunks)).toEqual(FILES);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, string, number]>([
    ['of the files asked for', listing(FILES), 3],
    ['with more than that', listing([...FILES, '{"a":4}\n']), 3],
    ['that is empty', '', 0],
    ['that is cut in a heading', listing(FILES.slice(0, 2)) + COMMIT, 2],
    ['that is cut in a file', listing(FILES).slice(0, -1), 2],
    ['that is cut after the first of two lines', listing(FILES.slice(0, 2)).slice(0, -'{"sig":"x"}\n'.length), 1],
    ['without the first file', listing(FILES).slice(listing(FILES.slice(0, 1)).length), 0],
    ['with another byte', listing(FILES).replace('"a":2', '"a":7'), 1],
    ['with a colour', `\u001b[31m${listing(FILES)}`, 0],
    ['in another order', listing([...FILES].reverse()), 0],
    ['of one line after another', FILES.join(''), 0],
    ['with an empty line between files', listing(FILES).replace(`\n${COMMIT}:${pathOf(3)}`, '\n$&'), 2],
  ])('%s gives no byte that the tree does not name', async (_, text, count) => {
    expect(await split([text])).toEqual(FILES.slice(0, count));
    expect(await split([...text])).toEqual(FILES.slice(0, count));
  });

  it('of a file that does not end is given up', async () => {
    let given = 0;
    async function* output(): AsyncGenerator<Buffer> {
      for (; given < 100; given += 1) yield Buffer.alloc(64 * 1024, 0x20);
    }

    expect(await texts(splitListing(output(), COMMIT, BLOBS))).toEqual([]);
    expect(given).toBeLessThan(10);
  });
});
