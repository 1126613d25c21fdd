import { canonicalJson, sha256 } from '@gatehouse/core';
import {
  copyPath,
  type LedgerEntry,
  type LedgerFact,
  ledgerPath,
  ledgerSigner,
  mustBeSigned,
  nextEntry,
  parseLedgerFile,
  renderLedgerFile,
  seqOfLedgerPath,
} from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { key, newKey, signer } from './example-evaluation.ts';
import { at, chainOf, decisionFact, following, publishedFact } from './ledger-chain.ts';
import { ANY_WORDING, entriesOf } from './ledger-entries.ts';

const broken = (words: string): unknown =>
  expect.objectContaining({ code: 'integrity', reasonCode: 'ledger-broken', message: expect.stringContaining(words) });
const [line] = chainOf([decisionFact(0)]);
const text = Buffer.from(line?.bytes ?? []).toString();
const [first = '', second = ''] = text.split('\n');
const parse = (content: string | Uint8Array): LedgerEntry => parseLedgerFile(Buffer.from(content), 'the file').entry;
/** The entry with some members changed, canonical again; the signature is of the old bytes, which is not asked here. */
const changed = (change: object): string => `${canonicalJson({ ...JSON.parse(first), ...change })}\n${second}\n`;

describe('paths', () => {
  it.each([
    [1, 'ledger/00000/00000001.json'],
    [999, 'ledger/00000/00000999.json'],
    [1000, 'ledger/00001/00001000.json'],
    [12_345, 'ledger/00012/00012345.json'],
    [99_999_999, 'ledger/99999/99999999.json'],
  ])('of entry %i', (seq, path) => {
    expect(ledgerPath(seq)).toBe(path);
    expect(seqOfLedgerPath(path)).toBe(seq);
  });

  it.each([
    'ledger/00000/00000000.json',
    'ledger/00000/00001000.json',
    'ledger/00001/00000001.json',
    'ledger/00000001.json',
    'ledger/00000/00000001.json.bak',
    'x/ledger/00000/00000001.json',
  ])('that are no entry: %s', (path) => {
    expect(seqOfLedgerPath(path)).toBeNull();
  });

  it('of copies carry the pull request, model and number', () => {
    expect(copyPath({ pullRequest: 3, model: 'm' }, 7)).toBe('pulls/3/m/00000007.json');
  });
});

describe('a file of the ledger', () => {
  it('comes back as it was written, signed or not', () => {
    fc.assert(
      fc.property(entriesOf(ANY_WORDING), fc.boolean(), (entry, signed) => {
        const mayGoUnsigned = !mustBeSigned(entry.kind) && entry.pull === null;
        const written = renderLedgerFile(entry, signed || !mayGoUnsigned ? signer : null);
        const read = parseLedgerFile(written.bytes, 'the file');

        expect(read).toEqual(written);
        expect(read.entry).toEqual(entry);
        expect(Buffer.from(read.payload).toString()).toBe(canonicalJson(entry));
        expect(read.digest).toBe(sha256(written.bytes));
      }),
    );
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'it is not one line for the entry'],
    ['no JSON', 'x\n', 'JSON'],
    ['no line end', text.trimEnd(), 'it is not one line for the entry'],
    ['an empty line more', `${text}\n`, 'it is not one line for the entry'],
    ['a third line', `${text}${second}\n`, 'it is not one line for the entry'],
    ['line ends of Windows', text.replaceAll('\n', '\r\n'), 'canonical form'],
    ['a byte order mark', `\ufeff${text}`, 'JSON'],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from([0xff]), Buffer.from(text)]), 'UTF-8'],
    ['a space', text.replace('{', '{ '), 'canonical form'],
    ['a key twice', text.replace('"kind"', '"kind":"decision","kind"'), 'canonical form'],
    ['keys in another order', `${JSON.stringify({ seq: 1, ...JSON.parse(first) })}\n${second}\n`, 'canonical form'],
    ['another spelling of a letter', text.replace('"decision"', '"\\u0064ecision"'), 'canonical form'],
    ['another spelling of a number', text.replace('"seq":1', '"seq":1.0'), 'canonical form'],
    ['a lone surrogate', changed({}).replace('"training"', '"\\ud800"'), 'surrogate'],
    ['a space in the signature', text.replace('{"keyid"', '{ "keyid"'), 'its signature is not in canonical form'],
    ['another member in the signature', text.replace('{"keyid"', '{"a":1,"keyid"'), 'a'],
    ['a signature in loose base64', text.replace(/"sig":"([^"]+)"/, '"sig":"$1=="'), 'base64'],
    ['a megabyte', ' '.repeat(1 << 20), 'bytes; at most'],
    ['depth', `${'['.repeat(60_000)}${']'.repeat(5_000)}\n`, 'JSON'],
    ['nested values', `${'['.repeat(30_000)}${']'.repeat(30_000)}\n`, 'expected object'],
    ['no signature', `${first}\n`, 'its kind "decision" needs a signature'],
    ['an unsigned entry of a pull request', unsignedWith({ kind: 'published' }), 'it is about a pull request'],
    ['an unknown member', changed({ extra: 1 }), 'extra'],
    ['an unknown fact', changed({ facts: { email: 'a@example.org' } }), 'email'],
    ['more about a person', changed({ people: [{ id: 1, login: 'a', role: 'r', email: 'x' }] }), 'email'],
    ['a login that is none', changed({ people: [{ id: 1, login: 'a b', role: 'r' }] }), 'login'],
    ['an unknown kind', changed({ kind: 'forgotten' }), 'kind'],
    ['a model that is a path', changed({ subject: { model: '../x', modelDigest: null } }), 'model'],
    ['number 0', changed({ seq: 0 }), 'seq'],
    ['a number too large', changed({ seq: 100_000_000 }), 'seq'],
    ['a time without milliseconds', changed({ at: '2026-01-01T00:00:00Z' }), 'at'],
    ['a time with an offset', changed({ at: '2026-01-01T00:00:00.000+01:00' }), 'at'],
    ['a digest of another kind', changed({ previous: `sha1:${'a'.repeat(40)}` }), 'previous'],
  ])('is refused with %s', (_, content, words) => {
    expect(() => parse(content)).toThrow(broken(words));
    expect(() => parse(content)).toThrow(broken('the file'));
  });

  it('may name a reason code that this version does not know', () => {
    expect(parse(changed({ reasonCode: 'a-code-of-later' })).reasonCode).toBe('a-code-of-later');
  });
});

function unsignedWith(change: object): string {
  return `${canonicalJson({ ...JSON.parse(first), ...change })}\n`;
}

describe('the next entry', () => {
  it('is numbered and linked', () => {
    const [one, two] = chainOf([decisionFact(0), decisionFact(1)]);

    expect(one?.entry).toMatchObject({ seq: 1, previous: null, previousOfPull: null });
    expect(two?.entry).toMatchObject({ seq: 2, previous: one?.digest, previousOfPull: 1 });
  });

  it('never goes back in time', () => {
    const [, two] = chainOf([decisionFact(0), decisionFact(1)]);

    const next = nextEntry(two ?? null, publishedFact(2), { at: at(0), previousOfPull: null, signer: null });

    expect(next.entry.at).toBe(two?.entry.at);
  });

  it.each([
    { aheadMs: 600_000, refused: false },
    { aheadMs: 600_001, refused: true },
  ])('after an entry $aheadMs ms ahead of the clock is refused: $refused', ({ aheadMs, refused }) => {
    const [one] = chainOf([decisionFact(0)]);
    const writing = { at: new Date(at(0).getTime() - aheadMs), previousOfPull: null, signer };
    const write = (): unknown => nextEntry(one ?? null, publishedFact(1), writing);

    if (refused) expect(write).toThrow(broken('more than ten minutes ahead'));
    else expect(write).not.toThrow();
  });

  it('is signed with the given key, over type and first line', () => {
    const other = newKey();
    const signed = following([], decisionFact(0), other);

    expect(signed.signature?.keyid).toBe(other.hint);
    expect(ledgerSigner(key).keyId).toBe(key.hint);
    expect(Buffer.from(signed.payload).toString()).toBe(Buffer.from(signed.bytes).toString().split('\n')[0]);
  });

  it.each<[string, Partial<LedgerFact>]>([
    ['an unknown fact', { facts: JSON.parse('{"email":"a@example.org"}') }],
    ['a person of number 0', { people: [{ id: 0, login: 'a', role: 'r' }] }],
    ['a model that is a path', { subject: { model: 'a/b', modelDigest: null } }],
  ])('is not written with %s', (_, change) => {
    expect(() => following([], { ...decisionFact(0), ...change })).toThrow();
  });
});
