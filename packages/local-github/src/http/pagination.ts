import type { Context } from '../context.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** One page of a list by `per_page` (30, at most 100) and `page`, with GitHub's Link header. */
export function paginate<T>(
  context: Pick<Context, 'query' | 'request' | 'urls'>,
  all: readonly T[],
  maxPerPage = 100,
): Page<T> {
  const perPage = Math.min(positive(context.query.get('per_page'), 30), maxPerPage);
  const page = positive(context.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  const links = [
    ...(page > 1 ? [link('prev', Math.min(page - 1, last)), link('first', 1)] : []),
    ...(page < last ? [link('next', page + 1), link('last', last)] : []),
  ];
  return { items, headers: links.length === 0 ? {} : { link: links.join(', ') } };

  function link(relation: string, target: number): string {
    const url = new URL(context.request.url ?? '/', context.urls.api);
    url.searchParams.set('page', String(target));
    return `<${url.href}>; rel="${relation}"`;
  }
}

/** GitHub takes values it cannot read for the default. */
function positive(text: string | null, fallback: number): number {
  const value = Number(text ?? '');
  return Number.isSafeInteger(value) && value > 0 ? value : fallback;
}
