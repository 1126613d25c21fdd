import { ActionError } from '@gatehouse/core';
import type { ChunkIndex, Part } from './chunk-index.ts';

/** A published version that is not retired; `index` is `null` where it could not be read. */
export interface LiveVersion {
  readonly tag: string;
  readonly index: ChunkIndex | null;
}

/** What retiring a version removes. */
export interface RetirePlan {
  readonly tag: string;
  readonly parts: readonly Part[];
  readonly freedBytes: number;
}

/**
 * Decides whether the release of a version may go: no other live version may be read from it, and every one of them
 * must have been looked at.
 *
 * @param live all live versions of the model, the one to retire among them
 * @throws ActionError `refused`, reason `release-in-use`, naming the versions and how much each of them needs
 */
export function planRetire(tag: string, live: readonly LiveVersion[]): RetirePlan {
  const own = live.find((version) => version.tag === tag)?.index;
  if (own === undefined) throw inUse(tag, 'It is no live version', 'A version that is published and not retired');
  const users = live.filter((version) => version.tag !== tag).flatMap((version) => userOf(version, tag));
  if (users.length > 0) throw inUse(tag, users.join('; '), 'A release that no other live version is read from');
  if (own === null) throw inUse(tag, 'Its own index could not be read', 'An index that says what would go');
  const parts = own.parts.filter(({ release }) => release === tag);
  return { tag, parts, freedBytes: parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

function userOf({ tag, index }: LiveVersion, release: string): string[] {
  if (index === null) return [`the index of ${tag} could not be read, so it may depend on it`];
  const inside = index.chunks.filter(({ part }) => index.parts[part]?.release === release);
  if (inside.length === 0) return [];
  return [`${tag} reads ${inside.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)} bytes from it`];
}

function inUse(tag: string, found: string, allowed: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Retiring ${tag}`,
      found,
      allowed,
      remedy: 'Publish the model repacked, so that it needs no earlier release, and retire the other versions first',
    },
    { reasonCode: 'release-in-use' },
  );
}
