import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, route } from '../http/route.ts';
import { renderPublicUser } from '../render/account.ts';
import { findUser } from '../state.ts';

export const userRoutes: readonly Route[] = [
  route('GET /user', { operationId: 'users/get-authenticated', permission: null }, ({ credential, urls }) => {
    if (credential.kind === 'anonymous') throw new HttpProblem(401, 'Requires authentication');
    if (credential.kind !== 'user') throw new HttpProblem(403, 'Resource not accessible by integration');
    return { status: 200, body: renderPublicUser(urls, credential.user) };
  }),

  route('GET /user/{account_id}', { operationId: 'users/get-by-id', permission: null }, ({ intParam, state, urls }) => {
    const user = state.users.get(intParam('account_id'));
    if (user === undefined) throw notFound();
    return { status: 200, body: renderPublicUser(urls, user) };
  }),

  route(
    'GET /users/{username}',
    { operationId: 'users/get-by-username', permission: null },
    ({ param, state, urls }) => {
      const user = findUser(state, param('username'));
      if (user === null) throw notFound();
      return { status: 200, body: renderPublicUser(urls, user) };
    },
  ),
];
