import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, hexOf, type ReadFile, sha256, type TableFormat, type TableSource } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted } from '../quoted.ts';
import { headerNames, requireColumnNames } from './csv-header.ts';
import { type FileStamp, hashInput } from './file-stamp.ts';
import { type InputFile, type ReadableFolders, resolveFiles } from './resolve-files.ts';
import { blocksOf, type ColumnBlock, splitColumns } from './split-columns.ts';
import { stageText } from './staged-text.ts';
import { compressionOf, formatOf, refusePointer } from './table-format.ts';

/** A file of a table, ready for the engine. */
export interface PreparedFile extends ReadFile {
  readonly input: InputFile;
  /** What the engine opens: private copies of text, cut into blocks of columns; the file itself of Parquet and JSON Lines. */
  readonly blocks: readonly ColumnBlock[];
  /** Names in the header of CSV and TSV. */
  readonly header: readonly string[];
  /** Records that we counted in CSV and TSV. */
  readonly records: number | null;
  /** Of a file that the engine opens itself, to be compared at the end; `null` of a copy. */
  readonly stamp: FileStamp | null;
}

export interface PreparedTable {
  readonly source: TableSource;
  readonly format: TableFormat;
  readonly files: readonly PreparedFile[];
  readonly digest: Digest;
}

/** How far a file is read; called with every piece of it. */
export type OnRead = (read: { readonly path: string; readonly bytes: number; readonly of: number }) => void;

export interface PrepareOptions extends ReadableFolders {
  /** Private folder for copies. */
  readonly folder: string;
  readonly maxTextBytes: number;
  readonly onRead?: OnRead | undefined;
}

/** More columns than this are kept in several tables of the engine. */
export const BLOCK_COLUMNS = 250;

const GLOB_CHARACTERS = /[*?[\]]/;

/**
 * Finds, checks and hashes the files of a table, and copies those that are text.
 *
 * @throws ActionError `refused` with the reason code of what is wrong with a file.
 */
export async function prepareSource(source: TableSource, options: PrepareOptions): Promise<PreparedTable> {
  const inputs = await resolveFiles(options, source.files);
  const format = formatOf(inputs, source.format);
  const files: PreparedFile[] = [];
  for (const [index, input] of inputs.entries()) {
    const copy = join(options.folder, `${source.name.replaceAll(/[^a-z0-9]/gi, '_')}-${index}`);
    files.push(
      format === 'parquet'
        ? await prepareParquet(input, options.onRead)
        : await prepareText(input, { format, copy, options }),
    );
  }
  return { source, format, files, digest: digestOf(files) };
}

async function prepareText(
  input: InputFile,
  how: { readonly format: TableFormat; readonly copy: string; readonly options: PrepareOptions },
): Promise<PreparedFile> {
  const delimiter = { csv: ',', tsv: '\t', jsonl: null, parquet: null }[how.format] as ',' | '\t' | null;
  const { maxTextBytes: maxBytes, onRead } = how.options;
  const staged = await stageText(input, { delimiter, to: how.copy, maxBytes, onChunk: counted(input, onRead) });
  const header = delimiter === null ? [] : headerNames(staged.header, delimiter);
  if (delimiter !== null) requireColumnNames(quoted(input.path), header);
  const { digest, bytes, records } = staged;
  const whole = { first: 0, width: header.length, path: how.copy };
  const cuts = blocksOf(header.length, BLOCK_COLUMNS);
  const blocks =
    delimiter === null || cuts.length === 1 ? [whole] : await splitColumns(how.copy, { delimiter, blocks: cuts });
  return { path: input.path, digest, bytes, input, blocks, header, records, stamp: null };
}

/** Sums the pieces up. */
function counted(input: InputFile, onRead: OnRead | undefined): (chunk: Buffer) => void {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.length;
    onRead?.({ path: input.path, bytes, of: input.bytes });
  };
}

async function prepareParquet(input: InputFile, onRead: OnRead | undefined): Promise<PreparedFile> {
  if (GLOB_CHARACTERS.test(input.realPath)) {
    const fault = { where: quoted(input.path), found: 'a name that the engine takes for a glob' };
    const allowed = 'a name without *, ?, [ and ]';
    throw refusedInput('file-unreadable', { ...fault, allowed, remedy: 'Rename the file' });
  }
  let head: Buffer | null = null;
  const told = counted(input, onRead);
  const { digest, bytes, stamp } = await hashInput(input, (chunk) => {
    told(chunk);
    head ??= Buffer.from(chunk.subarray(0, 1024));
  });
  if (head === null) {
    const fault = { where: quoted(input.path), found: '0 bytes', allowed: 'a table', remedy: 'Write the table again' };
    throw refusedInput('file-empty', fault);
  }
  refusePointer(input, head, bytes);
  refusePacked(input, head);
  await requireParquetEnds(input, bytes);
  return {
    path: input.path,
    digest,
    bytes,
    input,
    blocks: [{ first: 0, width: 0, path: input.realPath }],
    header: [],
    records: null,
    stamp,
  };
}

/** Parquet is read by seeking, which nothing packed around it allows, and its pages are compressed already. */
function refusePacked(input: InputFile, head: Uint8Array): void {
  const packing = compressionOf(head);
  if (packing === 'none') return;
  throw refusedInput('file-unreadable', {
    where: quoted(input.path),
    found: `a Parquet file inside ${packing}`,
    allowed: 'Parquet as it is, with gzip or zstd of its own pages; .gz and .zst are for text',
    remedy: `Unpack it with "${packing === 'gzip' ? 'gunzip' : 'unzstd'}" first`,
  });
}

/** The engine's own words for a file that was cut off are about metadata; ours say what happened. */
async function requireParquetEnds(input: InputFile, bytes: number): Promise<void> {
  const handle = await open(input.realPath, 'r');
  try {
    const ends = Buffer.alloc(8);
    await handle.read(ends, 0, 4, 0);
    if (bytes >= 12) await handle.read(ends, 4, 4, bytes - 4);
    if (ends.toString('latin1') === 'PAR1PAR1') return;
  } finally {
    await handle.close();
  }
  throw refusedInput('file-unreadable', {
    where: quoted(input.path),
    found: 'a file that does not begin and end with PAR1',
    allowed: 'whole Parquet files without encryption',
    remedy: 'Write or fetch the file again',
  });
}

/** What `sha256sum` prints of several files, hashed, stands for them all. */
function digestOf(files: readonly PreparedFile[]): Digest {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first.digest;
  return sha256(files.map((file) => `${hexOf(file.digest)}  ${file.path}\n`).join(''));
}
