import { permissionOf } from '../access/access.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { nodeId, renderUser } from '../render/account.ts';
import { renderFullRepository } from '../render/repository.ts';

/** The repository itself and its flag for immutable releases. */
export const repositoryRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}', { operationId: 'repos/get', permission: 'metadata:read' }, (context) => {
    const { state, repository, credential, urls } = context;
    const level = credential.kind === 'user' ? permissionOf(state, repository, credential.user) : null;
    return { status: 200, body: renderFullRepository(urls, repository, level) };
  }),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/immutable-releases',
    { operationId: 'repos/check-immutable-releases', permission: 'administration:read' },
    ({ repository }) => {
      if (!repository.immutableReleases) throw new HttpProblem(404, 'Not Found');
      return { status: 200, body: { enabled: true, enforced_by_owner: false } };
    },
  ),

  repositoryRoute(
    'PUT /repos/{owner}/{repo}/immutable-releases',
    { operationId: 'repos/enable-immutable-releases', permission: 'administration:write' },
    ({ repository }) => {
      repository.immutableReleases = true;
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/immutable-releases',
    { operationId: 'repos/disable-immutable-releases', permission: 'administration:write' },
    ({ repository }) => {
      repository.immutableReleases = false;
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/activity',
    { operationId: 'repos/list-activities', permission: 'contents:read' },
    (context) => {
      const { repository, urls, query } = context;
      const ref = query.get('ref');
      const wanted = ref?.startsWith('refs/') === false ? `refs/heads/${ref}` : ref;
      const updates = repository.activity.filter((update) => update.ref.startsWith('refs/heads/'));
      const newestFirst = updates.filter((update) => wanted === null || update.ref === wanted).reverse();
      const page = paginate(context, newestFirst);
      const body = page.items.map((update) => ({
        id: update.id,
        node_id: nodeId('Push', update.id),
        before: update.before,
        after: update.after,
        ref: update.ref,
        timestamp: update.at.toISOString(),
        activity_type: update.kind,
        actor: renderUser(urls, update.actor),
      }));
      return { status: 200, body, headers: page.headers };
    },
  ),
];
