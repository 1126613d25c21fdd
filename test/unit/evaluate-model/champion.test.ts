import { parseConfig, type RecordedStage, sha256 } from '@gatehouse/core';
import { modelOf } from '@gatehouse/governance';
import { stageTagMessage } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { evaluateChampion } from '../../../actions/evaluate-model/src/champion.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { MODEL_NAME, newKey, publishAuthorised, REPOSITORY_URL } from '../registry/authorised-version.ts';
import { FakeRegistry } from '../registry/fake-registry.ts';
import { COMMIT, OTHER_COMMIT } from '../registry/plans.ts';

const key = newKey();
const config = parseConfig(Buffer.from(EXAMPLE_POLICY), 'gatehouse.yml');
const subject = {
  model: MODEL_NAME,
  modelConfig: modelOf({ config }, MODEL_NAME),
  policy: {
    commit: COMMIT,
    digest: sha256('policy'),
    config,
    keys: [{ id: 'governance', publicKeyPem: key.publicKeyPem, revoked: false }],
    waivers: [],
    emergencies: [],
  },
};
const PREDICTIONS = Buffer.from('id,prediction,score\n');

async function evaluate(
  signed: Parameters<typeof publishAuthorised>[2] | null,
  said: Partial<RecordedStage> = {},
): Promise<{ readonly evaluation: Awaited<ReturnType<typeof evaluateChampion>>; readonly judged: number }> {
  const registry = new FakeRegistry();
  const recorded: RecordedStage[] = [];
  if (signed !== null) {
    const plan = await publishAuthorised(registry, {}, signed);
    const { tag, commit, modelDigest } = plan;
    registry.storedTags.push({ name: `${MODEL_NAME}#production#1`, commit, message: stageTagMessage(tag, 'why') });
    recorded.push({
      ...{ seq: 1, at: '2026-03-01T00:00:00.000Z', move: 'promoted', model: MODEL_NAME, stage: 'production' },
      ...{ counter: 1, version: tag, commit, modelDigest, release: 1, reason: 'why', incident: null, replaces: null },
      ...{ person: { id: 1, login: 'manager' }, counts: true, ...said },
    });
  }
  let judged = 0;
  const predict = async (): Promise<Uint8Array> => {
    judged += 1;
    return PREDICTIONS;
  };
  const ports = { releases: registry.releases, tags: registry.tags, stages: { read: async () => recorded } };
  const evaluation = await evaluateChampion(ports, subject, { repositoryUrl: REPOSITORY_URL, predict });
  return { evaluation, judged };
}

describe('the champion', () => {
  test('is evaluated when its release is authorised', async () => {
    const { evaluation, judged } = await evaluate({ key });

    expect(judged).toBe(1);
    expect(evaluation).toMatchObject({
      record: { state: 'evaluated', version: `${MODEL_NAME}@v1.0.0`, predictions: sha256(PREDICTIONS) },
      predictions: PREDICTIONS,
    });
  });

  test.each([
    { name: 'without an authorisation', signed: { asset: null }, reason: /without authorisation\.json/ },
    { name: 'with one by another key', signed: { key: newKey() }, reason: /unknown key/ },
    {
      name: 'with one of another repository',
      signed: { key, claim: { repositoryUrl: 'https://github.localhost/bank/other' } },
      reason: /bank\/other/,
    },
    {
      name: 'with one of another commit',
      signed: { key, claim: { mergedSha: OTHER_COMMIT } },
      reason: /authorised is b+/,
    },
  ])('$name is unavailable, and its files reach no command', async ({ signed, reason }) => {
    const { evaluation, judged } = await evaluate(signed);

    expect(judged).toBe(0);
    expect(evaluation).toEqual({
      record: { state: 'unavailable', version: `${MODEL_NAME}@v1.0.0`, reason: expect.stringMatching(reason) },
      predictions: null,
    });
  });

  test('of other bytes than the ledger says is unavailable', async () => {
    const { evaluation, judged } = await evaluate({ key }, { modelDigest: sha256('another model') });

    expect(judged).toBe(0);
    expect(evaluation.record).toMatchObject({ state: 'unavailable', reason: expect.stringMatching(/Model digest/) });
  });

  test('is none when the stage was never assigned', async () => {
    const { evaluation } = await evaluate(null);

    expect(evaluation).toEqual({ record: { state: 'none' }, predictions: null });
  });
});
