import { actorOf } from '../access/access.ts';
import type { RepositoryContext } from '../context.ts';
import { formatSignature, parseTag, readCommit, type Signature } from '../git/commit-data.ts';
import { type ObjectType, readObject, writeObject } from '../git/git.ts';
import { writeCommit } from '../git/git-merge.ts';
import { signatureOf } from '../git/signature-of.ts';
import { type JsonObject, optionalObject, optionalString, optionalStrings, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { nodeId } from '../render/account.ts';
import { renderGitCommit, seconds, withoutLastBreak } from '../render/commit.ts';
import { repositoryApi } from '../render/repository.ts';

/** Commits, annotated tags and blobs as objects; refs are moved elsewhere. */
export const gitObjectRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    { operationId: 'git/get-commit', permission: 'contents:read' },
    async (context) => {
      const { sha } = await requireObject(context, context.param('commit_sha'), 'commit');
      return {
        status: 200,
        body: renderGitCommit(context, context.repository, await readCommit(context.repository.gitDir, sha)),
      };
    },
  ),

  repositoryRoute(
    'POST /repos/{owner}/{repo}/git/commits',
    { operationId: 'git/create-commit', permission: 'contents:write' },
    async (context) => {
      const { body, repository } = context;
      const tree = await requireObject(context, stringField(body, 'tree'), 'tree!');
      const parents = optionalStrings(body, 'parents') ?? [];
      for (const parent of parents) await requireObject(context, parent, 'commit!');
      const author = signatureFrom(context, optionalObject(body, 'author'), null);
      const committer = signatureFrom(context, optionalObject(body, 'committer'), author);
      const message = stringField(body, 'message');
      const sha = await writeCommit(repository.gitDir, { tree: tree.sha, parents, message, author, committer });
      return { status: 201, body: renderGitCommit(context, repository, await readCommit(repository.gitDir, sha)) };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
    { operationId: 'git/get-tag', permission: 'contents:read' },
    async (context) => {
      await requireObject(context, context.param('tag_sha'), 'tag');
      return { status: 200, body: await renderTag(context, context.param('tag_sha')) };
    },
  ),

  repositoryRoute(
    'POST /repos/{owner}/{repo}/git/tags',
    { operationId: 'git/create-tag', permission: 'contents:write' },
    async (context) => {
      const { body, repository } = context;
      const tag = stringField(body, 'tag');
      const target = await requireObject(
        context,
        stringField(body, 'object'),
        `${parseType(stringField(body, 'type'))}!`,
      );
      const tagger = signatureFrom(context, optionalObject(body, 'tagger'), null);
      const text = `object ${target.sha}\ntype ${target.type}\ntag ${tag}\ntagger ${formatSignature(tagger)}\n\n${stringField(body, 'message')}\n`;
      const sha = await writeObject(repository.gitDir, 'tag', text);
      return { status: 201, body: await renderTag(context, sha) };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    { operationId: 'git/get-blob', permission: 'contents:read' },
    async (context) => {
      const { sha, content } = await requireObject(context, context.param('file_sha'), 'blob');
      const url = `${repositoryApi(context.urls, context.repository)}/git/blobs/${sha}`;
      return {
        status: 200,
        body: {
          sha,
          node_id: nodeId('Blob', sha),
          size: content.byteLength,
          url,
          content: content.toString('base64'),
          encoding: 'base64',
        },
      };
    },
  ),

  repositoryRoute(
    'POST /repos/{owner}/{repo}/git/blobs',
    { operationId: 'git/create-blob', permission: 'contents:write' },
    async ({ body, repository, urls }) => {
      const encoding = optionalString(body, 'encoding') === 'base64' ? 'base64' : 'utf8';
      const sha = await writeObject(repository.gitDir, 'blob', Buffer.from(stringField(body, 'content'), encoding));
      return { status: 201, body: { sha, url: `${repositoryApi(urls, repository)}/git/blobs/${sha}` } };
    },
  ),
];

/** `commit` is answered with 404 where there is none, `commit!` (named in a body) with 422. */
async function requireObject(context: RepositoryContext, sha: string, wanted: ObjectType | `${ObjectType}!`) {
  const type = wanted.replace('!', '');
  const object = /^[0-9a-f]{40}$/.test(sha) ? await readObject(context.repository.gitDir, sha) : null;
  if (object?.type === type) return object;
  throw wanted === type ? notFound() : new HttpProblem(422, `The ${type} "${sha}" does not exist`);
}

function parseType(text: string): ObjectType {
  if (text === 'commit' || text === 'tree' || text === 'blob') return text;
  throw new HttpProblem(422, `type must be commit, tree or blob, got "${text}"`);
}

/** What the request says, else who asks and now. */
function signatureFrom(
  { credential, state }: RepositoryContext,
  given: JsonObject | null,
  fallback: Signature | null,
): Signature {
  const base = fallback ?? signatureOf(actorOf(credential), state.now());
  if (given === null) return base;
  const date = optionalString(given, 'date');
  return {
    name: stringField(given, 'name'),
    email: stringField(given, 'email'),
    date: date === null ? base.date : new Date(date),
  };
}

async function renderTag({ repository, urls }: RepositoryContext, sha: string) {
  const object = await readObject(repository.gitDir, sha);
  if (object?.type !== 'tag') throw notFound();
  const tag = parseTag(object.content.toString('utf8'));
  const api = `${repositoryApi(urls, repository)}/git`;
  return {
    node_id: nodeId('Tag', sha),
    tag: tag.tag,
    sha,
    url: `${api}/tags/${sha}`,
    message: withoutLastBreak(tag.message),
    tagger: { name: tag.tagger.name, email: tag.tagger.email, date: seconds(tag.tagger.date) },
    object: { sha: tag.object, type: tag.type, url: `${api}/${tag.type}s/${tag.object}` },
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}
