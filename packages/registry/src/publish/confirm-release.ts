import { ActionError, type Release } from '@gatehouse/core';
import { readManifest } from '../fetch/read-release.ts';
import { verifyRelease } from '../fetch/verify-release.ts';
import type { Manifest } from '../manifest.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import type { CheckedPlan } from './publish-plan.ts';
import type { PublishWatch } from './publish-watch.ts';
import { isWhole, type StoredAsset } from './upload-asset.ts';

/** The first way in which a release does not hold exactly these assets, or `null`. */
export function differenceOf(release: Release, tag: string, assets: readonly StoredAsset[]): string | null {
  if (release.tag !== tag) return `its tag is "${release.tag}"`;
  for (const asset of assets) {
    const present = release.assets.filter(({ name }) => name === asset.name);
    const [only] = present;
    if (only === undefined) return `"${asset.name}" is missing`;
    if (present.length > 1 || !isWhole(only, asset)) return `"${asset.name}" has the digest ${only.digest}`;
  }
  const planned = new Set(assets.map(({ name }) => name));
  const extra = release.assets.find(({ name }) => !planned.has(name));
  return extra === undefined ? null : `"${extra.name}" was not planned`;
}

/** @throws ActionError `integrity`, reason `digest-mismatch` */
export function requireUnchanged(release: Release, tag: string, assets: readonly StoredAsset[]): void {
  const different = differenceOf(release, tag, assets);
  if (different !== null) throw changedAtPublishing(tag, different);
}

/**
 * What is true of a release that counts; the tag is read back by whoever uses the version.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; `refused`, reason `not-immutable`
 */
export function requireConfirmed(release: Release, tag: string, assets: readonly StoredAsset[]): void {
  if (release.draft) throw changedAtPublishing(tag, 'it is still a draft');
  requireUnchanged(release, tag, assets);
  if (!release.immutable) throw notImmutable(tag);
}

/**
 * The manifest of a version that an earlier run published, once all of it was read and found to be this publication. It
 * is not planned anew: what it refers to may be retired since.
 *
 * @throws ActionError `refused`, reason `version-exists` or `not-immutable`
 */
export async function requireSame(
  ports: RegistryPorts,
  release: Release,
  { plan, watch }: { readonly plan: CheckedPlan; readonly watch: PublishWatch },
): Promise<Manifest> {
  try {
    const { manifest } = await readManifest(ports, release);
    const other = otherPublication(manifest, plan);
    if (other !== null) throw versionExists(plan, other);
    if (!release.immutable) throw notImmutable(plan.tag);
    await verifyRelease(ports, { tag: plan.tag, modelDigest: plan.modelDigest, watch });
    return manifest;
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'integrity') throw error;
    throw versionExists(plan, error.fault.found, error);
  }
}

function otherPublication(manifest: Manifest, plan: CheckedPlan): string | null {
  if (manifest.commit !== plan.commit) return `commit ${manifest.commit}`;
  if (manifest.modelDigest !== plan.modelDigest) return `model ${manifest.modelDigest}`;
  const digests = new Map(manifest.attachments.map(({ name, digest }) => [name, digest]));
  const other = plan.attachments.find(({ name, digest }) => digests.get(name) !== digest);
  if (other !== undefined) return `another "${other.name}"`;
  return digests.size === plan.attachments.length ? null : 'other attachments';
}

export function versionExists(plan: CheckedPlan, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Version ${plan.tag}`,
      found: `It is there already, with ${found}`,
      allowed: `Nothing, or the same bytes on commit ${plan.commit}`,
      remedy: 'Publish the next version; a version is never replaced',
    },
    { cause, reasonCode: 'version-exists' },
  );
}

function changedAtPublishing(tag: string, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Release of ${tag}`,
      found: `Not what was uploaded: ${found}`,
      allowed: 'Exactly the planned assets with the planned digests',
      remedy: 'Somebody changes releases while they are published: find out who, then publish the next version',
    },
    { reasonCode: 'digest-mismatch' },
  );
}

function notImmutable(tag: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Release of ${tag}`,
      found: 'It is published and not immutable, so this version does not count',
      allowed: 'Immutable releases only',
      remedy:
        'Switch on "Enable release immutability" under Settings > General > Releases of the repository (it holds for later releases only), then publish the next version',
    },
    { reasonCode: 'not-immutable' },
  );
}
