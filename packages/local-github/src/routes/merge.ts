import { actorOf } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readRef, updateRef } from '../git/git.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { optionalChoice, optionalString } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { writeMergeCommit } from '../pulls/merge-commit.ts';
import { pullFiles } from '../pulls/pull-counts.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import { markMerged } from '../pushes/moved-refs.ts';
import { recordRefChanges } from '../pushes/ref-changes.ts';
import type { PullRecord } from '../records.ts';
import { type RefRules, rulesFor } from '../rules/branch-rules.ts';
import type { MergeMethod } from '../rules/merge-queue-rule.ts';
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
  const method = optionalChoice(body, 'merge_method', METHODS) ?? 'merge';
  requireMethod(context, pull, method);
  const after = await writeMergeCommit(repository, {
    pull,
    base: before,
    method,
    actor: actorOf(credential),
    now: context.state.now(),
    title: optionalString(body, 'commit_title'),
    text: optionalString(body, 'commit_message'),
  });
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
  const rules = mergeRulesFor(context, pull);
  if (rules.mergeQueue !== null)
    throw new HttpProblem(405, 'Repository rule violations found\n\nChanges must be made through the merge queue\n\n');
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

function mergeRulesFor({ state, repository, credential }: RepositoryContext, pull: PullRecord): RefRules {
  return rulesFor(state, repository, { ref: `refs/heads/${pull.baseRef}`, credential, via: 'merge' });
}

function requireMethod(context: RepositoryContext, pull: PullRecord, method: MergeMethod): void {
  const rules = mergeRulesFor(context, pull);
  if (rules.linearHistory && method === 'merge')
    throw new HttpProblem(405, 'Merge commits are not allowed: this branch must not contain merge commits.');
  if (!rules.mergeMethods.includes(method))
    throw new HttpProblem(405, `The merge method ${method} is not allowed by the rules of this branch.`);
}

async function changesWorkflows({ repository }: RepositoryContext, pull: PullRecord): Promise<boolean> {
  const files = await pullFiles(repository, pull);
  return files.some((file) => [file.path, file.previousPath].some((path) => path?.startsWith('.github/workflows/')));
}
