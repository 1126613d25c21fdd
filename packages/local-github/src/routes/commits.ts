import type { Reply, RepositoryContext } from '../context.ts';
import { readCommit, readCommits } from '../git/commit-data.ts';
import { commitsBetween, git, mergeBase, readRef, resolveCommit } from '../git/git.ts';
import { diffTrees, EMPTY_TREE } from '../git/git-diff.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Page, paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { renderCommit } from '../render/commit.ts';
import { renderFileChange } from '../render/file-change.ts';
import { renderSimplePull } from '../render/pull.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { findRepository } from '../state.ts';

/** What a comparison shows of the files, and of the commits where no page is asked for. */
const MAX_FILES = 300;
const MAX_UNPAGED = 250;

export const commitRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/commits',
    { operationId: 'repos/list-commits', permission: 'contents:read' },
    async (context) => {
      const { repository, query } = context;
      const start = query.get('sha') ?? repository.defaultBranch;
      const head = await resolveCommit(repository.gitDir, start);
      if (head === null)
        throw start === repository.defaultBranch ? new HttpProblem(409, 'Git Repository is empty.') : notFound();
      const page = paginate(context, await history(repository.gitDir, head, query));
      const commits = await readCommits(repository.gitDir, page.items);
      return {
        status: 200,
        body: commits.map((commit) => renderCommit(context, repository, commit)),
        headers: page.headers,
      };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/commits/{ref...}',
    { operationId: 'repos/get-commit', permission: 'contents:read' },
    async (context) => {
      const { repository } = context;
      const sha = await resolveCommit(repository.gitDir, context.param('ref'));
      if (sha === null) throw new HttpProblem(422, `No commit found for SHA: ${context.param('ref')}`);
      const commit = await readCommit(repository.gitDir, sha);
      const files = await diffTrees(repository.gitDir, commit.parents[0] ?? EMPTY_TREE, sha);
      const page = paginate(context, files, MAX_FILES);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      const body = {
        ...renderCommit(context, repository, commit),
        stats: { total: additions + deletions, additions, deletions },
        files: (context.query.has('per_page') ? page.items : files).map((file) =>
          renderFileChange(context.urls, repository, { file, sha }),
        ),
      };
      return { status: 200, body };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    { operationId: 'repos/list-pull-requests-associated-with-commit', permission: 'pull-requests:read' },
    listPullsOfCommit,
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/compare/{basehead...}',
    { operationId: 'repos/compare-commits-with-basehead', permission: 'contents:read' },
    compare,
  ),
];

async function history(gitDir: string, head: string, query: URLSearchParams): Promise<readonly string[]> {
  for (const filter of ['author', 'committer', 'since', 'until']) {
    if (query.has(filter)) throw new HttpProblem(422, `The local GitHub does not filter commits by ${filter}`);
  }
  const path = query.get('path');
  const text = (await git(gitDir, ['rev-list', head, ...(path === null ? [] : ['--', path])])).toString('utf8').trim();
  return text === '' ? [] : text.split('\n');
}

/** Open and merged ones whose head, test merge or merge commit it is, or whose branch holds it. */
async function listPullsOfCommit(context: RepositoryContext): Promise<Reply> {
  const { repository } = context;
  const sha = await readRef(repository.gitDir, `${context.param('commit_sha')}^{commit}`);
  if (sha === null) throw new HttpProblem(422, `No commit found for SHA: ${context.param('commit_sha')}`);
  const matching = [];
  for (const pull of [...repository.pulls].reverse()) {
    if (pull.state === 'closed' && !pull.merged) continue;
    const own = pull.headSha === sha || (pull.merged && pull.mergeCommitSha === sha);
    if (own || (await commitsBetween(repository.gitDir, pull.baseSha, pull.headSha)).includes(sha)) matching.push(pull);
  }
  const page = paginate(context, matching);
  return {
    status: 200,
    body: page.items.map((pull) => renderSimplePull(context, repository, pull)),
    headers: page.headers,
  };
}

async function compare(context: RepositoryContext): Promise<Reply> {
  const { repository, urls } = context;
  const { gitDir } = repository;
  const [baseName = '', headName = ''] = context.param('basehead').split('...');
  const [base, head] = await Promise.all([resolveSide(context, baseName), resolveSide(context, headName)]);
  const start = await mergeBase(gitDir, base, head);
  if (start === null) throw notFound();
  const [ahead, behind, files] = await Promise.all([
    commitsBetween(gitDir, base, head),
    commitsBetween(gitDir, head, base),
    diffTrees(gitDir, start, head),
  ]);
  const page = pageOfCommits(context, ahead);
  const [baseCommit, startCommit, commits] = await Promise.all([
    readCommit(gitDir, base),
    readCommit(gitDir, start),
    readCommits(gitDir, page.items),
  ]);
  const html = `${repositoryPage(urls, repository)}/compare/${baseName}...${headName}`;
  const body = {
    url: `${repositoryApi(urls, repository)}/compare/${baseName}...${headName}`,
    html_url: html,
    permalink_url: `${repositoryPage(urls, repository)}/compare/${base}...${head}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: renderCommit(context, repository, baseCommit),
    merge_base_commit: renderCommit(context, repository, startCommit),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: commits.map((commit) => renderCommit(context, repository, commit)),
    // GitHub lists at most 300 files, all with the first page.
    files: (Number(context.query.get('page') ?? 1) > 1 ? [] : files.slice(0, MAX_FILES)).map((file) =>
      renderFileChange(urls, repository, { file, sha: head }),
    ),
  };
  return { status: 200, body, headers: page.headers };
}

/** Who asks for no page gets the newest commits, oldest of them first; GitHub lists no more than these. */
function pageOfCommits(context: RepositoryContext, ahead: readonly string[]): Page<string> {
  const asked = context.query.has('page') || context.query.has('per_page');
  return asked ? paginate(context, ahead) : { items: ahead.slice(-MAX_UNPAGED), headers: {} };
}

/** `branch`, or `owner:branch` of a fork, whose commits are there once it has a pull request. */
async function resolveSide({ repository, state }: RepositoryContext, name: string): Promise<string> {
  const [owner, branch] = name.includes(':') ? name.split(':') : [repository.owner.login, name];
  const source = findRepository(state, `${owner}/${repository.name}`);
  const sha = source === null ? null : await resolveCommit(source.gitDir, branch ?? '');
  if (sha === null || (await readRef(repository.gitDir, `${sha}^{commit}`)) === null) throw notFound();
  return sha;
}

function statusOf(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}
