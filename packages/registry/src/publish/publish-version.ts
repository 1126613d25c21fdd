import { ActionError, type Release } from '@gatehouse/core';
import type { Manifest } from '../manifest.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import { requireConfirmed, requireSame, requireUnchanged } from './confirm-release.ts';
import { ensureTag, hasTag } from './ensure-tag.ts';
import { clearDraft, type Filling, storeAttachments, storeManifest, storeParts } from './fill-draft.ts';
import { openDraft } from './open-draft.ts';
import { planParts } from './plan-parts.ts';
import { checkPlan, type PublishPlan } from './publish-plan.ts';
import type { PublishState } from './publish-states.ts';
import { type PublishWatch, UNWATCHED_PUBLISH } from './publish-watch.ts';
import type { StoredAsset } from './upload-asset.ts';

/** A version that counts: its release is immutable and holds exactly the planned assets. */
export interface PublishedVersion {
  readonly tag: string;
  readonly release: Release;
  readonly manifest: Manifest;
  /** Bytes of distinct chunks that this release stores, and that it refers to in earlier ones. */
  readonly storedBytes: number;
  readonly referencedBytes: number;
  /** True when an earlier run had published it. */
  readonly alreadyPublished: boolean;
}

/**
 * Publishes a version, from state to state as `PUBLISH_STATES` lists them. May be killed anywhere and run again with the
 * same plan: it continues the draft that carries the plan's marker, keeps assets that are whole, and returns the release
 * when it is published already.
 *
 * @throws ConfigError for names and sizes that a release cannot hold, before anything is written
 * @throws ActionError `integrity` with reason `digest-mismatch` or `file-changed` (the draft is deleted), `refused` with
 *   reason `not-authorised`, `version-exists`, `release-full` or `not-immutable`, `service` when GitHub fails
 */
export async function publishVersion(
  ports: RegistryPorts,
  plan: PublishPlan,
  watch: PublishWatch = UNWATCHED_PUBLISH,
): Promise<PublishedVersion> {
  const checked = checkPlan(plan);
  watch.reached('checked');
  const releases = await ports.releases.list();
  const earlier = releases.filter(({ tag }) => tag === plan.tag);
  const published = earlier.find(({ draft }) => !draft);
  if (published !== undefined) {
    const manifest = await requireSame(ports, published, { plan: checked, watch });
    watch.reached('confirmed');
    return versionOf(published, manifest, true);
  }
  await hasTag(ports, checked);
  const chunks = await planParts(ports, checked, { releases, watch });
  watch.reached('planned');
  const draft = await openDraft(ports, checked, earlier);
  const filling = { plan: checked, chunks, draft, watch };
  const filled = await fillOrDelete(ports, filling);
  await ensureTag(ports, checked);
  watch.reached('tagged');
  await ports.releases.publish(draft.id);
  watch.reached('published');
  const release = await ports.releases.get(draft.id);
  requireConfirmed(release, plan.tag, filled.assets);
  watch.reached('confirmed');
  return versionOf(release, filled.manifest, false);
}

interface Filled {
  readonly manifest: Manifest;
  readonly assets: readonly StoredAsset[];
}

/** Leaves the draft with exactly the planned assets. */
async function fillOrDelete(ports: RegistryPorts, filling: Filling): Promise<Filled> {
  try {
    return await fill(ports, filling);
  } catch (error) {
    // Left behind, the draft would be continued by the next run; a failing clean-up must not hide why.
    const wrong = error instanceof ActionError && error.code === 'integrity';
    if (wrong) await ports.releases.deleteDraft(filling.draft.id).catch(() => undefined);
    throw error;
  }
}

async function fill(ports: RegistryPorts, filling: Filling): Promise<Filled> {
  const { plan, draft, watch } = filling;
  const done = <T>(state: PublishState, result: T): T => {
    watch.reached(state);
    return result;
  };
  done('drafted', await clearDraft(ports, filling));
  const parts = done('parts-stored', await storeParts(ports, filling));
  const attachments = done('attachments-stored', await storeAttachments(ports, filling));
  const { manifest, stored } = await storeManifest(ports, filling, parts);
  const assets = [...parts, ...attachments, stored];
  requireUnchanged(await ports.releases.get(draft.id), plan.tag, assets);
  return done('manifest-stored', { manifest, assets });
}

function versionOf(release: Release, manifest: Manifest, alreadyPublished: boolean): PublishedVersion {
  let storedBytes = 0;
  let referencedBytes = 0;
  for (const { part, sizeBytes } of manifest.chunks) {
    if (manifest.parts[part]?.release === manifest.tag) storedBytes += sizeBytes;
    else referencedBytes += sizeBytes;
  }
  return { tag: manifest.tag, release, manifest, storedBytes, referencedBytes, alreadyPublished };
}
