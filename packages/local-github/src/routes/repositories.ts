import { permissionOf } from '../access/access.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
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
];
