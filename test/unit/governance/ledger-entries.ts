/** Entries of every kind with every fact, for laws about their files. */
import { type Digest, sha256 } from '@gatehouse/core';
import { LEDGER_KINDS, type LedgerEntry, type LedgerFacts } from '@gatehouse/governance';
import fc from 'fast-check';

/** How people and facts are spelt. */
interface Wording {
  readonly text: fc.Arbitrary<string>;
  readonly role: fc.Arbitrary<string>;
  readonly id: fc.Arbitrary<number>;
}

/** Letters that JSON spells in one way. */
const plainLetter = fc
  .integer({ min: 0x20, max: 0x7e })
  .map((code) => String.fromCharCode(code))
  .filter((letter) => letter !== '"' && letter !== '\\');

/** As our writers word it. */
export const PLAIN_WORDING: Wording = {
  text: fc.string({ unit: plainLetter, maxLength: 30 }),
  role: fc.string({ unit: plainLetter, minLength: 1, maxLength: 30 }),
  id: fc.integer({ min: 1, max: 999_999_999_999_999 }),
};

/** Anything that an entry may hold. */
export const ANY_WORDING: Wording = {
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => text.isWellFormed()),
    fc.constantFrom('\\ud800 as text', 'line\nbreak', '\u2028', 'ü€😀', '"', '\u0000', '\u007f', '\ufeff', '\ufffd'),
  ),
  role: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((role) => role.length <= 100),
  id: fc.integer({ min: 1 }),
};

const digests = fc.integer().map((n) => sha256(String(n)));
const commits = fc.stringMatching(/^[0-9a-f]{40}$/);
const numbers = fc.integer({ min: 1, max: 99_999_999 });
const instants = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  // The 29 February is left to the schema, and so to the tests of it.
  .map((date) => date.toISOString().replace('-02-29T', '-02-28T'));

type FactArbitraries = { [Name in keyof LedgerFacts]-?: fc.Arbitrary<NonNullable<LedgerFacts[Name]>> };

function factsOf({ text, id }: Wording): FactArbitraries {
  const texts = fc.array(text, { maxLength: 4 });
  const days = instants.map((instant) => instant.slice(0, 10));
  return {
    tuple: digests,
    evidenceDigest: digests,
    policyDigest: digests,
    evaluationData: digests,
    outcome: fc.constantFrom('pass', 'fail', 'inconclusive'),
    runId: id,
    artifactId: id,
    candidateExpiresAt: fc.oneof(
      instants,
      instants.map((instant) => instant.replace('.', '.123456')),
    ),
    reviews: texts,
    mergedSha: commits,
    approvedTuple: digests,
    approvedHead: commits,
    waiver: text,
    waiverDigest: digests,
    gate: text,
    measure: text,
    control: text,
    expiresOn: days,
    emergency: text,
    incident: text,
    reviewBy: days,
    reviewedOn: days,
    previousPolicyDigest: digests,
    revokedKeys: fc.array(fc.stringMatching(/^[0-9a-f]{64}$/), { maxLength: 3 }),
    loosened: texts,
    tag: text,
    commit: commits,
    release: id,
    environment: text,
    deployment: id,
    version: text,
    replaces: text,
    reason: text,
  };
}

/** Entries whose people and facts are worded in one way. */
export function entriesOf(wording: Wording): fc.Arbitrary<LedgerEntry> {
  return fc.record({
    schemaVersion: fc.constant(1 as const),
    seq: numbers,
    previous: fc.option(digests),
    previousOfPull: fc.option(numbers),
    at: instants,
    kind: fc.constantFrom(...LEDGER_KINDS),
    reasonCode: fc.option(fc.constantFrom('below-floor', 'a-code-of-later')),
    subject: fc.record({
      model: fc.oneof(fc.constant('_policy'), fc.stringMatching(/^[a-z0-9]([a-z0-9_-]{0,20}[a-z0-9])?$/)),
      modelDigest: fc.option(digests),
    }),
    pull: fc.option(fc.record({ number: fc.integer({ min: 1, max: 9_999_999_999 }), headSha: commits })),
    people: fc.array(
      fc.record({
        id: wording.id,
        login: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}(\[bot\])?$/),
        role: wording.role,
      }),
      { maxLength: 5 },
    ),
    facts: fc.record(factsOf(wording), { requiredKeys: [] }),
  });
}

const digest: Digest = sha256('x');

/** Every fact that there is. */
export const EVERY_FACT: Required<LedgerFacts> = {
  tuple: digest,
  evidenceDigest: digest,
  policyDigest: digest,
  evaluationData: digest,
  outcome: 'inconclusive',
  runId: 12,
  artifactId: 7,
  candidateExpiresAt: '2026-04-30T23:59:59.123456Z',
  reviews: ['r1', 'r2'],
  mergedSha: 'a'.repeat(40),
  approvedTuple: digest,
  approvedHead: 'b'.repeat(40),
  waiver: 'w',
  waiverDigest: digest,
  gate: 'performance',
  measure: 'auc',
  control: 'IMV-1',
  expiresOn: '2026-02-28',
  emergency: 'e1',
  incident: 'INC 1',
  reviewBy: '2026-11-30',
  reviewedOn: '2026-12-01',
  previousPolicyDigest: digest,
  revokedKeys: ['c'.repeat(64), 'd'.repeat(64)],
  loosened: ['auc: 0.8 -> 0.7'],
  tag: 'm@v1.0.0',
  commit: 'e'.repeat(40),
  release: 1,
  environment: 'production',
  deployment: 2,
  version: 'm@v1.0.0',
  replaces: 'm#production#1',
  reason: 'because',
};
