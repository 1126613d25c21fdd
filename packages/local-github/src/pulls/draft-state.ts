import { actorOf, permissionOf, reaches } from '../access/access.ts';
import type { Services } from '../context.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { settleMergeQueues } from '../merge-queue/settle.ts';
import type { Credential } from '../model.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { emitPullEvent } from './pull-events.ts';

/**
 * Makes a draft ready for review, or a pull request a draft; GitHub does it by GraphQL only. Takes the repository's lock.
 *
 * @throws HttpProblem 403 for people who neither opened it nor may write; 422 when it is closed
 */
export function changeDraft(
  services: Services,
  repository: RepositoryRecord,
  change: { readonly pull: PullRecord; readonly draft: boolean; readonly credential: Credential },
): Promise<void> {
  return withRepositoryLock(repository, async () => {
    const { pull, draft, credential } = change;
    const mayWrite =
      credential.kind !== 'user' || reaches(permissionOf(services.state, repository, credential.user), 'write');
    if (!mayWrite && actorOf(credential).id !== pull.author.id)
      throw new HttpProblem(403, 'Must have push access to repository');
    if (pull.state === 'closed') throw new HttpProblem(422, 'Pull request is closed');
    if (pull.draft === draft) return;
    pull.draft = draft;
    pull.updatedAt = services.state.now();
    const action = draft ? 'converted_to_draft' : 'ready_for_review';
    await emitPullEvent(services, repository, { pull, action, credential });
    await settleMergeQueues(services, repository);
  });
}
