import {
  ActionError,
  canonicalJson,
  type Digest,
  hexOf,
  parseStrictJson,
  type ReasonCode,
  sha256,
} from '@gatehouse/core';
import { z } from 'zod';
import { STATEMENT_TYPE } from './predicate-types.ts';

/** An in-toto Statement v1 about exactly one model. */
export interface Statement<P = unknown> {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly [{ readonly name: string; readonly digest: { readonly sha256: string } }];
  readonly predicateType: string;
  readonly predicate: P;
}

export const hexSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const digestSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .transform((value) => value as Digest);
export const commitSchema = z.string().regex(/^[0-9a-f]{40}$/);
/** RFC 3339 in UTC, without fractions, as SLSA writes time. */
export const instantSchema = z.iso.datetime({ precision: 0 });
export const digestSetSchema = z.strictObject({ sha256: hexSchema });

const statementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.tuple([z.strictObject({ name: z.string().min(1), digest: digestSetSchema })]),
  predicateType: z.string().min(1),
  predicate: z.record(z.string(), z.unknown()),
});

const MAX_DEPTH = 100;

/** Builds a statement about one model. */
export function statementOf<P>(
  subject: { readonly model: string; readonly modelDigest: Digest },
  predicateType: string,
  predicate: P,
): Statement<P> {
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: subject.model, digest: { sha256: hexOf(subject.modelDigest) } }],
    predicateType,
    predicate,
  };
}

/** The bytes that are signed: canonical JSON, so that equal statements have equal bytes. */
export function statementPayload(statement: Statement): Uint8Array {
  return new TextEncoder().encode(canonicalJson(statement));
}

/** SHA-256 of {@link statementPayload}; it depends neither on the signature nor on the key. */
export function statementDigest(statement: Statement): Digest {
  return sha256(statementPayload(statement));
}

/**
 * Parses the payload of a signed or unsigned statement. Members that in-toto does not know are refused.
 *
 * @throws ActionError `integrity`, reason `signature-invalid`.
 */
export function parseStatement(payload: Uint8Array): Statement {
  try {
    return statementSchema.parse(parseStrictJson(payload, MAX_DEPTH));
  } catch (cause) {
    throw refusedStatement({
      found: cause,
      allowed: 'an in-toto Statement v1 about one model',
      reasonCode: 'signature-invalid',
    });
  }
}

/** The model digest that a statement is about. */
export function subjectDigest(statement: Statement): Digest {
  return `sha256:${statement.subject[0].digest.sha256}`;
}

/**
 * Parses a predicate of one type.
 *
 * @throws ActionError `integrity` with the given reason code when type or predicate do not match.
 */
export function parsePredicate<S extends z.ZodType>(
  statement: Statement,
  expected: {
    readonly predicateType: string;
    readonly schema: S;
    readonly what: string;
    readonly reasonCode: ReasonCode;
  },
): z.output<S> {
  const { predicateType, schema, what: allowed, reasonCode } = expected;
  if (statement.predicateType !== predicateType) {
    throw refusedStatement({ found: `predicate type ${JSON.stringify(statement.predicateType)}`, allowed, reasonCode });
  }
  const parsed = schema.safeParse(statement.predicate);
  if (!parsed.success) throw refusedStatement({ found: parsed.error, allowed, reasonCode });
  return parsed.data;
}

/** The error for a statement that is not what it should be. */
export function refusedStatement(refusal: {
  readonly found: unknown;
  readonly allowed: string;
  readonly reasonCode: ReasonCode;
}): ActionError {
  const { found, allowed, reasonCode } = refusal;
  const text =
    found instanceof z.ZodError ? z.prettifyError(found) : found instanceof Error ? found.message : String(found);
  return new ActionError(
    'integrity',
    {
      where: 'Signed statement',
      found: text.slice(0, 1000),
      allowed,
      remedy: 'Let the decide workflow make the statement again; do not edit statements by hand',
    },
    { reasonCode, ...(found instanceof Error ? { cause: found } : {}) },
  );
}
