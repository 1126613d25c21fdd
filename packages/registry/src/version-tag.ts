import { ConfigError } from '@gatehouse/core';

/** A version in GTO's grammar, `name@vX.Y.Z`. Prereleases are not versions of ours. */
export interface Version {
  readonly model: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

export type Bump = 'major' | 'minor' | 'patch';

const NUMBER = '(0|[1-9][0-9]{0,8})';
const VERSION = new RegExp(`^([^@#/\\s]+)@v${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);

/** The version that a tag names, or `null` when it names none; `v01.0.0` and `v1.0.0-rc1` name none. */
export function parseVersionTag(tag: string): Version | null {
  const [, model, major, minor, patch] = VERSION.exec(tag) ?? [];
  if (model === undefined) return null;
  return { model, major: Number(major), minor: Number(minor), patch: Number(patch) };
}

export function versionTag(version: Version): string {
  return `${version.model}@v${version.major}.${version.minor}.${version.patch}`;
}

/** Order of versions: negative when `a` is older. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/**
 * The tag of the next version of a model: `v1.0.0` for the first, else the highest one raised by `bump`. Every tag of
 * the grammar counts, also one whose publishing failed: its name can never be used again.
 *
 * @param taken names of tags and of releases, of this model or others
 * @example nextVersion([{ name: 'm@v1.2.3' }], 'm', 'minor') === 'm@v1.3.0'
 */
export function nextVersion(taken: readonly { readonly name: string }[], model: string, bump: Bump): string {
  const versions = taken
    .flatMap(({ name }) => parseVersionTag(name) ?? [])
    .filter((version) => version.model === model);
  const highest = versions.toSorted(compareVersions).at(-1);
  const next = highest === undefined ? { model, major: 1, minor: 0, patch: 0 } : raise(highest, bump);
  const tag = versionTag(next);
  if (parseVersionTag(tag) !== null) return tag;
  throw new ConfigError([
    {
      where: 'Version of the model',
      found: `"${tag}"`,
      allowed: 'A model name without "@", "#", "/" and spaces, and numbers of at most nine digits',
      remedy: 'Rename the model, or raise a higher part of the version',
    },
  ]);
}

function raise(version: Version, bump: Bump): Version {
  const { model, major, minor, patch } = version;
  switch (bump) {
    case 'major':
      return { model, major: major + 1, minor: 0, patch: 0 };
    case 'minor':
      return { model, major, minor: minor + 1, patch: 0 };
    case 'patch':
      return { model, major, minor, patch: patch + 1 };
  }
}
