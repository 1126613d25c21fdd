import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Digest } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted } from '../quoted.ts';
import { CsvScanner, TextProblem } from './csv-scanner.ts';
import { openInput, readChunks, requireUnchanged, stampOf } from './file-stamp.ts';
import type { InputFile } from './resolve-files.ts';
import { compressionOf, refusePointer } from './table-format.ts';
import { TextCheck } from './text-check.ts';

/** A text file as it was copied for the engine: decompressed, without byte order mark, header and carriage returns. */
export interface StagedText {
  /** Of the bytes of the file, compressed or not: the copy was made of the very bytes that were hashed. */
  readonly digest: Digest;
  readonly bytes: number;
  /** Header of a CSV or TSV file, else empty. */
  readonly header: Buffer;
  /** Records after the header, counted by us; `null` for JSON Lines. */
  readonly records: number | null;
}

export interface StageOptions {
  /** `null` for JSON Lines. */
  readonly delimiter: ',' | '\t' | null;
  readonly to: string;
  /** Of the decompressed text: a bomb must not fill the disk. */
  readonly maxBytes: number;
  /** Told of every piece of the file as it is read. */
  readonly onChunk?: (chunk: Buffer) => void;
}

/**
 * Copies a text file into a private folder in one pass that hashes, decompresses and checks it.
 *
 * @throws ActionError `refused`: `file-empty`, `pointer-not-fetched`, `file-changed`, `file-unreadable`, `file-too-large`.
 */
export async function stageText(file: InputFile, options: StageOptions): Promise<StagedText> {
  const handle = await openInput(file);
  try {
    const stamp = await stampOf(handle);
    const head = Buffer.alloc(1024);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw emptyFile(file, '0 bytes');
    const { size } = await handle.stat();
    refusePointer(file, head.subarray(0, bytesRead), size);

    const hash = createHash('sha256');
    let bytes = 0;
    const raw = Readable.from(
      tapped(readChunks(handle), (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        options.onChunk?.(chunk);
      }),
    );
    const scanner = options.delimiter === null ? null : new CsvScanner(options.delimiter);
    const body = (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> => scanned(chunks, scanner, options.maxBytes);
    const inflate = { none: null, gzip: createGunzip, zstd: createZstdDecompress }[compressionOf(head)];
    const sink = createWriteStream(options.to, { flags: 'wx', mode: 0o600 });
    await (inflate === null ? pipeline(raw, body, sink) : pipeline(raw, inflate(), body, sink)).catch(
      (cause: unknown) => {
        throw problemOf(file, cause);
      },
    );
    await requireUnchanged(file, stamp);
    const header = scanner?.header ?? Buffer.alloc(0);
    if (scanner !== null && header.length === 0) throw emptyFile(file, 'no header');
    return { digest: `sha256:${hash.digest('hex')}`, bytes, header, records: scanner?.records ?? null };
  } finally {
    await handle.close();
  }
}

async function* tapped(chunks: AsyncIterable<Buffer>, tap: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    tap(chunk);
    yield chunk;
  }
}

async function* scanned(
  chunks: AsyncIterable<Buffer>,
  scanner: CsvScanner | null,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  const check = new TextCheck();
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes of text`);
    const text = check.push(chunk);
    const out = scanner === null ? text : scanner.push(text);
    if (out.length > 0) yield out;
  }
  const rest = check.end();
  if (scanner === null) yield rest;
  else {
    yield scanner.push(rest);
    yield scanner.end();
  }
}

class TooLarge extends Error {}

function emptyFile(file: InputFile, found: string): Error {
  const fault = { where: quoted(file.path), found, allowed: 'a table', remedy: 'Write the table again' };
  return refusedInput('file-empty', fault);
}

function problemOf(file: InputFile, cause: unknown): unknown {
  const where = quoted(file.path);
  if (cause instanceof TextProblem) {
    const { line, found, allowed } = cause;
    const remedy = 'Write the file with a library for its format';
    return refusedInput('file-unreadable', { where: `${where}:${line}`, found, allowed, remedy }, cause);
  }
  if (cause instanceof TooLarge) {
    const allowed = 'a smaller table';
    return refusedInput('file-too-large', { where, found: cause.message, allowed, remedy: 'Use Parquet' }, cause);
  }
  if (!isZlibError(cause)) return cause;
  const found = `compressed data that are truncated or corrupt (${cause.code})`;
  const fault = { where, found, allowed: 'whole gzip or zstd data', remedy: 'Write or fetch the file again' };
  return refusedInput('file-unreadable', fault, cause);
}

function isZlibError(cause: unknown): cause is Error & { readonly code: string } {
  return (
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^(?:Z_|ZSTD_|ERR_)/.test(cause.code)
  );
}
