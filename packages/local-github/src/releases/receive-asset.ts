import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AssetRecord } from '../records.ts';

/**
 * Writes an asset's bytes to its file as they come and takes their digest on the way. An upload that breaks off leaves
 * the asset as `starter`, as GitHub does, and throws.
 */
export async function receiveAsset(asset: AssetRecord, bytes: Readable, at: () => Date): Promise<void> {
  await mkdir(dirname(asset.file), { recursive: true });
  const hash = createHash('sha256');
  let received = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      received += chunk.byteLength;
      done(null, chunk);
    },
  });
  await pipeline(bytes, meter, createWriteStream(asset.file));
  Object.assign(asset, {
    state: 'uploaded',
    sizeBytes: received,
    digest: `sha256:${hash.digest('hex')}`,
    updatedAt: at(),
  });
}
