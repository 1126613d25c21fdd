import { ActionError } from '@gatehouse/core';
import { createGitHub } from '@gatehouse/github';
import { createStageLedger, EvidenceStore, ledgerSigner, verifyVersionStatements } from '@gatehouse/governance';
import { type MovedStage, moveStage, parseGtoTag, stageFindings } from '@gatehouse/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../local-github/world.ts';
import { MODEL_NAME, newKey, publishAuthorised, REPOSITORY_URL } from '../authorised-version.ts';
import { digestOf, planned } from '../plans.ts';

const RUNS = 50;
const [V1, V2] = [`${MODEL_NAME}@v1.0.0`, `${MODEL_NAME}@v1.1.0`];

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(async () => world.close());

test('of 50 promotions of two versions at once, each counter has one winner, and who lost knows to whom', async () => {
  const { github, repository, owner, sha } = world;
  repository.immutableReleases = true;
  const key = newKey();
  const trust = { kind: 'key' as const, keys: [{ id: 'k', publicKeyPem: key.publicKeyPem, revoked: false }] };
  const token = github.admin.createToken(owner);
  const connect = () => createGitHub({ token, apiUrl: github.apiUrl, owner: 'bank', repo: 'credit' });
  const files = [planned('model.safetensors', 'newer weights')];
  await publishAuthorised(connect(), { tag: V1, commit: sha }, { key });
  await publishAuthorised(connect(), { tag: V2, commit: sha, files, modelDigest: digestOf(files) }, { key });
  const clock = { now: () => new Date() };
  const sleep = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200));
  /** As a process of its own would: nothing is shared but GitHub. */
  const promote = (version: string): Promise<MovedStage> => {
    const ports = connect();
    const evidence = new EvidenceStore({
      branch: ports.evidence(),
      clock,
      signer: ledgerSigner(key),
      patience: { deadlineMs: 100_000, sleep, random: Math.random },
    });
    return moveStage(
      {
        ...{ move: 'promoted', model: MODEL_NAME, stages: ['production'], stage: 'production', version },
        ...{ replaces: null, reason: 'All at once', incident: null, person: { id: 11, login: 'manager' } },
        policy: { rule: undefined, revoked: {} },
      },
      {
        ...ports,
        stages: createStageLedger(evidence, trust),
        clock,
        patience: { claimMs: 60_000, deadlineMs: 100_000, sleep },
        verifyStatements: async (found) => {
          await verifyVersionStatements(trust, found, { repositoryUrl: REPOSITORY_URL, model: MODEL_NAME });
        },
      },
    );
  };

  const results = await Promise.allSettled(Array.from({ length: RUNS }, (_, n) => promote(n % 2 === 0 ? V1 : V2)));

  const ports = connect();
  const reader = new EvidenceStore({ branch: ports.evidence(), clock, signer: null });
  const recorded = await createStageLedger(reader, trust).read(MODEL_NAME);
  const names = await ports.tags.names(`${MODEL_NAME}#`);
  const annotated = await ports.tags.list(`${MODEL_NAME}#`);
  const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));

  expect(recorded.length).toBeGreaterThan(0);
  expect(new Set(recorded.map(({ counter }) => counter)).size).toBe(recorded.length);
  expect(names.map((name) => parseGtoTag(name)?.counter).toSorted()).toEqual(
    recorded.map(({ counter }) => counter).toSorted(),
  );
  expect(stageFindings(MODEL_NAME, recorded, { names, annotated })).toEqual([]);
  expect(won.length + lost.length).toBe(RUNS);
  expect(won.length).toBeGreaterThan(0);
  const versionOf = new Map(recorded.map((stage) => [`${MODEL_NAME}#production#${stage.counter}`, stage.version]));
  for (const { tag, stage } of won) expect(versionOf.get(tag)).toBe(stage.version);
  for (const error of lost) {
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({ reasonCode: 'stage-moved' });
    expect(error.message).toMatch(/#production#\d+ brought mortgage-approval@v1\.[01]\.0 there, asked for by manager/);
  }
  expect(github.violations()).toEqual([]);
}, 150_000);
