import {
  type Approval,
  modelSignatureStatement,
  releaseAuthorisation,
  signStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { hexOf, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
import { EvidenceStore, evaluationPaths, readLedger, verifyLedger } from '@gatehouse/governance';
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

let branch: MemoryEvidenceBranch;
let store: EvidenceStore;
let now: Date;
beforeEach(() => {
  branch = new MemoryEvidenceBranch();
  now = new Date('2026-01-02T10:00:00Z');
  store = new EvidenceStore({ branch, clock: { now: () => new Date(now) } });
});
const kinds = async (): Promise<string[]> => verifyLedger(await readLedger(branch)).entries.map((entry) => entry.kind);

describe('evaluations', () => {
  it('are written in one commit with a ledger entry and read back verified', async () => {
    await store.recordEvaluation(a);

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
      [...Object.values(paths), 'ledger/00000001.json', `pulls/3/${MODEL}/00000001.json`].sort(),
    );
    expect(paths.evidence).toBe(`evidence/${hexOf(a.modelDigest)}/${hexOf(a.evidenceDigest)}/evidence.jsonl`);
  });

  it('written twice change nothing, and the first stays', async () => {
    await store.recordEvaluation(a);
    await store.recordEvaluation(await evaluation(HEAD_A, { at: new Date(99_000) }));

    expect(branch.commits).toHaveLength(1);
    expect((await store.readEvaluation(subject, HEAD_A, trust()))?.bundles.summary).toBe(a.summary);
  });

  it('share the decisions when another head reuses the candidate', async () => {
    const other = await evaluation(HEAD_B);
    await store.recordEvaluation(a);
    await store.recordEvaluation(other);

    expect(evaluationPaths(other).evidence).toBe(evaluationPaths(a).evidence);
    expect((await store.readEvaluation(subject, HEAD_B, trust()))?.bundles.summary).toBe(other.summary);
    expect((await store.readEvaluation(subject, HEAD_A, trust()))?.bundles.summary).toBe(a.summary);
  });

  it('are null for another head, model or pull request', async () => {
    await store.recordEvaluation(a);

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
    await store.recordEvaluation(a);
    await expect(store.readEvaluation(subject, HEAD_A, trust())).resolves.not.toBeNull();

    branch.tamper(path, change);

    await expect(store.readEvaluation(subject, HEAD_A, trust())).rejects.toThrow(reason(reasonCode));
  });

  it('refuse a summary of the same model moved to another head', async () => {
    const other = await evaluation(HEAD_B);
    await store.recordEvaluation(a);
    branch.tamper(evaluationPaths(a).summary, () => other.summary);

    await expect(store.readEvaluation(subject, HEAD_A, trust())).rejects.toThrow(reason('decision-mismatch'));
  });

  it('refuse keys that are not trusted now', async () => {
    await store.recordEvaluation(a);

    await expect(store.readEvaluation(subject, HEAD_A, trust(newKey()))).rejects.toThrow(reason('signature-invalid'));
  });
});

describe('announcements', () => {
  const tupleA = tupleOf(a);
  const tupleB = tupleOf(b);
  const digestA = tupleDigest(tupleA);

  it('keep the time of the first', async () => {
    const first = await store.announceReady(subject, tupleA);
    now = new Date(now.getTime() + 60_000);
    const second = await store.announceReady(subject, tupleA);

    expect(second).toEqual(first);
    expect(branch.commits).toHaveLength(1);
    expect(await store.readReady(subject, digestA)).toEqual({ tuple: digestA, at: new Date('2026-01-02T10:00:00Z') });
  });

  it.each<[string, () => Promise<unknown>, boolean]>([
    ['the same tuple is evaluated again', () => store.recordEvaluation(a), true],
    ['the same tuple is approved', () => store.recordApproval(subject, tupleA, []), true],
    ['the same head is refused for a while', () => store.recordRefusal(subject, HEAD_A, 'evaluation-error'), true],
    ['another pull request moves', () => store.announceReady({ ...subject, pullRequest: 4 }, tupleB), true],
    [
      'another model of the pull request moves',
      () => store.announceReady({ ...subject, model: 'other' }, tupleB),
      true,
    ],
    ['another tuple is announced', () => store.announceReady(subject, tupleB), false],
    ['another head is evaluated', () => store.recordEvaluation(b), false],
    ['another head is refused', () => store.recordRefusal(subject, HEAD_B, 'decision-missing'), false],
  ])('after "%s" hold: %#', async (_, event, holds) => {
    await store.recordEvaluation(a);
    await store.announceReady(subject, tupleA);
    await event();

    expect((await store.readReady(subject, digestA)) !== null).toBe(holds);
  });

  it('of a tuple that returns get a new time', async () => {
    await store.announceReady(subject, tupleA);
    await store.announceReady(subject, tupleB);
    now = new Date(now.getTime() + 60_000);

    const again = await store.announceReady(subject, tupleA);

    expect(again.at).toEqual(now);
    expect(await kinds()).toEqual(['ready', 'ready', 'ready']);
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

  it('are stored by model digest and merged commit, and the first stays', async () => {
    const first = await authorise();
    const stored = await store.recordAuthorisation(first, trust());
    const again = await store.recordAuthorisation(await authorise(new Date(99_000)), trust());

    expect(stored).toMatchObject({
      bundle: first.bundle,
      path: `authorisations/${hexOf(a.modelDigest)}/${MERGED}.json`,
      authorisation: { modelDigest: a.modelDigest, mergedSha: MERGED, approvals: [approval] },
    });
    expect(again.bundle).toBe(first.bundle);
    expect(await kinds()).toEqual(['authorised']);
    expect(await store.readAuthorisation(a.modelDigest, HEAD_B, trust())).toBeNull();
    expect(await store.readAuthorisation(b.modelDigest, MERGED, trust())).toBeNull();
  });

  it('are refused when signed by an unknown key, moved, or something else', async () => {
    const first = await authorise();
    const path = `authorisations/${hexOf(a.modelDigest)}/${MERGED}.json`;
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
      await expect(store.readAuthorisation(a.modelDigest, MERGED, trust())).rejects.toThrow(reason(code));
    }
    branch.tamper(signaturePath, () => first.modelSignature);
    const moved = await authorise(new Date(0), HEAD_B);
    branch.tamper(path, () => moved.bundle);
    await expect(store.readAuthorisation(a.modelDigest, MERGED, trust())).rejects.toThrow(reason('not-authorised'));
    branch.tamper(path, () => a.summary);
    await expect(store.readAuthorisation(a.modelDigest, MERGED, trust())).rejects.toThrow(reason('not-authorised'));
  });
});

describe('writing', () => {
  const use = { model: MODEL, modelDigest: sha256('model'), facts: { version: 'v1.0.0' } };

  it('reads again and goes on after another writer', async () => {
    const other = new EvidenceStore({ branch, clock: { now: () => new Date(now) } });
    let raced = false;
    branch.beforeAppend = async () => {
      if (raced) return;
      raced = true;
      await other.recordUse('published', use);
    };

    await store.recordEvaluation(a);

    expect(await kinds()).toEqual(['published', 'decision']);
    expect(await store.readEvaluation(subject, HEAD_A, trust())).not.toBeNull();
  });

  it('writes once when the other writer wrote the same', async () => {
    const other = new EvidenceStore({ branch, clock: { now: () => new Date(now) } });
    let raced = false;
    branch.beforeAppend = async () => {
      if (raced) return;
      raced = true;
      await other.recordEvaluation(a);
    };

    await store.recordEvaluation(a);

    expect(await kinds()).toEqual(['decision']);
  });

  it('gives up after ten lost attempts', async () => {
    let attempts = 0;
    branch.beforeAppend = () => {
      attempts += 1;
      branch.commits.push(String(attempts).padStart(40, '0'));
      return Promise.resolve();
    };

    await expect(store.recordUse('deployed', use)).rejects.toThrow(expect.objectContaining({ code: 'service' }));
    expect(attempts).toBe(10);
  });

  it('repeats a refusal or approval only when something else came between', async () => {
    const tuple = tupleOf(a);
    const approvals: Approval[] = [
      { role: 'validator', userId: 7, login: 'v', reviewId: 70, tuple: tupleDigest(tuple) },
    ];
    await store.recordRefusal(subject, HEAD_A, 'decision-missing');
    await store.recordRefusal(subject, HEAD_A, 'decision-missing');
    await store.recordRefusal(subject, HEAD_A, 'evaluation-error');
    expect(await store.readRefusal(subject, HEAD_A)).toBe('evaluation-error');
    expect(await store.readRefusal(subject, HEAD_B)).toBeNull();
    await store.recordApproval(subject, tuple, approvals);
    expect(await store.readRefusal(subject, HEAD_A)).toBeNull();
    await store.recordApproval(subject, tuple, approvals);
    await store.recordApproval(subject, tuple, []);

    expect(await kinds()).toEqual(['refused', 'refused', 'approved', 'approved']);
  });
});
