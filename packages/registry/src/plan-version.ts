import type { CommitSha, Digest } from '@gatehouse/core';
import { draftMarker } from './publish-plan.ts';
import type { RegistryPorts } from './registry-ports.ts';
import { type Bump, nextVersion, parseVersionTag } from './version-tag.ts';

export interface VersionRequest {
  readonly model: string;
  readonly commit: CommitSha;
  readonly modelDigest: Digest;
  readonly bump: Bump;
}

/**
 * The tag to publish under: the one that an earlier, perhaps killed, run chose for this model digest and commit, else
 * the next. Without this a job that is run again would publish the same bytes a second time.
 *
 * Drafts and immutable releases are continued; a published release that is not immutable does not count, and its tag
 * is passed over.
 */
export async function planVersion(ports: RegistryPorts, request: VersionRequest): Promise<string> {
  const { model, commit, modelDigest, bump } = request;
  const releases = await ports.releases.list();
  const own = releases.find(
    ({ tag, body, draft, immutable }) =>
      parseVersionTag(tag)?.model === model &&
      (draft || immutable) &&
      body.includes(draftMarker({ tag, modelDigest, commit })),
  );
  if (own !== undefined) return own.tag;
  const tags = await ports.tags.list(`${model}@v`);
  return nextVersion([...tags, ...releases.map(({ tag }) => ({ name: tag }))], model, bump);
}
