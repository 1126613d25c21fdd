import type { Reply, RepositoryContext } from '../context.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { RefUpdate } from '../records.ts';
import { nodeId, renderUser } from '../render/account.ts';

/** Who moved which branch, also branches that are gone. [live] Tags are left out. */
export const activityRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/activity',
    { operationId: 'repos/list-activities', permission: 'contents:read' },
    listActivity,
  ),
];

function listActivity(context: RepositoryContext): Reply {
  const { repository, query, urls } = context;
  const updates = repository.activity.filter((update) => isWanted(context, update));
  const ordered = query.get('direction') === 'asc' ? updates : updates.toReversed();
  const page = cursorPage(context, ordered);
  const body = page.items.map((update) => ({
    id: update.id,
    node_id: nodeId('Push', update.id),
    before: update.before,
    after: update.after,
    ref: update.ref,
    timestamp: update.at.toISOString(),
    activity_type: update.kind,
    actor: renderUser(urls, update.actor),
  }));
  return { status: 200, body, headers: page.headers };
}

const DAY_MS = 86_400_000;
const PERIOD_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };

function isWanted({ query, state }: RepositoryContext, update: RefUpdate): boolean {
  const [ref, actor, kind, period] = ['ref', 'actor', 'activity_type', 'time_period'].map((name) => query.get(name));
  const full = ref?.startsWith('refs/') === false ? `refs/heads/${ref}` : ref;
  const since = state.now().getTime() - (PERIOD_DAYS[period ?? ''] ?? Number.POSITIVE_INFINITY) * DAY_MS;
  return (
    update.ref.startsWith('refs/heads/') &&
    (full == null || update.ref === full) &&
    (actor == null || update.actor.login.toLowerCase() === actor.toLowerCase()) &&
    (kind == null || update.kind === kind) &&
    update.at.getTime() >= since
  );
}

const MAX_PER_PAGE = 100;

/** Pages go by cursors in the Link header; this list knows no `page`. */
function cursorPage(
  { query, request, urls }: RepositoryContext,
  all: readonly RefUpdate[],
): { readonly items: readonly RefUpdate[]; readonly headers: Readonly<Record<string, string>> } {
  const perPage = Math.min(Number(query.get('per_page') ?? 30) || 30, MAX_PER_PAGE);
  const [after, before] = [indexOf(all, query.get('after')), indexOf(all, query.get('before'))];
  const start = after !== null ? after + 1 : Math.max(0, (before ?? perPage) - perPage);
  const items = all.slice(start, before ?? start + perPage).slice(0, perPage);
  const [first, last] = [items[0], items.at(-1)];
  const link = (relation: string, name: string, update: RefUpdate): string => {
    const url = new URL(request.url ?? '/', urls.api);
    for (const other of ['after', 'before']) url.searchParams.delete(other);
    url.searchParams.set(name, cursorOf(update));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links = [
    ...(first !== undefined && start > 0 ? [link('prev', 'before', first)] : []),
    ...(last !== undefined && start + items.length < all.length ? [link('next', 'after', last)] : []),
  ];
  return { items, headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

function cursorOf({ id }: RefUpdate): string {
  return Buffer.from(`activity:${id}`).toString('base64url');
}

function indexOf(all: readonly RefUpdate[], cursor: string | null): number | null {
  if (cursor === null) return null;
  const index = all.findIndex((update) => cursorOf(update) === cursor);
  if (index < 0) throw new HttpProblem(422, 'The cursor is not valid');
  return index;
}
