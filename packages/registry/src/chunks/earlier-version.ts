import { compareVersions, parseVersionTag } from '../version-tag.ts';

/**
 * Why the version `tag` may not be stored in the release of `other`, or `null` when that is an earlier version of the
 * same model. Versions only rise, so nothing that keeps this rule leads back to itself.
 */
export function notEarlier(other: string, tag: string): string | null {
  const referred = parseVersionTag(other);
  const own = parseVersionTag(tag);
  if (referred === null || own === null || referred.model !== own.model) {
    return `${JSON.stringify(other)} is no version of the model of ${tag}`;
  }
  return compareVersions(referred, own) < 0 ? null : `${other} is not earlier than ${tag}, which would be a loop`;
}
