import type { GraphQLError } from 'graphql';
import { isJsonObject, type JsonObject } from '../http/body.ts';
import { HttpProblem } from '../http/http-problem.ts';

/** Kinds of errors that GitHub names beside the message. */
export type GraphProblemType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'STALE_DATA'
  | 'RATE_LIMITED'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'EXCESSIVE_PAGINATION'
  | 'INVALID_CURSOR_ARGUMENTS'
  | 'MAX_NODE_LIMIT_EXCEEDED';

/** Thrown by a field to answer `null` there, with GitHub's error beside it. */
export class GraphProblem extends Error {
  readonly type: GraphProblemType;

  constructor(type: GraphProblemType, message: string) {
    super(message);
    this.name = 'GraphProblem';
    this.type = type;
  }
}

/**
 * The error as GitHub writes it.
 *
 * @throws what a field threw that is no answer of GitHub but a fault of this server
 */
export function renderError(error: GraphQLError): JsonObject {
  const cause = error.originalError;
  const type = cause === undefined || cause === null ? null : typeOf(cause);
  const { path, locations } = error;
  return {
    ...(type === null ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations: locations.map(({ line, column }) => ({ line, column })) }),
    message: cause instanceof HttpProblem ? messageOf(cause) : error.message,
  };
}

function typeOf(cause: Error): GraphProblemType | null {
  if (cause instanceof GraphProblem) return cause.type;
  if (cause.name === 'GraphQLError') return null;
  if (!(cause instanceof HttpProblem)) throw cause;
  if (cause.status === 404) return 'NOT_FOUND';
  return cause.status === 401 || cause.status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE';
}

/** REST says "Validation Failed" and why in a list; GraphQL says why, without git's number of the refusal. */
function messageOf(problem: HttpProblem): string {
  const reasons = (problem.errors ?? []).map((error) => (typeof error === 'string' ? error : (error.message ?? '')));
  const text = reasons.length === 0 ? problem.message : reasons.join('\n');
  return text.replace(/^GH\d+: /, '');
}

/** A refusal of the document itself, in GitHub's words where it has its own for it. */
export function renderInvalid(error: GraphQLError): JsonObject {
  const rendered = renderError(error);
  const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  if (field === undefined || type === undefined) return rendered;
  return {
    path: ['query', field],
    extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    ...('locations' in rendered && isJsonObject(rendered) ? { locations: rendered['locations'] } : {}),
    message: `Field '${field}' doesn't exist on type '${type}'`,
  };
}
