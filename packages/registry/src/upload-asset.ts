import { createHash } from 'node:crypto';
import { ActionError, type Digest, type Release, type ReleaseAsset, type Releases } from '@gatehouse/core';
import type { PlannedAsset } from './publish-plan.ts';

/** Uploads that break are tried this often in all; each further try begins with what GitHub says it has. */
const MAX_TRIES = 3;

/**
 * Brings one asset to the state "on GitHub, whole, with the planned bytes", whatever is there already.
 *
 * The digest is computed over the very bytes that are sent, and must be the planned one and GitHub's own.
 *
 * @param seen the draft as it was read last; it is read again only after a failure, which saves a request per asset
 * @throws ActionError `integrity`, reason `digest-mismatch`, when the bytes are others than planned; the wrong asset is
 *   deleted. `service` when the upload breaks three times.
 */
export async function ensureAsset(releases: Releases, seen: Release, asset: PlannedAsset): Promise<void> {
  let draft = seen;
  for (let tried = 1; ; tried += 1) {
    if (await keepOrDelete(releases, draft, asset)) return;
    try {
      await uploadOnce(releases, draft, asset);
      return;
    } catch (error) {
      const broken = error instanceof ActionError && error.code === 'service';
      if (!broken || tried === MAX_TRIES) throw error;
      draft = await releases.get(seen.id);
    }
  }
}

/** True when the draft holds the asset already. Half an upload (`starter`), or one with other bytes, is deleted. */
async function keepOrDelete(releases: Releases, draft: Release, asset: PlannedAsset): Promise<boolean> {
  const same = draft.assets.filter(({ name }) => name === asset.name);
  const whole = same.find((present) => isWhole(present, asset));
  for (const present of same) {
    if (present !== whole) await releases.deleteAsset(present.id);
  }
  return whole !== undefined;
}

/** True when GitHub has all bytes of the asset, and they are the planned ones. */
export function isWhole(present: ReleaseAsset, asset: Pick<PlannedAsset, 'sizeBytes' | 'digest'>): boolean {
  return present.state === 'uploaded' && present.sizeBytes === asset.sizeBytes && present.digest === asset.digest;
}

async function uploadOnce(releases: Releases, draft: Release, asset: PlannedAsset): Promise<void> {
  let hash = createHash('sha256');
  const uploaded = await releases.upload(draft, {
    name: asset.name,
    contentType: asset.contentType,
    sizeBytes: asset.sizeBytes,
    async *open() {
      // The adapter opens again when a rate limit made it start over.
      hash = createHash('sha256');
      for await (const chunk of asset.open()) {
        hash.update(chunk);
        yield chunk;
      }
    },
  });
  const sent: Digest = `sha256:${hash.digest('hex')}`;
  if (sent === asset.digest && uploaded.name === asset.name && isWhole(uploaded, asset)) return;
  await releases.deleteAsset(uploaded.id);
  throw mismatch(asset, sent, uploaded);
}

function mismatch(asset: PlannedAsset, sent: Digest, uploaded: ReleaseAsset): ActionError {
  const found =
    sent === asset.digest
      ? `GitHub has "${uploaded.name}", ${uploaded.sizeBytes} bytes, state "${uploaded.state}", digest ${uploaded.digest}`
      : `The bytes that were sent have the digest ${sent}`;
  return new ActionError(
    'integrity',
    {
      where: `Asset "${asset.name}"`,
      found,
      allowed: `${asset.sizeBytes} bytes with the digest ${asset.digest}`,
      remedy: 'Nothing was published; find out what changed the file, and run the job again',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
