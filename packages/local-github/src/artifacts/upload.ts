import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Services } from '../context.ts';
import type { State } from '../state.ts';
import type { RuntimeGrant } from './runtime-token.ts';

/** An artifact whose bytes are still coming in. */
export interface Upload extends RuntimeGrant {
  /** Id of the artifact that it becomes. */
  readonly id: number;
  readonly name: string;
  readonly contentType: string;
  readonly expiresAt: Date;
  /** Set when all bytes are there; they can be replaced until the artifact is finalized. */
  content: { readonly file: string; readonly sizeBytes: number; readonly digest: string } | null;
}

const uploads = new WeakMap<State, Map<number, Upload>>();

/** Uploads that are not finalized, by artifact id. */
export function uploadsOf(state: State): Map<number, Upload> {
  const known = uploads.get(state) ?? new Map<number, Upload>();
  uploads.set(state, known);
  return known;
}

/** Takes the whole content in one request. */
export async function putBlob(services: Pick<Services, 'root'>, upload: Upload, bytes: Readable): Promise<void> {
  upload.content = await writeContent(services, upload, [bytes]);
}

/** Takes one block; it counts once `commitBlocks` names it. */
export async function putBlock(
  services: Pick<Services, 'root'>,
  upload: Upload,
  block: { readonly id: string; readonly bytes: Readable },
): Promise<void> {
  const file = blockFile(services, upload, block.id);
  await mkdir(blockFolder(services, upload), { recursive: true });
  await pipeline(block.bytes, createWriteStream(file));
}

/** Makes the content of the named blocks, in that order. */
export async function commitBlocks(
  services: Pick<Services, 'root'>,
  upload: Upload,
  ids: readonly string[],
): Promise<void> {
  const parts = ids.map((id) => createReadStream(blockFile(services, upload, id)));
  upload.content = await writeContent(services, upload, parts);
  await rm(blockFolder(services, upload), { recursive: true, force: true });
}

async function writeContent(
  services: Pick<Services, 'root'>,
  upload: Upload,
  parts: readonly Readable[],
): Promise<NonNullable<Upload['content']>> {
  const folder = join(services.root, 'artifacts');
  await mkdir(folder, { recursive: true });
  const file = join(folder, String(upload.id));
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const count = (bytes: number): void => {
    sizeBytes += bytes;
  };
  await rm(file, { force: true });
  for (const part of parts) await pipeline(part, meter(hash, count), createWriteStream(file, { flags: 'a' }));
  return { file, sizeBytes, digest: `sha256:${hash.digest('hex')}` };
}

function meter(hash: Hash, count: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      count(chunk.byteLength);
      done(null, chunk);
    },
  });
}

function blockFolder({ root }: Pick<Services, 'root'>, upload: Upload): string {
  return join(root, 'artifacts', `${upload.id}.blocks`);
}

/** Block ids come from outside, so they are never used as file names. */
function blockFile(services: Pick<Services, 'root'>, upload: Upload, id: string): string {
  return join(blockFolder(services, upload), createHash('sha256').update(id).digest('hex'));
}
