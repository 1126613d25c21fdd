import type { Services } from '../context.ts';
import type { CommitData, Signature } from '../git/commit-data.ts';
import type { JsonObject } from '../http/body.ts';
import type { RepositoryRecord } from '../records.ts';
import { findUserByEmail } from '../state.ts';
import { nodeId, renderMaybeUser } from './account.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

/** GitHub writes times of commits without milliseconds. */
export function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function renderSignature(signature: Signature) {
  return { name: signature.name, email: signature.email, date: seconds(signature.date) };
}

function renderVerification(commit: CommitData) {
  const reason = commit.signature === null ? 'unsigned' : 'unknown_key';
  return { verified: false, reason, signature: commit.signature, payload: null, verified_at: null };
}

/** `commit`; its author and committer are accounts only where an address belongs to one. */
export function renderCommit({ urls, state }: Services, repository: RepositoryRecord, commit: CommitData): JsonObject {
  const api = repositoryApi(urls, repository);
  const page = repositoryPage(urls, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: renderSignature(commit.author),
      committer: renderSignature(commit.committer),
      message: withoutLastBreak(commit.message),
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification: renderVerification(commit),
    },
    author: renderMaybeUser(urls, findUserByEmail(state, commit.author.email)),
    committer: renderMaybeUser(urls, findUserByEmail(state, commit.committer.email)),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${page}/commit/${sha}` })),
  };
}

/** `git-commit`: the object only. */
export function renderGitCommit({ urls }: Services, repository: RepositoryRecord, commit: CommitData): JsonObject {
  const api = repositoryApi(urls, repository);
  const page = repositoryPage(urls, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    author: renderSignature(commit.author),
    committer: renderSignature(commit.committer),
    message: withoutLastBreak(commit.message),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification: renderVerification(commit),
  };
}

export function withoutLastBreak(message: string): string {
  return message.replace(/\n+$/, '');
}
