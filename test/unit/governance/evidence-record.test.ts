import type { TrustRoot } from '@gatehouse/attest';
import { ActionError, type ActionErrorCode, type Digest, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
import {
  type EvidenceDraft,
  EvidenceStore,
  type LedgerSigner,
  ledgerSigner,
  type RecordPatience,
  readyDraft,
  refusalDraft,
} from '@gatehouse/governance';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluation, HEAD_A, HEAD_B, newKey, POLICY, signer, subject, trust } from './example-evaluation.ts';
import { check, decisionFact, publishedFact } from './ledger-chain.ts';
import { MemoryEvidenceBranch } from './memory-evidence-branch.ts';

const tuple = (n: number, headSha = HEAD_A): Tuple => ({
  headSha,
  modelDigest: sha256(`model ${n}`),
  evidenceDigest: sha256(`evidence ${n}`),
  policyDigest: POLICY,
});
const draft = (...facts: EvidenceDraft['facts']): EvidenceDraft => ({ facts, files: new Map() });
const other = { pullRequest: 4, model: subject.model };

let branch: MemoryEvidenceBranch;
let now: number;
let waits: number[];
/** What happens while a writer waits. */
let onSleep: () => void;
beforeEach(() => {
  onSleep = () => undefined;
  branch = new MemoryEvidenceBranch();
  now = Date.UTC(2026, 0, 2);
  waits = [];
});

function newStore(by: LedgerSigner | null = signer, random: () => number = () => 1): EvidenceStore {
  const patience: RecordPatience = {
    deadlineMs: 600_000,
    random,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      onSleep();
    },
  };
  return new EvidenceStore({ branch, signer: by, clock: { now: () => new Date(now) }, patience });
}

const entries = (): number => check(branch.files).entries;

describe('one writer', () => {
  it('makes the branch, and then needs one request for each write', async () => {
    const store = newStore();
    const empty = await store.readState({ subjects: [subject] }, trust());
    branch.requests.length = 0;

    const first = await store.record(empty, readyDraft(subject, tuple(1)), trust());
    const second = await store.record(first, readyDraft(subject, tuple(2)), trust());

    expect(branch.requests).toEqual(['append', 'append']);
    expect(first.tip).toMatchObject({ seq: 1, head: branch.commits[0] });
    expect(second.tip).toMatchObject({ seq: 2, head: branch.commits[1] });
    expect(branch.messages[1]).toBe('ready: mortgage-approval\n\nLedger-Seq: 2');
    expect(check(branch.files, { allSignatures: true }).findings).toEqual([]);
  });

  it('gets a state that holds what it wrote, as if it had read it', async () => {
    const store = newStore();
    const interest = { subjects: [subject], files: ['notes'] };
    const before = await store.readState(interest, trust());

    const after = await store.record(
      before,
      () => ({ facts: [decisionFact(1), decisionFact(2)], files: new Map([['notes', 'x']]) }),
      trust(),
    );

    const read = await store.readState(interest, trust());
    expect(after.tip).toEqual(read.tip);
    expect(after.history(subject).entries).toEqual(read.history(subject).entries);
    expect([before.holds('notes'), after.holds('notes'), read.holds('notes')]).toEqual([false, true, true]);
  });

  it.each<[string, () => EvidenceDraft | null]>([
    ['nothing', () => null],
    ['what is there already', () => draft(decisionFact(1), decisionFact(2))],
    ['the newest again', () => draft(decisionFact(2))],
  ])('that has to say %s writes nothing', async (_, makeDraft) => {
    const store = newStore();
    const start = await store.readState({ subjects: [subject] }, trust());
    const state = await store.record(start, () => draft(decisionFact(1), decisionFact(2)), trust());
    branch.requests.length = 0;

    expect(await store.record(state, makeDraft, trust())).toBe(state);
    expect(branch.requests).toEqual([]);
  });

  it('says again what another fact came after', async () => {
    const store = newStore();
    const start = await store.readState({ subjects: [subject] }, trust());
    const state = await store.record(start, () => draft(decisionFact(1), decisionFact(2)), trust());

    await store.record(state, () => draft(decisionFact(1)), trust());

    expect(entries()).toBe(3);
  });

  it('cannot ask about what was not read', async () => {
    const store = newStore();
    const state = await store.readState({}, trust());

    await expect(store.record(state, readyDraft(subject, tuple(1)), trust())).rejects.toThrow('pulls/3');
    await expect(store.record(state, () => draft(decisionFact(1)), trust())).rejects.toThrow('which was not read');
    await expect(store.record(state, () => draft(), trust())).rejects.toThrow('no fact for the ledger');
    expect(entries()).toBe(0);
  });
});

describe('a writer without a trusted key', () => {
  const keyless = (): EvidenceStore => newStore(null);
  const approval = { tuple: tuple(1), approvals: [] };

  it.each<[string, (store: EvidenceStore) => Promise<unknown>]>([
    ['decision', async (store) => store.recordEvaluation(await evaluation(), trust())],
    ['ready', (store) => store.announceReady(subject, tuple(1), trust())],
    ['approved', (store) => store.recordApproval(subject, approval, trust())],
    ['refused', (store) => store.recordRefusal(subject, { headSha: HEAD_A, reasonCode: 'no-policy' }, trust())],
  ])('is told so before any request: %s', async (kind, write) => {
    await expect(write(keyless())).rejects.toThrow(
      expect.objectContaining({ code: 'permission', message: expect.stringContaining(`"${kind}": no signing key`) }),
    );
    expect(branch.requests).toEqual([]);
  });

  it('may write that a model was published, but not about a pull request', async () => {
    const store = keyless();
    const state = await store.readState({ subjects: [subject] }, trust());
    await store.record(state, () => draft(publishedFact(1)), trust());
    const { pull } = decisionFact(1);

    expect(check(branch.files)).toMatchObject({ findings: [], entries: 1, signedHead: null });
    await expect(store.record(state, () => draft({ ...publishedFact(2), pull }), trust())).rejects.toThrow(
      'no signing key',
    );
  });

  it.each<[string, TrustRoot]>([
    ['unknown', trust(newKey())],
    ['revoked', { kind: 'key', keys: trust().keys.map((known) => ({ ...known, revoked: true })) }],
  ])('because it is %s leaves no entry', async (_, trustRoot) => {
    await expect(newStore().announceReady(subject, tuple(1), trustRoot)).rejects.toThrow(
      expect.objectContaining({ reasonCode: 'signature-invalid' }),
    );
    expect(branch.requests).not.toContain('append');
  });
});

describe('several writes at the same time in one process', () => {
  it('go out as one commit, in order', async () => {
    const store = newStore();
    const state = await store.readState({ subjects: [subject, other] }, trust());
    branch.requests.length = 0;

    const states = await Promise.all([
      store.record(state, readyDraft(subject, tuple(1)), trust()),
      store.record(state, readyDraft(other, tuple(2)), trust()),
      store.record(state, refusalDraft(subject, { headSha: HEAD_B, reasonCode: 'no-policy' }), trust()),
    ]);

    expect(branch.requests).toEqual(['append']);
    expect(branch.messages).toEqual(['3 entries: ready, refused\n\nLedger-Seq: 3']);
    expect(states.map(({ tip }) => tip?.seq)).toEqual([3, 3, 3]);
    expect(states[0]?.window.map(({ entry }) => entry.previousOfPull)).toEqual([null, null, 1]);
    expect(check(branch.files).findings).toEqual([]);
  });

  it('say the same thing once', async () => {
    const store = newStore();
    const state = await store.readState({ subjects: [subject] }, trust());

    const announce = (): Promise<unknown> => store.record(state, readyDraft(subject, tuple(1)), trust());
    await Promise.all([announce(), announce(), announce()]);

    expect(entries()).toBe(1);
  });

  it('fail alone when their draft fails', async () => {
    const store = newStore();
    const state = await store.readState({ subjects: [subject] }, trust());
    const fault = new Error('no draft');
    const makeDraft = (): never => {
      throw fault;
    };

    const [bad, good] = await Promise.allSettled([
      store.record(state, makeDraft, trust()),
      store.record(state, readyDraft(subject, tuple(1)), trust()),
    ]);

    expect(bad).toEqual({ status: 'rejected', reason: fault });
    expect(good.status).toBe('fulfilled');
    expect(entries()).toBe(1);
  });

  it('from different readings are read again for all', async () => {
    const store = newStore();
    const older = await store.readState({ subjects: [other] }, trust());
    await store.announceReady(subject, tuple(1), trust());
    const newer = await store.readState({ subjects: [subject] }, trust());
    branch.requests.length = 0;

    const [state] = await Promise.all([
      store.record(older, readyDraft(other, tuple(2)), trust()),
      store.record(newer, readyDraft(subject, tuple(3)), trust()),
    ]);

    expect(branch.requests).toEqual(['readTip', 'readAt', 'append']);
    expect(state.history(subject).entries).toHaveLength(2);
    expect(check(branch.files).findings).toEqual([]);
  });

  it('under other keys are written apart', async () => {
    const key = newKey();
    const rotated: TrustRoot = {
      kind: 'key',
      keys: [...trust().keys, { id: 'next', publicKeyPem: key.publicKeyPem, revoked: false }],
    };
    const store = newStore();
    const state = await store.readState({ subjects: [subject] }, trust());

    await Promise.all([
      store.record(state, readyDraft(subject, tuple(1)), trust()),
      store.record(state, readyDraft(subject, tuple(2)), rotated),
    ]);

    expect(branch.commits).toHaveLength(2);
    expect(ledgerSigner(key).keyId).not.toBe(signer.keyId);
  });
});

describe('a writer that loses', () => {
  /** Another process writes before each of the next attempts. */
  function loseTo(times: number): void {
    branch.beforeAppend = async () => {
      if (times === 0) return;
      times -= 1;
      const { beforeAppend } = branch;
      branch.beforeAppend = async () => undefined;
      await newStore(null).recordUse({ kind: 'published', model: 'other', modelDigest: POLICY, facts: {} }, trust());
      branch.beforeAppend = beforeAppend;
    };
  }

  it('reads again and makes its draft anew', async () => {
    const store = newStore();
    const state = await store.readState({ subjects: [subject] }, trust());
    branch.requests.length = 0;
    const seen: (number | undefined)[] = [];
    loseTo(1);

    const after = await store.record(
      state,
      (current) => {
        seen.push(current.tip?.seq);
        return draft(decisionFact(1));
      },
      trust(),
    );

    expect(seen).toEqual([undefined, 1]);
    expect(after.tip?.seq).toBe(2);
    expect(branch.requests.filter((request) => request === 'append')).toHaveLength(3);
  });

  it('waits longer each time, and not past the deadline', async () => {
    loseTo(8);

    await newStore().announceReady(subject, tuple(1), trust());

    expect(waits).toEqual([2000, 8000, 32_000, 128_000, 128_000, 128_000, 128_000, 46_000]);
  });

  it('waits a random part of that, so that two that met do not meet again', async () => {
    loseTo(3);
    const parts = [0, 0.5, 0.25];

    await newStore(signer, () => parts.shift() ?? 1).announceReady(subject, tuple(1), trust());

    expect(waits).toEqual([0, 4000, 8000]);
  });

  it('does not write twice what was written although the answer said otherwise', async () => {
    const append = branch.append.bind(branch);
    let lied = false;
    branch.append = async (change) => {
      const answer = await append(change);
      if (lied) return answer;
      lied = true;
      return { ...answer, conflict: true };
    };

    await newStore().recordUse({ kind: 'published', model: 'other', modelDigest: POLICY, facts: {} }, trust());

    expect(entries()).toBe(1);
  });

  it.each<[ActionErrorCode, boolean]>([
    ['service', true],
    ['permission', false],
    ['refused', false],
  ])('to GitHub itself (%s) goes on: %s', async (code, goesOn) => {
    const append = branch.append.bind(branch);
    let answers = 0;
    branch.append = async (change) => {
      answers += 1;
      // The first commit is made, and nobody hears of it.
      const answer = await append(change);
      if (answers > 1) return answer;
      throw new ActionError(code, { where: 'GitHub', found: 'no answer', allowed: 'one', remedy: 'none' });
    };

    const written = newStore().announceReady(subject, tuple(1), trust());

    if (goesOn) await expect(written).resolves.toMatchObject({ tuple: tupleDigest(tuple(1)) });
    else await expect(written).rejects.toMatchObject({ code });
    expect(entries()).toBe(1);
  });

  it('takes along what was asked for while it waited', async () => {
    const store = newStore();
    const state = await store.readState({ subjects: [subject, other] }, trust());
    loseTo(1);
    const meanwhile: Promise<unknown>[] = [];
    onSleep = () => meanwhile.push(store.record(state, readyDraft(other, tuple(2)), trust()));

    await store.record(state, readyDraft(subject, tuple(1)), trust());
    await Promise.all(meanwhile);

    expect(branch.commits).toHaveLength(2);
    expect(check(branch.files)).toMatchObject({ findings: [], entries: 3 });
  });

  it('loses nothing among twenty processes', async () => {
    const tuples = Array.from({ length: 20 }, (_, n) => tuple(n));
    await Promise.all(
      tuples.map((ready, n) =>
        newStore(signer, Math.random).announceReady({ ...subject, pullRequest: n + 1 }, ready, trust()),
      ),
    );

    const digests = new Set<Digest>(tuples.map(tupleDigest));
    const state = await newStore().readState({}, trust());
    expect(check(branch.files)).toMatchObject({ findings: [], entries: 20 });
    for (const { entry } of state.window) digests.delete(entry.facts.tuple ?? POLICY);
    expect(digests.size).toBe(0);
  });
});
