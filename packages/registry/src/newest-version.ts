import { ActionError, type Releases, type Tags } from '@gatehouse/core';
import { isTagOf, type Publication } from './publish/publish-plan.ts';
import { compareVersions, parseVersionTag, type Version, versionTag } from './version-tag.ts';

export interface NewestVersionPorts {
  readonly releases: Pick<Releases, 'list'>;
  readonly tags: Pick<Tags, 'list'>;
}

/**
 * The highest version of a model, or `null` when there is none. Annotated tags count beside immutable releases, so
 * that deleting a release does not make the version below it the newest; a version whose release is published and not
 * immutable counts nowhere.
 */
export async function newestVersion(ports: NewestVersionPorts, model: string): Promise<Version | null> {
  const published = (await ports.releases.list()).filter(({ draft }) => !draft);
  const mutable = new Set(published.filter(({ immutable }) => !immutable).map(({ tag }) => tag));
  const names = [...(await ports.tags.list(`${model}@v`)).map(({ name }) => name), ...published.map(({ tag }) => tag)];
  const versions = names
    .filter((name) => !mutable.has(name))
    .flatMap((name) => parseVersionTag(name) ?? [])
    .filter((version) => version.model === model);
  return versions.toSorted(compareVersions).at(-1) ?? null;
}

/**
 * The version under which a model digest and commit were published first, or `null`. Found by the annotated tag, its
 * commit and its message: notes of a release stay editable for ever. A tag whose release is published and not immutable
 * is passed over.
 */
export async function publishedAs(
  ports: NewestVersionPorts,
  request: Omit<Publication, 'tag'> & { readonly model: string; readonly burned?: readonly string[] },
): Promise<string | null> {
  const { model, commit, modelDigest, burned = [] } = request;
  const unusable = new Set([...(await mutableVersions(ports)), ...burned]);
  const [first] = (await ports.tags.list(`${model}@v`))
    .filter((tag) => !unusable.has(tag.name) && isTagOf(tag, { tag: tag.name, commit, modelDigest }))
    .flatMap(({ name }) => parseVersionTag(name) ?? [])
    .filter((version) => version.model === model)
    .toSorted(compareVersions);
  return first === undefined ? null : versionTag(first);
}

/**
 * Refuses a version below the highest one of its model, and one that publishes again what a lower version published:
 * an authorisation holds for ever and names no version, so whoever can start a deployment could put old bytes back.
 *
 * @throws ActionError `refused`, reason `version-superseded`; also for a tag that names no version.
 */
export async function requireNewest(ports: NewestVersionPorts, publication: Publication): Promise<void> {
  const { tag } = publication;
  const version = parseVersionTag(tag);
  if (version === null) throw superseded(tag, 'it names no version');
  const newest = await newestVersion(ports, version.model);
  if (newest !== null && compareVersions(version, newest) < 0) {
    throw superseded(tag, `it is older than ${versionTag(newest)}`);
  }
  const first = await publishedAs(ports, { ...publication, model: version.model });
  if (first !== tag) throw superseded(tag, first === null ? 'its tag is not of these bytes' : `its bytes are ${first}`);
}

async function mutableVersions(ports: Pick<NewestVersionPorts, 'releases'>): Promise<ReadonlySet<string>> {
  const releases = await ports.releases.list();
  return new Set(releases.filter(({ draft, immutable }) => !draft && !immutable).map(({ tag }) => tag));
}

function superseded(tag: string, found: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Version ${tag}`,
      found,
      allowed: 'the newest version of the model; an older one only with the input rollback: true',
      remedy: 'Deploy the newest version; to go back on purpose, start a deployment with rollback: true',
    },
    { reasonCode: 'version-superseded' },
  );
}
