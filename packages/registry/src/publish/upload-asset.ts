import { createHash } from 'node:crypto';
import {
  ActionError,
  type AssetSource,
  type Digest,
  type Release,
  type ReleaseAsset,
  type Releases,
} from '@gatehouse/core';

/** Uploads that break are tried this often in all; each further try begins with what GitHub says it has. */
const MAX_TRIES = 3;

/** What is to be an asset; `digest` is `null` where only the bytes themselves can tell it. */
export interface PlannedAsset extends AssetSource {
  readonly digest: Digest | null;
}

/** What a release is to hold of an asset. */
export interface StoredAsset {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
}

/**
 * Brings one asset to the state "on GitHub, whole, with the planned bytes", whatever is there already.
 *
 * The digest is computed over the very bytes that are sent, or over those that would be where GitHub has an asset
 * already; it must be the planned one and GitHub's own.
 *
 * @param seen the draft as it was read last; it is read again only after a failure, which saves a request per asset
 * @throws ActionError `integrity`, reason `digest-mismatch`, when the bytes are others than planned; the wrong asset is
 *   deleted. `service` when the upload breaks three times.
 */
export async function ensureAsset(releases: Releases, seen: Release, asset: PlannedAsset): Promise<StoredAsset> {
  let draft = seen;
  for (let tried = 1; ; tried += 1) {
    const kept = await keepOrDelete(releases, draft, asset);
    if (kept !== null) return kept;
    try {
      return await uploadOnce(releases, draft, asset);
    } catch (error) {
      const broken = error instanceof ActionError && error.code === 'service';
      if (!broken || tried === MAX_TRIES) throw error;
      draft = await releases.get(seen.id);
    }
  }
}

/** What the draft holds already. Half an upload (`starter`), or one with other bytes, is deleted. */
async function keepOrDelete(releases: Releases, draft: Release, asset: PlannedAsset): Promise<StoredAsset | null> {
  const same = draft.assets.filter(({ name }) => name === asset.name);
  if (same.length === 0) return null;
  const uploaded = same.some(({ state, sizeBytes }) => state === 'uploaded' && sizeBytes === asset.sizeBytes);
  // Nothing that is in a draft says whose bytes they are, so ours are read.
  const digest = asset.digest ?? (uploaded ? await digestOf(asset) : null);
  const planned = digest === null ? null : { name: asset.name, sizeBytes: asset.sizeBytes, digest };
  const whole = planned === null ? undefined : same.find((present) => isWhole(present, planned));
  for (const present of same) {
    if (present !== whole) await releases.deleteAsset(present.id);
  }
  return whole === undefined ? null : planned;
}

/** True when GitHub has all bytes of the asset, and they are the planned ones. */
export function isWhole(present: ReleaseAsset, asset: Pick<StoredAsset, 'sizeBytes' | 'digest'>): boolean {
  return present.state === 'uploaded' && present.sizeBytes === asset.sizeBytes && present.digest === asset.digest;
}

async function digestOf(asset: PlannedAsset): Promise<Digest> {
  const hash = createHash('sha256');
  for await (const block of asset.open()) hash.update(block);
  return `sha256:${hash.digest('hex')}`;
}

async function uploadOnce(releases: Releases, draft: Release, asset: PlannedAsset): Promise<StoredAsset> {
  let hash = createHash('sha256');
  const { name, contentType, sizeBytes } = asset;
  const uploaded = await releases.upload(draft, {
    name,
    contentType,
    sizeBytes,
    async *open() {
      // The adapter opens again when a rate limit made it start over.
      hash = createHash('sha256');
      for await (const block of asset.open()) {
        hash.update(block);
        yield block;
      }
    },
  });
  const sent: Digest = `sha256:${hash.digest('hex')}`;
  const planned = { name, sizeBytes, digest: asset.digest ?? sent };
  if (sent === planned.digest && uploaded.name === name && isWhole(uploaded, planned)) return planned;
  await releases.deleteAsset(uploaded.id);
  throw mismatch(planned, sent, uploaded);
}

function mismatch(asset: StoredAsset, sent: Digest, uploaded: ReleaseAsset): ActionError {
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
