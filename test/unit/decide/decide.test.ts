import { ActionError, type Finding } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { WAIVER_TEXT } from '../governance/waivers/example-waiver.ts';
import { type DecideScene, decideScene, HEAD, MODEL, SUBJECT } from './scene.ts';

const SMALL: Finding = {
  measure: 'group-size',
  outcome: 'inconclusive',
  severity: 'block',
  reasonCode: 'insufficient-n',
  value: 12,
  message: 'group 80+ has 12 rows; policy minimum 30',
};
const WAIVER = { 'governance/waivers/small-group.yaml': WAIVER_TEXT.replace('model: fraud', `model: ${MODEL}`) };
const inconclusive: DecideScene = { against: { fairness: [SMALL] } };
const failed = (reasonCode: string, code: ActionError['code'] = 'refused'): ActionError =>
  new ActionError(
    code,
    { where: 'GitHub', found: 'x', allowed: 'y', remedy: 'z' },
    reasonCode === '' ? {} : { reasonCode },
  );

describe('an evaluation', () => {
  it('is signed and recorded with when its candidate goes', async () => {
    const world = await decideScene();

    await expect(world.decide()).resolves.toMatchObject({ kind: 'evaluated', outcome: 'pass', waivers: [] });
    const state = await world.evidence.readState({ subjects: [SUBJECT] }, await world.trustRoot());
    expect(state.history(SUBJECT).decisionOf(HEAD)).toMatchObject({
      reasonCode: null,
      people: [{ id: 7, login: 'ml-engineer', role: 'training' }],
      facts: { outcome: 'pass', runId: 11, artifactId: 100, candidateExpiresAt: '2027-02-21T12:00:00.000Z' },
    });
  });

  it('needs a decision of the drift gate of the policy', async () => {
    const batch = `      batch: { path: b.csv, digest: "sha256:${'a'.repeat(64)}", roles: [batch] }\n`;
    const text = EXAMPLE_POLICY.replace(
      /^ {4}data:\n/m,
      (line) => `${line}${batch}${batch.replace('batch', 'before')}`,
    );
    const drift = '      drift: { data: batch, reference: before }\n';
    const files = { 'gatehouse.yml': text.replace(/^ {4}gates:\n/m, (line) => `${line}${drift}`) };
    const three = await decideScene({ files, gates: ['performance', 'fairness', 'drift'] });

    await expect((await decideScene({ files })).decide()).rejects.toMatchObject({ reasonCode: 'decision-missing' });
    await expect(three.decide()).resolves.toMatchObject({ kind: 'evaluated', outcome: 'pass' });
  });

  it('that does not pass is recorded with its reason', async () => {
    const world = await decideScene(inconclusive);

    await expect(world.decide()).resolves.toMatchObject({ kind: 'evaluated', outcome: 'inconclusive' });
    expect(await world.ledger()).toEqual([['decision', 'insufficient-n']]);
  });

  it('passes by a waiver, which the summary and the ledger name', async () => {
    const world = await decideScene({ ...inconclusive, files: WAIVER });

    await expect(world.decide()).resolves.toMatchObject({
      outcome: 'pass',
      waivers: [{ id: 'small-group', ownerId: 42 }],
    });
    const trustRoot = await world.trustRoot();
    const { summary } = (await world.evidence.readEvaluation(SUBJECT, HEAD, trustRoot)) ?? {};
    expect(summary).toMatchObject({
      result: 'PASSED',
      decisions: [
        { gate: 'performance', waived: false },
        { gate: 'fairness', outcome: 'inconclusive', waived: true },
      ],
      waivers: [{ id: 'small-group', measure: 'group-size', owner: 'olivia', ownerId: 42, expiresOn: '2026-12-01' }],
    });
    const state = await world.evidence.readState({ subjects: [SUBJECT] }, trustRoot);
    expect(state.history(SUBJECT).entries.at(-1)).toMatchObject({
      kind: 'waived',
      people: [{ id: 42, login: 'olivia', role: 'waiver-owner' }],
      facts: { waiver: 'small-group', gate: 'fairness', measure: 'group-size', expiresOn: '2026-12-01' },
    });
  });

  it('is the same when it is made again', async () => {
    const world = await decideScene({ ...inconclusive, files: WAIVER });
    await world.decide();
    await world.decide();

    expect(await world.ledger()).toEqual([
      ['decision', null],
      ['waived', null],
    ]);
  });

  it('does not pass by a waiver the day after its last', async () => {
    const world = await decideScene({ ...inconclusive, files: WAIVER, today: '2026-12-02' });

    await expect(world.decide()).resolves.toMatchObject({ outcome: 'inconclusive', waivers: [] });
  });

  it.each<[string, NonNullable<DecideScene['accounts']>]>([
    ['unknown to GitHub', new Map([['olivia', null]])],
    ['a bot', new Map([['olivia', { id: 9, login: 'olivia', type: 'Bot' }]])],
    ['an organisation', new Map([['olivia', { id: 9, login: 'olivia', type: 'Organization' }]])],
    ['not answered for', new Map()],
  ])('is refused when the owner of its waiver is %s', async (_, accounts) => {
    const world = await decideScene({ ...inconclusive, files: WAIVER, accounts });

    await expect(world.decide()).rejects.toMatchObject({ reasonCode: 'waiver-invalid' });
    expect(await world.ledger()).toEqual([['refused', 'waiver-invalid']]);
  });
});

describe('a refusal', () => {
  it.each([
    ['predictions-refused', 'predictions-refused'],
    ['evaluation-failed', 'evaluation-failed'],
    ['approved', 'evaluation-error'],
    ['no-governed-file', 'evaluation-error'],
    ['anything <b>', 'evaluation-error'],
  ])('for the reason "%s" of the job before is recorded as %s', async (given, recorded) => {
    const world = await decideScene({ reasonCode: given });

    await expect(world.decide()).resolves.toEqual({ kind: 'refused', reasonCode: recorded });
    expect(await world.ledger()).toEqual([['refused', recorded]]);
  });

  it.each<[string, DecideScene, string]>([
    ['a missing decision', { gates: ['performance'] }, 'decision-missing'],
    ['a decision of another model', { modelOfDecisions: `sha256:${'0'.repeat(64)}` }, 'decision-mismatch'],
    ['a line that is no decision', { decisions: ['performance 7 x'] }, 'decision-mismatch'],
    ['too many files', { changedFiles: failed('too-many-files') }, 'too-many-files'],
    ['no answer', { changedFiles: failed('', 'service') }, 'service-unavailable'],
    ['an error that nobody foresaw', { changedFiles: new TypeError('x') }, 'decision-missing'],
  ])('after %s is recorded, and the error is the first one', async (_, scene, reasonCode) => {
    const world = await decideScene(scene);

    await expect(world.decide()).rejects.toThrow();
    expect(await world.ledger()).toEqual([['refused', reasonCode]]);
  });

  it('of lines that are no decisions does not wait for an answer of GitHub', async () => {
    const world = await decideScene({ decisions: ['performance 7 x'], run: failed('', 'service') });

    await expect(world.decide()).rejects.toMatchObject({ reasonCode: 'decision-mismatch' });
  });

  it('that cannot be recorded leaves the first error', async () => {
    const world = await decideScene({ changedFiles: failed('too-many-files') });
    world.branch.beforeAppend = () => Promise.reject(new Error('another'));

    await expect(world.decide()).rejects.toMatchObject({ reasonCode: 'too-many-files' });
  });
});

describe('a model that the pull request does not concern', () => {
  it.each<[string, DecideScene]>([
    ['without a governed file', { changedFiles: ['README.md'] }],
    ['whatever the job before says', { changedFiles: ['README.md'], reasonCode: 'evaluation-failed' }],
  ])('is left alone %s', async (_, scene) => {
    const world = await decideScene(scene);

    await expect(world.decide()).resolves.toEqual({ kind: 'not-governed' });
    expect(world.branch.commits).toEqual([]);
  });
});
