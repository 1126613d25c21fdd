import { hash } from 'node:crypto';
import { MOST_BYTES_OF_A_BLOB } from './blob-stream.ts';
import type { TreeBlob } from './tree-blob.ts';

const LINE_END = 0x0a;
const BRACE = 0x7b;

/**
 * The files in what `git grep --heading` prints for every line of a commit, as many at a time as have arrived. It ends
 * before the first that is not one line or two, or not the blob that the tree names.
 *
 * @param blobs what was asked for, in the order of the tree.
 */
export async function* splitListing(
  output: AsyncIterable<Buffer>,
  commit: string,
  blobs: readonly TreeBlob[],
): AsyncGenerator<readonly Uint8Array[], void, void> {
  let pending: Buffer = Buffer.alloc(0);
  let next = 0;

  /** What is whole in the pending bytes; `null` when they begin with something else. */
  function split(isAll: boolean): readonly Uint8Array[] | null {
    const files: Uint8Array[] = [];
    let from = 0;
    for (let blob = blobs[next]; blob !== undefined; blob = blobs[next]) {
      const start = from + headingLength(commit, blob);
      const end = endOfFile(pending, start, isAll);
      if (end === null) break;
      if (end - start > MOST_BYTES_OF_A_BLOB || !isBlob(blob, pending, { start, end })) {
        if (files.length === 0) return null;
        break;
      }
      files.push(pending.subarray(start, end));
      next += 1;
      from = end;
    }
    pending = pending.subarray(from);
    return files;
  }

  for await (const chunk of output) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const files = split(false);
    if (files === null || pending.length > MOST_BYTES_OF_A_BLOB + chunk.length) return;
    if (files.length > 0) yield files;
  }
  const files = split(true);
  if (files !== null && files.length > 0) yield files;
}

/** `<commit>:<path>` and a line end. */
function headingLength(commit: string, { path }: TreeBlob): number {
  return commit.length + 1 + path.length + 1;
}

/** Where a file of one line, or of two, ends; `null` while that cannot be told. */
function endOfFile(buffer: Buffer, start: number, isAll: boolean): number | null {
  const first = buffer.indexOf(LINE_END, start);
  if (first === -1) return null;
  const after = first + 1;
  if (after === buffer.length) return isAll ? after : null;
  if (buffer[after] !== BRACE) return after;
  const second = buffer.indexOf(LINE_END, after);
  return second === -1 ? null : second + 1;
}

/** Whether a range of bytes is a blob. What git hashes before the bytes is written over the heading, which was read. */
function isBlob(
  { oid }: TreeBlob,
  buffer: Buffer,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const prefix = `blob ${end - start}\0`;
  buffer.write(prefix, start - prefix.length, 'latin1');
  return hash(oid.length === 64 ? 'sha256' : 'sha1', buffer.subarray(start - prefix.length, end), 'hex') === oid;
}
