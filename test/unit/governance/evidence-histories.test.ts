/** What a writer to the evidence branch can leave there without a key, and what comes of it. */
import type { SigningKey, TrustRoot } from '@gatehouse/attest';
import { canonicalJson, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
import {
  commitMessage,
  copyPath,
  EvidenceStore,
  evaluationPaths,
  type LedgerAnchor,
  type LedgerFact,
  type LedgerLine,
  ledgerPath,
  ledgerSigner,
  nextEntry,
  parseLedgerFile,
} from '@gatehouse/governance';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  evaluation,
  HEAD_A,
  HEAD_B,
  key,
  MODEL,
  newKey,
  type ProvenanceFacts,
  provenanceOf,
  signer,
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
const copy = (seq: number): string => copyPath(subject, seq);
const use = { model: MODEL, modelDigest, facts: { tag: 'v1.0.0' } };

let branch: MemoryEvidenceBranch;
/** A store that has read nothing yet: each job of a workflow makes its own. */
const newStore = (): EvidenceStore => new EvidenceStore({ branch, signer, clock: { now: () => START } });
beforeEach(() => {
  branch = new MemoryEvidenceBranch();
});

const textOf = (path: string): string => Buffer.from(branch.files.get(path) ?? []).toString();
const lineAt = (seq: number): LedgerLine => parseLedgerFile(Buffer.from(textOf(ledgerPath(seq))), 'x');
/** An entry with changed members and the signature that it had. */
const changed = (path: string, change: object): string =>
  textOf(path).replace(/^.*\n/, (line) => `${canonicalJson({ ...JSON.parse(line), ...change })}\n`);
const put = (path: string, text: string): void => branch.tamper(path, () => text);
/** The error names the file, so that a person finds it. */
const broken = (path: string): unknown =>
  expect.objectContaining({ reasonCode: 'ledger-broken', message: expect.stringContaining(path) });
const read = (trustRoot: TrustRoot = trust(), anchors: readonly LedgerAnchor[] = []): Promise<unknown> =>
  newStore().readState({ subjects: [subject], anchors }, trustRoot);

/** A commit by somebody who has the format right: the next entry, and its copy where there is a pull request. */
function append(fact: LedgerFact, by: typeof signer | null, previousOfPull: number | null = null): void {
  const seqs = [...branch.files.keys()].filter((path) => path.startsWith('ledger/')).length;
  const line = nextEntry(seqs === 0 ? null : lineAt(seqs), fact, { at: START, previousOfPull, signer: by });
  const files = new Map([...branch.files, [ledgerPath(line.entry.seq), line.bytes]]);
  if (fact.pull !== null) files.set(copy(line.entry.seq), line.bytes);
  branch.commit(commitMessage([line.entry]), files);
}

describe('the history of a pull request', () => {
  beforeEach(async () => {
    const store = newStore();
    await store.recordEvaluation(passed, trust()); // 1
    await store.announceReady(subject, tuple, trust()); // 2
    await store.recordUse({ kind: 'published', ...use }, trust()); // 3
    await store.recordEvaluation(failed, trust()); // 4
    await store.recordUse({ kind: 'deployed', ...use }, trust()); // 5
  });

  it('is believed as our writers leave it', async () => {
    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.summary.result).toBe('FAILED');
    expect(await newStore().readReady(subject, digest, trust())).toBeNull();
  });

  it.each<[string, string, () => void]>([
    ['an announcement beyond the ledger', copy(90_000_000), () => put(copy(90_000_000), textOf(copy(2)))],
    ['the copy of a passed decision after a failed one', copy(5), () => put(copy(5), textOf(copy(1)))],
    ['a copy numbered as a fact about something else', copy(5), () => put(copy(5), changed(copy(1), { seq: 5 }))],
    ['an earlier time in a copy', copy(2), () => put(copy(2), changed(copy(2), { at: '2020-01-01T00:00:00.000Z' }))],
    ['a copy that was taken away', copy(4), () => branch.files.delete(copy(2))],
    ['the newest copy taken away', copy(4), () => branch.files.delete(copy(4))],
    [
      'a copy with another signature',
      copy(4),
      () => put(copy(4), textOf(copy(4)).replace(/"sig":"...../, '"sig":"AAAAA')),
    ],
    [
      'a changed entry with its copy',
      ledgerPath(2),
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
    ['a gap in the ledger', ledgerPath(4), () => branch.files.delete(ledgerPath(4))],
    ['an entry beyond the end', ledgerPath(6), () => put(ledgerPath(6), textOf(ledgerPath(1)))],
    ['no newest entry', ledgerPath(5), () => branch.files.delete(ledgerPath(5))],
  ])('is refused with %s', async (_, path, attack) => {
    await expect(read()).resolves.toBeDefined();

    attack();

    await expect(read()).rejects.toThrow(broken(path));
  });

  it('is not touched by files that are no entries', async () => {
    for (const path of ['ledger/zzz', 'ledger/0000006.json', 'ledger/00000/zzz', `pulls/3/${MODEL}/zzz`])
      put(path, 'x');
    await newStore().recordUse({ kind: 'deployed', ...use }, trust());

    expect(branch.files.has(ledgerPath(6))).toBe(true);
    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.summary.result).toBe('FAILED');
  });

  it('is read past many entries of others, in as many requests', async () => {
    for (let n = 0; n < 60; n++) append({ ...useFact, facts: { tag: `v${n}` } }, null);
    branch.requests.length = 0;

    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.summary.result).toBe('FAILED');
    expect(branch.requests).toEqual(['readTip', 'readAt', 'readAt']);
  });

  it('of long ago is held by signatures and links alone', async () => {
    for (let n = 0; n < 60; n++) append({ ...useFact, facts: { tag: `v${n}` } }, null);

    put(copy(2), changed(copy(2), { reasonCode: 'approved' }));
    await expect(read()).rejects.toThrow(broken(copy(2)));
    branch.files.delete(copy(2));
    await expect(read()).rejects.toThrow(broken(copy(4)));
  });
});

const useFact: LedgerFact = {
  kind: 'published',
  reasonCode: null,
  subject: { model: MODEL, modelDigest },
  pull: null,
  people: [],
  facts: {},
};
const ready: LedgerFact = {
  kind: 'ready',
  reasonCode: 'ready-for-approval',
  subject: { model: MODEL, modelDigest },
  pull: { number: 3, headSha: HEAD_A },
  people: [],
  facts: { tuple: digest, evidenceDigest, policyDigest },
};
const signerOf = (by: SigningKey): typeof signer => ledgerSigner(by);

const inTheNameOf = (name: SigningKey, by: SigningKey): typeof signer => ({
  keyId: name.hint,
  sign: (payload) => ({ ...ledgerSigner(by).sign(payload), keyid: name.hint }),
});

describe('an entry that somebody appends', () => {
  beforeEach(async () => {
    await newStore().recordEvaluation(passed, trust());
  });

  it.each<[string, () => void]>([
    ['signed with an unknown key', () => append(ready, signerOf(newKey()), 1)],
    ['signed with an unknown key in the name of ours', () => append(ready, inTheNameOf(key, newKey()), 1)],
    ['that skips the one before of its pull request', () => append(ready, signer, null)],
    ['that names another before it', () => append(ready, signer, 7)],
  ])('%s stops everybody', async (_, attack) => {
    attack();

    await expect(read()).rejects.toThrow(expect.objectContaining({ reasonCode: 'ledger-broken' }));
  });

  it('unsigned, of a kind that may be, is in nobody’s history', async () => {
    append(useFact, null);

    expect((await newStore().readEvaluation(subject, HEAD_A, trust()))?.id.modelDigest).toBe(modelDigest);
  });

  it('with a key that was revoked later does not count, and breaks nothing', async () => {
    const gone = newKey();
    append(ready, signerOf(gone), 1);
    const keys = [...trust().keys, { id: 'gone', publicKeyPem: gone.publicKeyPem, revoked: false }];
    const before: TrustRoot = { kind: 'key', keys };
    const after: TrustRoot = { kind: 'key', keys: keys.map((known) => ({ ...known, revoked: known.id === 'gone' })) };

    expect(await newStore().readReady(subject, digest, before)).not.toBeNull();
    expect(await newStore().readReady(subject, digest, after)).toBeNull();
    const announced = await newStore().announceReady(subject, tuple, after);
    expect(announced.tuple).toBe(digest);
    expect(lineAt(3).entry).toMatchObject({ kind: 'ready', previousOfPull: 2 });
  });

  it('in a commit without the trailer is told as what it is', async () => {
    branch.commit('by hand', branch.files);

    await expect(read()).rejects.toThrow(/Ledger-Seq.*somebody else wrote it.*Gatehouse makes the branch itself/);
  });
});

describe('a branch made by hand', () => {
  it.each([
    ['initial commit', {}, 'Ledger-Seq'],
    ['x\n\nLedger-Seq: 0', {}, 'Ledger-Seq'],
    ['x\n\nLedger-Seq: 1', {}, ledgerPath(1)],
    ['x\n\nLedger-Seq: 2', { [ledgerPath(2)]: 'x' }, ledgerPath(1)],
    ['x\n\nLedger-Seq: 1\nCo-authored-by: a', {}, 'Ledger-Seq'],
  ])('is an error: %j', async (message, files: Record<string, string>, words) => {
    branch.commit(message, new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));

    await expect(read()).rejects.toThrow(broken(words));
  });
});

describe('anchors', () => {
  const anchorAt = (seq: number): LedgerAnchor => ({ seq, digest: lineAt(seq).digest });
  beforeEach(async () => {
    await newStore().recordEvaluation(passed, trust());
    for (let n = 0; n < 30; n++) append({ ...useFact, facts: { tag: `v${n}` } }, null);
  });

  it.each<[string, () => LedgerAnchor, string | null]>([
    ['among the newest entries', () => anchorAt(31), null],
    ['with another digest', () => ({ ...anchorAt(31), digest: sha256('x') }), 'a second history'],
    ['beyond the end', () => ({ ...anchorAt(31), seq: 32 }), 'its tail was cut off'],
  ])('%s', async (_, anchor, words) => {
    if (words === null) await expect(read(trust(), [anchor()])).resolves.toMatchObject({ unconfirmed: [] });
    else await expect(read(trust(), [anchor()])).rejects.toThrow(words);
  });

  it('before the branch was deleted are beyond its end', async () => {
    const anchor = anchorAt(1);
    branch = new MemoryEvidenceBranch();

    await expect(read(trust(), [anchor])).rejects.toThrow('its tail was cut off');
  });

  it('older than that are compared by the next read, in the same request', async () => {
    const store = newStore();
    const state = await store.readState({ subjects: [subject], anchors: [anchorAt(2)] }, trust());
    const forked = await store.readState({ anchors: [{ ...anchorAt(2), digest: sha256('x') }] }, trust());
    branch.requests.length = 0;

    expect(state.unconfirmed).toHaveLength(1);
    expect(await store.readEvaluations(state, [passed], trust())).toMatchObject([{ id: { headSha: HEAD_A } }]);
    expect(branch.requests).toEqual(['readAt']);
    await expect(store.readEvaluations(forked, [], trust())).rejects.toThrow('a second history');
  });

  it('older than that stop a write', async () => {
    const store = newStore();
    const state = await store.readState({ anchors: [{ ...anchorAt(2), digest: sha256('x') }] }, trust());
    branch.requests.length = 0;

    const written = store.record(state, () => ({ facts: [useFact], files: new Map() }), trust());

    await expect(written).rejects.toThrow('a second history');
    expect(branch.requests).not.toContain('append');
  });
});

describe('who trained', () => {
  const paths = evaluationPaths(passed);

  it('is what the signed provenance says, whatever candidate.json says', async () => {
    await newStore().recordEvaluation(passed, trust());
    put(paths.candidate, '{"schemaVersion":1,"runId":999,"artifactId":99}\n');

    const stored = await newStore().readEvaluation(subject, HEAD_A, trust());

    expect(stored?.training).toEqual({ runId: 11, actorIds: [5, 6] });
    // The signed entry says where the candidate is, not the file.
    expect(stored?.candidate).toEqual({ artifactId: 22 });
  });

  it('is in the ledger for all decisions of the pull request', async () => {
    await newStore().recordEvaluation(passed, trust());
    const later = { ...(await evaluation(HEAD_B)), trainedBy: [{ id: 8, login: 'later' }] };
    await newStore().recordEvaluation(later, trust());

    const history = (await newStore().readState({ subjects: [subject] }, trust())).history(subject);

    expect([...history.trainingActors()]).toEqual([5, 6, 8]);
  });

  it.each<[string, string, ProvenanceFacts]>([
    ['of another head', HEAD_B, {}],
    ['of another repository', HEAD_A, { repository: 'https://github.localhost/acme/other' }],
    ['that names a run elsewhere', HEAD_A, { invocationId: 'https://github.localhost/acme/other/actions/runs/11' }],
    ['that names no run', HEAD_A, { invocationId: 'https://github.localhost/acme/models/actions/runs/0x1' }],
    ['that names no actor', HEAD_A, { actorId: 0 }],
  ])('is not taken from a signed provenance %s', async (_, head, facts) => {
    await newStore().recordEvaluation(passed, trust());
    const provenance = await provenanceOf(head, modelDigest, facts);
    put(paths.provenance, provenance);

    await expect(newStore().readEvaluation(subject, HEAD_A, trust())).rejects.toMatchObject({
      reasonCode: 'decision-mismatch',
    });
  });
});
