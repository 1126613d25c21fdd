/** A check is about the head it is posted on, wherever the branch points by the time that GitHub is asked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRun } from '../../../actions/approval-gate/src/check.ts';
import { sweep } from '../../../actions/approval-gate/src/sweep.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import {
  addRun,
  checkHead,
  DETAILS,
  later,
  openPull,
  portsOf,
  postedOn,
  push,
  type Scene,
  type ScenePorts,
  startScene,
} from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

/** A pull request whose second commit gives the policy away; its first one is harmless. */
async function racingPull(branch: string) {
  const harmless = await push(scene, branch, { files: { 'README.md': `${branch}\n` } });
  const policy = EXAMPLE_POLICY.replace('platform-engineer', branch);
  const evil = await push(scene, branch, { files: { 'gatehouse.yml': policy } });
  const pull = await openPull(scene, branch);
  const run = { pullRequestNumbers: [pull], headBranch: branch };
  expect((await checkHead(scene, evil, run)).state).toBe('waiting');
  later(scene);
  const move = async (sha: string): Promise<void> => {
    await scene.copies['ml-engineer'].git('push', '--quiet', '--force', 'origin', `${sha}:refs/heads/${branch}`);
  };
  return { harmless, evil, pull, run, move };
}

type Racing = Awaited<ReturnType<typeof racingPull>>;

async function sweepWith(ports: ScenePorts): Promise<void> {
  const request = { decideWorkflow: 'decide.yml', repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS };
  await sweep(request, { ...ports, dispatch: { workflow: async () => undefined } });
}

async function checkWith(ports: ScenePorts, { evil, run }: Racing): Promise<void> {
  const runId = addRun(scene, evil, run);
  await checkRun({ runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS }, ports);
}

test.each<[string, string, (racing: Racing) => Promise<void>]>([
  [
    'a sweep has listed the open pull requests',
    'ml-engineer',
    async ({ harmless, move }) => {
      const ports = portsOf(scene);
      const listOpen = async () => {
        const open = await ports.pulls.listOpen();
        await move(harmless);
        return open;
      };
      await sweepWith({ ...ports, pulls: { ...ports.pulls, listOpen } });
    },
  ],
  [
    'a sweep has begun to read it',
    'colleague',
    async ({ harmless, move }) => {
      const ports = portsOf(scene);
      const comparison: ScenePorts['contents']['comparison'] = async (base, head) => {
        await move(harmless);
        return ports.contents.comparison(base, head);
      };
      await sweepWith({ ...ports, contents: { ...ports.contents, comparison } });
    },
  ],
  [
    'a check has found the pull request of its run',
    'risk-officer',
    async (racing) => {
      const ports = portsOf(scene);
      const comparison: ScenePorts['contents']['comparison'] = async (base, head) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await racing.move(racing.harmless);
        return ports.contents.comparison(base, head);
      };
      await checkWith({ ...ports, contents: { ...ports.contents, comparison } }, racing);
    },
  ],
])('a head gets no green check by a harmless one that takes its place after %s', async (_, branch, judge) => {
  const racing = await racingPull(branch);

  await judge(racing);
  await racing.move(racing.evil);

  const conclusions = (await postedOn(scene, racing.evil)).map(({ conclusion }) => conclusion);
  expect(conclusions.length).toBeGreaterThan(0);
  expect(conclusions).not.toContain('success');
});
