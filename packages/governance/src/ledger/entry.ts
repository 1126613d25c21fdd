import type { ReasonCode } from '@gatehouse/core';
import { z } from 'zod';
import { commitField, digestField, factsSchema } from './facts.ts';
import { type LedgerSubject, MAX_SEQ } from './paths.ts';

/** What happened. The list is closed. */
export const LEDGER_KINDS = [
  'decision',
  'ready',
  'approved',
  'stale',
  'refused',
  'waived',
  'emergency',
  'policy-changed',
  'authorised',
  'published',
  'deployed',
  'promoted',
  'rolled-back',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Stands for the model in entries about a pull request that changes rules and no model; no model has that name. */
export const POLICY_SUBJECT = '_policy';

/** The only kinds that may lack a signature: they are written by jobs that hold no key. Nothing is concluded from them. */
const UNSIGNED_KINDS: ReadonlySet<LedgerKind> = new Set<LedgerKind>(['published', 'deployed']);

/** What moves a stage. Such entries are followed, so they are always signed. */
export const STAGE_KINDS: ReadonlySet<LedgerKind> = new Set<LedgerKind>(['promoted', 'rolled-back']);

/** True when an entry of that kind counts only with a signature. */
export function mustBeSigned(kind: LedgerKind): boolean {
  return !UNSIGNED_KINDS.has(kind);
}

const seqField = z.int().min(1).max(MAX_SEQ);
/** A name that `gatehouse.yml` allows, or the stand-in: it is part of paths. The source of an expression without groups. */
export const MODEL = '(?:_policy|[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)';
/** The account of a person or of an App. */
export const LOGIN = '[A-Za-z0-9_-]{1,100}(?:\\[bot\\])?';
/** As in our list, which may be longer or shorter than the one of the time. */
export const REASON_CODE = '[a-z][a-z0-9-]{0,63}';
const modelField = z.string().regex(whole(MODEL));

/** Login, numeric id and role: all that the ledger knows of a person. */
const personSchema = z.strictObject({
  id: z.int().min(1),
  login: z.string().regex(whole(LOGIN)),
  role: z.string().min(1).max(100),
});
export type LedgerPerson = z.output<typeof personSchema>;

export const entrySchema = z.strictObject({
  schemaVersion: z.literal(1),
  seq: seqField,
  /** Digest of the file of the entry before; `null` in the first. */
  previous: digestField.nullable(),
  /** Number of the entry before of the same subject, as {@link subjectOf} tells it; `null` in the first, and without one. */
  previousOfPull: seqField.nullable(),
  at: z.iso.datetime({ precision: 3 }),
  kind: z.enum(LEDGER_KINDS),
  /** Why: a reason code of the time it was written, which later lists may not hold any more. */
  reasonCode: z.string().regex(whole(REASON_CODE)).nullable(),
  subject: z.strictObject({ model: modelField, modelDigest: digestField.nullable() }),
  pull: z.strictObject({ number: z.int().min(1).max(9_999_999_999), headSha: commitField }).nullable(),
  people: z.array(personSchema).max(500),
  facts: factsSchema,
});

/** One entry: a fact, when it was written, and the digest of everything before it. */
export type LedgerEntry = z.output<typeof entrySchema>;

/** What the writer of an entry states; number, predecessors and time follow from the chain. */
export type LedgerFact = Pick<LedgerEntry, 'kind' | 'subject' | 'pull' | 'people' | 'facts'> & {
  readonly reasonCode: ReasonCode | null;
};

/** What an entry or fact belongs to: its pull request, the stages of its model, or nothing. */
export function subjectOf(entry: Pick<LedgerEntry, 'kind' | 'pull' | 'subject'>): LedgerSubject | null {
  const { model } = entry.subject;
  if (entry.pull !== null) return { pullRequest: entry.pull.number, model };
  return STAGE_KINDS.has(entry.kind) ? { pullRequest: null, model } : null;
}

function whole(expression: string): RegExp {
  return new RegExp(`^(?:${expression})$`);
}
