import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actorOf } from '../access/access.ts';
import { isSigned, signUrl } from '../access/signed-url.ts';
import type { Context, Reply, RepositoryContext } from '../context.ts';
import { optionalString } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute, route } from '../http/route.ts';
import type { AssetRecord, ReleaseRecord } from '../records.ts';
import { normalizeAssetName } from '../releases/asset-name.ts';
import { receiveAsset } from '../releases/receive-asset.ts';
import { findRelease, visibleReleases } from '../releases/release-access.ts';
import { requireMutable } from '../releases/release-rules.ts';
import { renderAsset } from '../render/release.ts';

const MAX_ASSETS = 1000;
const TWO_GIB = 2 * 1024 ** 3;
const DOWNLOAD_SECONDS = 300;
const RELEASES = '/repos/{owner}/{repo}/releases';

/** Files of releases: uploaded to the host that the release names, frozen with it, downloaded through signed URLs. */
export const releaseAssetRoutes: readonly Route[] = [
  repositoryRoute(
    `POST /uploads${RELEASES}/{release_id}/assets`,
    { operationId: 'repos/upload-release-asset', permission: 'contents:write', rawBody: true },
    upload,
  ),
  repositoryRoute(
    `GET ${RELEASES}/{release_id}/assets`,
    { operationId: 'repos/list-release-assets', permission: 'contents:read' },
    (context) => {
      const release = findRelease(context);
      const page = paginate(context, release.assets);
      const body = page.items.map((asset) => renderAsset(context.urls, context.repository, { release, asset }));
      return { status: 200, body, headers: page.headers };
    },
  ),
  repositoryRoute(
    `GET ${RELEASES}/assets/{asset_id}`,
    { operationId: 'repos/get-release-asset', permission: 'contents:read' },
    get,
  ),
  repositoryRoute(
    `PATCH ${RELEASES}/assets/{asset_id}`,
    { operationId: 'repos/update-release-asset', permission: 'contents:write' },
    update,
  ),
  repositoryRoute(
    `DELETE ${RELEASES}/assets/{asset_id}`,
    { operationId: 'repos/delete-release-asset', permission: 'contents:write' },
    remove,
  ),
  repositoryRoute(
    `GET /{owner}/{repo}/releases/download/{tag}/{name}`,
    { operationId: null, permission: 'contents:read', host: 'server' },
    browse,
  ),
  route('GET /asset-storage/{asset_id}', { operationId: null, permission: null, auth: 'none' }, readBytes),
];

async function upload(context: RepositoryContext): Promise<Reply> {
  const { state, urls, repository, request, query, credential } = context;
  const release = findRelease(context);
  requireMutable(release, 'Cannot upload assets to an immutable release');
  const name = normalizeAssetName(query.get('name') ?? '');
  if (name === '') throw refused('name', 'missing_field');
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length)) throw new HttpProblem(400, 'Bad Content-Length: ');
  if (length >= TWO_GIB) throw refused('size', 'custom', 'size must be less than 2147483648');
  if (release.assets.some((asset) => asset.name === name)) throw refused('name', 'already_exists');
  if (release.assets.length >= MAX_ASSETS) throw refused('base', 'custom', 'a release can have at most 1000 assets');
  const id = state.nextId();
  const asset: AssetRecord = {
    id,
    name,
    label: query.get('label'),
    state: 'starter',
    contentType: request.headers['content-type'] ?? 'application/octet-stream',
    sizeBytes: 0,
    digest: null,
    file: join(context.root, 'assets', String(id)),
    downloadCount: 0,
    uploader: actorOf(credential),
    createdAt: state.now(),
    updatedAt: state.now(),
  };
  release.assets.push(asset);
  try {
    await receiveAsset(asset, request, state.now);
  } catch (error) {
    if (request.complete) throw error;
    throw new HttpProblem(502, 'The upload broke off.');
  }
  return { status: 201, body: renderAsset(urls, repository, { release, asset }) };
}

function get(context: RepositoryContext): Reply {
  const { state, urls, repository, request } = context;
  const { release, asset } = findAsset(context);
  if (!/\bapplication\/octet-stream\b/.test(request.headers.accept ?? '')) {
    return { status: 200, body: renderAsset(urls, repository, { release, asset }) };
  }
  if (asset.state !== 'uploaded') throw notFound();
  asset.downloadCount += 1;
  const address = `${urls.api}/asset-storage/${asset.id}`;
  return { status: 302, headers: { location: signUrl(state, address, { action: 'read', seconds: DOWNLOAD_SECONDS }) } };
}

function update(context: RepositoryContext): Reply {
  const { state, urls, repository, body } = context;
  const { release, asset } = findAsset(context);
  requireMutable(release, 'Cannot update assets of an immutable release');
  const name = normalizeAssetName(optionalString(body, 'name') ?? asset.name);
  if (release.assets.some((other) => other !== asset && other.name === name)) throw refused('name', 'already_exists');
  Object.assign(asset, { name, label: optionalString(body, 'label') ?? asset.label, updatedAt: state.now() });
  return { status: 200, body: renderAsset(urls, repository, { release, asset }) };
}

async function remove(context: RepositoryContext): Promise<Reply> {
  const { release, asset } = findAsset(context);
  requireMutable(release, 'Cannot delete assets from an immutable release');
  release.assets.splice(release.assets.indexOf(asset), 1);
  await rm(asset.file, { force: true });
  return { status: 204 };
}

/** What a browser gets: no drafts, and of private repositories only for those who may read them. */
function browse(context: RepositoryContext): Reply {
  const tag = context.param('tag');
  const release = context.repository.releases.find((candidate) => !candidate.draft && candidate.tagName === tag);
  const asset = release?.assets.find(({ name, state }) => name === context.param('name') && state === 'uploaded');
  if (asset === undefined) throw notFound();
  asset.downloadCount += 1;
  return bytesOf(asset, context);
}

function readBytes(context: Context): Reply {
  if (!isSigned(context, 'read')) throw new HttpProblem(403, 'The URL is not signed, or has expired.');
  const id = context.intParam('asset_id');
  const releases = [...context.state.repositories.values()].flatMap((repository) => repository.releases);
  const asset = releases.flatMap((release) => release.assets).find((candidate) => candidate.id === id);
  if (asset === undefined) throw notFound();
  return bytesOf(asset, context);
}

/** All bytes, or one range of them; the storage behind GitHub answers a range that begins behind the end with 416. */
function bytesOf(asset: AssetRecord, { request }: Pick<Context, 'request'>): Reply {
  const { sizeBytes } = asset;
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename=${asset.name}`,
    'accept-ranges': 'bytes',
  };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (first === undefined) {
    const whole = { ...headers, 'content-length': String(sizeBytes) };
    return { status: 200, bytes: createReadStream(asset.file), headers: whole };
  }
  const start = Number(first);
  const end = Math.min(last === undefined || last === '' ? sizeBytes - 1 : Number(last), sizeBytes - 1);
  if (start > end) return { status: 416, headers: { 'content-range': `bytes */${sizeBytes}` } };
  const part = {
    ...headers,
    'content-length': String(end - start + 1),
    'content-range': `bytes ${start}-${end}/${sizeBytes}`,
  };
  return { status: 206, bytes: createReadStream(asset.file, { start, end }), headers: part };
}

function findAsset(context: RepositoryContext): { readonly release: ReleaseRecord; readonly asset: AssetRecord } {
  const id = context.intParam('asset_id');
  for (const release of visibleReleases(context)) {
    const asset = release.assets.find((candidate) => candidate.id === id);
    if (asset !== undefined) return { release, asset };
  }
  throw notFound();
}

function refused(field: string, code: 'custom' | 'missing_field' | 'already_exists', message?: string): HttpProblem {
  const error = { resource: 'ReleaseAsset', field, code, ...(message === undefined ? {} : { message }) };
  return new HttpProblem(422, 'Validation Failed', { errors: [error] });
}
