import {
  type Approval,
  modelSignatureStatement,
  releaseAuthorisation,
  signStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { hexOf, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
import { EvidenceStore, evaluationPaths, parseLedgerFile, type RecordPatience } from '@gatehouse/governance';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  evaluation,
  FILES,
  HEAD_A,
  HEAD_B,
  KEY_OF_TREE,
  key,
  MODEL,
  newKey,
  signer,
  subject,
  trust,
} from './example-evaluation.ts';
import { MemoryEvidenceBranch } from './memory-evidence-branch.ts';

const MERGED = 'c'.repeat(40);
const reason = (reasonCode: string): unknown => expect.objectContaining({ name: 'ActionError', reasonCode });

const a = await evaluation();
const b = await evaluation(HEAD_B, { modelDigest: sha256('model b') });
const tupleOf = ({ headSha, modelDigest, evidenceDigest: evidence, policyDigest }: Tuple): Tuple => ({
  headSha,
  modelDigest,
  evidenceDigest: evidence,
  policyDigest,
});

/** Waiting takes no time but the clock's. */
const patience: RecordPatience = {
  deadlineMs: 600_000,
  random: () => 0.5,
  sleep: async (milliseconds) => {
    now = new Date(now.getTime() + milliseconds);
  },
};
let branch: MemoryEvidenceBranch;
let store: EvidenceStore;
let now: Date;
const newStore = (): EvidenceStore =>
  new EvidenceStore({ branch, signer, clock: { now: () => new Date(now) }, patience });
beforeEach(() => {
  branch = new MemoryEvidenceBranch();
  now = new Date('2026-01-02T10:00:00Z');
  store = newStore();
});
const kinds = (): string[] =>
  [...branch.files]
    .filter(([path]) => path.startsWith('ledger/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => parseLedgerFile(bytes, path).entry.kind);

describe('evaluations', () => {
  it('are written in one commit with a ledger entry and read back verified', async () => {
    await store.recordEvaluation(a, trust());

    const stored = await store.readEvaluation(subject, HEAD_A, trust());
    const paths = evaluationPaths(a);
    expect(stored).toMatchObject({
      summary: { result: 'PASSED', candidateKey: KEY_OF_TREE },
      decisions: [{ gate: 'performance' }],
      candidate: { artifactId: 22 },
      training: { runId: 11, actorIds: [5, 6] },
      bundles: { summary: a.summary, provenance: a.provenance, evidence: a.decisions[0] },
    });
    expect(branch.commits).toHaveLength(1);
    expect([...branch.files.keys()].sort()).toEqual(
      [...Object.values(paths), 'ledger/00000/00000001.json', `pulls/3/${MODEL}/00000001.json`].sort(),
    );
    expect(paths.evidence).toBe(`evidence/${hexOf(a.modelDigest)}/${hexOf(a.evidenceDigest)}/evidence.jsonl`);
  });

  it('written twice change nothing, and the first stays', async () => {
    await store.recordEvaluation(a, trust());
    await store.recordEvaluation(await evaluation(HEAD_A, { at: new Date(99_000) }), trust());

    expect(branch.commits).toHaveLength(1);
    expect((await store.readEvaluation(subject, HEAD_A, trust()))?.bundles.summary).toBe(a.summary);
  });

  it('share the decisions when another head reuses the candidate', async () => {
    const other = await evaluation(HEAD_B);
    await store.recordEvaluation(a, trust());
    await store.recordEvaluation(other, trust());

    expect(evaluationPaths(other).evidence).toBe(evaluationPaths(a).evidence);
    expect((await store.readEvaluation(subject, HEAD_B, trust()))?.bundles.summary).toBe(other.summary);
    expect((await store.readEvaluation(subject, HEAD_A, trust()))?.bundles.summary).toBe(a.summary);
  });

  it('are null for another head, model or pull request', async () => {
    await store.recordEvaluation(a, trust());

    expect(await store.readEvaluation(subject, HEAD_B, trust())).toBeNull();
    expect(await store.readEvaluation({ ...subject, model: 'other' }, HEAD_A, trust())).toBeNull();
    expect(await store.readEvaluation({ ...subject, pullRequest: 4 }, HEAD_A, trust())).toBeNull();
  });

  const paths = evaluationPaths(a);
  it.each<[string, string, (text: string) => string, string]>([
    ['a changed decision', paths.evidence, (text) => text.replace(/"payload":"./, '"payload":"f'), 'signature-invalid'],
    ['a decision twice', paths.evidence, (text) => text + text, 'decision-mismatch'],
    ['no decision', paths.evidence, () => '', 'decision-missing'],
    ['decisions of another model', paths.evidence, () => `${b.decisions.join('\n')}\n`, 'decision-mismatch'],
    ['the summary of another head', paths.summary, () => b.summary, 'decision-mismatch'],
    ['a decision as summary', paths.summary, () => String(a.decisions[0]), 'decision-mismatch'],
    ['the provenance of another model', paths.provenance, () => b.provenance, 'decision-mismatch'],
    ['a summary as provenance', paths.provenance, () => a.summary, 'decision-mismatch'],
    ['an unreadable location', paths.candidate, () => '{}', 'candidate-missing'],
    ['an edited ledger copy', `pulls/3/${MODEL}/00000001.json`, (text) => text.replace('{', '{ '), 'ledger-broken'],
  ])('refuse %s', async (_, path, change, reasonCode) => {
    await store.recordEvaluation(a, trust());
    await expect(store.readEvaluation(subject, HEAD_A, trust())).resolves.not.toBeNull();

    branch.tamper(path, change);

    await expect(store.readEvaluation(subject, HEAD_A, trust())).rejects.toThrow(reason(reasonCode));
  });

  it('refuse a summary of the same model moved to another head', async () => {
    const other = await evaluation(HEAD_B);
    await store.recordEvaluation(a, trust());
    branch.tamper(evaluationPaths(a).summary, () => other.summary);

    await expect(store.readEvaluation(subject, HEAD_A, trust())).rejects.toThrow(reason('decision-mismatch'));
  });

  it('refuse keys that are not trusted now', async () => {
    await store.recordEvaluation(a, trust());

    await expect(store.readEvaluation(subject, HEAD_A, trust(newKey()))).rejects.toThrow(reason('ledger-broken'));
  });
});

describe('announcements', () => {
  const tupleA = tupleOf(a);
  const tupleB = tupleOf(b);
  const digestA = tupleDigest(tupleA);

  it('keep the time of the first', async () => {
    const first = await store.announceReady(subject, tupleA, trust());
    now = new Date(now.getTime() + 60_000);
    const second = await store.announceReady(subject, tupleA, trust());

    expect(second).toEqual(first);
    expect(branch.commits).toHaveLength(1);
    expect(await store.readReady(subject, digestA, trust())).toEqual({
      tuple: digestA,
      at: new Date('2026-01-02T10:00:00Z'),
    });
  });

  it.each<[string, () => Promise<unknown>, boolean]>([
    ['the same tuple is evaluated again', () => store.recordEvaluation(a, trust()), true],
    [
      'the same tuple is approved',
      () => store.recordApproval(subject, { tuple: tupleA, approvals: [] }, trust()),
      true,
    ],
    [
      'the same head is refused for a while',
      () => store.recordRefusal(subject, { headSha: HEAD_A, reasonCode: 'evaluation-error' }, trust()),
      true,
    ],
    ['another pull request moves', () => store.announceReady({ ...subject, pullRequest: 4 }, tupleB, trust()), true],
    [
      'another model of the pull request moves',
      () => store.announceReady({ ...subject, model: 'other' }, tupleB, trust()),
      true,
    ],
    ['another tuple is announced', () => store.announceReady(subject, tupleB, trust()), false],
    ['another head is evaluated', () => store.recordEvaluation(b, trust()), false],
    [
      'another head is refused',
      () => store.recordRefusal(subject, { headSha: HEAD_B, reasonCode: 'decision-missing' }, trust()),
      false,
    ],
  ])('after "%s" hold: %#', async (_, event, holds) => {
    await store.recordEvaluation(a, trust());
    await store.announceReady(subject, tupleA, trust());
    await event();

    expect((await store.readReady(subject, digestA, trust())) !== null).toBe(holds);
  });

  it('of a tuple that returns get a new time', async () => {
    await store.announceReady(subject, tupleA, trust());
    await store.announceReady(subject, tupleB, trust());
    now = new Date(now.getTime() + 60_000);

    const again = await store.announceReady(subject, tupleA, trust());

    expect(again.at).toEqual(now);
    expect(kinds()).toEqual(['ready', 'ready', 'ready']);
  });
});

describe('authorisations', () => {
  const approval: Approval = {
    role: 'validator',
    userId: 7,
    login: 'validator',
    reviewId: 70,
    tuple: tupleDigest(tupleOf(a)),
  };
  const authorise = async (
    at = new Date(0),
    mergedSha = MERGED,
  ): Promise<{ bundle: string; modelSignature: string }> => {
    const summary = await verifyBundle(a.summary, trust());
    const statement = releaseAuthorisation({
      summary,
      candidateKey: KEY_OF_TREE,
      approvals: [approval],
      pullRequest: 3,
      headSha: HEAD_A,
      mergedSha,
      policyUri: 'gatehouse.yml',
      timeVerified: at,
    });
    const modelSignature = await signStatement(modelSignatureStatement(MODEL, FILES), key);
    return { bundle: await signStatement(statement, key), modelSignature };
  };

  const id = { model: MODEL, modelDigest: a.modelDigest, mergedSha: MERGED };

  it('are stored by model digest, merged commit and model, and the first stays', async () => {
    const first = await authorise();
    const stored = await store.recordAuthorisation(first, trust());
    const again = await store.recordAuthorisation(await authorise(new Date(99_000)), trust());

    expect(stored).toMatchObject({
      bundle: first.bundle,
      path: `authorisations/${hexOf(a.modelDigest)}/${MERGED}/${MODEL}.json`,
      authorisation: { modelDigest: a.modelDigest, mergedSha: MERGED, approvals: [approval] },
    });
    expect(again.bundle).toBe(first.bundle);
    expect(kinds()).toEqual(['authorised']);
    expect(await store.readAuthorisation({ ...id, mergedSha: HEAD_B }, trust())).toBeNull();
    expect(await store.readAuthorisation({ ...id, modelDigest: b.modelDigest }, trust())).toBeNull();
    expect(await store.readAuthorisation({ ...id, model: 'another-of-the-same-bytes' }, trust())).toBeNull();
  });

  it('are refused when signed by an unknown key, moved, or something else', async () => {
    const first = await authorise();
    const path = `authorisations/${hexOf(a.modelDigest)}/${MERGED}/${MODEL}.json`;
    await expect(store.recordAuthorisation(first, trust(newKey()))).rejects.toThrow(reason('signature-invalid'));
    await expect(store.recordAuthorisation({ ...first, bundle: a.summary }, trust())).rejects.toThrow(
      reason('not-authorised'),
    );
    expect(branch.commits).toHaveLength(0);

    await store.recordAuthorisation(first, trust());
    const signaturePath = path.replace(/json$/, 'sig');
    const others = [{ name: 'model.safetensors', sizeBytes: 1, digest: sha256('other weights') }];
    const otherModel = await signStatement(modelSignatureStatement(MODEL, others), key);
    for (const [text, code] of [
      [otherModel, 'not-authorised'],
      [a.provenance, 'signature-invalid'],
    ] as const) {
      branch.tamper(signaturePath, () => text);
      await expect(store.readAuthorisation(id, trust())).rejects.toThrow(reason(code));
    }
    branch.tamper(signaturePath, () => first.modelSignature);
    const moved = await authorise(new Date(0), HEAD_B);
    branch.tamper(path, () => moved.bundle);
    await expect(store.readAuthorisation(id, trust())).rejects.toThrow(reason('not-authorised'));
    branch.tamper(path, () => a.summary);
    await expect(store.readAuthorisation(id, trust())).rejects.toThrow(reason('not-authorised'));
  });
});

describe('writing', () => {
  const use = { model: MODEL, modelDigest: sha256('model'), facts: { tag: 'v1.0.0' } };

  it('reads again and goes on after another writer', async () => {
    const other = newStore();
    let raced = false;
    branch.beforeAppend = async () => {
      if (raced) return;
      raced = true;
      await other.recordUse({ kind: 'published', ...use }, trust());
    };

    await store.recordEvaluation(a, trust());

    expect(kinds()).toEqual(['published', 'decision']);
    expect(await store.readEvaluation(subject, HEAD_A, trust())).not.toBeNull();
  });

  it('writes once when the other writer wrote the same', async () => {
    const other = newStore();
    let raced = false;
    branch.beforeAppend = async () => {
      if (raced) return;
      raced = true;
      await other.recordEvaluation(a, trust());
    };

    await store.recordEvaluation(a, trust());

    expect(kinds()).toEqual(['decision']);
  });

  it('gives up at the deadline, and says how often and how long it tried', async () => {
    let attempts = 0;
    branch.beforeAppend = async () => {
      attempts += 1;
      await newStore().recordUse({ kind: 'published', ...use }, trust());
    };
    const lost = branch.append.bind(branch);
    branch.append = async (change) => {
      const { beforeAppend } = branch;
      if (branch.requests.filter((request) => request === 'append').length % 2 === 1)
        branch.beforeAppend = async () => undefined;
      const answer = await lost(change);
      branch.beforeAppend = beforeAppend;
      return answer;
    };

    await expect(store.recordUse({ kind: 'deployed', ...use }, trust())).rejects.toThrow(
      expect.objectContaining({
        code: 'service',
        message: expect.stringMatching(/\d+ attempts to write in \d+ seconds/),
      }),
    );
    expect(attempts).toBeGreaterThan(10);
  });

  it('repeats a refusal or approval only when something else came between', async () => {
    const tuple = tupleOf(a);
    const approvals: Approval[] = [
      { role: 'validator', userId: 7, login: 'v', reviewId: 70, tuple: tupleDigest(tuple) },
    ];
    await store.recordRefusal(subject, { headSha: HEAD_A, reasonCode: 'decision-missing' }, trust());
    await store.recordRefusal(subject, { headSha: HEAD_A, reasonCode: 'decision-missing' }, trust());
    await store.recordRefusal(subject, { headSha: HEAD_A, reasonCode: 'evaluation-error' }, trust());
    expect(await store.readRefusal(subject, HEAD_A, trust())).toBe('evaluation-error');
    expect(await store.readRefusal(subject, HEAD_B, trust())).toBeNull();
    await store.recordApproval(subject, { tuple, approvals }, trust());
    expect(await store.readRefusal(subject, HEAD_A, trust())).toBeNull();
    await store.recordApproval(subject, { tuple, approvals }, trust());
    await store.recordApproval(subject, { tuple, approvals: [] }, trust());

    expect(kinds()).toEqual(['refused', 'refused', 'approved', 'approved']);
  });
});
