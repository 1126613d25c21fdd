import { holds, permissionOf, reaches } from '../access/access.ts';
import type { RepositoryContext } from '../context.ts';
import { notFound } from '../http/http-problem.ts';
import type { ReleaseRecord } from '../records.ts';

/** Drafts exist only for those who may push. */
export function seesDrafts({ state, repository, credential }: RepositoryContext): boolean {
  if (credential.kind === 'user') return reaches(permissionOf(state, repository, credential.user), 'write');
  return (credential.kind === 'app' || credential.kind === 'job') && holds(credential.permissions, 'contents:write');
}

export function visibleReleases(context: RepositoryContext): readonly ReleaseRecord[] {
  const drafts = seesDrafts(context);
  return context.repository.releases.filter((release) => !release.draft || drafts);
}

export function findRelease(context: RepositoryContext): ReleaseRecord {
  const id = context.intParam('release_id');
  const release = visibleReleases(context).find((candidate) => candidate.id === id);
  if (release === undefined) throw notFound();
  return release;
}

/** The release that `latest` names: neither draft nor prerelease, made latest by hand or by the date of its commit. */
export function latestRelease(releases: readonly ReleaseRecord[]): ReleaseRecord | null {
  const candidates = releases.filter(
    (release) => !release.draft && !release.prerelease && release.makeLatest !== 'false',
  );
  const chosen = candidates.filter((release) => release.makeLatest === 'true');
  if (chosen.length > 0) return newest(chosen, (release) => release.publishedAt);
  return newest(candidates, (release) => release.createdAt);
}

function newest(
  releases: readonly ReleaseRecord[],
  date: (release: ReleaseRecord) => Date | null,
): ReleaseRecord | null {
  const sorted = releases.toSorted((left, right) => Number(date(right)) - Number(date(left)) || right.id - left.id);
  return sorted[0] ?? null;
}
