import { ActionError, type ByteRange, type Releases } from '@gatehouse/core';

/** A range that breaks, or comes with other bytes, is read this often in all. */
const MAX_TRIES = 3;

/**
 * Reads a range of an asset and hands it over, once more from its beginning when the connection broke or the bytes were
 * not what they should be. What GitHub refuses stays refused, and so does what the caller cannot write.
 *
 * @throws ActionError of the last try
 */
export async function readRange(
  releases: Pick<Releases, 'download'>,
  asset: { readonly id: number; readonly range: ByteRange },
  take: (stream: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await take(await releases.download(asset.id, asset.range));
      return;
    } catch (error) {
      const broken = error instanceof ActionError && (error.code === 'service' || error.code === 'integrity');
      if (!broken || tried === MAX_TRIES) throw error;
    }
  }
}
