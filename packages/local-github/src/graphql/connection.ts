import { type JsonObject, optionalInteger, optionalString } from '../http/body.ts';
import type { Connection } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';

const MAX_PAGE = 100;

interface Source<T> {
  readonly items: readonly T[];
  readonly node: (item: T) => unknown;
  /** What an edge says beside its node. */
  readonly edge?: (item: T) => JsonObject;
}

/** One page of a list by GitHub's cursors. */
export function connect<T>(args: JsonObject, { items, node, edge }: Source<T>): Connection {
  const { start, end } = windowOf(args, items.length);
  const page = items.slice(start, end);
  return {
    totalCount: items.length,
    nodes: () => page.map(node),
    edges: () =>
      page.map((item, index) => ({ cursor: cursorOf(start + index), node: () => node(item), ...edge?.(item) })),
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < items.length,
      startCursor: page.length === 0 ? null : cursorOf(start),
      endCursor: page.length === 0 ? null : cursorOf(end - 1),
    },
  };
}

function windowOf(args: JsonObject, length: number): { readonly start: number; readonly end: number } {
  const after = optionalString(args, 'after');
  const before = optionalString(args, 'before');
  const low = after === null ? 0 : Math.min(positionOf('after', after) + 1, length);
  const high = before === null ? length : Math.min(positionOf('before', before), length);
  const first = optionalInteger(args, 'first');
  if (first !== null) return { start: low, end: Math.max(low, Math.min(high, low + first)) };
  return { start: Math.max(low, high - (optionalInteger(args, 'last') ?? 0)), end: Math.max(low, high) };
}

/**
 * Refuses a page without a bound, or with one that GitHub does not take.
 *
 * @param name the connection's field
 */
export function requireBounds(name: string, args: JsonObject): void {
  const bounds = ['first', 'last'].filter((bound) => args[bound] !== undefined && args[bound] !== null);
  const [bound] = bounds;
  if (bound === undefined) {
    throw new GraphProblem(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (bounds.length === 2) {
    throw new GraphProblem(
      'UNPROCESSABLE',
      `Passing both \`first\` and \`last\` to paginate the \`${name}\` connection is not supported.`,
    );
  }
  const asked = Number(args[bound]);
  if (asked > MAX_PAGE) {
    throw new GraphProblem(
      'EXCESSIVE_PAGINATION',
      `Requesting ${asked} records on the \`${name}\` connection exceeds the \`${bound}\` limit of ${MAX_PAGE} records.`,
    );
  }
  if (asked < 0) {
    throw new GraphProblem('UNPROCESSABLE', `\`${bound}\` on the \`${name}\` connection cannot be less than zero.`);
  }
}

function cursorOf(index: number): string {
  return Buffer.from(`cursor:v2:${index}`).toString('base64');
}

function positionOf(argument: string, cursor: string): number {
  const [, index] = /^cursor:v2:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  if (index !== undefined) return Number(index);
  throw new GraphProblem(
    'INVALID_CURSOR_ARGUMENTS',
    `\`${cursor}\` does not appear to be a valid cursor for \`${argument}\`.`,
  );
}
