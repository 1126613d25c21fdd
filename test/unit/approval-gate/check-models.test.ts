import type { GovernanceCheck, PullRequest, WorkflowRun } from '@gatehouse/core';
import { EvidenceStore } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { type CheckPorts, checkPullRequest } from '../../../actions/approval-gate/src/check.ts';
import { EXAMPLE_KEY, EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { MemoryEvidenceBranch } from '../governance/memory-evidence-branch.ts';

const HEAD = 'a'.repeat(40);
const account = { id: 7, login: 'ml-engineer', type: 'User' } as const;
const RUN: WorkflowRun = {
  id: 11,
  headSha: HEAD,
  headBranch: 'change',
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
  headRef: 'change',
  baseRef: 'main',
  merged: false,
  mergeCommitSha: null,
  open: true,
  fromFork: false,
  url: 'https://github.localhost/bank/models/pull/1',
};

/** The example's policy with its model a second time, under another name and with files of its own. */
function twoModels(): string {
  const at = EXAMPLE_POLICY.indexOf('  mortgage-approval:');
  const second = EXAMPLE_POLICY.slice(at)
    .replace('  mortgage-approval:', '  card-limit:')
    .replace('paths: ["*.mjs", "lib/**", "data/**"]', 'paths: ["cards/**"]');
  return `${EXAMPLE_POLICY}\n${second}`;
}

async function checkOf(policy: string, changedFiles: readonly string[], reasonCode?: string): Promise<GovernanceCheck> {
  const posted: GovernanceCheck[] = [];
  const unused = (): never => {
    throw new Error('not expected here');
  };
  const files = new Map([
    ['gatehouse.yml', policy],
    ['governance/keys/governance.pem', EXAMPLE_KEY],
  ]);
  const ports: CheckPorts = {
    runs: {
      get: async () => RUN,
      listForHead: async () => [RUN],
      artifacts: unused,
      artifact: unused,
      download: unused,
    },
    pulls: {
      ofCommit: async () => [PULL],
      changedFiles: async () => changedFiles,
      get: unused,
      listOpen: unused,
      commits: unused,
      reviews: unused,
    },
    contents: {
      defaultBranch: async () => 'main',
      branchHead: async () => 'b'.repeat(40),
      readFile: async (path) => new TextEncoder().encode(files.get(path) ?? ''),
      listFiles: unused,
    },
    pushes: { pushers: unused },
    people: { permission: unused, account: unused, teamMembers: unused },
    checks: {
      post: async (check) => {
        posted.push(check);
        return { url: 'https://github.localhost/check' };
      },
      announcedAt: unused,
    },
    evidence: new EvidenceStore({ branch: new MemoryEvidenceBranch(), clock: { now: () => new Date() } }),
  };
  await checkPullRequest(
    {
      model: 'mortgage-approval',
      runId: 11,
      reasonCode,
      repositoryUrl: 'https://github.localhost/bank/models',
      detailsUrl: 'https://github.localhost/bank/models/actions/runs/12',
    },
    ports,
  );
  const [check] = posted;
  if (check === undefined) throw new Error('nothing was posted');
  return check;
}

describe('a policy with two models, in a workflow that names one', () => {
  it('is green when no file of either changed', async () => {
    expect(await checkOf(twoModels(), ['README.md'])).toMatchObject({ state: 'success' });
  });

  it.each([
    ['the model it names', ['train.mjs'], 'Waiting'],
    ['the other model', ['cards/train.py'], 'card-limit'],
    ['both', ['train.mjs', 'cards/train.py'], 'Waiting'],
    ['the rules of both', ['gatehouse.yml'], 'Waiting'],
    ['a workflow whose name holds a line separator', ['.github/workflows/tidy\u2028.yml'], 'Waiting'],
  ])('is not green when files of %s changed and nothing was decided', async (_, files, words) => {
    const check = await checkOf(twoModels(), files);

    expect(check.state).toBe('waiting');
    expect(`${check.title}\n${check.summary}`).toContain(words);
  });

  it('is as red as its worst model, and says whose fault it is', async () => {
    const check = await checkOf(twoModels(), ['train.mjs', 'cards/train.py'], 'predictions-refused');

    expect(check).toMatchObject({ state: 'failure' });
    expect(check.title).toContain('mortgage-approval');
    expect(check.title).toContain('predictions-refused');
  });
});
