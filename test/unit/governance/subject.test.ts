import type { PullRequest, WorkflowRun } from '@gatehouse/core';
import { resolveSubject, type SubjectPorts } from '@gatehouse/governance';
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
  merged: false,
  mergeCommitSha: null,
  open: true,
  fromFork: false,
  url: 'https://github.localhost/bank/model/pull/1',
};

function ports(run: Partial<WorkflowRun>, pulls: readonly Partial<PullRequest>[]): SubjectPorts {
  const unused = (): never => {
    throw new Error('not expected here');
  };
  const files = new Map([
    ['gatehouse.yml', EXAMPLE_POLICY],
    ['governance/keys/governance.pem', EXAMPLE_KEY],
  ]);
  return {
    runs: {
      get: async () => ({ ...RUN, ...run }),
      listForHead: unused,
      artifacts: unused,
      artifact: unused,
      download: unused,
    },
    pulls: {
      ofCommit: async () => pulls.map((pull, index) => ({ ...PULL, number: index + 1, ...pull })),
      get: unused,
      listOpen: unused,
      changedFiles: unused,
      commits: unused,
      reviews: unused,
    },
    contents: {
      defaultBranch: async () => 'main',
      branchHead: async () => MAIN,
      readFile: async (path) => new TextEncoder().encode(files.get(path) ?? ''),
      listFiles: unused,
    },
  };
}

const request = { runId: 11, model: 'mortgage-approval' };

describe('resolveSubject', () => {
  it('finds the one open pull request of the head and the policy of the default branch', async () => {
    const subject = await resolveSubject(ports({}, [{}]), request);

    expect(subject).toMatchObject({ headSha: HEAD, pull: { number: 1 }, policy: { commit: MAIN } });
  });

  it('is not disturbed by a fork that carries the same commit', async () => {
    const subject = await resolveSubject(ports({}, [{}, { fromFork: true }]), request);

    expect(subject.pull.number).toBe(1);
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
  ])('refuses %s', async (_, run, pulls, reasonCode) => {
    await expect(resolveSubject(ports(run, pulls), request)).rejects.toMatchObject({ code: 'refused', reasonCode });
  });
});
