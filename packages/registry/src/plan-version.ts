import type { CommitSha, Digest } from '@gatehouse/core';
import { isTagOf } from './publish-plan.ts';
import type { RegistryPorts } from './registry-ports.ts';
import { type Bump, compareVersions, nextVersion, parseVersionTag, versionTag } from './version-tag.ts';

export interface VersionRequest {
  readonly model: string;
  readonly commit: CommitSha;
  readonly modelDigest: Digest;
  readonly bump: Bump;
}

/**
 * The tag to publish under: the one that an earlier, perhaps killed, run made for this model digest and commit, else
 * the next. Without this a job that is run again would publish the same bytes a second time, under a higher version.
 *
 * Only the annotated tag is asked, by its commit and its message: notes of a release stay editable for ever, and a
 * draft can be made by everyone who may write. A killed run that had not made its tag finds the same number again, as
 * long as nothing else was published. A tag whose release was published and is not immutable is passed over.
 */
export async function planVersion(ports: RegistryPorts, request: VersionRequest): Promise<string> {
  const { model, commit, modelDigest, bump } = request;
  const published = (await ports.releases.list()).filter(({ draft }) => !draft);
  const tags = await ports.tags.list(`${model}@v`);
  const notCounting = new Set(published.filter(({ immutable }) => !immutable).map(({ tag }) => tag));
  const own = tags
    .filter((tag) => !notCounting.has(tag.name) && isTagOf(tag, { tag: tag.name, commit, modelDigest }))
    .flatMap(({ name }) => parseVersionTag(name) ?? [])
    .filter((version) => version.model === model)
    .toSorted(compareVersions);
  const [first] = own;
  if (first !== undefined) return versionTag(first);
  return nextVersion([...tags, ...published.map(({ tag }) => ({ name: tag }))], model, bump);
}
