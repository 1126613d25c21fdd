import { ActionError, type CommitSha, type RepositoryContents } from '@gatehouse/core';
import { type NewestVersionPorts, publishedAs } from './newest-version.ts';
import type { VersionRequest } from './plan-version.ts';
import { parseVersionTag } from './version-tag.ts';

export interface LaterVersionPorts extends NewestVersionPorts {
  readonly contents: Pick<RepositoryContents, 'commitsBetween'>;
}

/**
 * Refuses to publish a commit of which a later one is a version of the model already: an authorisation holds for ever, so
 * whoever can start a publication could put old bytes in front as the newest version. What this very commit was published
 * as may be published on, after a run that was killed.
 *
 * @param head tip of the default branch.
 * @throws ActionError `refused`, reason `version-superseded`; also for a commit that is not on the default branch.
 */
export async function requireNoLaterVersion(
  ports: LaterVersionPorts,
  request: Omit<VersionRequest, 'bump'> & { readonly head: CommitSha },
): Promise<void> {
  const { model, commit, head } = request;
  if ((await publishedAs(ports, request)) !== null) return;
  const others = (await ports.tags.list(`${model}@v`)).filter(
    (tag) => parseVersionTag(tag.name)?.model === model && tag.commit !== commit,
  );
  if (others.length === 0) return;
  const since = await ports.contents.commitsBetween(commit, head);
  if (since === null) throw superseded(request, 'the commit is not on the default branch');
  const later = others.find((tag) => since.includes(tag.commit));
  if (later !== undefined) throw superseded(request, `${later.name} is of ${later.commit}, which came after it`);
}

function superseded({ model, commit }: Pick<VersionRequest, 'model' | 'commit'>, found: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Publishing ${model} of ${commit}`,
      found,
      allowed: 'a commit after every one that is a version of the model',
      remedy: 'Publish the newest merge; to go back, deploy the older version with rollback: true',
    },
    { reasonCode: 'version-superseded' },
  );
}
