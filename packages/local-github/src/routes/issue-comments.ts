import { actorOf } from '../access/access.ts';
import type { RepositoryContext } from '../context.ts';
import { stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { IssueComment } from '../issue-records.ts';
import { mayTriage, requireIssue, threadOf } from '../issues/issue-access.ts';
import { renderComment } from '../render/issue.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const READ = { permission: 'issues:read' } as const;
/** Who may read may comment. */
const WRITE = { permission: 'issues:write', userLevel: 'read' } as const;

/** Comments of issues and pull requests; nothing is told of them, so that no workflow starts. */
export const issueCommentRoutes: readonly Route[] = [
  repositoryRoute(
    `GET ${ISSUES}/{issue_number}/comments`,
    { operationId: 'issues/list-comments', ...READ },
    (context) => {
      const { number } = requireIssue(context);
      const since = new Date(context.query.get('since') ?? 0);
      const { comments } = threadOf(context.repository, number);
      const page = paginate(
        context,
        comments.filter((comment) => comment.updatedAt >= since),
      );
      const body = page.items.map((comment) => renderComment(context, context.repository, { comment, number }));
      return { status: 200, body, headers: page.headers };
    },
  ),

  repositoryRoute(
    `POST ${ISSUES}/{issue_number}/comments`,
    { operationId: 'issues/create-comment', ...WRITE },
    (context) => {
      const { repository, credential, state } = context;
      const { number } = requireIssue(context);
      const now = state.now();
      const comment: IssueComment = {
        id: state.nextId(),
        body: stringField(context.body, 'body'),
        user: actorOf(credential),
        createdAt: now,
        updatedAt: now,
      };
      threadOf(repository, number).comments.push(comment);
      return { status: 201, body: renderComment(context, repository, { comment, number }) };
    },
  ),

  repositoryRoute(`GET ${ISSUES}/comments/{comment_id}`, { operationId: 'issues/get-comment', ...READ }, (context) => ({
    status: 200,
    body: renderComment(context, context.repository, find(context)),
  })),

  repositoryRoute(
    `PATCH ${ISSUES}/comments/{comment_id}`,
    { operationId: 'issues/update-comment', ...WRITE },
    (context) => {
      const found = find(context);
      requireAuthorOrWriter(context, found.comment);
      found.comment.body = stringField(context.body, 'body');
      found.comment.updatedAt = context.state.now();
      return { status: 200, body: renderComment(context, context.repository, found) };
    },
  ),

  repositoryRoute(
    `DELETE ${ISSUES}/comments/{comment_id}`,
    { operationId: 'issues/delete-comment', ...WRITE },
    (context) => {
      const { comment, number } = find(context);
      requireAuthorOrWriter(context, comment);
      const { comments } = threadOf(context.repository, number);
      comments.splice(comments.indexOf(comment), 1);
      return { status: 204 };
    },
  ),
];

function requireAuthorOrWriter(context: RepositoryContext, comment: IssueComment): void {
  if (mayTriage(context) || actorOf(context.credential).id === comment.user.id) return;
  throw new HttpProblem(403, 'Must have push access to repository');
}

function find({ repository, intParam }: RepositoryContext): {
  readonly comment: IssueComment;
  readonly number: number;
} {
  const id = intParam('comment_id');
  for (const [number, { comments }] of repository.threads) {
    const comment = comments.find((candidate) => candidate.id === id);
    if (comment !== undefined) return { comment, number };
  }
  throw notFound();
}
