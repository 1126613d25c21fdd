import type { Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { AssetRecord, ReleaseRecord, RepositoryRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';
import { maybeSeconds } from './check-run.ts';
import { seconds } from './commit.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

/** `release`. */
export function renderRelease(urls: Urls, repository: RepositoryRecord, release: ReleaseRecord): JsonObject {
  const api = repositoryApi(urls, repository);
  const url = `${api}/releases/${release.id}`;
  const tag = encodeURIComponent(release.tagName);
  const page = `${repositoryPage(urls, repository)}/releases/tag`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${urls.uploads}/repos/${repository.fullName}/releases/${release.id}/assets{?name,label}`,
    html_url: release.draft ? `${page}/untagged-${release.id.toString(16)}` : `${page}/${tag}`,
    id: release.id,
    author: renderUser(urls, release.author),
    node_id: nodeId('Release', release.id),
    tag_name: release.tagName,
    target_commitish: release.targetCommitish,
    name: release.name,
    draft: release.draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: seconds(release.createdAt),
    updated_at: seconds(release.updatedAt),
    published_at: maybeSeconds(release.publishedAt),
    assets: release.assets.map((asset) => renderAsset(urls, repository, { release, asset })),
    tarball_url: release.draft ? null : `${api}/tarball/${tag}`,
    zipball_url: release.draft ? null : `${api}/zipball/${tag}`,
    body: release.body,
  };
}

/** `release-asset`. */
export function renderAsset(
  urls: Urls,
  repository: RepositoryRecord,
  about: { readonly release: ReleaseRecord; readonly asset: AssetRecord },
): JsonObject {
  const { release, asset } = about;
  const tag = release.draft ? `untagged-${release.id.toString(16)}` : encodeURIComponent(release.tagName);
  return {
    url: `${repositoryApi(urls, repository)}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: asset.label,
    uploader: renderUser(urls, asset.uploader),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.sizeBytes,
    digest: asset.digest,
    download_count: asset.downloadCount,
    created_at: seconds(asset.createdAt),
    updated_at: seconds(asset.updatedAt),
    browser_download_url: `${repositoryPage(urls, repository)}/releases/download/${tag}/${encodeURIComponent(asset.name)}`,
  };
}
