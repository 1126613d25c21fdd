import { canonicalJson, sha256 } from '@gatehouse/core';
import { type LedgerFact, nextEntry, parseLedgerEntry, verifyLedger } from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fact = (n: number): LedgerFact => ({
  kind: 'decision',
  subject: { model: 'mortgage-approval', modelDigest: sha256(`model ${n}`) },
  pull: { number: 3, headSha: 'a'.repeat(40) },
  facts: { outcome: 'pass', n },
});
const at = (n: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, n));

function chain(length: number, first = 0): Uint8Array[] {
  const files: Uint8Array[] = [];
  for (let n = 0; n < length; n++) files.push(nextEntry(files.at(-1) ?? null, fact(first + n), at(n)).bytes);
  return files;
}

const broken = expect.objectContaining({ code: 'integrity', reasonCode: 'ledger-broken' });
const four = chain(4);
const [one, two, three, fourth] = four as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const spelled = (bytes: Uint8Array, change: object): Uint8Array =>
  Buffer.from(`${canonicalJson({ ...JSON.parse(Buffer.from(bytes).toString()), ...change })}\n`);

describe('nextEntry', () => {
  it('numbers, links and names the file', () => {
    const first = nextEntry(null, fact(0), at(0));
    const second = nextEntry(first.bytes, fact(1), at(1));

    expect(first).toMatchObject({ path: 'ledger/00000001.json', entry: { seq: 1, previous: null } });
    expect(second).toMatchObject({ path: 'ledger/00000002.json', entry: { seq: 2, previous: sha256(first.bytes) } });
    expect(parseLedgerEntry(second.bytes)).toEqual(second.entry);
  });

  it('never goes back in time', () => {
    const first = nextEntry(null, fact(0), at(10));

    expect(nextEntry(first.bytes, fact(1), at(3)).entry.at).toBe(first.entry.at);
  });

  it('refuses a predecessor that is no entry', () => {
    expect(() => nextEntry(Buffer.from('{}'), fact(0), at(0))).toThrow(broken);
  });
});

describe('verifyLedger', () => {
  const head = { seq: 4, digest: sha256(fourth) };

  it('accepts an unbroken chain and names its head', () => {
    expect(verifyLedger(four, [head, { seq: 2, digest: sha256(two) }]).head).toEqual(head);
    expect(verifyLedger(four).entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
    expect(verifyLedger([])).toEqual({ entries: [], head: null });
  });

  it.each<[string, readonly Uint8Array[], string]>([
    ['a gap', [one, two, fourth], 'it holds the number 4'],
    ['a missing first entry', [two, three, fourth], 'it holds the number 2'],
    ['two entries exchanged', [one, three, two, fourth], 'it holds the number 3'],
    ['an entry twice', [one, two, two, three], 'it holds the number 2'],
    ['an edited entry', [one, spelled(two, { kind: 'refused' }), three, fourth], 'the entry before it is not the one'],
    ['a renumbered entry', [one, spelled(three, { seq: 2 }), fourth], 'the entry before it is not the one'],
    ['an entry of another chain', [one, chain(2, 50)[1] ?? one, three], 'the entry before it is not the one'],
    ['time that goes back', [one, spelled(two, { at: '2020-01-01T00:00:00.000Z' })], 'is before'],
    ['an unknown member', [spelled(one, { extra: 1 })], 'extra'],
    ['an unknown kind', [spelled(one, { kind: 'forgotten' })], 'kind'],
    ['another spelling', [Buffer.from(` ${Buffer.from(one).toString()}`)], 'canonical form'],
    [
      'a key twice',
      [Buffer.from(Buffer.from(one).toString().replace('"kind"', '"kind":"decision","kind"'))],
      'canonical form',
    ],
    ['a byte order mark', [Buffer.from(`\ufeff${Buffer.from(one).toString()}`)], 'JSON'],
    ['no JSON', [Buffer.from('x')], 'JSON'],
  ])('finds %s', (_, files, message) => {
    expect(() => verifyLedger(files)).toThrow(broken);
    expect(() => verifyLedger(files)).toThrow(message);
  });

  it('finds a cut tail and a second history by an anchor only', () => {
    const cut = four.slice(0, 3);
    const fork = [one, two, nextEntry(two, fact(77), at(9)).bytes, nextEntry(null, fact(0), at(0)).bytes].slice(0, 3);

    expect(() => verifyLedger(cut)).not.toThrow();
    expect(() => verifyLedger(cut, [head])).toThrow('the ledger ends at 3');
    expect(() => verifyLedger([], [head])).toThrow('the ledger ends at 0');
    expect(() => verifyLedger(fork)).not.toThrow();
    expect(() => verifyLedger(fork, [{ seq: 3, digest: sha256(three) }])).toThrow('a second history');
  });

  it('finds any changed byte, given the head', () => {
    const total = four.reduce((sum, bytes) => sum + bytes.length, 0);
    fc.assert(
      fc.property(fc.nat(total - 1), fc.integer({ min: 1, max: 255 }), (position, flip) => {
        let left = position;
        const changed = four.map((bytes) => {
          const copy = Uint8Array.from(bytes);
          if (left >= 0 && left < copy.length) copy[left] = (copy[left] ?? 0) ^ flip;
          left -= bytes.length;
          return copy;
        });

        expect(() => verifyLedger(changed, [head])).toThrow(broken);
      }),
    );
  });
});
