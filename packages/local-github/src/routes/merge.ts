import { actorOf } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readCommit, readCommits } from '../git/commit-data.ts';
import { readRef, updateRef } from '../git/git.ts';
import { mergeTrees, rebaseCommits, writeCommit } from '../git/git-merge.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { gitHubSignature, signatureOf } from '../git/signature-of.ts';
import { optionalChoice, optionalString } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { pullCommits, pullFiles } from '../pulls/pull-counts.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import { markMerged, recordRefChanges } from '../pushes/ref-changes.ts';
import type { PullRecord } from '../records.ts';
import { withoutLastBreak } from '../render/commit.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import { unmetRequirements } from '../rules/merge-rules.ts';
import { mayChangeWorkflows } from '../rules/push-rules.ts';
import { requirePull } from './pulls.ts';

const METHODS = ['merge', 'squash', 'rebase'] as const;
const MERGE = '/repos/{owner}/{repo}/pulls/{pull_number}/merge';

export const mergeRoutes: readonly Route[] = [
  repositoryRoute(`GET ${MERGE}`, { operationId: 'pulls/check-if-merged', permission: 'contents:read' }, (context) => {
    if (!requirePull(context).merged) throw notFound();
    return { status: 204 };
  }),

  repositoryRoute(`PUT ${MERGE}`, { operationId: 'pulls/merge', permission: 'contents:write' }, (context) =>
    withRepositoryLock(context.repository, () => mergePull(context)),
  ),
];

async function mergePull(context: RepositoryContext): Promise<Reply> {
  const { repository, credential, body } = context;
  const pull = requirePull(context);
  await requireMergeable(context, pull);
  const expected = optionalString(body, 'sha');
  if (expected !== null && expected !== pull.headSha)
    throw new HttpProblem(409, 'Head branch was modified. Review and try the merge again.');
  const ref = `refs/heads/${pull.baseRef}`;
  const before = await readRef(repository.gitDir, ref);
  if (before === null) throw new HttpProblem(404, `Base branch ${pull.baseRef} not found`);
  const after = await writeMerge(context, pull, before);
  if (after === null) throw new HttpProblem(405, 'Pull Request is not mergeable');
  if (!(await updateRef(repository.gitDir, ref, { before, after })))
    throw new HttpProblem(409, 'Base branch was modified. Review and try the merge again.');
  markMerged(context, { pull, mergeCommitSha: after, credential });
  await recordRefChanges(context, repository, { changes: [{ ref, before, after }], credential, byMerge: true });
  await emitPullEvent(context, repository, { pull, action: 'closed', credential });
  return { status: 200, body: { sha: after, merged: true, message: 'Pull Request successfully merged' } };
}

async function requireMergeable(context: RepositoryContext, pull: PullRecord): Promise<void> {
  const { repository, credential } = context;
  if (pull.state === 'closed' || pull.mergeable !== true) throw new HttpProblem(405, 'Pull Request is not mergeable');
  if (pull.draft) throw new HttpProblem(405, 'Pull Request is still a draft');
  const rules = rulesFor(context.state, repository, { ref: `refs/heads/${pull.baseRef}`, credential });
  if (!rules.mayUpdate) throw new HttpProblem(405, 'Cannot update this protected ref.');
  if (!mayChangeWorkflows(credential) && (await changesWorkflows(context, pull))) {
    throw new HttpProblem(
      403,
      'refusing to allow a GitHub App to create or update workflow without `workflows` permission',
    );
  }
  const unmet = await unmetRequirements(context, repository, { pull, rules });
  if (unmet.length > 0) throw new HttpProblem(405, unmet.join(' '));
}

async function changesWorkflows({ repository }: RepositoryContext, pull: PullRecord): Promise<boolean> {
  const files = await pullFiles(repository, pull);
  return files.some((file) => [file.path, file.previousPath].some((path) => path?.startsWith('.github/workflows/')));
}

/** The commit that the base branch will point at, or `null` when the method meets a conflict. */
async function writeMerge(context: RepositoryContext, pull: PullRecord, base: string): Promise<string | null> {
  const { repository, state, body, credential } = context;
  const { gitDir } = repository;
  const now = state.now();
  const method = optionalChoice(body, 'merge_method', METHODS) ?? 'merge';
  if (method === 'rebase') {
    return rebaseCommits(gitDir, base, {
      commits: await pullCommits(repository, pull),
      committer: gitHubSignature(now),
    });
  }
  const tree = await mergeTrees(gitDir, base, pull.headSha);
  if (tree === null) return null;
  const squash = method === 'squash';
  const title = optionalString(body, 'commit_title') ?? (squash ? `${pull.title} (#${pull.number})` : mergeTitle(pull));
  const text = optionalString(body, 'commit_message') ?? (squash ? await squashText(context, pull) : pull.title);
  return writeCommit(gitDir, {
    tree,
    parents: squash ? [base] : [base, pull.headSha],
    message: text === '' ? title : `${title}\n\n${text}`,
    author: signatureOf(squash ? pull.author : actorOf(credential), now),
    committer: gitHubSignature(now),
  });
}

function mergeTitle(pull: PullRecord): string {
  return `Merge pull request #${pull.number} from ${pull.headRepository.split('/')[0]}/${pull.headRef}`;
}

/** One commit keeps its own text; several are listed. Their authors stay named as co-authors. */
async function squashText({ repository }: RepositoryContext, pull: PullRecord): Promise<string> {
  const shas = await pullCommits(repository, pull);
  const [only] = shas;
  if (only !== undefined && shas.length === 1) {
    const { message } = await readCommit(repository.gitDir, only);
    return withoutLastBreak(message).split('\n').slice(2).join('\n');
  }
  const commits = await readCommits(repository.gitDir, shas);
  return commits.map((commit) => `* ${withoutLastBreak(commit.message)}`).join('\n\n');
}
