import { ActionError, type AnnotatedTag, type Release, type ReleaseAsset } from '@gatehouse/core';
import type { EarlierStore } from '../chunks/choose-releases.ts';
import { releasesOf } from '../chunks/chunk-index.ts';
import { notEarlier } from '../chunks/earlier-version.ts';
import { partAsset } from '../chunks/part-asset.ts';
import { readManifest } from '../fetch/read-release.ts';
import type { RegistryPorts } from '../registry-ports.ts';
import { compareVersions, parseVersionTag } from '../version-tag.ts';
import { isTagOf } from './publish-plan.ts';

/** Manifests that are read: one request and a megabyte or more each, for bytes that older versions rarely still share. */
const MAX_READ = 32;

/** An earlier version whose manifest agrees with its release and tag. */
export interface EarlierVersion {
  /** What it stores itself; what it refers to is not believed. */
  readonly store: EarlierStore;
  readonly assets: readonly ReleaseAsset[];
}

export interface EarlierRequest {
  readonly tag: string;
  readonly model: string;
  /** All releases of the repository. */
  readonly releases: readonly Release[];
  readonly skip: (tag: string, reason: string) => void;
}

/**
 * The versions that a new one may refer to: immutable releases of earlier versions with the tag that publishing makes,
 * the newest first, then what that one refers to, at most 32. Without the second rule an old release that holds most of
 * the model would be forgotten behind many small versions.
 *
 * A version that does not hold together is left out, so that its bytes are stored anew: whoever can make a release by
 * hand must not be able to stop publishing.
 */
export async function earlierVersions(
  ports: RegistryPorts,
  request: EarlierRequest,
): Promise<readonly EarlierVersion[]> {
  const waiting = candidatesOf(request);
  const tags = await ports.tags.list(`${request.model}@v`);
  const found: EarlierVersion[] = [];
  for (let read = 0; read < MAX_READ; read += 1) {
    const release = waiting.shift();
    if (release === undefined) break;
    const earlier = await readEarlier(ports, { release, tags, skip: request.skip });
    if (earlier === null) continue;
    found.push(earlier.version);
    if (found.length === 1) bringForward(waiting, earlier.refersTo);
  }
  return found;
}

function candidatesOf({ tag, releases }: EarlierRequest): Release[] {
  return releases
    .filter((release) => !release.draft && release.immutable && notEarlier(release.tag, tag) === null)
    .flatMap((release) => {
      const version = parseVersionTag(release.tag);
      return version === null ? [] : [{ release, version }];
    })
    .toSorted((a, b) => compareVersions(b.version, a.version))
    .map(({ release }) => release);
}

function bringForward(waiting: Release[], tags: readonly string[]): void {
  const first = waiting.filter(({ tag }) => tags.includes(tag));
  const others = waiting.filter(({ tag }) => !tags.includes(tag));
  waiting.splice(0, waiting.length, ...first, ...others);
}

async function readEarlier(
  ports: RegistryPorts,
  {
    release,
    tags,
    skip,
  }: { readonly release: Release; readonly tags: readonly AnnotatedTag[]; readonly skip: EarlierRequest['skip'] },
): Promise<{ readonly version: EarlierVersion; readonly refersTo: readonly string[] } | null> {
  try {
    const { manifest } = await readManifest(ports, release);
    const { tag, parts, chunks } = manifest;
    if (!tags.some((candidate) => isTagOf(candidate, manifest))) {
      skip(tag, 'no annotated tag that publishing makes');
      return null;
    }
    for (const part of parts.filter((candidate) => candidate.release === tag)) partAsset(part, release.assets);
    // The rest of an index is as large as the model's, and 32 of them are held.
    const own = chunks.filter(({ part }) => parts[part]?.release === tag);
    return { version: { store: { tag, parts, chunks: own }, assets: release.assets }, refersTo: releasesOf(manifest) };
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'integrity') throw error;
    skip(release.tag, error.fault.found);
    return null;
  }
}
