import { isExpired, liveArtifacts } from '../artifacts/artifact-rules.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { ArtifactRecord } from '../model.ts';
import { renderArtifact } from '../render/artifact.ts';
import { downloadUrl } from './artifact-blobs.ts';

const REPO = '/repos/{owner}/{repo}/actions';

/** Artifacts of all runs, for whoever may read the repository's actions. */
export const artifactRoutes: readonly Route[] = [
  repositoryRoute(`GET ${REPO}/artifacts`, read('actions/list-artifacts-for-repo'), (context) => list(context)),
  repositoryRoute(`GET ${REPO}/runs/{run_id}/artifacts`, read('actions/list-workflow-run-artifacts'), (context) =>
    list(context, context.intParam('run_id')),
  ),
  repositoryRoute(`GET ${REPO}/artifacts/{artifact_id}`, read('actions/get-artifact'), (context) => ({
    status: 200,
    body: renderArtifact(context, context.repository, find(context)),
  })),
  repositoryRoute(`GET ${REPO}/artifacts/{artifact_id}/{archive_format}`, read('actions/download-artifact'), download),
  repositoryRoute(
    `DELETE ${REPO}/artifacts/{artifact_id}`,
    { operationId: 'actions/delete-artifact', permission: 'actions:write' },
    (context) => {
      find(context).deleted = true;
      return { status: 204 };
    },
  ),
];

function read(operationId: string): { readonly operationId: string; readonly permission: string } {
  return { operationId, permission: 'actions:read' };
}

function list(context: RepositoryContext, runId?: number): Reply {
  const { repository, query } = context;
  if (runId !== undefined && !repository.runs.some((run) => run.id === runId)) throw notFound();
  const name = query.get('name');
  const all = liveArtifacts(repository, runId).filter((artifact) => name === null || artifact.name === name);
  const page = paginate(context, query.get('direction') === 'asc' ? all.toReversed() : all);
  return {
    status: 200,
    body: { total_count: all.length, artifacts: page.items.map((item) => renderArtifact(context, repository, item)) },
    headers: page.headers,
  };
}

function download(context: RepositoryContext): Reply {
  // Without a token nobody gets an artifact, also of a public repository.
  if (context.credential.kind === 'anonymous') throw new HttpProblem(401, 'Requires authentication');
  if (context.param('archive_format') !== 'zip') throw notFound();
  const artifact = find(context);
  if (isExpired(context.state, artifact)) throw new HttpProblem(410, 'Artifact has expired');
  return { status: 302, headers: { location: downloadUrl(context, artifact) } };
}

function find(context: RepositoryContext): ArtifactRecord {
  const id = context.intParam('artifact_id');
  const artifact = liveArtifacts(context.repository).find((candidate) => candidate.id === id);
  if (artifact === undefined) throw notFound();
  return artifact;
}
