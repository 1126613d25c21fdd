import type { z } from 'zod';
import type { Purpose } from '../service-errors.ts';

/** A value with its GraphQL type, as in `{ type: 'String!', value: 'main' }`. Values never become part of a text. */
export interface Variable {
  readonly type: string;
  readonly value: unknown;
}

export type Variables = Readonly<Record<string, Variable>>;

/** One field of the root with its arguments and selection, to be sent beside others. */
export interface Part {
  /** As in `repository(owner: $owner, name: $repo) { id }`, without an alias of its own. */
  readonly field: string;
  readonly variables: Variables;
}

/** What GitHub says went wrong in one part. */
export interface FieldFailure {
  /** GitHub's own word, as in `NOT_FOUND`, `FORBIDDEN`; empty when it gives none. */
  readonly type: string;
  readonly message: string;
  /** Names and indexes below the part's field; empty when the whole field failed. */
  readonly path: readonly (string | number)[];
}

/** A part, what it is for, and how its answer is read. */
export interface Question<T> extends Purpose, Part {
  /** Reads the value of the field. */
  readonly answer: z.ZodType<T>;
  /** Failures that the answer's reader understands as "null here". Every other failure is an error. */
  readonly mayFail?: (failure: FieldFailure) => boolean;
}
