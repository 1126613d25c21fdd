import { runRecord } from '@gatehouse/attest';
import { type Account, type BranchPull, parseConfig, type TreeFile, type WorkflowRun } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { type OriginPorts, trainedBy } from '../../../actions/decide/src/trained-by.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';

const REPOSITORY = 'https://github.localhost/bank/models';
const MODEL = 'mortgage-approval';
const account = (id: number): Account => ({ id, login: `user-${id}`, type: 'User' });
const modelConfig = Object.values(parseConfig(EXAMPLE_POLICY).models)[0] ?? expect.fail('the example has no model');

const HEAD = 'a'.repeat(40);
const RESTYLED = 'b'.repeat(40);
const RETRAINED = 'c'.repeat(40);
const REWORKED = 'd'.repeat(40);
const CONFIGURED = 'e'.repeat(40);

/** Each head differs from the own one in one file. */
function treeOf(commit: string): readonly TreeFile[] {
  const file = (path: string, otherAt: string): TreeFile => ({
    path,
    blobSha: commit === otherAt ? 'other' : 'own',
    mode: '100644',
  });
  return [
    file('.github/workflows/train.yml', REWORKED),
    file('README.md', RESTYLED),
    file('gatehouse.yml', CONFIGURED),
    file('train.mjs', RETRAINED),
  ];
}

function run(id: number, actor: number, changed: Partial<WorkflowRun> = {}): WorkflowRun {
  return {
    id,
    headSha: HEAD,
    headBranch: 'change',
    event: 'pull_request',
    name: 'train',
    path: '.github/workflows/train.yml',
    createdAt: new Date('2026-11-23T09:00:00Z'),
    actor: account(actor),
    triggeringActor: account(100 + actor),
    conclusion: 'success',
    fromFork: false,
    pullRequestNumbers: [],
    ...changed,
  };
}

const PULL: BranchPull = {
  number: 3,
  headSha: HEAD,
  baseRef: 'main',
  fromFork: false,
  createdAt: new Date('2026-11-23T08:00:00Z'),
  closedAt: null,
  baseChangedAt: null,
};

interface Given {
  /** What the run that the candidate comes from was. */
  readonly earlier?: Partial<WorkflowRun>;
  readonly pulls?: readonly BranchPull[];
  /** The configuration of the own head. */
  readonly config?: string | null;
}

/** Ids of those who trained, when the candidate's files say so. */
async function trainers(claims: Readonly<Record<string, string>>, given: Given = {}): Promise<readonly number[]> {
  const bytes = new Map(Object.entries(claims).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const { config = EXAMPLE_POLICY } = given;
  const ports: OriginPorts = {
    runs: { get: async (id) => run(id, id, given.earlier) },
    pulls: { ofBranch: async () => ({ pulls: given.pulls ?? [PULL], complete: true }) },
    contents: {
      listFiles: async (commit) => treeOf(commit),
      readFile: async () => (config === null ? null : new TextEncoder().encode(config)),
    },
  };
  const people = await trainedBy(
    ports,
    { run: run(20, 1), pull: { ...PULL, ...UNUSED }, headSha: HEAD, model: MODEL, modelConfig },
    { candidate: { claims: bytes }, repositoryUrl: REPOSITORY },
  );
  return people.map(({ id }) => id);
}

const UNUSED = {
  author: account(1),
  headRef: 'change',
  baseSha: HEAD,
  draft: false,
  merged: false,
  mergedAt: null,
  mergeCommitSha: null,
  open: true,
  url: `${REPOSITORY}/pull/3`,
};

/** A run record with as much as says which run it is of. */
function recordOf(invocationId: string, reusedFrom: number | null = null): string {
  const digest = `sha256:${'0'.repeat(64)}` as const;
  const statement = runRecord({
    model: 'fraud',
    modelDigest: digest,
    omsRootDigest: digest,
    candidateKey: null,
    reusedFrom: reusedFrom === null ? null : { runId: reusedFrom, artifactId: 1 },
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

const invocation = (id: number): string => `${REPOSITORY}/actions/runs/${id}`;
const TRAINED = { 'run-record.json': recordOf(invocation(20)) };
const REUSED = { 'run-record.json': recordOf(invocation(20), 8), 'first-run-record.json': recordOf(invocation(7)) };

describe('trainedBy', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['says that it was trained there', TRAINED],
    ['says nothing', {}],
    ['names its own run as the first', { ...TRAINED, 'first-run-record.json': recordOf(invocation(20)) }],
  ])('names who started and who restarted the run when its candidate %s', async (_, claims) => {
    expect(await trainers(claims)).toEqual([1, 101]);
  });

  it.each(['', '/attempts/3'])('adds those of the run that a reused candidate comes from%s', async (attempt) => {
    const claim = recordOf(`${invocation(7)}${attempt}`);

    expect(await trainers({ 'first-run-record.json': claim })).toEqual([1, 101, 7, 107]);
  });

  it('adds those of the run that it was taken from, and those of the run that trained it', async () => {
    expect(await trainers(REUSED)).toEqual([1, 101, 8, 108, 7, 107]);
    expect(await trainers({ 'run-record.json': recordOf(invocation(20), 8) })).toEqual([1, 101, 8, 108]);
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

  describe.each(['run-record.json', 'first-run-record.json'])('of a claim in %s', (file) => {
    it.each(['', '{}', 'not JSON'])('refuses %j, which says nothing', async (claim) => {
      await expect(trainers({ [file]: claim })).rejects.toMatchObject({ reasonCode: 'evaluation-error' });
    });
  });
});

describe('a candidate that was reused', () => {
  it('counts when the earlier head differs in nothing that it is made from', async () => {
    expect(await trainers(REUSED, { earlier: { headSha: RESTYLED } })).toHaveLength(6);
  });

  it.each<[string, Given]>([
    ['another training script', { earlier: { headSha: RETRAINED } }],
    ['another workflow', { earlier: { headSha: REWORKED } }],
    ['another configuration', { earlier: { headSha: CONFIGURED } }],
    ['another branch', { earlier: { headBranch: 'other' } }],
    ['another workflow file', { earlier: { path: '.github/workflows/mine.yml' } }],
    ['another event', { earlier: { event: 'push' } }],
    ['a fork', { earlier: { fromFork: true } }],
    ['a time before the pull request', { earlier: { createdAt: new Date('2026-11-23T07:59:59Z') } }],
    ['another base', { pulls: [PULL, { ...PULL, number: 4, baseRef: 'evil-base' }] }],
    ['a head whose configuration is gone', { config: null }],
    ['a head whose configuration has faults', { config: 'version: 0' }],
    ['a head whose configuration lacks the model', { config: EXAMPLE_POLICY.replace(MODEL, 'another-model') }],
  ])('is refused when it comes from %s', async (_, given) => {
    await expect(trainers(REUSED, given)).rejects.toMatchObject({ code: 'refused', reasonCode: 'evaluation-error' });
    expect(await trainers(TRAINED, given)).toEqual([1, 101]);
  });

  it('is refused when the head takes files out of what the model is made from, to change them unseen', async () => {
    const narrowed = EXAMPLE_POLICY.replace(/^( *)paths:.*$/m, '$1paths: [README.md]');

    expect(narrowed).not.toBe(EXAMPLE_POLICY);
    await expect(trainers(REUSED, { config: narrowed, earlier: { headSha: RETRAINED } })).rejects.toMatchObject({
      reasonCode: 'evaluation-error',
    });
  });
});
