/** A pull request from a fork, whose workflows are the fork's own: it asks for secrets, a GPU and write access. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { call, git, numberField, type Person } from '../../packages/cli/src/demo/person.ts';
import { cloneOf } from '../../packages/cli/src/demo/steps/enrol.ts';
import { REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { attack } from './support/attack.ts';
import { ready } from './support/green.ts';
import { answered, gained, refusedCheck, refusedRun } from './support/observed.ts';
import {
  enrolledScene,
  FAIR_TRAINING,
  jobConclusion,
  logOf,
  type Pull,
  type Scene,
  writeFiles,
} from './support/scene.ts';

/** Every secret by every way a job may ask for one, and a write with the token of the job. */
const BAIT = `
name: bait
on: pull_request
permissions: write-all
jobs:
  secrets:
    runs-on: ubuntu-latest
    env:
      ALL: \${{ toJSON(secrets) }}
      KEY: \${{ secrets.GATEHOUSE_SIGNING_KEY }}\${{ secrets.GATEHOUSE_APP_PRIVATE_KEY }}
      TOKEN: \${{ github.token }}
    steps:
      - run: |
          node -e 'const all = JSON.parse(process.env.ALL); delete all.GITHUB_TOKEN; delete all.github_token;
          console.log("NAMES " + Object.keys(all).length + " KEY " + process.env.KEY.length)'
      - run: |
          node -e 'const api = process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY;
          const headers = { authorization: "Bearer " + process.env.TOKEN, "content-type": "application/json" };
          const post = async (path, body) => {
            const { status } = await fetch(api + path, { method: "POST", headers, body: JSON.stringify(body) });
            console.log("WRITE " + path.split("/")[1] + " " + status);
          };
          const sha = process.env.GITHUB_SHA;
          (async () => {
            await post("/check-runs", { name: "gatehouse/governance", head_sha: sha, status: "completed", conclusion: "success" });
            await post("/statuses/" + sha, { context: "gatehouse/governance", state: "success" });
            await post("/git/refs", { ref: "refs/heads/mine", sha });
          })()'
  environment:
    runs-on: ubuntu-latest
    environment: governance
    steps:
      - run: echo "inside"
`;

/** The training job without its condition: the fork asks for the organisation's GPU. */
const unguarded = (train: string): string => train.replace(/^ {4}if: .*\n/m, '');

let scene: Scene;
let plain: Pull;
let fork: Pull;
let contributor: Person;

async function openFork(): Promise<Pull> {
  const { github } = scene.world;
  const account = github.admin.createUser('contributor');
  github.admin.setCollaborator(scene.repository, account, 'read');
  contributor = { login: 'contributor', email: 'contributor@example.com', token: github.admin.createToken(account) };
  await github.admin.forkRepository(scene.repository, account);
  const clone = cloneOf(scene.world);
  await git(contributor, clone, 'checkout', '--quiet', '--detach', 'origin/main');
  await writeFiles(clone, {
    'fork.mjs': '// From outside.\n',
    '.github/workflows/bait.yml': BAIT,
    '.github/workflows/train.yml': unguarded,
  });
  await git(contributor, clone, 'add', '--all');
  await git(contributor, clone, 'commit', '--quiet', '-m', 'From a fork');
  const url = `${github.serverUrl}/contributor/mortgage-approval.git`;
  await git(contributor, clone, 'push', '--quiet', url, 'HEAD:refs/heads/idea');
  const request = { title: 'Idea', head: 'contributor:idea', base: 'main', body: 'From a fork.' };
  const path = `/repos/${REPOSITORY}/pulls`;
  const answer = await call(github.apiUrl, contributor, { method: 'POST', path, body: request });
  expect(answer.status).toBe(201);
  const head = await git(contributor, clone, 'rev-parse', 'HEAD');
  return { number: numberField(answer.body, 'number'), branch: 'idea', head };
}

beforeAll(async () => {
  scene = await enrolledScene({ files: { 'train.mjs': FAIR_TRAINING } });
  plain = await scene.openPull({ files: { 'fork.mjs': '// From inside.\n' } });
  fork = await openFork();
  await scene.idle();
});
afterAll(() => scene?.close());

describe('a pull request from a fork', () => {
  attack(
    {
      id: 'fork-asks-for-approval',
      threats: ['T1'],
      may: 'read the repository',
      does: 'opens a pull request from a fork and waits for its approval',
      refusedBy: 'check',
      reasonCodes: ['fork-needs-sponsor'],
    },
    { green: () => ready(scene, plain), attempt: () => refusedCheck(scene, fork) },
  );

  attack(
    {
      id: 'fork-asks-for-a-gpu',
      threats: ['T1', 'T10'],
      may: 'read the repository',
      does: 'removes the condition from the training workflow, to run its code on the own runners of the organisation',
      refusedBy: 'train',
      reasonCodes: ['fork-needs-sponsor'],
    },
    {
      green: () => ready(scene, plain),
      attempt: () => {
        const run = scene.runs('train', fork.head)[0];
        expect(run?.conclusion).toBe('failure');
        return refusedRun('train', run);
      },
    },
  );

  attack(
    {
      id: 'fork-asks-for-secrets',
      threats: ['T1', 'T9'],
      may: 'read the repository',
      does: 'adds a workflow that names every secret, and writes with the token of its job',
      refusedBy: 'nobody',
      because: 'a fork gets no secret and a token that may only read',
    },
    {
      green: () => ready(scene, plain),
      attempt: () => {
        const log = logOf(scene.runs('bait')[0], 'secrets');
        const writes = [...log.matchAll(/WRITE (\S+) (\d+)/g)];
        expect(writes).toHaveLength(3);
        expect(log).toMatch(/NAMES \d+ KEY \d+/);
        return gained([
          ...writes.filter(([, , status]) => status !== '403').map(([what]) => what),
          ...(log.includes('NAMES 0 KEY 0') ? [] : ['a secret']),
        ]);
      },
    },
  );

  attack(
    {
      id: 'fork-asks-for-the-environment',
      threats: ['T1', 'T16'],
      may: 'read the repository',
      does: 'adds a job in the environment that holds the signing key',
      refusedBy: 'github',
      status: null,
      words: 'is not allowed to deploy to governance',
    },
    {
      green: () => ready(scene, plain),
      attempt: () => {
        const run = scene.runs('bait')[0];
        expect(jobConclusion(run, 'environment')).toBe('failure');
        const job = run?.jobs.find(({ name }) => name === 'environment');
        return { refusedBy: 'github', status: null, words: job?.log.join('\n') ?? '' };
      },
    },
  );

  attack(
    {
      id: 'fork-merges-itself',
      threats: ['T1'],
      may: 'read the repository',
      does: 'merges the own pull request',
      refusedBy: 'github',
      status: 403,
      words: 'Must have push access',
    },
    {
      green: () => ready(scene, plain),
      attempt: async () => {
        const path = `/repos/${REPOSITORY}/pulls/${fork.number}/merge`;
        return answered(await call(scene.world.github.apiUrl, contributor, { method: 'PUT', path, body: {} }));
      },
    },
  );
});
