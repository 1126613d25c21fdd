/** What a writer to the evidence branch can leave there without a key, and what comes of it. */
import { canonicalJson, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
import { EvidenceStore, evaluationPaths, type LedgerFact, ledgerPath, nextEntry } from '@gatehouse/governance';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  evaluation,
  HEAD_A,
  HEAD_B,
  MODEL,
  type ProvenanceFacts,
  provenanceOf,
  subject,
  trust,
} from './example-evaluation.ts';
import { MemoryEvidenceBranch } from './memory-evidence-branch.ts';

const START = new Date('2026-01-02T10:00:00Z');
const passed = await evaluation();
const failed = await evaluation(HEAD_A, { modelDigest: sha256('worse model'), outcome: 'fail' });
const { headSha, modelDigest, evidenceDigest, policyDigest } = passed;
const tuple: Tuple = { headSha, modelDigest, evidenceDigest, policyDigest };
const digest = tupleDigest(tuple);
const copy = (seq: number): string => `pulls/3/${MODEL}/${String(seq).padStart(8, '0')}.json`;
const use = { model: MODEL, modelDigest, facts: { version: 'v1.0.0' } };

let branch: MemoryEvidenceBranch;
let now: Date;
/** A store that has read nothing yet: each job of a workflow makes its own. */
const newStore = (): EvidenceStore => new EvidenceStore({ branch, clock: { now: () => new Date(now) } });
beforeEach(() => {
  branch = new MemoryEvidenceBranch();
  now = new Date(START);
});

const textOf = (path: string): string => Buffer.from(branch.files.get(path) ?? []).toString();
const changed = (path: string, change: object): string =>
  `${canonicalJson({ ...JSON.parse(textOf(path)), ...change })}\n`;
const put = (path: string, text: string): void => branch.tamper(path, () => text);
/** The error names the file, so that a person finds it. */
const broken = (path: string): unknown =>
  expect.objectContaining({ reasonCode: 'ledger-broken', message: expect.stringContaining(path) });

/** An entry appended as our writer does, and its copy where there is a pull request. */
function append(fact: LedgerFact, at: Date): void {
  const newest = [...branch.files.keys()]
    .filter((path) => path.startsWith('ledger/'))
    .sort()
    .at(-1);
  const next = nextEntry(newest === undefined ? null : Buffer.from(textOf(newest)), fact, at);
  put(next.path, Buffer.from(next.bytes).toString());
  if (next.entry.pull !== null) put(copy(next.entry.seq), Buffer.from(next.bytes).toString());
}

describe('the history of a pull request', () => {
  beforeEach(async () => {
    const store = newStore();
    await store.recordEvaluation(passed); // 1
    await store.announceReady(subject, tuple); // 2
    await store.recordUse('published', use); // 3
    await store.recordEvaluation(failed); // 4
    await store.recordUse('deployed', use); // 5
  });

  it('is believed as our writers leave it', async () => {
    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.summary.result).toBe('FAILED');
    expect(await newStore().readReady(subject, digest)).toBeNull();
  });

  it.each<[string, string, () => void]>([
    ['an announcement beyond the ledger', copy(90_000_000), () => put(copy(90_000_000), textOf(copy(2)))],
    [
      'an announcement beyond the ledger, numbered so',
      copy(90_000_000),
      () => put(copy(90_000_000), changed(copy(2), { seq: 90_000_000, at: '2020-01-01T00:00:00.000Z' })),
    ],
    ['the copy of a passed decision after a failed one', copy(5), () => put(copy(5), textOf(copy(1)))],
    ['a copy numbered as a fact about something else', copy(5), () => put(copy(5), changed(copy(1), { seq: 5 }))],
    ['an earlier time in a copy', copy(2), () => put(copy(2), changed(copy(2), { at: '2020-01-01T00:00:00.000Z' }))],
    ['a copy that was taken away', copy(4), () => branch.files.delete(copy(4))],
    [
      'a changed entry with its copy',
      ledgerPath(3),
      () => {
        put(copy(2), changed(copy(2), { kind: 'approved' }));
        put(ledgerPath(2), textOf(copy(2)));
      },
    ],
    [
      'an entry in the place of another',
      ledgerPath(4),
      () => {
        put(copy(4), textOf(copy(1)));
        put(ledgerPath(4), textOf(copy(1)));
      },
    ],
    ['a gap in the ledger', ledgerPath(5), () => branch.files.delete(ledgerPath(4))],
    ['an entry far ahead', ledgerPath(99_999_999), () => put(ledgerPath(99_999_999), textOf(ledgerPath(1)))],
  ])('is refused with %s', async (_, path, attack) => {
    attack();

    await expect(newStore().readEvaluation(subject, HEAD_A, trust())).rejects.toThrow(broken(path));
    await expect(newStore().readReady(subject, digest)).rejects.toThrow(broken(path));
  });

  it('is not touched by files that are no entries', async () => {
    for (const path of ['ledger/zzz', 'ledger/0000006.json', 'ledger/zzz/00000006.json', `pulls/3/${MODEL}/zzz`]) {
      put(path, 'x');
    }
    await newStore().recordUse('deployed', use);

    expect(branch.files.has(ledgerPath(6))).toBe(true);
    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.summary.result).toBe('FAILED');
  });

  it('is read past many entries of others', async () => {
    for (let n = 0; n < 300; n++) await newStore().recordUse('deployed', use);

    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.summary.result).toBe('FAILED');
    put(copy(2), changed(copy(2), { previous: sha256('something else') }));
    put(ledgerPath(2), textOf(copy(2)));
    await expect(newStore().readEvaluation(subject, HEAD_A, trust())).rejects.toThrow(broken(ledgerPath(2)));
  });
});

describe('an entry that a writer appends', () => {
  const ready: LedgerFact = {
    kind: 'ready',
    subject: { model: MODEL, modelDigest },
    pull: { number: 3, headSha: HEAD_A },
    facts: { tuple: digest, evidenceDigest, policyDigest },
  };

  it('cannot be dated before the entry it follows', async () => {
    await newStore().recordUse('published', use);
    append(ready, START);
    put(copy(2), changed(copy(2), { at: '2020-01-01T00:00:00.000Z' }));
    put(ledgerPath(2), textOf(copy(2)));

    await expect(newStore().readReady(subject, digest)).rejects.toThrow(broken(ledgerPath(2)));
  });

  it.each([
    { ahead: 599, refused: false },
    { ahead: 601, refused: true },
  ])('$ahead seconds ahead of the clock stops writers: $refused', async ({ ahead, refused }) => {
    append(ready, new Date(START.getTime() + ahead * 1000));

    const written = newStore().recordUse('deployed', use);

    if (refused) await expect(written).rejects.toThrow(broken(ledgerPath(1)));
    else await expect(written).resolves.toBeUndefined();
  });

  it('under the number of another stops writers with its name, not with ten lost attempts', async () => {
    append(ready, START);
    put(ledgerPath(2), textOf(ledgerPath(1)));

    await expect(newStore().recordUse('deployed', use)).rejects.toThrow(broken(ledgerPath(2)));
  });
});

describe('who trained', () => {
  const paths = evaluationPaths(passed);

  it('is what the signed provenance says, whatever candidate.json says', async () => {
    await newStore().recordEvaluation(passed);
    put(paths.candidate, '{"schemaVersion":1,"runId":999,"artifactId":22}\n');

    const stored = await newStore().readEvaluation(subject, HEAD_A, trust());

    expect(stored?.training).toEqual({ runId: 11, actorIds: [5, 6] });
    expect(stored?.candidate).toEqual({ artifactId: 22 });
  });

  it.each<[string, string, ProvenanceFacts]>([
    ['of another head', HEAD_B, {}],
    ['of another repository', HEAD_A, { repository: 'https://github.localhost/acme/other' }],
    ['that names a run elsewhere', HEAD_A, { invocationId: 'https://github.localhost/acme/other/actions/runs/11' }],
    ['that names no run', HEAD_A, { invocationId: 'https://github.localhost/acme/models/actions/runs/0x1' }],
    ['that names no actor', HEAD_A, { actorId: 0 }],
  ])('is not taken from a signed provenance %s', async (_, head, facts) => {
    await newStore().recordEvaluation(passed);
    const provenance = await provenanceOf(head, modelDigest, facts);
    put(paths.provenance, provenance);

    await expect(newStore().readEvaluation(subject, HEAD_A, trust())).rejects.toMatchObject({
      reasonCode: 'decision-mismatch',
    });
  });
});
