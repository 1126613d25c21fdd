/** Branches, forks and histories of git that show one thing to who looks and hold another. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openCrissCross, SEIZED_POLICY } from '../unit/approval-gate/criss-cross.ts';
import { later, merge, openPull, push, review } from '../unit/approval-gate/scene.ts';
import { EXAMPLE_POLICY } from '../unit/governance/example-policy.ts';
import { clone } from '../unit/local-github/work-copy.ts';
import { attack, type Green, type Observed } from './support/attack.ts';
import { equal } from './support/green.ts';
import { startInterruptingProxy } from './support/interrupting-proxy.ts';
import { judgedGreen, judgedRefusal, judgedReviews } from './support/judged.ts';
import { type JudgedScene, judgedScene, runJudgedStep } from './support/judged-scene.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;
const HARMLESS = { branch: 'harmless', files: { 'README.md': 'Harmless.\n' }, evaluated: null } as const;
const stricter = EXAMPLE_POLICY.replace('0.70', '0.71');

let scene: JudgedScene;
beforeAll(async () => {
  scene = await judgedScene();
});
afterAll(() => scene?.close());

/** Runs the sweep, and gives the conclusions of the App's checks on a head afterwards. */
async function sweep(head: string, env: Readonly<Record<string, string>> = {}): Promise<readonly (string | null)[]> {
  later(scene);
  const step = await runJudgedStep(scene, 'approval-gate', { with: { mode: 'sweep' }, env });
  expect(step.code, step.log).toBe(0);
  const { checkRuns } = scene.world.repository;
  return checkRuns.filter((run) => run.appId === scene.appId && run.headSha === head).map((run) => run.conclusion);
}

describe('a branch', () => {
  attack(
    {
      id: 'branch-moved-during-a-sweep',
      threats: ['T14', 'T18'],
      may: 'push by force to the branch',
      does: 'puts a harmless commit in the place of the head while a sweep judges it, and the head back afterwards',
      refusedBy: 'check',
      reasonCodes: ['policy-only'],
    },
    {
      green: async () => judgedGreen(await scene.judge(await scene.open(HARMLESS))),
      attempt: async () => {
        const { number, branch, head: harmless } = await scene.open({ ...HARMLESS, branch: 'moved' });
        const head = await push(scene, branch, { files: { 'gatehouse.yml': stricter } });
        const move = (sha: string) =>
          scene.copies['ml-engineer'].git('push', '--quiet', '--force', 'origin', `${sha}:refs/heads/${branch}`);
        const interruption = { part: `...${head}`, happens: () => move(harmless) };
        const proxy = await startInterruptingProxy(scene.world.github.apiUrl, interruption);
        const conclusions = await sweep(head, { GITHUB_API_URL: proxy.url });
        await proxy.close();
        const moved = await scene.world.git('rev-parse', branch);
        await move(head);

        expect(moved).toBe(harmless);
        expect(conclusions).toEqual(['action_required']);
        expect(await scene.mergeRefusal({ number, branch, head })).toMatchObject({ status: 405 });
        return judgedRefusal(scene, await scene.judge({ number, branch, head }));
      },
    },
  );
});

describe('a fork', () => {
  attack(
    {
      id: 'fork-with-the-head-of-an-own-pull-request',
      threats: ['T5', 'T1'],
      may: 'push to the branch, hold the policy role, and fork the repository',
      does: 'pushes a change of the rules as somebody else, opens it from a fork too, and approves both',
      refusedBy: 'check',
      reasonCodes: ['reviewer-is-pusher'],
    },
    {
      green: async () => {
        const pull = await scene.open({ branch: 'own', files: { 'gatehouse.yml': stricter }, evaluated: null });
        return judgedGreen(await scene.approve(pull, 'platform-engineer'));
      },
      attempt: async () => {
        const { copies, people } = scene;
        const pusher = copies['platform-engineer'];
        await pusher.git('config', 'user.email', people['ml-engineer'].emails[0] ?? '');
        const files = { 'gatehouse.yml': EXAMPLE_POLICY.replace('0.70', '0.10') };
        const head = await push(scene, 'twin', { by: 'platform-engineer', files });
        const number = await openPull(scene, 'twin');
        const fork = await openFromFork(head);
        const before = await sweep(head);
        for (const pull of [fork, number]) await review(scene, pull, { by: 'platform-engineer' });
        const after = await sweep(head);

        expect([...before, ...after]).not.toContain('success');
        expect(after.length).toBeGreaterThan(0);
        const judged = await scene.judge({ number, branch: 'twin', head });
        return judgedReviews(scene, judged, 'platform-engineer');
      },
    },
  );

  async function openFromFork(head: string): Promise<number> {
    const { world, copies } = scene;
    const owner = world.github.admin.createUser('sock');
    await world.github.admin.forkRepository(world.repository, owner);
    const theirs = await clone(world, owner, 'sock/credit');
    await theirs.git('fetch', '--quiet', await copies['ml-engineer'].git('remote', 'get-url', 'origin'), head);
    await theirs.git('push', '--quiet', 'origin', `${head}:refs/heads/elsewhere`);
    const body = { ...REPOSITORY, title: 'twin', head: 'sock:elsewhere', base: 'main' };
    return (await world.as(owner).request('POST /repos/{owner}/{repo}/pulls', body)).data.number;
  }
});

describe('two histories', () => {
  /** Merges and runs the step that authorises what was merged. */
  async function authoriseMerge(
    number: number,
  ): Promise<{ readonly codes: readonly string[]; readonly code: number | null }> {
    const before = await scene.world.git('rev-parse', 'refs/heads/main');
    const commit = await merge(scene, number);
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_SHA: commit, GITHUB_REF: 'refs/heads/main' };
    const step = await runJudgedStep(scene, 'approval-gate', { with: { mode: 'authorise' }, event: { before }, env });
    const codes = step.errors.flatMap((error) => /^\[([a-z-]+)\]/.exec(error)?.[1] ?? []);
    return { codes, code: step.code };
  }

  attack(
    {
      id: 'rules-by-a-criss-cross-merge',
      threats: ['T18'],
      may: 'merge two harmless pull requests, where branches need not be up to date',
      does: 'crosses two histories so that the merge, of two merge bases, holds rules that neither pull request shows',
      refusedBy: 'authorise',
      reasonCodes: ['tree-changed'],
    },
    {
      green: async (): Promise<Green> => {
        const pull = await scene.open({ ...HARMLESS, branch: 'straight', files: { 'NEWS.md': 'News.\n' } });
        return equal('a merge of a page', await authoriseMerge(pull.number), { codes: [], code: 0 });
      },
      attempt: async (): Promise<Observed> => {
        const { pull: number, branch, headSha: head } = await openCrissCross(scene, 'crossed');
        judgedGreen(await scene.judge({ number, branch, head }));
        const { codes, code } = await authoriseMerge(number);
        expect(code).toBe(1);
        expect(await scene.world.git('show', 'main:gatehouse.yml')).toBe(SEIZED_POLICY.trim());
        return { refusedBy: 'authorise', reasonCodes: codes };
      },
    },
  );
});
