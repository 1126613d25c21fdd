import { HttpProblem } from '../http/http-problem.ts';
import { type Route, route } from '../http/route.ts';

/** GitHub's second API. Its library is loaded with the first query, because it takes a quarter of a second. */
export const graphqlRoutes: readonly Route[] = [
  route('POST /graphql', { operationId: null, permission: null }, async (context) => {
    const { credential, body, limits } = context;
    if (credential.kind === 'anonymous') throw new HttpProblem(401, 'This endpoint requires you to be authenticated.');
    if (credential.kind === 'app-jwt') {
      throw new HttpProblem(401, 'A JSON web token could not be used here; use an installation token');
    }
    const { answerQuery } = await import('../graphql/engine.ts');
    const answer = await answerQuery(context, {
      credential,
      body,
      spend: (points) => limits.spendPoints(points),
      requireWrite: () => limits.requireWrite(),
    });
    return { status: 200, body: answer };
  }),
];
