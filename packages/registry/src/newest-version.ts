import { ActionError, type Releases, type Tags } from '@gatehouse/core';
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
 * Refuses a version below the highest one of its model. An authorisation holds for ever: without this, whoever can
 * start a deployment could put an old version back.
 *
 * @throws ActionError `refused`, reason `version-superseded`; also for a tag that names no version.
 */
export async function requireNewest(ports: NewestVersionPorts, tag: string): Promise<void> {
  const version = parseVersionTag(tag);
  if (version === null) throw superseded(tag, 'it names no version');
  const newest = await newestVersion(ports, version.model);
  if (newest === null || compareVersions(version, newest) >= 0) return;
  throw superseded(tag, `it is older than ${versionTag(newest)}`);
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
