import type { BranchPull, PullRequest, TreeView, WorkflowRun } from '@gatehouse/core';
import { type PullsOfRun, pullOfRun, resolveSubject, type SubjectPorts } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_KEY, EXAMPLE_POLICY } from './example-policy.ts';

const HEAD = 'a'.repeat(40);
const MAIN = 'b'.repeat(40);
const account = { id: 7, login: 'ml-engineer', type: 'User' } as const;

const RUN: WorkflowRun = {
  id: 11,
  headSha: HEAD,
  headBranch: 'first-model',
  event: 'pull_request',
  name: 'train',
  path: '.github/workflows/train.yml',
  createdAt: new Date('2026-11-23T08:00:00Z'),
  actor: account,
  triggeringActor: account,
  conclusion: 'success',
  fromFork: false,
  pullRequestNumbers: [],
};

const PULL: PullRequest = {
  number: 1,
  author: account,
  headSha: HEAD,
  headRef: 'first-model',
  baseRef: 'main',
  baseSha: MAIN,
  draft: false,
  merged: false,
  mergedAt: null,
  mergeCommitSha: null,
  open: true,
  fromFork: false,
  url: 'https://github.localhost/bank/model/pull/1',
};

const OF_BRANCH: BranchPull = {
  number: 1,
  headSha: HEAD,
  baseRef: 'main',
  fromFork: false,
  createdAt: new Date('2026-11-23T07:00:00Z'),
  closedAt: null,
  baseChangedAt: null,
};

const pulls = (changes: readonly Partial<PullRequest>[]): PullsOfRun => ({
  ofHead: changes.map((change, index) => ({ ...PULL, number: index + 1, ...change })),
  ofBranch: { pulls: [OF_BRANCH], complete: true },
});

describe('pullOfRun', () => {
  it.each<[string, readonly Partial<PullRequest>[]]>([
    ['the one open pull request of the head', [{}]],
    ['it beside a fork that carries the same commit', [{}, { fromFork: true }]],
    ['it beside one with a newer head', [{}, { headSha: MAIN }]],
    ['a draft', [{ draft: true }]],
  ])('finds %s', (_, found) => {
    expect(pullOfRun(RUN, pulls(found), 'main').number).toBe(1);
  });

  it.each<[string, Partial<WorkflowRun>, readonly Partial<PullRequest>[], string]>([
    ['a run of a fork', { fromFork: true }, [{ fromFork: true }], 'fork-needs-sponsor'],
    ['a run of a fork with a head of ours', { fromFork: true }, [{}, { fromFork: true }], 'head-moved'],
    ['no pull request', {}, [], 'head-moved'],
    ['a pull request with a newer head', {}, [{ headSha: MAIN }], 'head-moved'],
    ['a closed pull request', {}, [{ open: false }], 'head-moved'],
    ["a base branch of the author's own", {}, [{ baseRef: 'lenient' }], 'head-moved'],
    ['a run that a push started', { event: 'push' }, [{}], 'head-moved'],
    ['a second pull request onto another base', {}, [{}, { baseRef: 'lenient' }], 'head-shared'],
    ['two pull requests onto the default branch', {}, [{}, {}], 'head-shared'],
    ['a run of another branch with the same head', { headBranch: 'other' }, [{}], 'head-moved'],
    ['a run without a branch', { headBranch: null }, [{}], 'head-moved'],
  ])('refuses %s', (_, run, found, reasonCode) => {
    const refused = (): unknown => pullOfRun({ ...RUN, ...run }, pulls(found), 'main');

    expect(refused).toThrow(expect.objectContaining({ code: 'refused', reasonCode }));
  });
});

it.each<[string, Partial<BranchPull>, string]>([
  ['was closed', { number: 2, baseRef: 'evil', closedAt: new Date('2026-11-23T08:30:00Z') }, 'head-shared'],
  ['was retargeted', { number: 2, baseChangedAt: new Date('2026-11-23T08:30:00Z') }, 'head-shared'],
  ['is this one', { number: 1, baseChangedAt: new Date('2026-11-23T08:30:00Z') }, 'base-changed'],
])('refuses a run that a pull request onto another base may have started, which %s', (_, other, reasonCode) => {
  const ofBranch = other.number === 1 ? [{ ...OF_BRANCH, ...other }] : [OF_BRANCH, { ...OF_BRANCH, ...other }];
  const refused = (): unknown =>
    pullOfRun(RUN, { ...pulls([{}]), ofBranch: { pulls: ofBranch, complete: true } }, 'main');

  expect(refused).toThrow(expect.objectContaining({ code: 'refused', reasonCode }));
});

describe('resolveSubject', () => {
  it('finds the pull request and the policy of the one commit that the default branch had', async () => {
    const files = new Map([
      ['gatehouse.yml', EXAMPLE_POLICY],
      ['governance/keys/governance.pem', EXAMPLE_KEY],
    ]);
    const read = (paths: readonly string[] = [], folders: readonly string[] = []): TreeView => ({
      files: new Map(paths.map((path) => [path, new TextEncoder().encode(files.get(path) ?? '')])),
      folders: new Map(folders.map((folder) => [folder, new Map()])),
    });
    const asked: string[] = [];
    const ports = {
      runs: { get: async () => RUN },
      pulls: { ofCommit: async () => [PULL], ofBranch: async () => ({ pulls: [OF_BRANCH], complete: true }) },
      contents: {
        readTip: async (wanted: Parameters<SubjectPorts['contents']['readTip']>[0]) => ({
          ...read(wanted.files, wanted.folders),
          branch: 'main',
          commit: MAIN,
        }),
        readAt: async (commit: string, wanted: Parameters<SubjectPorts['contents']['readAt']>[1]) => {
          asked.push(commit);
          return read(wanted.files, wanted.folders);
        },
        listFiles: async (commit: string) => {
          asked.push(commit);
          return [];
        },
      },
    };

    const subject = await resolveSubject(ports, { runId: 11, model: 'mortgage-approval' });

    expect(subject).toMatchObject({ headSha: HEAD, pull: { number: 1 }, policy: { commit: MAIN } });
    expect(asked).toEqual([MAIN, MAIN]);
  });
});
