import type { Urls } from '../context.ts';
import type { TreeEntry } from '../git/git-tree.ts';
import type { JsonObject } from '../http/body.ts';
import type { RepositoryRecord } from '../records.ts';
import { encodePath } from './file-change.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

/** Above this GitHub leaves the content of a file out. */
const MAX_INLINE_BYTES = 1024 * 1024;

export interface ContentEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: TreeEntry['type'];
  readonly sha: string;
  readonly size: number | null;
}

/** One entry of `content-directory`; `content-file` is the same with its bytes. */
export function renderContentEntry(
  urls: Urls,
  repository: RepositoryRecord,
  { entry, ref }: { readonly entry: ContentEntry; readonly ref: string },
): JsonObject {
  const path = encodePath(entry.path);
  const self = `${repositoryApi(urls, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.type === 'tree' ? 'tree' : 'blob';
  const git = entry.type === 'commit' ? null : `${repositoryApi(urls, repository)}/git/${kind}s/${entry.sha}`;
  const html = `${repositoryPage(urls, repository)}/${kind}/${encodeURIComponent(ref)}/${path}`;
  return {
    name: entry.path.split('/').at(-1) ?? '',
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url:
      entry.type === 'blob' ? `${repositoryPage(urls, repository)}/raw/${encodeURIComponent(ref)}/${path}` : null,
    type: contentType(entry),
    _links: { self, git, html },
  };
}

export function renderContentFile(
  urls: Urls,
  repository: RepositoryRecord,
  about: { readonly entry: ContentEntry; readonly ref: string; readonly bytes: Buffer },
): JsonObject {
  const inline = about.bytes.byteLength <= MAX_INLINE_BYTES;
  return {
    ...renderContentEntry(urls, repository, about),
    // GitHub breaks base64 after 60 characters.
    content: inline ? about.bytes.toString('base64').replace(/.{1,60}/g, '$&\n') : '',
    encoding: inline ? 'base64' : 'none',
  };
}

function contentType(entry: ContentEntry): 'file' | 'dir' | 'submodule' | 'symlink' {
  if (entry.type === 'tree') return 'dir';
  if (entry.type === 'commit') return 'submodule';
  return entry.mode === '120000' ? 'symlink' : 'file';
}
