import type { SigningKey, TrustRoot } from '@gatehouse/attest';
import { canonicalJson } from '@gatehouse/core';
import {
  copyPath,
  type LedgerFact,
  type LedgerFinding,
  type LedgerLine,
  ledgerPath,
  parseLedgerFile,
} from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { key, newKey, trust } from './example-evaluation.ts';
import { chainOf, check, decisionFact, filesOf, following, publishedFact } from './ledger-chain.ts';

const four = chainOf([decisionFact(0), decisionFact(1), publishedFact(2), decisionFact(3)]);
const [one, two, three, fourth] = four as readonly [LedgerLine, LedgerLine, LedgerLine, LedgerLine];
const head = { seq: 4, digest: fourth.digest };
const codes = ({ findings }: { readonly findings: readonly LedgerFinding[] }): string[] => [
  ...new Set(findings.map(({ code }) => code)),
];
const copyOf = (seq: number): string => copyPath({ pullRequest: 3, model: 'mortgage-approval' }, seq);
const placed = (...lines: readonly LedgerLine[]): Map<string, Uint8Array> =>
  new Map(lines.map((line, index) => [ledgerPath(index + 1), line.bytes]));
/** The files of the ledger with others in their place; a text keeps its copy equal. */
const withFiles = (...changes: readonly (readonly [string, Uint8Array | null])[]): Map<string, Uint8Array> => {
  const files = filesOf(four);
  for (const [path, bytes] of changes) {
    if (bytes === null) files.delete(path);
    else files.set(path, bytes);
  }
  return files;
};
const respelled = (line: LedgerLine, change: object): Uint8Array =>
  Buffer.from(
    Buffer.from(line.bytes)
      .toString()
      .replace(/^.*\n/, `${canonicalJson({ ...line.entry, ...change })}\n`),
  );
const trustIn = (...keys: readonly (readonly [SigningKey, boolean])[]): TrustRoot => ({
  kind: 'key',
  keys: keys.map(([{ publicKeyPem }, revoked], at) => ({ id: `key ${at}`, publicKeyPem, revoked })),
});

describe('a ledger as our writers leave it', () => {
  it('has no fault, a head, and a newest signature', () => {
    const last = following(four, publishedFact(9), null);

    expect(check(filesOf(four), { anchors: [head, { seq: 2, digest: two.digest }] })).toMatchObject({
      findings: [],
      entries: 4,
      head,
      signedHead: head,
    });
    expect(check(filesOf([...four, last]))).toMatchObject({
      findings: [],
      head: { seq: 5, digest: last.digest },
      signedHead: head,
    });
    expect(check(new Map())).toMatchObject({ findings: [], entries: 0, head: null, signedHead: null });
  });

  it.each([
    { allSignatures: false, verified: 2 },
    { allSignatures: true, verified: 3 },
  ])('has $verified signatures verified when all are asked for: $allSignatures', ({ allSignatures, verified }) => {
    expect(check(filesOf(four), { allSignatures }).signaturesVerified).toBe(verified);
  });
});

describe('faults', () => {
  it.each<[string, Map<string, Uint8Array>, string[]]>([
    ['a gap', withFiles([ledgerPath(3), null]), ['gap']],
    ['a missing first entry', withFiles([ledgerPath(1), null]), ['gap', 'pull-link', 'copy-without-entry']],
    ['two entries exchanged', placed(one, three, two, fourth), ['misplaced', 'copy-missing']],
    ['an entry twice', placed(one, two, two, three), ['misplaced', 'pull-link', 'copy-missing']],
    [
      'an edited entry and its copy',
      withFiles(
        [ledgerPath(2), respelled(two, { reasonCode: 'approved' })],
        [copyOf(2), respelled(two, { reasonCode: 'approved' })],
      ),
      ['link'],
    ],
    ['an edited newest entry', withFiles(edited(fourth)), ['copy-differs', 'signature-invalid']],
    ['time that goes back', placed(one, parseBack(two)), ['time', 'copy-missing', 'signature-invalid']],
    ['a file that is no entry', withFiles([ledgerPath(3), Buffer.from('x')]), ['format']],
    ['a foreign file', withFiles(['ledger/notes', Buffer.from('x')]), ['foreign-file']],
    ['a foreign file among copies', withFiles(['pulls/3/notes', Buffer.from('x')]), ['foreign-file']],
    ['a missing copy', withFiles([copyOf(2), null]), ['copy-missing']],
    ['another copy', withFiles([copyOf(2), one.bytes]), ['copy-differs']],
    ['a copy of nothing', withFiles([copyOf(3), three.bytes]), ['copy-without-entry']],
    ['a copy beyond the end', withFiles([copyOf(90), one.bytes]), ['copy-without-entry']],
  ])('are named: %s', (_, files, expected) => {
    expect(codes(check(files))).toEqual(expected);
  });

  it('of the middle show in their signature when all are asked for', () => {
    const forged = four.slice(0, 1);
    const lines = [...forged, parseLedgerFile(respelled(two, { reasonCode: 'approved' }), 'x')];
    lines.push(following(lines, publishedFact(2), null));
    lines.push(following(lines, decisionFact(3)));

    expect(codes(check(filesOf(lines)))).toEqual([]);
    expect(codes(check(filesOf(lines), { allSignatures: true }))).toEqual(['signature-invalid']);
  });

  it('are all named, each with its place', () => {
    const files = withFiles([ledgerPath(2), Buffer.from('x')], [copyOf(4), null]);

    expect(check(files).findings).toEqual([
      { code: 'format', where: ledgerPath(2), found: expect.any(String) },
      { code: 'pull-link', where: ledgerPath(4), found: expect.stringContaining('which is 1') },
      { code: 'copy-missing', where: copyOf(4), found: expect.any(String) },
      { code: 'copy-without-entry', where: copyOf(2), found: expect.any(String) },
    ]);
  });

  it('of a cut tail and a second history need an anchor', () => {
    const cut = filesOf(four.slice(0, 3));
    const fork = filesOf([...four.slice(0, 3), following(four.slice(0, 3), decisionFact(77))]);

    expect(codes(check(cut))).toEqual([]);
    expect(codes(check(cut, { anchors: [head] }))).toEqual(['cut']);
    expect(codes(check(new Map(), { anchors: [head] }))).toEqual(['cut']);
    expect(codes(check(fork))).toEqual([]);
    expect(codes(check(fork, { anchors: [head] }))).toEqual(['fork']);
  });
});

function edited(line: LedgerLine): readonly [string, Uint8Array] {
  return [ledgerPath(line.entry.seq), respelled(line, { reasonCode: 'approved' })];
}

function parseBack(line: LedgerLine): LedgerLine {
  return parseLedgerFile(respelled(line, { at: '2020-01-01T00:00:00.000Z' }), 'x');
}

describe('keys', () => {
  const old = key;
  const next = newKey();
  const revocation: LedgerFact = {
    kind: 'policy-changed',
    reasonCode: 'policy-changed',
    subject: { model: '_policy', modelDigest: null },
    pull: null,
    people: [],
    facts: { revokedKeys: [old.hint] },
  };
  const rotated = (...rest: readonly (readonly [LedgerFact, SigningKey])[]): Map<string, Uint8Array> => {
    const lines = [...chainOf([decisionFact(0), decisionFact(1)], old)];
    for (const [fact, by] of rest) lines.push(following(lines, fact, by));
    return filesOf(lines);
  };

  it.each<[string, Map<string, Uint8Array>, TrustRoot, string[]]>([
    ['rotated', rotated([decisionFact(2), next]), trustIn([old, false], [next, false]), []],
    ['unknown', rotated(), trust(next), ['key-unknown']],
    ['unknown for the newest entry', rotated([decisionFact(2), next]), trust(old), ['key-unknown']],
    ['revoked without a word', rotated([decisionFact(2), next]), trustIn([old, true], [next, false]), ['key-revoked']],
    ['revoked by another', rotated([revocation, next]), trustIn([old, true], [next, false]), []],
    [
      'revoked by itself',
      rotated([revocation, old], [decisionFact(3), next]),
      trustIn([old, true], [next, false]),
      ['key-revoked'],
    ],
    [
      'revoked, and used afterwards',
      rotated([revocation, next], [decisionFact(3), old]),
      trustIn([old, true], [next, false]),
      ['key-revoked'],
    ],
  ])('that are %s', (_, files, trustRoot, expected) => {
    expect(codes(check(files, { trustRoot }))).toEqual(expected);
  });

  it('a revocation counts only with a signature that holds', () => {
    const lines = [...chainOf([decisionFact(0)], old)];
    const said = following(lines, revocation, next);
    const forged = parseLedgerFile(respelled(said, { reasonCode: 'approved' }), 'x');
    const files = filesOf([...lines, forged, following([...lines, forged], decisionFact(2), next)]);

    const found = codes(check(files, { trustRoot: trustIn([old, true], [next, false]) }));

    expect(found).toContain('signature-invalid');
    expect(found).toContain('key-revoked');
  });

  it('at both sides of a change are verified', () => {
    const lines = [...chainOf([decisionFact(0)], old)];
    lines.push(parseLedgerFile(respelled(following(lines, decisionFact(1), old), { reasonCode: 'approved' }), 'x'));
    lines.push(following(lines, decisionFact(2), next));
    lines.push(following(lines, decisionFact(3), next));

    const { findings } = check(filesOf(lines), { trustRoot: trustIn([old, false], [next, false]) });

    expect(findings).toEqual([
      { code: 'signature-invalid', where: ledgerPath(2), found: expect.stringContaining('key 0') },
    ]);
  });
});

describe('whatever is done to a random ledger', () => {
  const length = fc.integer({ min: 3, max: 12 });
  const ledgers = fc
    .tuple(length, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }))
    .map(([count, kinds]) =>
      chainOf(
        Array.from({ length: count }, (_, n) => (kinds[n] === 0 ? publishedFact(n) : decisionFact(n, kinds[n] ?? 1))),
      ),
    );
  const found = (lines: readonly LedgerLine[], files: Map<string, Uint8Array>): boolean => {
    const last = lines.at(-1);
    const anchors = last === undefined ? [] : [{ seq: last.entry.seq, digest: last.digest }];
    return check(files, { anchors }).findings.length > 0;
  };
  const spot = fc.tuple(ledgers, fc.nat(11), fc.nat(11)).map(([lines, a, b]) => {
    const at = a % lines.length;
    return { lines, at, other: (at + 1 + (b % (lines.length - 1))) % lines.length };
  });
  const bytesAt = (lines: readonly LedgerLine[], at: number): Uint8Array => lines[at]?.bytes ?? new Uint8Array();

  it.each<[string, (lines: readonly LedgerLine[], at: number, other: number) => Map<string, Uint8Array>]>([
    [
      'an edit',
      (lines, at, other) => {
        const bytes = Uint8Array.from(bytesAt(lines, at));
        const byte = (other * 97) % bytes.length;
        bytes[byte] = (bytes[byte] ?? 0) ^ 1;
        return new Map([...filesOf(lines), [ledgerPath(at + 1), bytes]]);
      },
    ],
    ['a drop', (lines, at) => new Map([...filesOf(lines)].filter(([path]) => path !== ledgerPath(at + 1)))],
    ['a drop, the rest moved up', (lines, at) => filesAt(lines.filter((_, index) => index !== at))],
    [
      'a swap',
      (lines, at, other) =>
        new Map([
          ...filesOf(lines),
          [ledgerPath(at + 1), bytesAt(lines, other)],
          [ledgerPath(other + 1), bytesAt(lines, at)],
        ]),
    ],
    ['a duplicate', (lines, at) => filesAt(lines.flatMap((line, index) => (index === at ? [line, line] : [line])))],
    ['a cut', (lines, at) => filesOf(lines.slice(0, at))],
    [
      'a fork',
      (lines, at) => {
        const fork = [...lines.slice(0, at)];
        while (fork.length < lines.length) fork.push(following(fork, decisionFact(100 + fork.length)));
        return filesOf(fork);
      },
    ],
  ])('%s is found, given the head', (_, attack) => {
    fc.assert(
      fc.property(spot, ({ lines, at, other }) => {
        expect(found(lines, filesOf(lines))).toBe(false);
        expect(found(lines, attack(lines, at, other))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

function filesAt(lines: readonly LedgerLine[]): Map<string, Uint8Array> {
  return new Map([...filesOf(lines), ...placed(...lines)]);
}
