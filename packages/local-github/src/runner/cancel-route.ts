import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';

/** `cancel` answers false for a run that is over. */
export function cancelRoute(cancel: (runId: number) => boolean): Route {
  return repositoryRoute(
    'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
    { operationId: 'actions/cancel-workflow-run', permission: 'actions:write' },
    (context) => {
      const id = context.intParam('run_id');
      if (!context.repository.runs.some((run) => run.id === id)) throw notFound();
      if (!cancel(id)) throw new HttpProblem(409, 'Cannot cancel a workflow run that is completed.');
      return { status: 202, body: {} };
    },
  );
}
