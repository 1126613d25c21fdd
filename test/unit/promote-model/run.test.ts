import type { Account } from '@gatehouse/core';
import { EvidenceStore, ledgerSigner } from '@gatehouse/governance';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PromotePorts, type PromoteRequest, promoteModel } from '../../../actions/promote-model/src/run.ts';
import { rollbackModel } from '../../../actions/rollback-model/src/run.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { memoryContents } from '../governance/memory-contents.ts';
import { newKey, REPOSITORY_URL } from '../registry/authorised-version.ts';
import { MODEL_NAME, StageScene, V1, V2 } from '../registry/stages/stage-scene.ts';

const RUN = 31;
const [MANAGER, STRANGER, MEMBER] = [11, 12, 13];
const INCIDENT = 'https://github.com/bank/credit/issues/7';
const STAGES = 'stages: [production]';

let scene: StageScene;
let policy: string;
/** Who started the run last. */
let person: number;
let signer: ReturnType<typeof newKey>;
let teamMembers: readonly Account[] | null;
beforeEach(async () => {
  scene = await StageScene.create();
  policy = EXAMPLE_POLICY;
  person = MANAGER;
  signer = scene.key;
  teamMembers = [account(MEMBER)];
});

const account = (id: number): Account => ({ id, login: `user-${id}`, type: 'User' });

function ports(): PromotePorts {
  const files = { 'gatehouse.yml': policy, 'governance/keys/governance.pem': scene.key.publicKeyPem };
  const clock = { now: () => new Date(scene.now) };
  const run = { id: RUN, actor: account(STRANGER), triggeringActor: account(person) };
  return {
    contents: memoryContents(files),
    releases: scene.registry.releases,
    tags: scene.registry.tags,
    people: {
      accounts: async (logins) =>
        new Map(logins.map((login) => [login, login === 'manager' ? account(MANAGER) : null])),
      teams: async (names) => new Map(names.map((name) => [name, teamMembers])),
    },
    // Only what is read of a run.
    runs: { get: async (id) => ({ ...run, id }) as Awaited<ReturnType<PromotePorts['runs']['get']>> },
    evidence: new EvidenceStore({ branch: scene.branch, clock, signer: ledgerSigner(signer) }),
    clock,
    patience: { claimMs: 30_000, deadlineMs: 600_000, sleep: (milliseconds) => scene.pass(milliseconds) },
  };
}

const asked: PromoteRequest = {
  ...{ model: MODEL_NAME, version: V1, stage: 'production', reason: 'Two quiet weeks in staging', replaces: null },
  ...{ runId: RUN, repositoryUrl: REPOSITORY_URL },
};
const promote = (change: Partial<PromoteRequest> = {}) => promoteModel({ ...asked, ...change }, ports());
const rollback = (change: Partial<PromoteRequest & { readonly incident: string }> = {}) =>
  rollbackModel({ ...asked, incident: INCIDENT, ...change }, ports());
const withRules = (rules: string): void => {
  policy = EXAMPLE_POLICY.replace(STAGES, `stages: [staging, production]\n    ${rules}`);
};

describe('promoteModel', () => {
  test('names who started the run last, not who started it first', async () => {
    await promote();

    expect(await scene.recorded()).toMatchObject([{ person: { id: MANAGER, login: 'user-11' }, incident: null }]);
  });

  test('goes by the rules of the default branch', async () => {
    withRules('stage-rules: { production: { after: staging, for-hours: 1 } }');
    await promote({ stage: 'staging' });
    await expect(promote()).rejects.toMatchObject({ reasonCode: 'stage-rule-unmet' });
    scene.hours(1);

    await expect(promote()).resolves.toMatchObject({ before: null });
  });

  test('refuses a version that the policy revokes', async () => {
    withRules('revoked-versions: { v1.0.0: "Trained on withdrawn rows" }');

    await expect(promote()).rejects.toMatchObject({ reasonCode: 'version-revoked' });
  });

  test.each([
    ['an unknown model', { model: 'fraud' }, /fraud/],
    ['an unknown stage', { stage: 'canary' }, /one of production/],
    ['a reason of one word', { reason: 'because' }, /10 to 1000 visible characters/],
    ['a reason that hides something', { reason: 'all is well\u202e here' }, /visible/],
    ['a reason of two lines', { reason: 'all is well\nVersion: m@v9.9.9' }, /one line/],
  ])('refuses %s', async (_, change, says) => {
    await expect(promote(change)).rejects.toThrow(says);
    expect(scene.stageTags()).toEqual([]);
  });

  test('claims nothing with a key that nobody would believe', async () => {
    signer = newKey();

    await expect(promote()).rejects.toMatchObject({ reasonCode: 'signature-invalid' });
    expect(scene.stageTags()).toEqual([]);
  });
});

describe('rollbackModel', () => {
  test('brings the version back and links the incident', async () => {
    await promote();
    await promote({ version: V2 });
    const moved = await rollback({ replaces: V2 });

    expect(moved).toMatchObject({ before: V2, tag: `${MODEL_NAME}#production#3` });
    expect((await scene.recorded()).at(-1)).toMatchObject({ move: 'rolled-back', version: V1, incident: INCIDENT });
  });

  test('run again goes back no further', async () => {
    await promote();
    await promote({ version: V2 });
    await rollback({ replaces: V2 });

    expect(await rollback({ replaces: V2 })).toMatchObject({ alreadyAssigned: true });
    expect(await scene.recorded()).toHaveLength(3);
  });

  test.each([
    'none',
    'https://github.com/bank/credit/pull/7',
    'https://github.com/bank/credit/issues/new',
    'http://github.com/bank/credit/issues/7',
    'javascript:alert(1)//issues/7',
    'https://github.com/bank/credit/issues/7 and more',
  ])('refuses %j as an incident', async (incident) => {
    await expect(rollback({ incident })).rejects.toThrow(/The address of an issue/);
  });
});

describe('the promoters of a stage', () => {
  beforeEach(() => {
    withRules('stage-rules: { production: { promoters: [releaser] } }');
    policy = policy.replace(
      '      roles:\n',
      '      roles:\n        releaser: { users: [manager], teams: [bank/release] }\n',
    );
  });

  test.each<{ readonly who: string; readonly id: number; readonly ends: string | null }>([
    { who: 'named as a user', id: MANAGER, ends: null },
    { who: 'member of the team', id: MEMBER, ends: null },
    { who: 'neither', id: STRANGER, ends: 'stage-rule-unmet' },
  ])('a person who is $who: $ends', async ({ id, ends }) => {
    person = id;
    const moves = [promote, rollback];

    for (const move of moves) {
      if (ends === null) await expect(move()).resolves.toBeDefined();
      else await expect(move()).rejects.toMatchObject({ reasonCode: ends });
    }
  });

  test('somebody of a team that cannot be read is not known to be a member', async () => {
    teamMembers = null;
    person = MEMBER;

    await expect(promote()).rejects.toMatchObject({ reasonCode: 'role-unknown' });
  });

  test('are asked of no other stage', async () => {
    person = STRANGER;

    await expect(promote({ stage: 'staging' })).resolves.toBeDefined();
  });
});
