import { readCommits } from '../git/commit-data.ts';
import { mergeTrees, rebaseCommits, writeCommit } from '../git/git-merge.ts';
import { gitHubSignature, signatureOf } from '../git/signature-of.ts';
import type { User } from '../model.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { withoutLastBreak } from '../render/commit.ts';
import type { MergeMethod } from '../rules/merge-queue-rule.ts';
import { pullCommits } from './pull-counts.ts';

export interface MergeRequest {
  readonly pull: PullRecord;
  /** Commit that the result follows. */
  readonly base: string;
  readonly method: MergeMethod;
  readonly actor: User;
  readonly now: Date;
  /** `null` lets GitHub write them. */
  readonly title: string | null;
  readonly text: string | null;
}

/** The commit that the base branch will point at, or `null` when the method meets a conflict. No ref moves. */
export async function writeMergeCommit(repository: RepositoryRecord, request: MergeRequest): Promise<string | null> {
  const { gitDir } = repository;
  const { pull, base, now } = request;
  if (request.method === 'rebase') {
    return rebaseCommits(gitDir, base, {
      commits: await pullCommits(repository, pull),
      committer: gitHubSignature(now),
    });
  }
  const tree = await mergeTrees(gitDir, base, pull.headSha);
  if (tree === null) return null;
  const squash = request.method === 'squash';
  const title = request.title ?? (squash ? `${pull.title} (#${pull.number})` : mergeTitle(pull));
  const text = request.text ?? (squash ? await squashText(repository, pull) : pull.title);
  return writeCommit(gitDir, {
    tree,
    parents: squash ? [base] : [base, pull.headSha],
    message: text === '' ? title : `${title}\n\n${text}`,
    author: signatureOf(squash ? pull.author : request.actor, now),
    committer: gitHubSignature(now),
  });
}

function mergeTitle(pull: PullRecord): string {
  return `Merge pull request #${pull.number} from ${pull.headRepository.split('/')[0]}/${pull.headRef}`;
}

/** One commit keeps its own text; several are listed. Authors other than the pull request's are named as co-authors. */
async function squashText(repository: RepositoryRecord, pull: PullRecord): Promise<string> {
  const commits = await readCommits(repository.gitDir, await pullCommits(repository, pull));
  const messages = commits.map((commit) => withoutLastBreak(commit.message));
  const text =
    messages.length === 1
      ? (messages[0] ?? '').split('\n').slice(2).join('\n')
      : messages.map((message) => `* ${message}`).join('\n\n');
  const own = new Set(pull.author.emails.map((email) => email.toLowerCase()));
  const others = commits.map(({ author }) => author).filter(({ email }) => !own.has(email.toLowerCase()));
  const trailers = new Set(others.map(({ name, email }) => `Co-authored-by: ${name} <${email}>`));
  return [text, [...trailers].join('\n')].filter((part) => part !== '').join('\n\n');
}
