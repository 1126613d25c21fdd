import { ActionError, canonicalJson, sha256 } from '@gatehouse/core';
import {
  LEDGER_KINDS,
  type LedgerEntry,
  type LedgerKind,
  mustBeSigned,
  parseLedgerFile,
  renderLedgerFile,
  STAGE_KINDS,
} from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryGlance, glanceOf, plainGlance, readGlance } from '../../../packages/governance/src/ledger/glance.ts';
import { signer } from './example-evaluation.ts';
import { ANY_WORDING, EVERY_FACT, entriesOf, PLAIN_WORDING } from './ledger-entries.ts';

const where = 'the file';

type Outcome = EntryGlance | { readonly refused: string };

function outcomeOf(read: () => EntryGlance): Outcome {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { refused: error.message };
  }
}

const inFull = (bytes: Uint8Array): Outcome => outcomeOf(() => glanceOf(parseLedgerFile(bytes, where)));
const atAGlance = (bytes: Uint8Array): Outcome => outcomeOf(() => readGlance(bytes, where));

function fileOf(entry: LedgerEntry, signed = true): Uint8Array {
  const mayGoUnsigned = !mustBeSigned(entry.kind) && entry.pull === null;
  return renderLedgerFile(entry, signed || !mayGoUnsigned ? signer : null).bytes;
}

const FULL_ENTRY: LedgerEntry = {
  schemaVersion: 1,
  seq: 12_345,
  previous: sha256('before'),
  previousOfPull: 12_001,
  at: '2026-03-31T19:05:09.120Z',
  kind: 'approved',
  reasonCode: 'approved',
  subject: { model: 'mortgage-approval', modelDigest: sha256('model') },
  pull: { number: 17, headSha: 'f'.repeat(40) },
  people: [
    { id: 7, login: 'validator', role: 'model-validator' },
    { id: 8, login: 'gatehouse[bot]', role: 'App' },
  ],
  facts: EVERY_FACT,
};
const SMALL_ENTRY: LedgerEntry = {
  ...FULL_ENTRY,
  previousOfPull: null,
  kind: 'published',
  reasonCode: null,
  subject: { model: 'm', modelDigest: null },
  pull: null,
  people: [],
  facts: {},
};
const FIRST_ENTRY: LedgerEntry = { ...SMALL_ENTRY, seq: 1, previous: null, kind: 'decision' };

const needsParser = (kind: LedgerKind): boolean => kind === 'policy-changed' || STAGE_KINDS.has(kind);

describe('an entry at a glance', () => {
  it.each(LEDGER_KINDS)(
    'of kind %s, as our writers spell it, needs no parser, unless it may revoke keys or moves a stage',
    (kind) => {
      for (const signed of [true, false]) {
        const bytes = fileOf({ ...FULL_ENTRY, pull: signed ? FULL_ENTRY.pull : null, kind }, signed);

        expect(plainGlance(bytes) === null).toBe(needsParser(kind));
        expect(atAGlance(bytes)).toEqual(inFull(bytes));
      }
    },
  );

  it('in the spelling of our writers says what the parser says, and is read without it', () => {
    fc.assert(
      fc.property(entriesOf(PLAIN_WORDING), fc.boolean(), (entry, signed) => {
        const bytes = fileOf(entry, signed);

        expect(atAGlance(bytes)).toEqual(glanceOf(parseLedgerFile(bytes, where)));
        expect(plainGlance(bytes) === null).toBe(needsParser(entry.kind));
      }),
    );
  });

  it('in any wording says what the parser says', () => {
    fc.assert(
      fc.property(entriesOf(ANY_WORDING), fc.boolean(), (entry, signed) => {
        const bytes = fileOf(entry, signed);

        expect(atAGlance(bytes)).toEqual(glanceOf(parseLedgerFile(bytes, where)));
      }),
    );
  });

  it('of 500 people with the longest names and facts is read at once', () => {
    const person = { id: 999_999_999_999_999, login: 'a', role: 'r' };
    const facts = { incident: 'i'.repeat(1000), reviews: Array.from({ length: 500 }, () => 'r'.repeat(30)) };
    const bytes = fileOf({ ...FULL_ENTRY, people: Array.from({ length: 500 }, () => person), facts });

    expect(plainGlance(bytes)).toEqual(inFull(bytes));
  });
});

/** Bytes that mean something in JSON, in numbers, in names, and none at all. */
const STRANGE = [0x00, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x2d, 0x30, 0x31, 0x39, 0x41, 0x5c, 0x61, 0x7d, 0x7f, 0xc3, 0xff];

function* mutationsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let place = 0; place <= bytes.length; place += 1) {
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place + 1)];
    yield Buffer.concat([before, after]);
    for (const byte of STRANGE) {
      yield Buffer.concat([before, Buffer.of(byte), after]);
      yield Buffer.concat([before, Buffer.of(byte), bytes.subarray(place)]);
    }
  }
}

describe('an entry with one byte changed, added or missing', () => {
  it.each<[string, Uint8Array]>([
    ['with every fact', fileOf(FULL_ENTRY)],
    ['signed, with little', fileOf(SMALL_ENTRY)],
    ['unsigned', fileOf(SMALL_ENTRY, false)],
    ['the first', fileOf(FIRST_ENTRY)],
    ['that may revoke keys', fileOf({ ...SMALL_ENTRY, kind: 'policy-changed' })],
  ])('%s, says at a glance what the parser says, or nothing', (_, bytes) => {
    let mutations = 0;
    let different = 0;
    for (const mutation of mutationsOf(bytes)) {
      const glance = plainGlance(mutation);
      mutations += 1;
      if (glance === null) continue;
      const read = inFull(mutation);
      // Compared as text: thousands of pictures of objects would take a minute.
      if (JSON.stringify(read) !== JSON.stringify(glance)) expect(glance).toEqual(read);
      different += 1;
    }

    expect(mutations).toBeGreaterThan(5000);
    expect(different > 100).toBe(!Buffer.from(bytes).includes('policy-changed'));
  });
});

const text = Buffer.from(fileOf(FULL_ENTRY)).toString();
const [first = '', second = ''] = text.split('\n');
/** The entry with some members changed, in canonical form whatever they are. */
const changed = (change: object): string => `${canonicalJson({ ...JSON.parse(first), ...change })}\n${second}\n`;
const withFacts = (facts: object): string => changed({ facts });
const withPerson = (person: object): string => changed({ people: [{ id: 1, login: 'a', role: 'r', ...person }] });
const withSignature = (sig: string): string => `${first}\n${JSON.stringify({ keyid: 'a'.repeat(64), sig })}\n`;
const padded = (length: number): string => {
  const reviews = [...Array.from({ length: 100 }, () => 'r'.repeat(600))];
  const missing = length - withFacts({ reviews, loosened: [''] }).length;
  return withFacts({
    reviews,
    loosened: Array.from({ length: Math.ceil(missing / 1000) }, (_, n) => {
      return 'x'.repeat(Math.max(0, Math.min(997, missing - n * 1000)));
    }),
  });
};

describe('a file at the edge of what is allowed', () => {
  it.each<[string, string | Uint8Array, 'glance' | 'parser' | 'nobody']>([
    ['the last number', changed({ seq: 99_999_999 }), 'glance'],
    ['a number more', changed({ seq: 100_000_000 }), 'nobody'],
    ['number 0', changed({ seq: 0 }), 'nobody'],
    ['a zero before the number', text.replace('"seq":12345', '"seq":012345'), 'nobody'],
    ['a negative number', changed({ seq: -1 }), 'nobody'],
    ['a fraction of zero', text.replace('"seq":12345', '"seq":12345.0'), 'nobody'],
    ['an exponent', text.replace('"seq":12345', '"seq":1e4'), 'nobody'],
    ['digits of another script', text.replace('"seq":12345', '"seq":١٢٣'), 'nobody'],
    ['a number as text', changed({ seq: '12345' }), 'nobody'],
    ['the entry before of its pull request beyond the last', changed({ previousOfPull: 100_000_000 }), 'nobody'],
    ['the largest pull request', changed({ pull: { number: 9_999_999_999, headSha: 'a'.repeat(40) } }), 'glance'],
    ['a larger pull request', changed({ pull: { number: 10_000_000_000, headSha: 'a'.repeat(40) } }), 'nobody'],
    ['a head of 64 digits', changed({ pull: { number: 1, headSha: 'a'.repeat(64) } }), 'nobody'],
    ['an id of 15 digits', withPerson({ id: 999_999_999_999_999 }), 'glance'],
    ['the largest id', withPerson({ id: Number.MAX_SAFE_INTEGER }), 'parser'],
    ['an id that no number holds', text.replace('"id":7,', '"id":9007199254740993,'), 'nobody'],
    ['an id of 2^53', withPerson({ id: 2 ** 53 }), 'nobody'],
    ['the largest id as a fact', withFacts({ runId: Number.MAX_SAFE_INTEGER }), 'parser'],
    ['a role of 100 letters', withPerson({ role: 'r'.repeat(100) }), 'glance'],
    ['a role of 101 letters', withPerson({ role: 'r'.repeat(101) }), 'nobody'],
    ['no role', withPerson({ role: '' }), 'nobody'],
    ['a role that is deleted', withPerson({ role: '\u007f' }), 'parser'],
    ['a role with an accent', withPerson({ role: 'é' }), 'parser'],
    ['a login of 100 letters', withPerson({ login: `${'a'.repeat(100)}[bot]` }), 'glance'],
    ['a login of 101 letters', withPerson({ login: 'a'.repeat(101) }), 'nobody'],
    ['a login in another script', withPerson({ login: 'ａ' }), 'nobody'],
    ['the year 0', changed({ at: '0000-01-01T00:00:00.000Z' }), 'glance'],
    ['a 29 February', changed({ at: '2024-02-29T00:00:00.000Z' }), 'parser'],
    ['a 29 February that was none', changed({ at: '2023-02-29T00:00:00.000Z' }), 'nobody'],
    ['a 31 April', changed({ at: '2024-04-31T00:00:00.000Z' }), 'nobody'],
    ['a month 13', changed({ at: '2024-13-01T00:00:00.000Z' }), 'nobody'],
    ['hour 24', changed({ at: '2024-01-01T24:00:00.000Z' }), 'nobody'],
    ['a leap second', changed({ at: '2024-12-31T23:59:60.000Z' }), 'nobody'],
    ['microseconds', changed({ at: '2024-01-01T00:00:00.000000Z' }), 'nobody'],
    ['a year of six digits', changed({ at: '+010000-01-01T00:00:00.000Z' }), 'nobody'],
    ['a time in small letters', changed({ at: '2024-01-01t00:00:00.000z' }), 'nobody'],
    ['an instant without a fraction', withFacts({ candidateExpiresAt: '2026-01-01T00:00:00Z' }), 'glance'],
    ['an instant without seconds', withFacts({ candidateExpiresAt: '2026-01-01T00:00Z' }), 'nobody'],
    ['a day that is none', withFacts({ expiresOn: '2026-02-30' }), 'nobody'],
    ['a model of 64 letters', changed({ subject: { model: 'a'.repeat(64), modelDigest: null } }), 'glance'],
    ['a model of 65 letters', changed({ subject: { model: 'a'.repeat(65), modelDigest: null } }), 'nobody'],
    ['the model _policy', changed({ subject: { model: '_policy', modelDigest: null } }), 'glance'],
    ['a model that ends in a hyphen', changed({ subject: { model: 'a-', modelDigest: null } }), 'nobody'],
    ['a digest in capitals', changed({ previous: `sha256:${'A'.repeat(64)}` }), 'nobody'],
    ['501 people', changed({ people: Array(501).fill({ id: 1, login: 'a', role: 'r' }) }), 'nobody'],
    ['501 reviews', withFacts({ reviews: Array(501).fill('') }), 'nobody'],
    ['100 revoked keys', withFacts({ revokedKeys: Array(100).fill('a'.repeat(64)) }), 'glance'],
    ['101 revoked keys', withFacts({ revokedKeys: Array(101).fill('a'.repeat(64)) }), 'nobody'],
    ['a fact of 1000 letters', withFacts({ gate: 'g'.repeat(1000) }), 'glance'],
    ['a fact of 1001 letters', withFacts({ gate: 'g'.repeat(1001) }), 'nobody'],
    ['a fact twice', text.replace('"gate":', '"gate":"g","gate":'), 'nobody'],
    ['a member twice', text.replace('"seq":', '"seq":1,"seq":'), 'nobody'],
    ['a fact with a comma and no next', text.replace('"waiverDigest"', ',"waiverDigest"'), 'nobody'],
    ['a comma after the last fact', text.replace(/("facts":\{[^}]*)\}/, '$1,}'), 'nobody'],
    ['facts without a comma', text.replace('"commit":', 'commit":'), 'nobody'],
    ['an unknown fact', withFacts({ email: 'a@example.org' }), 'nobody'],
    ['a fact that is inherited', text.replace('"facts":{', '"facts":{"__proto__":{},'), 'nobody'],
    ['a letter escaped', text.replace('"approved"', '"\\u0061pproved"'), 'nobody'],
    ['a slash escaped', text.replace('"r1"', '"r\\/1"'), 'nobody'],
    ['a quote in a fact', withFacts({ gate: 'a"b' }), 'parser'],
    ['a reason that is empty', changed({ reasonCode: '' }), 'nobody'],
    ['an unknown kind', changed({ kind: 'forgotten' }), 'nobody'],
    ['a kind that every object has', changed({ kind: 'constructor' }), 'nobody'],
    ['a byte order mark', `\ufeff${text}`, 'nobody'],
    ['a byte order mark on the second line', `${first}\n\ufeff${second}\n`, 'nobody'],
    ['line ends of Windows', text.replaceAll('\n', '\r\n'), 'nobody'],
    ['a last line end of Windows', `${first}\n${second}\r\n`, 'nobody'],
    ['line ends of Unicode', text.replace('\n', '\u2028'), 'nobody'],
    ['no last line end', `${first}\n${second}`, 'nobody'],
    ['a space at the end', `${text} `, 'nobody'],
    ['an empty line at the end', `${text}\n`, 'nobody'],
    ['a byte 0 at the end', `${text}\0`, 'nobody'],
    ['half a letter at the end', Buffer.concat([Buffer.from(text), Buffer.of(0xc3)]), 'nobody'],
    ['a line end at the start', `\n${text}`, 'nobody'],
    ['a third line', `${text}${second}\n`, 'nobody'],
    ['the signature alone', `${second}\n`, 'nobody'],
    ['nothing', '', 'nobody'],
    ['no signature', `${first}\n`, 'nobody'],
    ['no signature, about a pull request', changed({ kind: 'published' }).replace(`${second}\n`, ''), 'nobody'],
    ['no signature, about none', changed({ kind: 'deployed', pull: null }).replace(`${second}\n`, ''), 'glance'],
    ['a signature that is empty', withSignature(''), 'nobody'],
    ['a signature of 119 letters and one to fill', withSignature(`${'A'.repeat(119)}=`), 'glance'],
    ['a signature of 120 letters', withSignature('A'.repeat(120)), 'parser'],
    ['a signature of 124 letters', withSignature('A'.repeat(124)), 'nobody'],
    ['a signature with bits too many', withSignature('AAAB=='), 'nobody'],
    ['a signature with a bit too many', withSignature('AAB='), 'nobody'],
    ['a signature with three to fill', withSignature('A==='), 'nobody'],
    ['a signature for the web', withSignature('-_-_'), 'nobody'],
    ['a signature in another order', `${first}\n${second.replace(/\{(.*),(.*)\}/, '{$2,$1}')}\n`, 'nobody'],
    ['64 KiB', padded(64 * 1024), 'glance'],
    ['64 KiB and a byte', padded(64 * 1024 + 1), 'nobody'],
  ])('%s', (_, content, readBy) => {
    const bytes = Buffer.from(content);
    const read = inFull(bytes);

    expect(atAGlance(bytes)).toEqual(read);
    expect(plainGlance(bytes) !== null ? 'glance' : 'refused' in read ? 'nobody' : 'parser').toBe(readBy);
  });
});
