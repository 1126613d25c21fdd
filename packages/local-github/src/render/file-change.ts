import type { Urls } from '../context.ts';
import type { FileChange } from '../git/git-diff.ts';
import type { JsonObject } from '../http/body.ts';
import type { RepositoryRecord } from '../records.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** `diff-entry`. */
export function renderFileChange(
  urls: Urls,
  repository: RepositoryRecord,
  { file, sha }: { readonly file: FileChange; readonly sha: string },
): JsonObject {
  const path = encodePath(file.path);
  return {
    sha: file.blobSha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repositoryPage(urls, repository)}/blob/${sha}/${path}`,
    raw_url: `${repositoryPage(urls, repository)}/raw/${sha}/${path}`,
    contents_url: `${repositoryApi(urls, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
