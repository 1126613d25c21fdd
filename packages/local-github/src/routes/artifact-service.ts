import { signUrl } from '../access/signed-url.ts';
import { expiryOf, isArtifactName, isExpired, liveArtifacts } from '../artifacts/artifact-rules.ts';
import { type RuntimeGrant, runtimeGrantOf } from '../artifacts/runtime-token.ts';
import { uploadsOf } from '../artifacts/upload.ts';
import type { Context, Reply } from '../context.ts';
import { optionalString } from '../http/body.ts';
import { type Route, route } from '../http/route.ts';
import type { ArtifactRecord } from '../model.ts';
import { repositoryOf } from '../state.ts';
import { blobUrl } from './artifact-blobs.ts';

const SERVICE = 'github.actions.results.api.v1.ArtifactService';
const URL_SECONDS = 3600;

type Method = (context: Context, grant: RuntimeGrant) => Promise<Reply> | Reply;

const TWIRP_STATUS = {
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  already_exists: 409,
  invalid_argument: 400,
} as const;

/** The Twirp service that `@actions/artifact` talks to; it answers in protobuf's JSON with field names as in the schema. */
export const artifactServiceRoutes: readonly Route[] = [
  method('CreateArtifact', createArtifact),
  method('FinalizeArtifact', finalizeArtifact),
  method('ListArtifacts', listArtifacts),
  method('GetSignedArtifactURL', getSignedArtifactUrl),
  method('DeleteArtifact', deleteArtifact),
];

function method(name: string, handle: Method): Route {
  return route(`POST /twirp/${SERVICE}/${name}`, { operationId: null, permission: null, auth: 'none' }, (context) => {
    const grant = runtimeGrantOf(context.state, context.request.headers.authorization);
    if (grant === null) return failure('unauthenticated', 'invalid runtime token');
    if (context.body['workflow_run_backend_id'] !== String(grant.runId)) {
      return failure('permission_denied', 'the token belongs to another workflow run');
    }
    return handle(context, grant);
  });
}

function failure(code: keyof typeof TWIRP_STATUS, msg: string): Reply {
  return { status: TWIRP_STATUS[code], body: { code, msg } };
}

function createArtifact({ state, urls, body }: Context, grant: RuntimeGrant): Reply {
  const name = optionalString(body, 'name') ?? '';
  if (!isArtifactName(name)) return failure('invalid_argument', `invalid artifact name: ${name}`);
  if (body['workflow_job_run_backend_id'] !== String(grant.jobId))
    return failure('permission_denied', 'the token belongs to another job');
  // A name is used once in an attempt; what earlier attempts of the run uploaded under it stays beside it.
  const { artifacts, runs } = repositoryOf(state, grant.repository);
  const earlier = runs.find((run) => run.id === grant.runId)?.earlier ?? [];
  const old = new Set(earlier.flatMap((attempt) => attempt.jobs.map((job) => job.id)));
  const isTaken = (other: { runId: number; jobId: number; name: string }): boolean =>
    other.runId === grant.runId && other.name === name && !old.has(other.jobId);
  const taken = artifacts.some((artifact) => !artifact.deleted && isTaken(artifact));
  const pending = [...uploadsOf(state).values()].some(isTaken);
  if (taken || pending)
    return failure('already_exists', 'an artifact with this name already exists on the workflow run');
  const id = state.nextId();
  uploadsOf(state).set(id, {
    ...grant,
    id,
    name,
    contentType: optionalString(body, 'mime_type') ?? 'application/zip',
    expiresAt: expiryOf(state.now(), optionalString(body, 'expires_at')),
    content: null,
  });
  const signed_upload_url = signUrl(state, blobUrl(urls, id), { action: 'write', seconds: URL_SECONDS });
  return { status: 200, body: { ok: true, signed_upload_url } };
}

/** From here on the bytes cannot change: the upload is gone, and with it what the signed URL opened. */
function finalizeArtifact({ state, body }: Context, grant: RuntimeGrant): Reply {
  const name = optionalString(body, 'name') ?? '';
  const upload = [...uploadsOf(state).values()].find(
    (candidate) => candidate.jobId === grant.jobId && candidate.name === name,
  );
  if (upload === undefined || upload.content === null) return failure('not_found', `no uploaded artifact "${name}"`);
  const { content } = upload;
  const hash = optionalString(body, 'hash');
  if (hash !== null && hash !== content.digest)
    return failure('invalid_argument', 'the hash does not match the uploaded bytes');
  if (optionalString(body, 'size') !== String(content.sizeBytes)) {
    return failure('invalid_argument', 'the size does not match the uploaded bytes');
  }
  uploadsOf(state).delete(upload.id);
  repositoryOf(state, grant.repository).artifacts.push({
    id: upload.id,
    runId: upload.runId,
    jobId: upload.jobId,
    repository: upload.repository,
    name,
    ...content,
    contentType: upload.contentType,
    createdAt: state.now(),
    expiresAt: upload.expiresAt,
    deleted: false,
  });
  return { status: 200, body: { ok: true, artifact_id: String(upload.id) } };
}

function listArtifacts({ state, body }: Context, grant: RuntimeGrant): Reply {
  const name = optionalString(body, 'name_filter');
  const id = optionalString(body, 'id_filter');
  const artifacts = liveArtifacts(repositoryOf(state, grant.repository), grant.runId)
    .filter((artifact) => !isExpired(state, artifact))
    .filter((artifact) => (name === null || artifact.name === name) && (id === null || String(artifact.id) === id))
    .map((artifact) => ({
      workflow_run_backend_id: String(artifact.runId),
      workflow_job_run_backend_id: String(artifact.jobId),
      database_id: String(artifact.id),
      name: artifact.name,
      size: String(artifact.sizeBytes),
      created_at: artifact.createdAt.toISOString(),
      digest: artifact.digest,
    }));
  return { status: 200, body: { artifacts } };
}

function getSignedArtifactUrl({ state, urls, body }: Context, grant: RuntimeGrant): Reply {
  const artifact = findArtifact({ state }, grant, optionalString(body, 'name') ?? '');
  if (artifact === undefined || isExpired(state, artifact)) return failure('not_found', 'artifact not found');
  const signed_url = signUrl(state, blobUrl(urls, artifact.id), { action: 'read', seconds: URL_SECONDS });
  return { status: 200, body: { signed_url } };
}

/** Any job of the run may delete any artifact of the run, as on github.com: who depends on the bytes compares digests. */
function deleteArtifact({ state, body }: Context, grant: RuntimeGrant): Reply {
  const artifact = findArtifact({ state }, grant, optionalString(body, 'name') ?? '');
  if (artifact === undefined) return failure('not_found', 'artifact not found');
  artifact.deleted = true;
  return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
}

function findArtifact(
  { state }: Pick<Context, 'state'>,
  grant: RuntimeGrant,
  name: string,
): ArtifactRecord | undefined {
  return liveArtifacts(repositoryOf(state, grant.repository), grant.runId).find((artifact) => artifact.name === name);
}
