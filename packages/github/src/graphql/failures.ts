import { z } from 'zod';
import { aliasOf } from './document.ts';
import type { FieldFailure } from './question.ts';

const failureAnswer = z.object({
  type: z.string().catch(''),
  message: z.string().catch('no message'),
  path: z.array(z.union([z.string(), z.int()])).catch([]),
});

/** A whole answer: GitHub sends `data` and `errors` together when only parts of a query failed. */
export const graphqlAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(failureAnswer).nullish(),
});

/** Failures of each part, and those that belong to no part: a query that was not understood, or not run at all. */
export interface Failures {
  readonly ofAll: readonly FieldFailure[];
  ofPart(index: number): readonly FieldFailure[];
}

export function attribute(errors: readonly FieldFailure[], parts: number): Failures {
  const aliases = new Set(Array.from({ length: parts }, (_, index): string | number => aliasOf(index)));
  const root = ({ path }: FieldFailure): string | number => path[0] ?? '';
  return {
    ofAll: errors.filter((error) => !aliases.has(root(error))),
    ofPart: (index) =>
      errors
        .filter((error) => root(error) === aliasOf(index))
        .map(({ type, message, path }) => ({ type, message, path: path.slice(1) })),
  };
}

/** The status with which the REST API refuses for the same reason; anything else was not understood. */
const STATUS: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  STALE_DATA: 409,
  SERVICE_UNAVAILABLE: 503,
};
const NOT_UNDERSTOOD = 422;

/** A failure in the shape of Octokit's request error, so that one rule explains both APIs. */
export class GraphqlRefused extends Error {
  readonly status: number;
  readonly type: string;
  readonly response = { headers: {} };

  constructor({ type, message }: FieldFailure) {
    super(type === '' ? message : `${type}: ${message}`);
    this.name = 'GraphqlRefused';
    this.status = STATUS[type] ?? NOT_UNDERSTOOD;
    this.type = type;
  }
}
