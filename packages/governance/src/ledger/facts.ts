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
export const factsSchema = z.strictObject({
  tuple: digestField.exactOptional(),
  evidenceDigest: digestField.exactOptional(),
  policyDigest: digestField.exactOptional(),
  outcome: z.enum(['pass', 'fail', 'inconclusive']).exactOptional(),

  // decision: where the candidate's bytes are, and how long
  runId: id.exactOptional(),
  artifactId: id.exactOptional(),
  candidateExpiresAt: z.iso.datetime().exactOptional(),

  // approved, authorised: which reviews
  reviews: texts.exactOptional(),
  mergedSha: commitField.exactOptional(),

  // stale: what was approved before
  approvedTuple: digestField.exactOptional(),
  approvedHead: commitField.exactOptional(),

  // waived
  waiver: text.exactOptional(),
  waiverDigest: digestField.exactOptional(),
  gate: text.exactOptional(),
  measure: text.exactOptional(),
  control: text.exactOptional(),
  expiresOn: date.exactOptional(),

  // emergency
  emergency: text.exactOptional(),
  incident: text.exactOptional(),
  reviewBy: date.exactOptional(),
  reviewedOn: date.exactOptional(),

  // policy-changed: `revokedKeys` are hints of public keys, hex SHA-256 of their PEM text
  previousPolicyDigest: digestField.exactOptional(),
  revokedKeys: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(100)
    .exactOptional(),
  loosened: texts.exactOptional(),

  // published, deployed
  tag: text.exactOptional(),
  commit: commitField.exactOptional(),
  release: id.exactOptional(),
  environment: text.exactOptional(),
  deployment: id.exactOptional(),
});

/** What an entry says beside who, why and about what. */
export type LedgerFacts = z.output<typeof factsSchema>;
