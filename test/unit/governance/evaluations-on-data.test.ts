import { hexOf, sha256 } from '@gatehouse/core';
import { EvidenceStore, evaluationsOn, parseLedgerFile } from '@gatehouse/governance';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluation, HEAD_A, HEAD_B, signer, trust } from './example-evaluation.ts';
import { MemoryEvidenceBranch } from './memory-evidence-branch.ts';

const DATA = sha256('rows');
const OTHER = sha256('other rows');

let branch: MemoryEvidenceBranch;
let store: EvidenceStore;
beforeEach(() => {
  branch = new MemoryEvidenceBranch();
  store = new EvidenceStore({ branch, signer, clock: { now: () => new Date('2026-01-02T10:00:00Z') } });
});

/** A decision about a candidate, by its name. */
async function record(name: string, evaluationData = DATA, headSha = HEAD_A): Promise<void> {
  const about = await evaluation(headSha, { modelDigest: sha256(name) });
  await store.recordEvaluation({ ...about, evaluationData }, trust());
}

const countFor = (name: string, evaluationData = DATA): Promise<number> =>
  evaluationsOn({ evaluationData, modelDigest: sha256(name) }, { store, branch }, trust());

describe('how often evaluation data have judged', () => {
  it('is never where nothing was recorded', async () => {
    expect(await countFor('a')).toBe(0);
  });

  it('is once for each other candidate', async () => {
    await record('a');
    await record('b');
    await record('c');

    expect(await countFor('new')).toBe(3);
    expect(await countFor('b')).toBe(2);
  });

  it('counts a candidate once, at however many heads it is judged', async () => {
    await record('a', DATA, HEAD_A);
    await record('a', DATA, HEAD_B);

    expect(await countFor('new')).toBe(1);
  });

  it('counts those that failed', async () => {
    const failed = await evaluation(HEAD_A, { modelDigest: sha256('bad'), outcome: 'fail' });
    await store.recordEvaluation({ ...failed, evaluationData: DATA }, trust());

    expect(await countFor('new')).toBe(1);
  });

  it('is of these data alone', async () => {
    await record('a');
    await record('b', OTHER);

    expect(await countFor('new')).toBe(1);
    expect(await countFor('new', OTHER)).toBe(1);
  });

  it('knows nothing of decisions that name no data, as older ones do', async () => {
    await store.recordEvaluation(await evaluation(), trust());

    expect(await countFor('new')).toBe(0);
  });

  it('stands in the signed entry of the decision', async () => {
    await record('a');

    const entries = [...branch.files].filter(([path]) => path.startsWith('ledger/'));
    expect(entries.map(([path, bytes]) => parseLedgerFile(bytes, path).entry.facts.evaluationData)).toEqual([DATA]);
  });

  it('is refused when a mark is gone of which the ledger knows', async () => {
    await record('a');
    await record('b');
    branch.files.delete(`judged/${hexOf(DATA)}/${hexOf(sha256('a'))}.json`);

    await expect(countFor('new')).rejects.toMatchObject({ code: 'integrity', reasonCode: 'ledger-broken' });
  });
});
