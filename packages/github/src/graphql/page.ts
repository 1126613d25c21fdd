import { z } from 'zod';
import { type Purpose, unexpectedAnswer } from '../service-errors.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page, or `null` after the last. */
  readonly next: string | null;
}

/** A connection that was asked for `nodes` and `pageInfo { hasNextPage endCursor }`. */
export function pageAnswer<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z
    .object({
      nodes: z.array(item),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().min(1).nullable() }),
    })
    .refine(({ pageInfo }) => !pageInfo.hasNextPage || pageInfo.endCursor !== null, {
      message: 'more pages and no cursor to them',
    })
    .transform(({ nodes, pageInfo }) => ({ items: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null }));
}

/** Reads pages until the last. */
export async function readPages<T>(
  purpose: Purpose,
  read: (after: string | null) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const found = await readVisiblePages(purpose, read);
  if (found === null) throw unexpectedAnswer(purpose, 'no page');
  return found;
}

/** Reads pages until the last; `null` as soon as one cannot be seen. */
export async function readVisiblePages<T>(
  purpose: Purpose,
  read: (after: string | null) => Promise<Page<T> | null>,
): Promise<readonly T[] | null> {
  const found: T[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<T> | null = await read(after);
    if (page === null) return null;
    found.push(...page.items);
    if (page.next === null) return found;
    if (page.next === after) throw unexpectedAnswer(purpose, 'the same page again');
    after = page.next;
  }
}
