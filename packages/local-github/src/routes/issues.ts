import { actorOf } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { isJsonObject, optionalArray, optionalChoice, optionalString, stringField } from '../http/body.ts';
import { HttpProblem, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { IssueRecord } from '../issue-records.ts';
import { ensureLabel, type IssueLike, issuesOf, mayTriage, requireIssue, threadOf } from '../issues/issue-access.ts';
import { renderIssue, renderLabel } from '../render/issue.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const ONE = `${ISSUES}/{issue_number}`;
const READ = { permission: 'issues:read' } as const;
const WRITE = { permission: 'issues:write' } as const;
/** Who may read may write issues of their own. */
const OPEN = { permission: 'issues:write', userLevel: 'read' } as const;

/** Issues and labels, as far as monitors need them; nothing is told of them, so that no workflow starts. */
export const issueRoutes: readonly Route[] = [
  repositoryRoute(`GET ${ISSUES}`, { operationId: 'issues/list-for-repo', ...READ }, listIssues),
  repositoryRoute(`POST ${ISSUES}`, { operationId: 'issues/create', ...OPEN }, createIssue),
  repositoryRoute(`GET ${ONE}`, { operationId: 'issues/get', ...READ }, (context) =>
    reply(context, requireIssue(context)),
  ),
  repositoryRoute(`PATCH ${ONE}`, { operationId: 'issues/update', ...OPEN }, updateIssue),
  repositoryRoute(`GET ${ONE}/labels`, { operationId: 'issues/list-labels-on-issue', ...READ }, (context) =>
    labelsReply(context, requireIssue(context).number),
  ),
  repositoryRoute(`POST ${ONE}/labels`, { operationId: 'issues/add-labels', ...WRITE }, (context) => {
    const { number } = requireIssue(context);
    setLabels(context, number, [...threadOf(context.repository, number).labels, ...labelNames(context)]);
    return labelsReply(context, number);
  }),
  repositoryRoute(`PUT ${ONE}/labels`, { operationId: 'issues/set-labels', ...WRITE }, (context) => {
    const { number } = requireIssue(context);
    setLabels(context, number, labelNames(context));
    return labelsReply(context, number);
  }),
  repositoryRoute(`DELETE ${ONE}/labels/{name}`, { operationId: 'issues/remove-label', ...WRITE }, (context) => {
    const { number } = requireIssue(context);
    const name = context.param('name').toLowerCase();
    const thread = threadOf(context.repository, number);
    if (!thread.labels.some((label) => label.toLowerCase() === name))
      throw new HttpProblem(404, 'Label does not exist');
    thread.labels = thread.labels.filter((label) => label.toLowerCase() !== name);
    return labelsReply(context, number);
  }),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/labels',
    { operationId: 'issues/list-labels-for-repo', ...READ },
    (context) => {
      const page = paginate(context, [...context.repository.labels.values()]);
      const body = page.items.map((label) => renderLabel(context, context.repository, label));
      return { status: 200, body, headers: page.headers };
    },
  ),
  repositoryRoute('POST /repos/{owner}/{repo}/labels', { operationId: 'issues/create-label', ...WRITE }, (context) => {
    const { body, repository, state } = context;
    const name = stringField(body, 'name');
    if (repository.labels.has(name.toLowerCase())) throw unprocessable('Label', 'already_exists', 'name');
    const color = optionalString(body, 'color') ?? 'ededed';
    const label = { id: state.nextId(), name, color, description: optionalString(body, 'description') };
    repository.labels.set(name.toLowerCase(), label);
    return { status: 201, body: renderLabel(context, repository, label) };
  }),
];

function reply(context: RepositoryContext, issue: IssueLike, status = 200): Reply {
  return { status, body: renderIssue(context, context.repository, issue) };
}

function listIssues(context: RepositoryContext): Reply {
  const { repository, query } = context;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const creator = query.get('creator')?.toLowerCase();
  for (const name of ['assignee', 'milestone', 'mentioned', 'type', 'since'])
    if (query.has(name)) throw new HttpProblem(422, `The local GitHub does not filter issues by ${name}`);
  const found = issuesOf(repository).filter((issue) => {
    const own = threadOf(repository, issue.number).labels.map((name) => name.toLowerCase());
    const user = issue.kind === 'issue' ? issue.record.user : issue.record.author;
    return (
      (state === 'all' || issue.record.state === state) &&
      labels.every((name) => own.includes(name.trim().toLowerCase())) &&
      (creator === undefined || user.login.toLowerCase() === creator)
    );
  });
  const byUpdate = query.get('sort') === 'updated';
  const time = ({ record }: IssueLike): number => (byUpdate ? record.updatedAt : record.createdAt).getTime();
  const sorted = found.toSorted((left, right) => time(right) - time(left) || right.number - left.number);
  const page = paginate(context, query.get('direction') === 'asc' ? sorted.toReversed() : sorted);
  return {
    status: 200,
    body: page.items.map((issue) => renderIssue(context, repository, issue)),
    headers: page.headers,
  };
}

function createIssue(context: RepositoryContext): Reply {
  const { body, repository, credential, state } = context;
  const now = state.now();
  const record: IssueRecord = {
    id: state.nextId(),
    number: repository.lastNumber + 1,
    title: stringField(body, 'title'),
    body: optionalString(body, 'body'),
    state: 'open',
    stateReason: null,
    user: actorOf(credential),
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
  repository.lastNumber = record.number;
  repository.issues.push(record);
  // GitHub drops the labels of people without push access, and says nothing.
  if (mayTriage(context)) setLabels(context, record.number, labelNames(context));
  return reply(context, { kind: 'issue', number: record.number, record }, 201);
}

function updateIssue(context: RepositoryContext): Reply {
  const { body, credential, state } = context;
  const issue = requireIssue(context);
  if (issue.kind === 'pull') throw new HttpProblem(422, 'The local GitHub changes pull requests by their own route');
  const { record } = issue;
  if (!mayTriage(context) && actorOf(credential).id !== record.user.id)
    throw new HttpProblem(403, 'Must have admin rights to Repository.');
  const wanted = optionalChoice(body, 'state', ['open', 'closed']);
  const reason = optionalChoice(body, 'state_reason', ['completed', 'not_planned', 'duplicate', 'reopened']);
  const now = state.now();
  if (wanted !== null && wanted !== record.state) {
    const usual = wanted === 'closed' ? 'completed' : 'reopened';
    Object.assign(record, { state: wanted, stateReason: reason ?? usual, closedAt: wanted === 'closed' ? now : null });
  }
  record.title = optionalString(body, 'title') ?? record.title;
  record.body = optionalString(body, 'body') ?? record.body;
  record.updatedAt = now;
  if (body['labels'] !== undefined && mayTriage(context)) setLabels(context, issue.number, labelNames(context));
  return reply(context, issue);
}

/** Labels of a request: names, or objects with a name. */
function labelNames({ body }: RepositoryContext): readonly string[] {
  return (optionalArray(body, 'labels') ?? []).map((label) => {
    if (typeof label === 'string') return label;
    if (isJsonObject(label)) return stringField(label, 'name');
    throw unprocessable('Label', 'labels must be names', 'labels');
  });
}

function setLabels(context: RepositoryContext, number: number, names: readonly string[]): void {
  const labels = names.map((name) => ensureLabel(context, name).name);
  threadOf(context.repository, number).labels = [...new Set(labels)];
}

function labelsReply(context: RepositoryContext, number: number): Reply {
  const { repository } = context;
  const labels = threadOf(repository, number).labels.map((name) => ensureLabel(context, name));
  const page = paginate(context, labels);
  const body = page.items.map((label) => renderLabel(context, repository, label));
  return { status: 200, body, headers: page.headers };
}
