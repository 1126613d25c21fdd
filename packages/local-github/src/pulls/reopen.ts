import type { Services } from '../context.ts';
import { isAncestor, readRef } from '../git/git.ts';
import { type HttpProblem, unprocessable } from '../http/http-problem.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { repositoryOf } from '../state.ts';
import { refreshTestMerge } from './test-merge.ts';

/**
 * Opens a closed pull request again with its branches as they are now. Without one of them, or when the head was
 * rewritten meanwhile, GitHub refuses.
 */
export async function reopenPull(services: Services, repository: RepositoryRecord, pull: PullRecord): Promise<void> {
  const refuse = (why: string): HttpProblem => unprocessable('PullRequest', `state cannot be changed. ${why}`, 'state');
  const source = repositoryOf(services.state, pull.headRepository);
  const base = await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`);
  const head = await readRef(source.gitDir, `refs/heads/${pull.headRef}`);
  if (base === null) throw refuse(`The ${pull.baseRef} branch has been deleted.`);
  if (head === null) throw refuse(`The ${pull.headRef} branch has been deleted.`);
  if (!(await isAncestor(source.gitDir, pull.headSha, head)))
    throw refuse(`The ${pull.headRef} branch was force-pushed or recreated.`);
  Object.assign(pull, { state: 'open', closedAt: null, headSha: head, baseSha: base });
  await refreshTestMerge(services, repository, pull);
}
