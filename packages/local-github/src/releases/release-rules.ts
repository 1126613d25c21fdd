import type { RepositoryContext } from '../context.ts';
import { readCommit } from '../git/commit-data.ts';
import { isValidRefName, readRef, resolveCommit, runGit, ZERO_SHA } from '../git/git.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { changeRef } from '../pushes/ref-changes.ts';
import type { ReleaseRecord, RepositoryRecord } from '../records.ts';
import { mayChangeWorkflows } from '../rules/push-rules.ts';

/** Refuses a tag name that git or GitHub does not take: malformed, of another release, or of an immutable release once. */
export async function requireTagName(
  repository: RepositoryRecord,
  wanted: { readonly tagName: string; readonly draft: boolean; readonly release: ReleaseRecord | null },
): Promise<void> {
  const { tagName, draft, release } = wanted;
  if (!(await isValidRefName(repository.gitDir, `refs/tags/${tagName}`))) {
    throw refused('tag_name', 'custom', 'tag_name is not a valid tag');
  }
  if (repository.burnedTags.has(tagName) && release?.immutable !== true) {
    throw refused('tag_name', 'custom', 'tag_name was used by an immutable release');
  }
  const others = repository.releases.filter((other) => other.id !== release?.id && !other.draft);
  if (!draft && others.some((other) => other.tagName === tagName)) throw refused('tag_name', 'already_exists');
}

/**
 * Makes a release public: a tag that does not exist is made, lightweight, on the release's target; with the
 * repository's flag on, the release becomes immutable and its tag can never be moved, deleted or used again.
 */
export async function publishRelease(context: RepositoryContext, release: ReleaseRecord): Promise<void> {
  const { repository, state } = context;
  const sha = (await taggedCommit(repository, release.tagName)) ?? (await createTag(context, release));
  release.draft = false;
  release.publishedAt = state.now();
  release.createdAt = (await readCommit(repository.gitDir, sha)).committer.date;
  if (!repository.immutableReleases) return;
  release.immutable = true;
  repository.burnedTags.add(release.tagName);
}

export function taggedCommit(repository: RepositoryRecord, tagName: string): Promise<string | null> {
  return readRef(repository.gitDir, `refs/tags/${tagName}^{commit}`);
}

async function createTag(context: RepositoryContext, release: ReleaseRecord): Promise<string> {
  const { repository, credential } = context;
  const after = await resolveCommit(repository.gitDir, release.targetCommitish);
  if (after === null) throw refused('target_commitish', 'invalid');
  // GitHub hides the repository from tokens without workflow rights where the commit brings workflows to run.
  if (!mayChangeWorkflows(credential) && (await changesWorkflows(repository, after))) throw notFound();
  const change = { ref: `refs/tags/${release.tagName}`, before: ZERO_SHA, after };
  await changeRef(context, repository, { change, credential });
  return after;
}

/** Whether a commit changes workflow files since it left the default branch. */
async function changesWorkflows(repository: RepositoryRecord, commit: string): Promise<boolean> {
  const range = `refs/heads/${repository.defaultBranch}...${commit}`;
  const { code } = await runGit(repository.gitDir, ['diff', '--quiet', range, '--', '.github/workflows']);
  // Without a common ancestor git fails, and every workflow file is new.
  return code !== 0;
}

/** Title and notes of an immutable release stay open; nothing else does. */
export function requireMutable(release: ReleaseRecord, message: string): void {
  if (release.immutable) throw new HttpProblem(422, message);
}

export function refused(field: string, code: 'custom' | 'invalid' | 'already_exists', message?: string): HttpProblem {
  const error = { resource: 'Release', field, code, ...(message === undefined ? {} : { message }) };
  return new HttpProblem(422, 'Validation Failed', { errors: [error] });
}
