import { createHash, type Hash } from 'node:crypto';
import { ActionError, type Digest, type ModelFile, modelDigest } from '@gatehouse/core';
import type { IndexedFile, Part } from './chunk-index.ts';
import type { PartRange } from './part-ranges.ts';
import type { FetchPlan, PartFetch } from './plan-fetch.ts';
import { verifiedChunks } from './verified-chunks.ts';
import type { FilePlace } from './wanted-chunk.ts';

/** Bytes that are what the index says, and the places in files that they fill. */
export interface VerifiedChunk {
  readonly bytes: Uint8Array;
  readonly places: readonly FilePlace[];
}

/** Judges the streams of one fetch. It touches no file: the caller writes what it yields, and hands files back. */
export interface FetchVerifier {
  /**
   * The chunks of one planned range. A part that is read whole must have its own digest too, gaps included.
   *
   * @throws ActionError `integrity`, reason `digest-mismatch`; what was written until then must be thrown away
   */
  range(fetch: PartFetch, range: PartRange, stream: AsyncIterable<Uint8Array>): AsyncGenerator<VerifiedChunk>;
  /** Reads a finished file again, as it lies where it was written. */
  file(name: string, stream: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * The model digest of the files that were read, or `null` when not all files of the version are wanted.
   *
   * @throws ActionError `integrity`, reason `digest-mismatch`, also when a range or a file was left out
   */
  finish(): Digest | null;
}

/** Begins to verify a planned fetch. */
export function verifyFetch(plan: FetchPlan): FetchVerifier {
  const unread = new Set(plan.parts.flatMap(({ ranges }) => ranges));
  const measured = new Map<string, ModelFile>();

  async function* range(
    { part }: PartFetch,
    wanted: PartRange,
    stream: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<VerifiedChunk> {
    const where = `${part.asset} of ${part.release}`;
    const refuse = (found: string): ActionError => differs(where, found, `Bytes ${wanted.begin} to ${wanted.end}`);
    const hash = createHash('sha256');
    for await (const { chunk, bytes } of verifiedChunks(hashed(stream, hash), wanted, refuse)) {
      yield { bytes, places: chunk.places };
    }
    if (isWhole(wanted, part)) requireDigest(where, `sha256:${hash.digest('hex')}`, part.digest);
    unread.delete(wanted);
  }

  async function file(name: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
    const expected = plan.files.find((candidate) => candidate.name === name);
    if (expected === undefined) throw differs(fileLabel(name), 'A file that was not asked for', 'The planned files');
    measured.set(name, await measure(expected, stream));
  }

  function finish(): Digest | null {
    if (unread.size > 0) throw differs('The version', `${unread.size} ranges were not read`, 'All planned ranges');
    const missing = plan.files.find(({ name }) => !measured.has(name));
    if (missing !== undefined) throw differs(fileLabel(missing.name), 'It was not read', 'All planned files');
    if (plan.modelDigest === null) return null;
    const digest = modelDigest([...measured.values()]);
    requireDigest('The version', digest, plan.modelDigest);
    return digest;
  }

  return { range, file, finish };
}

async function* hashed(stream: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const block of stream) {
    hash.update(block);
    yield block;
  }
}

function isWhole({ begin, end }: PartRange, part: Part): boolean {
  return begin === 0 && end === part.sizeBytes;
}

async function measure(expected: IndexedFile, stream: AsyncIterable<Uint8Array>): Promise<ModelFile> {
  const where = fileLabel(expected.name);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const block of stream) {
    hash.update(block);
    sizeBytes += block.length;
    if (sizeBytes > expected.sizeBytes) throw differs(where, 'More bytes', `${expected.sizeBytes} bytes`);
  }
  const digest: Digest = `sha256:${hash.digest('hex')}`;
  requireDigest(where, digest, expected.digest);
  return { name: expected.name, sizeBytes, digest };
}

function requireDigest(where: string, digest: Digest, expected: Digest): void {
  if (digest !== expected) throw differs(where, `Digest ${digest}`, `Digest ${expected}`);
}

function fileLabel(name: string): string {
  return `Model file ${JSON.stringify(name)}`;
}

function differs(where: string, found: string, allowed: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `${where}, while it is fetched`,
      found,
      allowed,
      remedy: 'Fetch again; if it stays, do not use this version and find out who made or changed its release',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
