import type { RepositoryContext } from '../context.ts';
import { readCommit } from '../git/commit-data.ts';
import { listRefs, readRef } from '../git/git.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { renderCommit } from '../render/commit.ts';
import { renderProtection } from '../render/protection.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { protectionKey, rulesetsFor } from '../rules/branch-rules.ts';

export const branchRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/branches',
    { operationId: 'repos/list-branches', permission: 'contents:read' },
    async (context) => {
      const { repository, urls, query } = context;
      const wanted = query.get('protected');
      const heads = [...(await listRefs(repository.gitDir, 'refs/heads/'))].map(([ref, sha]) => ({
        name: ref.slice('refs/heads/'.length),
        sha,
      }));
      const matching = heads.filter(({ name }) => wanted === null || String(isProtected(repository, name)) === wanted);
      const page = paginate(context, matching);
      const body = page.items.map(({ name, sha }) => ({
        name,
        commit: { sha, url: `${repositoryApi(urls, repository)}/commits/${sha}` },
        protected: isProtected(repository, name),
      }));
      return { status: 200, body, headers: page.headers };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/branches/{branch...}',
    { operationId: 'repos/get-branch', permission: 'contents:read' },
    async (context) => {
      const { repository, urls } = context;
      const name = context.param('branch');
      const sha = await readRef(repository.gitDir, `refs/heads/${name}`);
      if (sha === null) throw new HttpProblem(404, 'Branch not found');
      const self = `${repositoryApi(urls, repository)}/branches/${encodeURIComponent(name)}`;
      const protection = repository.protections.get(protectionKey(repository, name) ?? '');
      const body = {
        name,
        commit: renderCommit(context, repository, await readCommit(repository.gitDir, sha)),
        _links: { self, html: `${repositoryPage(urls, repository)}/tree/${name}` },
        protected: isProtected(repository, name),
        protection:
          protection === undefined ? { enabled: false } : { enabled: true, ...renderProtection(self, protection) },
        protection_url: `${self}/protection`,
      };
      return { status: 200, body };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/tags',
    { operationId: 'repos/list-tags', permission: 'contents:read' },
    async (context) => {
      const { repository } = context;
      const tags = [...(await listRefs(repository.gitDir, 'refs/tags/')).keys()].reverse();
      const page = paginate(context, tags);
      return {
        status: 200,
        body: await Promise.all(page.items.map((ref) => renderTagEntry(context, ref))),
        headers: page.headers,
      };
    },
  ),
];

function isProtected(repository: RepositoryRecord, branch: string): boolean {
  return protectionKey(repository, branch) !== null || rulesetsFor(repository, `refs/heads/${branch}`).length > 0;
}

async function renderTagEntry({ repository, urls }: RepositoryContext, ref: string) {
  const name = ref.slice('refs/tags/'.length);
  const sha = (await readRef(repository.gitDir, `${ref}^{commit}`)) ?? '';
  const api = repositoryApi(urls, repository);
  return {
    name,
    zipball_url: `${api}/zipball/refs/tags/${name}`,
    tarball_url: `${api}/tarball/refs/tags/${name}`,
    commit: { sha, url: `${api}/commits/${sha}` },
    node_id: nodeId('Ref', ref),
  };
}
