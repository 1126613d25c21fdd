import { ActionError } from '@gatehouse/core';
import type { Entry, ZipFile } from 'yauzl';

/** Limits that a hostile archive cannot pass; the sum of all files is what a person would call the archive's size. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  readonly maxTotalBytes: number;
}

export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = { maxEntries: 10_000, maxTotalBytes: 2 * 1024 ** 3 };

/**
 * Unpacks a zip from an untrusted run into memory: regular files only, by name.
 *
 * yauzl refuses absolute names, `..`, backslashes and sizes that differ from the directory's; links, encrypted entries,
 * duplicate names and anything above the limits are refused here.
 *
 * @throws ActionError `integrity`.
 */
export async function readArchive(
  zip: Uint8Array,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { fromBuffer } = await import('yauzl');
  try {
    const archive = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true }, (error, opened) => {
        if (error !== null || opened === undefined) reject(error ?? new Error('the archive did not open'));
        else resolve(opened);
      });
    });
    return await readEntries(archive, limits);
  } catch (cause) {
    if (cause instanceof ActionError) throw cause;
    throw refused(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

async function readEntries(archive: ZipFile, limits: ArchiveLimits): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  if (archive.entryCount > limits.maxEntries) throw refused(`${archive.entryCount} entries`);
  let totalBytes = 0;
  await new Promise<void>((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', () => resolve());
    archive.on('entry', (entry: Entry) => {
      totalBytes += entry.uncompressedSize;
      const problem = problemOf(entry, files, totalBytes > limits.maxTotalBytes);
      if (problem !== null) {
        reject(refused(problem));
        archive.close();
        return;
      }
      if (entry.fileName.endsWith('/')) {
        archive.readEntry();
        return;
      }
      readEntry(archive, entry).then((bytes) => {
        files.set(entry.fileName, bytes);
        archive.readEntry();
      }, reject);
    });
    archive.readEntry();
  });
  return files;
}

function problemOf(entry: Entry, files: ReadonlyMap<string, unknown>, tooLarge: boolean): string | null {
  const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (tooLarge) return `more than the allowed bytes, at "${entry.fileName}"`;
  if (entry.isEncrypted()) return `the encrypted file "${entry.fileName}"`;
  if (fileType !== 0 && fileType !== 0o100000 && fileType !== 0o040000)
    return `"${entry.fileName}", not a regular file`;
  if (files.has(entry.fileName)) return `two files named "${entry.fileName}"`;
  return null;
}

function readEntry(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) {
        reject(error ?? new Error('no stream'));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function refused(found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: 'The artifact archive',
      found,
      allowed: 'a zip of regular files with relative names, within the size limits',
      remedy: 'Look at the run that uploaded it; do not use its files',
    },
    { cause, reasonCode: 'digest-mismatch' },
  );
}
