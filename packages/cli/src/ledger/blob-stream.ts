import { ActionError } from '@gatehouse/core';

/** What `git cat-file --batch` says before each object: `<oid> <type> <size>`. */
const HEADER = /^([0-9a-f]{40,64}) blob (\d{1,15})$/;

/** No entry is as large. More of a blob is not kept, so that a hostile one cannot fill the memory. */
export const MOST_BYTES_OF_A_BLOB = 128 * 1024;
const LONGEST_HEADER = 256;

/**
 * The blobs in the output of `git cat-file --batch`, each at most its first 128 KiB, as many at a time as have arrived.
 *
 * @param oids what was asked for, in order.
 * @throws ActionError when one is not there, is no blob, or the output ends early.
 */
export async function* splitBatch(
  output: AsyncIterable<Buffer>,
  oids: readonly string[],
): AsyncGenerator<readonly Uint8Array[], void, void> {
  let pending: Buffer = Buffer.alloc(0);
  let skip = 0;
  let next = 0;
  for await (const chunk of output) {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    pending = Buffer.concat([pending, chunk.subarray(skipped)]);
    const blobs: Uint8Array[] = [];
    let from = 0;
    while (skip === 0) {
      const found = objectAt(pending, from, oids[next]);
      if (found === null) break;
      blobs.push(found.bytes);
      skip = Math.max(0, found.end - pending.length);
      from = Math.min(found.end, pending.length);
      next += 1;
    }
    pending = pending.subarray(from);
    if (blobs.length > 0) yield blobs;
  }
  if (next < oids.length || pending.length > 0 || skip > 0) throw unreadable(oids[next]);
}

/** The object that starts there, `null` while too little of it has arrived. */
function objectAt(
  buffer: Buffer,
  from: number,
  oid: string | undefined,
): { readonly bytes: Uint8Array; readonly end: number } | null {
  const lineEnd = buffer.indexOf(0x0a, from);
  if (lineEnd === -1 && buffer.length - from < LONGEST_HEADER) return null;
  const [, found, size = ''] = HEADER.exec(buffer.toString('latin1', from, Math.max(from, lineEnd))) ?? [];
  if (oid === undefined || found !== oid) throw unreadable(oid);
  const start = lineEnd + 1;
  const end = start + Number(size);
  const kept = Math.min(end, start + MOST_BYTES_OF_A_BLOB);
  // The line end after the object is part of it.
  return buffer.length <= kept ? null : { bytes: buffer.subarray(start, kept), end: end + 1 };
}

function unreadable(oid: string | undefined): ActionError {
  return new ActionError('command', {
    where: `Object ${oid ?? ''} of the clone`.trim(),
    found: 'it cannot be read',
    allowed: 'a complete clone of the evidence branch',
    remedy: 'Clone again, without --depth and --filter',
  });
}
