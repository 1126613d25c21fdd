import { runRecord } from '@gatehouse/attest';
import type { Account, WorkflowRun } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { trainedBy } from '../../../actions/decide/src/trained-by.ts';

const REPOSITORY = 'https://github.localhost/bank/models';
const account = (id: number): Account => ({ id, login: `user-${id}`, type: 'User' });

function run(id: number, actor: number, restarted = actor): WorkflowRun {
  return {
    id,
    headSha: 'a'.repeat(40),
    headBranch: 'change',
    event: 'pull_request',
    name: 'train',
    path: '.github/workflows/train.yml',
    createdAt: new Date(0),
    actor: account(actor),
    triggeringActor: account(restarted),
    conclusion: 'success',
    fromFork: false,
    pullRequestNumbers: [],
  };
}

/** Ids of those who trained, when the candidate's files say so. */
async function trainers(claims: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const bytes = new Map(Object.entries(claims).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const people = await trainedBy(
    { get: async (id) => run(id, 100 + id, 200 + id) },
    { run: run(20, 1, 2) },
    { candidate: { claims: bytes }, repositoryUrl: REPOSITORY },
  );
  return people.map(({ id }) => id);
}

/** A run record with as much as says which run it is of. */
function recordOf(invocationId: string): string {
  const digest = `sha256:${'0'.repeat(64)}` as const;
  const statement = runRecord({
    model: 'fraud',
    modelDigest: digest,
    omsRootDigest: digest,
    candidateKey: null,
    reusedFrom: null,
    command: ['node', 'train.mjs'],
    repository: REPOSITORY,
    commit: 'a'.repeat(40),
    ref: 'refs/heads/change',
    datasets: [],
    baseModels: [],
    lockfiles: [],
    image: null,
    seeds: {},
    hardware: { platform: 'linux-x64', cpuModel: null, cpuCount: 1, memoryBytes: 1, gpus: [] },
    energyJoules: null,
    builderId: `${REPOSITORY}/actions/workflows/train`,
    invocationId,
    runnerEnvironment: 'unknown',
    startedOn: new Date(0),
    finishedOn: new Date(0),
  });
  return JSON.stringify(statement);
}

describe('trainedBy', () => {
  it('names who started and who restarted the run', async () => {
    expect(await trainers({ 'run-record.json': 'anything' })).toEqual([1, 2]);
  });

  it.each(['', '/attempts/3'])('adds those of the run that a reused candidate comes from%s', async (attempt) => {
    const claim = recordOf(`${REPOSITORY}/actions/runs/7${attempt}`);

    expect(await trainers({ 'first-run-record.json': claim })).toEqual([1, 2, 107, 207]);
  });

  it.each([
    ['of another repository', 'https://github.localhost/bank/other/actions/runs/7'],
    ['that is no run', `${REPOSITORY}/actions/runs/7/../8`],
    ['without a number', `${REPOSITORY}/actions/runs/`],
  ])('refuses a claim %s', async (_, invocationId) => {
    const claim = recordOf(invocationId);

    await expect(trainers({ 'first-run-record.json': claim })).rejects.toMatchObject({
      reasonCode: 'evaluation-error',
    });
  });

  it.each(['', '{}', 'not JSON'])('refuses the claim %j, which says nothing', async (claim) => {
    await expect(trainers({ 'first-run-record.json': claim })).rejects.toMatchObject({
      reasonCode: 'evaluation-error',
    });
  });
});
