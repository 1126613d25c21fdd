import { type Digest, isDigest } from '@gatehouse/core';
import { z } from 'zod';
import { PLAIN, plainChoice, plainEnum } from './plain-spelling.ts';

export const digestField = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest');
export const commitField = z.string().regex(/^[0-9a-f]{40}$/);

/** A kind of value: what is allowed, and how our writers spell it. */
interface FactKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly plain: string;
}

const OUTCOMES = ['pass', 'fail', 'inconclusive'] as const;
const textField = z.string().max(1000);

const digest = kind(digestField, PLAIN.digest);
const commit = kind(commitField, PLAIN.commit);
const text = kind(textField, PLAIN.text);
const texts = kind(z.array(textField).max(500), PLAIN.texts);
const id = kind(z.int().min(1), PLAIN.id);
const date = kind(z.iso.date(), PLAIN.date);
const instant = kind(z.iso.datetime(), PLAIN.instant);
const outcome = kind(z.enum(OUTCOMES), plainEnum(OUTCOMES));
const keyHints = kind(z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100), PLAIN.keyHints);

/**
 * Every fact that an entry can hold, by name. The list is closed: who, why and which digests is what a ledger is for,
 * and nothing can slip into it that a person would have to be asked for. A new fact gets a line here.
 */
export const FACTS = {
  tuple: digest,
  evidenceDigest: digest,
  policyDigest: digest,
  outcome,

  // decision: where the candidate's bytes are, and how long; refused: `runId` is the run whose log says why
  runId: id,
  artifactId: id,
  candidateExpiresAt: instant,
  // decision: which evaluation data the candidate was judged on, since rows that judge often are learned
  evaluationData: digest,

  // approved, authorised: which reviews
  reviews: texts,
  mergedSha: commit,

  // stale: what was approved before
  approvedTuple: digest,
  approvedHead: commit,

  // waived
  waiver: text,
  waiverDigest: digest,
  gate: text,
  measure: text,
  control: text,
  expiresOn: date,

  // emergency
  emergency: text,
  incident: text,
  reviewBy: date,
  reviewedOn: date,

  // policy-changed: `revokedKeys` are hints of public keys, hex SHA-256 of their PEM text
  previousPolicyDigest: digest,
  revokedKeys: keyHints,
  loosened: texts,

  // published, deployed
  tag: text,
  commit,
  release: id,
  environment: text,
  deployment: id,

  // promoted, rolled-back: `tag` is the stage tag, `replaces` the one before; `incident` above is the issue
  version: text,
  replaces: text,
  reason: text,
};

/** What an entry says beside who, why and about what. */
export type LedgerFacts = { -readonly [Name in keyof typeof FACTS]?: z.output<(typeof FACTS)[Name]['schema']> };

const schemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(FACTS).map(([name, { schema }]) => [name, schema]),
);

/** Facts as our writers spell them. */
export const PLAIN_FACTS = plainChoice(
  Object.fromEntries(Object.entries(FACTS).map(([name, { plain }]) => [name, plain])),
);

/**
 * Facts of the list, each of its kind. An entry has a handful of the three dozen, and a ledger a hundred thousand
 * entries: asking a schema for those that are not there would cost more than all else.
 */
export const factsSchema = z.custom<LedgerFacts>(isObject, 'not an object').superRefine((facts, context) => {
  for (const [name, value] of Object.entries(facts)) {
    const schema = schemas.get(name);
    const issues = schema === undefined ? [{ message: 'no such fact' }] : (schema.safeParse(value).error?.issues ?? []);
    for (const { message } of issues) context.addIssue({ code: 'custom', message, path: [name] });
  }
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kind<Schema extends z.ZodType>(schema: Schema, plain: string): FactKind<Schema> {
  return { schema, plain };
}
