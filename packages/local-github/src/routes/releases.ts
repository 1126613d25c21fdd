import { actorOf } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readCommit } from '../git/commit-data.ts';
import { resolveCommit } from '../git/git.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { optionalBoolean, optionalChoice, optionalString, stringField } from '../http/body.ts';
import { notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, type RouteOptions, repositoryRoute } from '../http/route.ts';
import type { ReleaseRecord } from '../records.ts';
import { findRelease, latestRelease, visibleReleases } from '../releases/release-access.ts';
import { emitReleaseEvents, publicationActions } from '../releases/release-events.ts';
import { publishRelease, requireMutable, requireTagName, taggedCommit } from '../releases/release-rules.ts';
import { renderRelease } from '../render/release.ts';

const RELEASES = '/repos/{owner}/{repo}/releases';

/** Releases, from draft to immutable. */
export const releaseRoutes: readonly Route[] = [
  repositoryRoute(`GET ${RELEASES}`, read('repos/list-releases'), (context) => {
    const page = paginate(context, visibleReleases(context).toReversed());
    const body = page.items.map((release) => renderRelease(context.urls, context.repository, release));
    return { status: 200, body, headers: page.headers };
  }),
  repositoryRoute(`GET ${RELEASES}/latest`, read('repos/get-latest-release'), (context) =>
    shown(context, latestRelease(context.repository.releases)),
  ),
  repositoryRoute(`GET ${RELEASES}/tags/{tag...}`, read('repos/get-release-by-tag'), (context) => {
    const tag = context.param('tag');
    return shown(
      context,
      context.repository.releases.find((release) => !release.draft && release.tagName === tag),
    );
  }),
  repositoryRoute(`GET ${RELEASES}/{release_id}`, read('repos/get-release'), (context) =>
    shown(context, findRelease(context)),
  ),
  repositoryRoute(`POST ${RELEASES}`, write('repos/create-release'), (context) =>
    withRepositoryLock(context.repository, () => create(context)),
  ),
  repositoryRoute(`PATCH ${RELEASES}/{release_id}`, write('repos/update-release'), (context) =>
    withRepositoryLock(context.repository, () => update(context)),
  ),
  repositoryRoute(`DELETE ${RELEASES}/{release_id}`, write('repos/delete-release'), remove),
];

function read(operationId: string): RouteOptions {
  return { operationId, permission: 'contents:read' };
}

function write(operationId: string): RouteOptions {
  return { operationId, permission: 'contents:write' };
}

function shown({ urls, repository }: RepositoryContext, release: ReleaseRecord | null | undefined): Reply {
  if (release === null || release === undefined) throw notFound();
  return { status: 200, body: renderRelease(urls, repository, release) };
}

async function create(context: RepositoryContext): Promise<Reply> {
  const { state, urls, repository, body, credential } = context;
  const tagName = stringField(body, 'tag_name');
  const draft = optionalBoolean(body, 'draft') ?? false;
  await requireTagName(repository, { tagName, draft, release: null });
  const now = state.now();
  const release: ReleaseRecord = {
    id: state.nextId(),
    tagName,
    targetCommitish: optionalString(body, 'target_commitish') ?? repository.defaultBranch,
    name: optionalString(body, 'name'),
    body: optionalString(body, 'body'),
    draft: true,
    prerelease: optionalBoolean(body, 'prerelease') ?? false,
    immutable: false,
    makeLatest: optionalChoice(body, 'make_latest', ['true', 'false', 'legacy']) ?? 'true',
    author: actorOf(credential),
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    assets: [],
  };
  release.createdAt = await dateOf(context, release);
  if (!draft) await publishRelease(context, release);
  repository.releases.push(release);
  if (!draft) await emitReleaseEvents(context, release, publicationActions(release, false));
  const rendered = renderRelease(urls, repository, release);
  return { status: 201, body: rendered, headers: { location: String(rendered['url']) } };
}

async function update(context: RepositoryContext): Promise<Reply> {
  const { state, repository, body } = context;
  const release = findRelease(context);
  const wasDraft = release.draft;
  const tagName = optionalString(body, 'tag_name') ?? release.tagName;
  const targetCommitish = optionalString(body, 'target_commitish') ?? release.targetCommitish;
  const draft = optionalBoolean(body, 'draft') ?? release.draft;
  const moved = tagName !== release.tagName || targetCommitish !== release.targetCommitish || draft !== release.draft;
  if (moved) requireMutable(release, 'Cannot change the tag, target or draft state of an immutable release');
  await requireTagName(repository, { tagName, draft, release });
  const before = { ...release };
  Object.assign(release, {
    tagName,
    targetCommitish,
    name: 'name' in body ? optionalString(body, 'name') : release.name,
    body: 'body' in body ? optionalString(body, 'body') : release.body,
    prerelease: optionalBoolean(body, 'prerelease') ?? release.prerelease,
    makeLatest: optionalChoice(body, 'make_latest', ['true', 'false', 'legacy']) ?? release.makeLatest,
    updatedAt: state.now(),
  });
  try {
    if (wasDraft && !draft) await publishRelease(context, release);
    release.draft = draft;
  } catch (error) {
    Object.assign(release, before);
    throw error;
  }
  if (!draft) await emitReleaseEvents(context, release, wasDraft ? publicationActions(release, true) : ['edited']);
  else if (!wasDraft) await emitReleaseEvents(context, release, ['unpublished']);
  return shown(context, release);
}

/** Deleting a release frees neither its tag nor, when it was immutable, the tag's name. */
async function remove(context: RepositoryContext): Promise<Reply> {
  const { repository } = context;
  const release = findRelease(context);
  repository.releases.splice(repository.releases.indexOf(release), 1);
  if (!release.draft) await emitReleaseEvents(context, release, ['deleted']);
  return { status: 204 };
}

/** Date of the commit that is, or would be, tagged; a draft may name a target that does not exist. */
async function dateOf({ repository, state }: RepositoryContext, release: ReleaseRecord): Promise<Date> {
  const { gitDir } = repository;
  const sha =
    (await taggedCommit(repository, release.tagName)) ?? (await resolveCommit(gitDir, release.targetCommitish));
  return sha === null ? state.now() : (await readCommit(gitDir, sha)).committer.date;
}
