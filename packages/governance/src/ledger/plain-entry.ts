import { LEDGER_KINDS, LOGIN, MODEL, mustBeSigned, REASON_CODE, STAGE_KINDS } from './entry.ts';
import { PLAIN_FACTS } from './facts.ts';
import { list, orNull, PLAIN, plainObject } from './plain-spelling.ts';

/** Up to 99,999,999. */
const seq = '[1-9]\\d{0,7}';
/** Canonical base64 of at most 120 characters: the bits that the last one has too many are zero. */
const base64 = '(?!")(?:[A-Za-z0-9+/]{4}){0,29}(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?';
/** What an entry of this kind says must be read in full. */
const kinds = LEDGER_KINDS.filter((kind) => kind !== 'policy-changed' && !STAGE_KINDS.has(kind));

const person = plainObject({ id: PLAIN.id, login: `"${LOGIN}"`, role: PLAIN.role });
const first = plainObject({
  schemaVersion: '1',
  seq: `(${seq})`,
  previous: orNull('"sha256:([0-9a-f]{64})"'),
  previousOfPull: orNull(`(${seq})`),
  at: `"(${PLAIN.milliseconds})"`,
  kind: `"(${kinds.join('|')})"`,
  reasonCode: orNull(`"${REASON_CODE}"`),
  subject: plainObject({ model: `"(${MODEL})"`, modelDigest: orNull(PLAIN.digest) }),
  pull: orNull(plainObject({ headSha: PLAIN.commit, number: '([1-9]\\d{0,9})' })),
  people: list(person, 500),
  facts: PLAIN_FACTS,
});
const second = plainObject({ keyid: '"([0-9a-f]{64})"', sig: `"${base64}"` });
/** Members are sorted, so this is the order of the groups. */
const FILE = new RegExp(`^${first}\\n(?:${second}\\n)?$`);

/** Parts of an entry that its place in the chain depends on. */
export interface PlainEntry {
  readonly at: string;
  /** Hex of a digest. */
  readonly previous: string | undefined;
  readonly previousOfPull: string | undefined;
  readonly pullRequest: string | undefined;
  readonly seq: string;
  readonly model: string;
  readonly keyid: string | undefined;
}

/**
 * Reads a file that is an entry as our writers spell it: in ASCII, without escapes. Every rule for entries holds for
 * such a file, so that none needs to be asked, which takes a fraction of the time.
 *
 * @returns `null` for any other file: it may be as good, and has to be checked rule by rule.
 */
export function readPlainEntry(text: string): PlainEntry | null {
  const match = FILE.exec(text);
  if (match === null) return null;
  const [, at = '', kind, previous, previousOfPull, pullRequest, seq = '', model = '', keyid] = match;
  const mayGoUnsigned = kinds.some((known) => known === kind && !mustBeSigned(known));
  if (keyid === undefined && (!mayGoUnsigned || pullRequest !== undefined)) return null;
  return { at, previous, previousOfPull, pullRequest, seq, model, keyid };
}
