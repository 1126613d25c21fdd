import { createReadStream } from 'node:fs';
import { isSigned, signUrl } from '../access/signed-url.ts';
import { commitBlocks, putBlob, putBlock, uploadsOf } from '../artifacts/upload.ts';
import type { Context, Reply, Urls } from '../context.ts';
import { readBytes } from '../http/read-body.ts';
import { type Route, route } from '../http/route.ts';
import type { ArtifactRecord } from '../model.ts';
import type { State } from '../state.ts';

const MAX_BLOCK_LIST_BYTES = 8 * 1024 * 1024;
const TEMPLATE = '/results/blobs/artifacts/{artifact_id}';
const SIGNED = { operationId: null, permission: null, auth: 'none', rawBody: true } as const;

/** The part of Azure's blob storage that the toolkit uses, behind URLs that are signed and expire. */
export const artifactBlobRoutes: readonly Route[] = [
  route(`PUT ${TEMPLATE}`, SIGNED, writeBlob),
  route(`GET ${TEMPLATE}`, SIGNED, readBlob),
];

/** Where an artifact's bytes can be fetched for one minute. */
export function downloadUrl({ state, urls }: Pick<Context, 'state' | 'urls'>, artifact: ArtifactRecord): string {
  return signUrl(state, blobUrl(urls, artifact.id), { action: 'read', seconds: 60 });
}

/** Where an artifact's bytes lie, without the signature that opens it. */
export function blobUrl(urls: Pick<Urls, 'results'>, artifactId: number): string {
  return new URL(`blobs/artifacts/${artifactId}`, urls.results).href;
}

async function writeBlob(context: Context): Promise<Reply> {
  const { state, query, request } = context;
  const id = context.intParam('artifact_id');
  if (!isSigned(context, 'write')) return refusal(403, 'AuthenticationFailed');
  const upload = uploadsOf(state).get(id);
  if (upload === undefined) return refusal(409, 'BlobImmutableDueToPolicy');
  switch (query.get('comp')) {
    case null:
      await putBlob(context, upload, request);
      break;
    case 'block':
      await putBlock(context, upload, { id: query.get('blockid') ?? '', bytes: request });
      break;
    case 'blocklist':
      await commitBlocks(context, upload, await blockIdsOf(context));
      break;
    default:
      return refusal(400, 'InvalidQueryParameterValue');
  }
  const headers = {
    etag: `"${id}"`,
    'last-modified': state.now().toUTCString(),
    'x-ms-request-server-encrypted': 'true',
  };
  return { status: 201, headers };
}

async function blockIdsOf({ request }: Context): Promise<readonly string[]> {
  const xml = (await readBytes(request, MAX_BLOCK_LIST_BYTES)).toString('utf8');
  return [...xml.matchAll(/<(?:Latest|Committed|Uncommitted)>([^<]+)<\//g)].map((found) => found[1] ?? '');
}

function readBlob(context: Context): Reply {
  const { state } = context;
  const id = context.intParam('artifact_id');
  if (!isSigned(context, 'read')) return refusal(403, 'AuthenticationFailed');
  const artifact = artifactById(state, id);
  if (artifact === undefined) return refusal(404, 'BlobNotFound');
  return {
    status: 200,
    bytes: createReadStream(artifact.file),
    headers: {
      'content-type': artifact.contentType,
      'content-length': String(artifact.sizeBytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileNameOf(artifact))}`,
    },
  };
}

function artifactById(state: State, id: number): ArtifactRecord | undefined {
  const all = [...state.repositories.values()].flatMap((repository) => repository.artifacts);
  return all.find((artifact) => artifact.id === id && !artifact.deleted);
}

function fileNameOf(artifact: ArtifactRecord): string {
  return artifact.contentType === 'application/zip' ? `${artifact.name}.zip` : artifact.name;
}

function refusal(status: number, code: string): Reply {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, bytes: Buffer.from(xml), headers: { 'content-type': 'application/xml', 'x-ms-error-code': code } };
}
