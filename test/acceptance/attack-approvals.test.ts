/** Approvals that must not count: of another head, by the wrong person, or too early. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, git, type Person } from '../../packages/cli/src/demo/person.ts';
import { cloneOf } from '../../packages/cli/src/demo/steps/enrol.ts';
import { REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { enrolledScene, FAIR_TRAINING, type Pull, type Scene } from './support/scene.ts';

let scene: Scene;
let moved: Pull;
let wrongPeople: Pull;
let borrowedName: Pull;
let visitor: Person;

async function reviewAs({ token, login, email }: Person, pull: Pull): Promise<number> {
  const path = `/repos/${REPOSITORY}/pulls/${pull.number}/reviews`;
  const request = { method: 'POST', path, body: { event: 'APPROVE' } };
  return (await call(scene.world.github.apiUrl, { token, login, email }, request)).status;
}

/** The newest review gets the time of GitHub's clock that the test needs. */
function dateNewestReview(pull: Pull, at: Date): void {
  const record = scene.repository.pulls.find(({ number }) => number === pull.number)?.reviews.at(-1);
  if (record === undefined) throw new Error('There is no review.');
  record.submittedAt = at;
}

/** The later of ledger and check, which a busy machine posts seconds after it wrote the ledger. */
function readyAt(pull: Pull): Date {
  const checks = scene.repository.checkRuns.filter(({ headSha, appId }) => {
    return headSha === pull.head && appId === scene.world.appId;
  });
  const announced = / since (?<at>\S+)$/.exec(checks.at(-1)?.output.text ?? '')?.groups?.['at'];
  const written = scene.history(pull).findLast(({ kind }) => kind === 'ready')?.at;
  return new Date(Math.max(Date.parse(announced ?? ''), Date.parse(written ?? '')));
}

beforeAll(async () => {
  scene = await enrolledScene({
    files: {
      'gatehouse.yml': (policy) =>
        policy.replace('[bank/model-validation]', '[bank/model-validation], users: [visitor]'),
    },
  });
  const { admin } = scene.world.github;
  const account = admin.createUser('visitor');
  admin.setCollaborator(scene.repository, account, 'read');
  visitor = { login: 'visitor', email: 'visitor@bank.example', token: admin.createToken(account) };

  moved = await scene.openPull();
  wrongPeople = await scene.openPull({ files: { 'train.mjs': `${FAIR_TRAINING}// Again.\n` } });
  // The colleague pushes a commit that says somebody else wrote it, before there is a pull request that could train.
  borrowedName = await scene.openPull({ pushedBy: 'colleague' });
  await scene.idle();
});
afterAll(() => scene?.close());

describe('after another head', () => {
  let first: Pull;

  it('the approvals of this head make it green', async () => {
    first = moved;
    await scene.approve(moved, 'model-validator', 'risk-officer');
    expect(await scene.check(moved)).toMatchObject({ conclusion: 'success' });
  });

  it('they do not count for a commit that is pushed after them', async () => {
    moved = await scene.push(moved, { files: { 'train.mjs': `${FAIR_TRAINING}// Later.\n` } });
    await scene.idle();
    const check = await scene.check(moved);

    expect(check).toMatchObject({ conclusion: 'action_required' });
    expect(check.summary.match(/review-of-other-commit/g)).toHaveLength(2);
    expect((await scene.merge(moved)).status).toBe(405);
  });

  it('they do not count again when the head is forced back', async () => {
    moved = await scene.forcePush(moved, first.head);
    await scene.idle();
    const check = await scene.check(moved);

    expect(check).toMatchObject({ conclusion: 'action_required' });
    expect(check.summary.match(/review-before-ready/g)).toHaveLength(2);
    expect((await scene.merge(moved)).status).toBe(405);
  });

  it('new approvals of the old head do', async () => {
    await scene.approve(moved, 'model-validator', 'risk-officer');
    expect(await scene.check(moved)).toMatchObject({ conclusion: 'success' });
  });
});

describe('of the wrong person, or too early', () => {
  it('the author is refused by GitHub', async () => {
    const { status, body } = await scene.review(wrongPeople, 'ml-engineer');

    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('Can not approve your own pull request');
  });

  it('a bot, a reader and whoever is faster than the second do not count', async () => {
    const { admin } = scene.world.github;
    const bot = admin.createApp({ name: 'helpful', owner: 'bank', permissions: { 'pull-requests': 'write' } });
    const token = admin.createAppToken(admin.installApp(bot, 'bank'));
    await new Promise((done) => setTimeout(done, 1100));
    expect(await reviewAs({ login: 'helpful[bot]', email: '', token }, wrongPeople)).toBe(200);
    expect(await reviewAs(visitor, wrongPeople)).toBe(200);
    expect((await scene.review(wrongPeople, 'model-validator')).status).toBe(200);
    expect((await scene.review(wrongPeople, 'risk-officer')).status).toBe(200);
    const second = Math.floor(readyAt(wrongPeople).getTime() / 1000) * 1000;
    dateNewestReview(wrongPeople, new Date(second + 999));
    await scene.idle();
    const check = await scene.check(wrongPeople);

    expect(check).toMatchObject({ conclusion: 'action_required', title: 'Ready for approval; missing risk' });
    for (const code of ['reviewer-not-human', 'reviewer-without-write', 'review-before-ready']) {
      expect(check.summary).toContain(code);
    }
  });

  it('one second later it counts', async () => {
    expect((await scene.review(wrongPeople, 'risk-officer')).status).toBe(200);
    dateNewestReview(wrongPeople, new Date(readyAt(wrongPeople).getTime() + 1000));
    await scene.idle();

    expect(await scene.check(wrongPeople)).toMatchObject({ conclusion: 'success' });
  });
});

describe('of whoever pushed the branch under the name of somebody else', () => {
  it('does not count, though neither a commit nor the training names the pusher', async () => {
    const { people } = scene.world;
    const names = await git(people.colleague, cloneOf(scene.world), 'log', '-1', '--format=%ae %ce', borrowedName.head);
    expect(new Set(names.split(' '))).toEqual(new Set([people['ml-engineer'].email]));
    expect(scene.runs('train', borrowedName.head).map(({ actor }) => actor.login)).toEqual(['ml-engineer']);
    await scene.approve(borrowedName, 'colleague', 'risk-officer');
    const check = await scene.check(borrowedName);

    expect(check).toMatchObject({ conclusion: 'action_required', title: 'Ready for approval; missing validation' });
    expect(check.summary).toContain('reviewer-is-pusher');
  });

  it('an approval of the other validator does', async () => {
    await scene.approve(borrowedName, 'model-validator');
    expect(await scene.check(borrowedName)).toMatchObject({ conclusion: 'success' });
  });
});
