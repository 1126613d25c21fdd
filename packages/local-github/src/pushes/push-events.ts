import { actorOf } from '../access/access.ts';
import type { Services } from '../context.ts';
import { type CommitData, readCommits } from '../git/commit-data.ts';
import { commitsBetween, isAncestor, readRef, ZERO_SHA } from '../git/git.ts';
import { diffTrees, EMPTY_TREE } from '../git/git-diff.ts';
import { noReplyOf } from '../git/signature-of.ts';
import type { JsonObject } from '../http/body.ts';
import type { Credential } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { seconds, withoutLastBreak } from '../render/commit.ts';
import { repositoryPage } from '../render/repository.ts';
import type { RefChange } from '../rules/push-rules.ts';
import { findUserByEmail } from '../state.ts';
import { emitEvent } from '../webhook.ts';

/** GitHub lists at most this many commits in a push, and the newest as `head_commit`. */
const MAX_COMMITS = 20;

interface Pushed {
  readonly change: RefChange;
  readonly credential: Credential;
}

/** `create` or `delete` for a branch or tag that came or went, and `push` for every change. */
export async function emitPushEvents(
  services: Services,
  repository: RepositoryRecord,
  { change, credential }: Pushed,
): Promise<void> {
  const [, kind = '', ...rest] = change.ref.split('/');
  if (kind !== 'heads' && kind !== 'tags') return;
  const created = change.before === ZERO_SHA;
  const deleted = change.after === ZERO_SHA;
  const head = deleted ? null : await readRef(repository.gitDir, `${change.after}^{commit}`);
  const defaultHead = await readRef(repository.gitDir, `refs/heads/${repository.defaultBranch}`);
  const payload = await pushPayload(services, repository, { change, credential, head });
  const about = { ref: rest.join('/'), ref_type: kind === 'heads' ? 'branch' : 'tag', pusher_type: 'user' };
  if (created) {
    emitEvent(services, repository, {
      name: 'create',
      action: null,
      sha: head ?? '',
      ref: change.ref,
      credential,
      payload: { ...about, master_branch: repository.defaultBranch, description: null },
    });
  }
  if (deleted) {
    const ref = `refs/heads/${repository.defaultBranch}`;
    emitEvent(services, repository, {
      name: 'delete',
      action: null,
      sha: defaultHead ?? '',
      ref,
      credential,
      payload: about,
    });
  }
  emitEvent(services, repository, {
    name: 'push',
    action: null,
    sha: head ?? '',
    ref: change.ref,
    credential,
    payload,
  });
}

async function pushPayload(
  services: Services,
  repository: RepositoryRecord,
  { change, credential, head }: Pushed & { readonly head: string | null },
): Promise<JsonObject> {
  const actor = actorOf(credential);
  const { gitDir } = repository;
  const created = change.before === ZERO_SHA;
  const shas = head === null ? [] : await newCommits(repository, { change, head });
  const commits = await readCommits(gitDir, shas.slice(-MAX_COMMITS));
  const rendered = await Promise.all(commits.map((commit) => renderPushedCommit(services, repository, commit)));
  const [headCommit] = head === null ? [] : await readCommits(gitDir, [head]);
  const page = repositoryPage(services.urls, repository);
  return {
    ref: change.ref,
    before: change.before,
    after: change.after,
    created,
    deleted: head === null,
    forced: !created && head !== null && !(await isAncestor(gitDir, change.before, head)),
    base_ref: null,
    compare: `${page}/compare/${change.before.slice(0, 12)}...${change.after.slice(0, 12)}`,
    commits: rendered,
    head_commit: headCommit === undefined ? null : await renderPushedCommit(services, repository, headCommit),
    pusher: { name: actor.login, email: noReplyOf(actor) },
  };
}

/** What the push brought: after the old head, or, for a new branch, what the default branch does not hold. */
async function newCommits(
  repository: RepositoryRecord,
  { change, head }: { readonly change: RefChange; readonly head: string },
): Promise<readonly string[]> {
  if (change.ref.startsWith('refs/tags/')) return [];
  if (change.before !== ZERO_SHA) return commitsBetween(repository.gitDir, change.before, head);
  const isDefault = change.ref === `refs/heads/${repository.defaultBranch}`;
  const known = isDefault ? null : await readRef(repository.gitDir, `refs/heads/${repository.defaultBranch}`);
  return commitsBetween(repository.gitDir, known, head);
}

async function renderPushedCommit(
  services: Services,
  repository: RepositoryRecord,
  commit: CommitData,
): Promise<JsonObject> {
  const files = await diffTrees(repository.gitDir, commit.parents[0] ?? EMPTY_TREE, commit.sha);
  const paths = (...statuses: readonly string[]): readonly string[] =>
    files.filter((file) => statuses.includes(file.status)).map((file) => file.path);
  const person = (signature: CommitData['author']): JsonObject => {
    const user = findUserByEmail(services.state, signature.email);
    return {
      name: signature.name,
      email: signature.email,
      date: seconds(signature.date),
      ...(user === null ? {} : { username: user.login }),
    };
  };
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: withoutLastBreak(commit.message),
    timestamp: seconds(commit.committer.date),
    url: `${repositoryPage(services.urls, repository)}/commit/${commit.sha}`,
    author: person(commit.author),
    committer: person(commit.committer),
    added: paths('added', 'renamed', 'copied'),
    removed: [
      ...paths('removed'),
      ...files.flatMap((file) => (file.status === 'renamed' && file.previousPath !== null ? [file.previousPath] : [])),
    ],
    modified: paths('modified', 'changed'),
  };
}
