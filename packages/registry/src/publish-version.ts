import { ActionError, type Release } from '@gatehouse/core';
import {
  type CheckedPlan,
  checkPlan,
  draftMarker,
  isTagOf,
  type PublishPlan,
  releaseBody,
  tagMessage,
} from './publish-plan.ts';
import type { RegistryPorts } from './registry-ports.ts';
import { ensureAsset, isWhole } from './upload-asset.ts';

/** A version that counts: its release is immutable and holds exactly the planned assets. */
export interface PublishedVersion {
  readonly tag: string;
  readonly release: Release;
  readonly manifest: CheckedPlan['manifest'];
  /** True when an earlier run had published it. */
  readonly alreadyPublished: boolean;
}

/**
 * Publishes a version: draft → assets, each confirmed → manifest → annotated tag → publish → read again, immutable.
 *
 * May be killed anywhere and run again with the same plan: it continues the draft that carries the plan's marker, keeps
 * assets that are whole, and returns the release when it is published already.
 *
 * @throws ConfigError for names and sizes that a release cannot hold, before anything is written
 * @throws ActionError `integrity` with reason `digest-mismatch` (asset and draft are deleted), `refused` with reason
 *   `not-authorised`, `version-exists` or `not-immutable`, `service` when GitHub fails
 */
export async function publishVersion(ports: RegistryPorts, plan: PublishPlan): Promise<PublishedVersion> {
  const checked = checkPlan(plan);
  const earlier = (await ports.releases.list()).filter(({ tag }) => tag === plan.tag);
  const published = earlier.find(({ draft }) => !draft);
  if (published !== undefined) return alreadyPublished(published, checked);
  await checkTag(ports, checked);
  const draft = await openDraft(ports, checked, earlier);
  try {
    await fillDraft(ports, checked, draft.id);
  } catch (error) {
    // Left behind, the draft would be continued by the next run; a failing clean-up must not hide why.
    if (isIntegrity(error)) await ports.releases.deleteDraft(draft.id).catch(() => undefined);
    throw error;
  }
  await ensureTag(ports, checked);
  await ports.releases.publish(draft.id);
  const release = await ports.releases.get(draft.id);
  return confirmed(release, checked, false);
}

function isIntegrity(error: unknown): boolean {
  return error instanceof ActionError && error.code === 'integrity';
}

function alreadyPublished(release: Release, plan: CheckedPlan): PublishedVersion {
  if (difference(release, plan) === null) return confirmed(release, plan, true);
  throw versionExists(plan, `A published release with other assets: ${difference(release, plan)}`);
}

/** What is true of a release that counts; the tag is read back by whoever uses the version. */
function confirmed(release: Release, plan: CheckedPlan, already: boolean): PublishedVersion {
  const different = release.draft ? 'it is still a draft' : difference(release, plan);
  if (different !== null) throw changedAtPublishing(plan, different);
  if (!release.immutable) throw notImmutable(plan);
  return { tag: plan.tag, release, manifest: plan.manifest, alreadyPublished: already };
}

/** A tag that is there already must be the one an earlier run of this plan made. */
async function checkTag(ports: RegistryPorts, plan: CheckedPlan): Promise<boolean> {
  const tag = (await ports.tags.list(plan.tag)).find(({ name }) => name === plan.tag);
  if (tag === undefined) return false;
  if (isTagOf(tag, plan)) return true;
  throw versionExists(plan, `A tag on commit ${tag.commit} with the message "${tag.message.split('\n')[0]}"`);
}

async function ensureTag(ports: RegistryPorts, plan: CheckedPlan): Promise<void> {
  if (await checkTag(ports, plan)) return;
  try {
    await ports.tags.create({ name: plan.tag, commit: plan.commit, message: tagMessage(plan) });
  } catch (error) {
    // The answer may have been lost although the tag was made.
    if (!(await checkTag(ports, plan))) throw error;
  }
}

/** The draft of this very publication, or a new one. GitHub may have made a second one where an answer was lost. */
async function openDraft(ports: RegistryPorts, plan: CheckedPlan, earlier: readonly Release[]): Promise<Release> {
  const marker = draftMarker(plan);
  const [own, ...doubles] = earlier
    .filter(({ draft, body }) => draft && body.includes(marker))
    .toSorted((a, b) => a.id - b.id);
  for (const double of doubles) await ports.releases.deleteDraft(double.id);
  if (own !== undefined && describes(own, plan)) return own;
  if (own !== undefined) await ports.releases.deleteDraft(own.id);
  return ports.releases.createDraft({
    tag: plan.tag,
    targetCommit: plan.commit,
    title: plan.tag,
    body: releaseBody(plan),
  });
}

/** False for a draft whose commit, title or notes somebody wrote; GitHub may give line ends and white space back otherwise. */
function describes({ targetCommit, title, body }: Release, plan: CheckedPlan): boolean {
  const written = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return targetCommit === plan.commit && title === plan.tag && written(body) === written(releaseBody(plan));
}

/** Leaves the draft with exactly the planned assets; the manifest, last in the list, is uploaded last. */
async function fillDraft(ports: RegistryPorts, plan: CheckedPlan, draftId: number): Promise<void> {
  const planned = new Set(plan.assets.map(({ name }) => name));
  const draft = await ports.releases.get(draftId);
  for (const { id } of draft.assets.filter(({ name }) => !planned.has(name))) await ports.releases.deleteAsset(id);
  for (const asset of plan.assets) await ensureAsset(ports.releases, draft, asset);
  const different = difference(await ports.releases.get(draftId), plan);
  if (different !== null) throw changedAtPublishing(plan, different);
}

/** The first way in which a release does not hold exactly the planned assets, or `null`. */
function difference(release: Release, plan: CheckedPlan): string | null {
  if (release.tag !== plan.tag) return `its tag is "${release.tag}"`;
  for (const asset of plan.assets) {
    const present = release.assets.filter(({ name }) => name === asset.name);
    const [only] = present;
    if (only === undefined) return `"${asset.name}" is missing`;
    if (present.length > 1 || !isWhole(only, asset)) return `"${asset.name}" has the digest ${only.digest}`;
  }
  const planned = new Set(plan.assets.map(({ name }) => name));
  const extra = release.assets.find(({ name }) => !planned.has(name));
  return extra === undefined ? null : `"${extra.name}" was not planned`;
}

function versionExists(plan: CheckedPlan, found: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Version ${plan.tag}`,
      found,
      allowed: `Nothing, or the same bytes on commit ${plan.commit}`,
      remedy: 'Publish the next version; a version is never replaced',
    },
    { reasonCode: 'version-exists' },
  );
}

function changedAtPublishing(plan: CheckedPlan, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Release of ${plan.tag}`,
      found: `Not what was uploaded: ${found}`,
      allowed: 'Exactly the planned assets with the planned digests',
      remedy: 'Somebody changes releases while they are published: find out who, then publish the next version',
    },
    { reasonCode: 'digest-mismatch' },
  );
}

function notImmutable(plan: CheckedPlan): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Release of ${plan.tag}`,
      found: 'It is published and not immutable, so this version does not count',
      allowed: 'Immutable releases only',
      remedy:
        'Switch on "Enable release immutability" under Settings > General > Releases of the repository (it holds for later releases only), then publish the next version',
    },
    { reasonCode: 'not-immutable' },
  );
}
