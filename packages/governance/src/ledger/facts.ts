import { type Digest, isDigest } from '@gatehouse/core';
import { z } from 'zod';

export const digestField = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest');
export const commitField = z.string().regex(/^[0-9a-f]{40}$/);
const text = z.string().max(1000);
const texts = z.array(text).max(500);
const id = z.int().min(1);
const date = z.iso.date();

/**
 * Every fact that an entry can hold, by name. The list is closed: who, why and which digests is what a ledger is for,
 * and nothing can slip into it that a person would have to be asked for. A new fact gets a line here.
 */
const FACTS = {
  tuple: digestField,
  evidenceDigest: digestField,
  policyDigest: digestField,
  outcome: z.enum(['pass', 'fail', 'inconclusive']),

  // decision: where the candidate's bytes are, and how long; refused: `runId` is the run whose log says why
  runId: id,
  artifactId: id,
  candidateExpiresAt: z.iso.datetime(),

  // approved, authorised: which reviews
  reviews: texts,
  mergedSha: commitField,

  // stale: what was approved before
  approvedTuple: digestField,
  approvedHead: commitField,

  // waived
  waiver: text,
  waiverDigest: digestField,
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
  previousPolicyDigest: digestField,
  revokedKeys: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100),
  loosened: texts,

  // published, deployed
  tag: text,
  commit: commitField,
  release: id,
  environment: text,
  deployment: id,
};

/** What an entry says beside who, why and about what. */
export type LedgerFacts = { -readonly [Name in keyof typeof FACTS]?: z.output<(typeof FACTS)[Name]> };

const schemas: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(FACTS));

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
