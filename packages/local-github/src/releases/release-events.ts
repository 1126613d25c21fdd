import type { RepositoryContext } from '../context.ts';
import type { ReleaseRecord } from '../records.ts';
import { renderRelease } from '../render/release.ts';
import { emitEvent } from '../webhook.ts';
import { taggedCommit } from './release-rules.ts';

export type ReleaseAction = 'created' | 'published' | 'released' | 'prereleased' | 'edited' | 'deleted' | 'unpublished';

/**
 * What follows from a publication, in GitHub's order. A release that was a draft first was never `created` for
 * workflows, and a prerelease that was a draft first is only `published`.
 */
export function publicationActions(release: ReleaseRecord, wasDraft: boolean): readonly ReleaseAction[] {
  if (wasDraft) return release.prerelease ? ['published'] : ['published', 'released'];
  return ['created', 'published', release.prerelease ? 'prereleased' : 'released'];
}

/** Tells of a published release; drafts trigger nothing. */
export async function emitReleaseEvents(
  context: RepositoryContext,
  release: ReleaseRecord,
  actions: readonly ReleaseAction[],
): Promise<void> {
  const { repository, credential, urls } = context;
  const sha = (await taggedCommit(repository, release.tagName)) ?? '';
  for (const action of actions) {
    const payload = { release: renderRelease(urls, repository, release) };
    emitEvent(context, repository, {
      name: 'release',
      action,
      sha,
      ref: `refs/tags/${release.tagName}`,
      credential,
      payload,
    });
  }
}
