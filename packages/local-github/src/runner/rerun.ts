import { actorOf } from '../access/access.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { RunAttempt, User, WorkflowRunRecord } from '../model.ts';

/**
 * Turns a finished run into its next attempt: the same event, commit and rights as the first, new jobs. What the attempt
 * before did stays: its jobs, checks and artifacts.
 */
export function beginAttempt(
  run: WorkflowRunRecord,
  { actor, now }: { readonly actor: User; readonly now: Date },
): void {
  const { attempt, updatedAt, status, conclusion } = run;
  const past: RunAttempt = {
    attempt,
    ...(run.triggeringActor === undefined ? {} : { triggeringActor: run.triggeringActor }),
    ...(run.startedAt === undefined ? {} : { startedAt: run.startedAt }),
    updatedAt,
    status,
    conclusion,
    jobs: [...run.jobs],
  };
  run.earlier = [...(run.earlier ?? []), past];
  run.jobs.splice(0);
  run.attempt += 1;
  run.triggeringActor = actor;
  run.startedAt = now;
  run.updatedAt = now;
  run.status = 'queued';
  run.conclusion = null;
}

/** `rerun` answers false for a run that is not over. Only whole runs can be run again here, not their failed jobs. */
export function rerunRoute(rerun: (runId: number, actor: User) => boolean): Route {
  return repositoryRoute(
    'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun',
    { operationId: 'actions/re-run-workflow', permission: 'actions:write' },
    (context) => {
      const id = context.intParam('run_id');
      if (!context.repository.runs.some((run) => run.id === id)) throw notFound();
      if (!rerun(id, actorOf(context.credential))) throw new HttpProblem(403, 'This workflow is already running');
      return { status: 201, body: {} };
    },
  );
}
