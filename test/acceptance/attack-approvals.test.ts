/** Approvals that must not count: of another head, by the wrong person, or too early. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, git, type Person } from '../../packages/cli/src/demo/person.ts';
import { cloneOf } from '../../packages/cli/src/demo/steps/enrol.ts';
import { REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { attack } from './support/attack.ts';
import { approved } from './support/green.ts';
import { answered, refusedReviews } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, type Pull, type Scene } from './support/scene.ts';

let scene: Scene;
/** Approved by the colleague and the risk officer, whose approvals count here. */
let control: Pull;
let moved: Pull;
let wrongPeople: Pull;
let borrowedName: Pull;
let committed: Pull;
let bot: Person;
let visitor: Person;

async function reviewAs({ token, login, email }: Person, pull: Pull): Promise<void> {
  const path = `/repos/${REPOSITORY}/pulls/${pull.number}/reviews`;
  const request = { method: 'POST', path, body: { event: 'APPROVE' } };
  expect((await call(scene.world.github.apiUrl, { token, login, email }, request)).status).toBe(200);
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
  const announced = / since (?<at>\S+)$/m.exec(checks.at(-1)?.output.text ?? '')?.groups?.['at'];
  const written = scene.history(pull).findLast(({ kind }) => kind === 'ready')?.at;
  return new Date(Math.max(Date.parse(announced ?? ''), Date.parse(written ?? '')));
}

function createVisitors(): void {
  const { admin } = scene.world.github;
  const account = admin.createUser('visitor');
  admin.setCollaborator(scene.repository, account, 'read');
  visitor = { login: 'visitor', email: 'visitor@bank.example', token: admin.createToken(account) };
  const app = admin.createApp({ name: 'helpful', owner: 'bank', permissions: { 'pull-requests': 'write' } });
  bot = { login: 'helpful[bot]', email: '', token: admin.createAppToken(admin.installApp(app, 'bank')) };
}

beforeAll(async () => {
  scene = await enrolledScene({
    files: {
      'train.mjs': FAIR_TRAINING,
      'gatehouse.yml': (policy) =>
        policy.replace('[bank/model-validation]', '[bank/model-validation], users: [visitor]'),
    },
  });
  createVisitors();
  control = await scene.openPull({ files: { 'control.mjs': '// 0\n' } });
  moved = await scene.openPull({ files: { 'moved.mjs': '// 1\n' } });
  wrongPeople = await scene.openPull({ files: { 'wrong.mjs': '// 2\n' } });
  // The colleague pushes a commit that says somebody else wrote it, before there is a pull request that could train.
  borrowedName = await scene.openPull({ pushedBy: 'colleague', files: { 'borrowed.mjs': '// 3\n' } });
  committed = await scene.openPull({ files: { 'committed.mjs': '// 4\n' } });
  committed = await scene.push(committed, { by: 'colleague', files: { 'committed.mjs': '// 5\n' } });
  await scene.idle();
  await scene.approve([control, borrowedName, committed], 'colleague', 'risk-officer');
  await scene.approve(moved, 'model-validator', 'risk-officer');
});
afterAll(() => scene?.close());

describe('after another head', () => {
  let first: Pull;

  attack(
    {
      id: 'approval-then-push',
      threats: ['T6'],
      may: 'push to the branch of an approved pull request',
      does: 'pushes another commit after the approvals',
      refusedBy: 'check',
      reasonCodes: ['review-of-other-commit'],
    },
    {
      green: () => approved(scene, moved),
      attempt: async () => {
        first = moved;
        moved = await scene.push(moved, { files: { 'moved.mjs': '// Later.\n' } });
        await scene.idle();
        return refusedReviews(scene, moved, 'model-validator', 'risk-officer');
      },
    },
  );

  attack(
    {
      id: 'approval-then-push-and-force-push-back',
      threats: ['T6'],
      may: 'push by force to the branch of an approved pull request',
      does: 'pushes another commit, then forces the branch back to the approved one',
      refusedBy: 'check',
      reasonCodes: ['review-before-ready'],
    },
    {
      green: () => approved(scene, control),
      attempt: async () => {
        moved = await scene.forcePush(moved, first.head);
        await scene.idle();
        return refusedReviews(scene, moved, 'model-validator', 'risk-officer');
      },
    },
  );

  it('new approvals of the old head count', async () => {
    await scene.approve(moved, 'model-validator', 'risk-officer');
    expect(await scene.check(moved)).toMatchObject({ conclusion: 'success' });
  });
});

describe('of the wrong person, or too early', () => {
  attack(
    {
      id: 'approval-by-author',
      threats: ['T5'],
      may: 'open pull requests',
      does: 'approves the own pull request',
      refusedBy: 'github',
      status: 422,
      words: 'Can not approve your own pull request',
    },
    {
      green: () => approved(scene, control),
      attempt: async () => answered(await scene.review(wrongPeople, 'ml-engineer')),
    },
  );

  attack(
    {
      id: 'approval-by-bot',
      threats: ['T5'],
      may: 'install an App with pull-requests: write',
      does: 'lets the App approve',
      refusedBy: 'check',
      reasonCodes: ['reviewer-not-human'],
    },
    {
      green: () => approved(scene, control),
      attempt: async () => {
        await new Promise((done) => setTimeout(done, 1100));
        for (const reviewer of [bot, visitor]) await reviewAs(reviewer, wrongPeople);
        await scene.review(wrongPeople, 'model-validator');
        await scene.review(wrongPeople, 'risk-officer');
        const second = Math.floor(readyAt(wrongPeople).getTime() / 1000) * 1000;
        dateNewestReview(wrongPeople, new Date(second + 999));
        await scene.idle();
        return refusedReviews(scene, wrongPeople, bot.login);
      },
    },
  );

  attack(
    {
      id: 'approval-without-write-access',
      threats: ['T5'],
      may: 'read the repository, and is named in a role',
      does: 'approves without write access',
      refusedBy: 'check',
      reasonCodes: ['reviewer-without-write'],
    },
    { green: () => approved(scene, control), attempt: () => refusedReviews(scene, wrongPeople, visitor.login) },
  );

  attack(
    {
      id: 'approval-before-ready',
      threats: ['T6'],
      may: 'approve, in the role that is missing',
      does: 'approves within the second in which the check announced that the tuple is ready',
      refusedBy: 'check',
      reasonCodes: ['review-before-ready'],
    },
    { green: () => approved(scene, control), attempt: () => refusedReviews(scene, wrongPeople, 'risk-officer') },
  );

  it('one second later it counts', async () => {
    expect((await scene.check(wrongPeople)).title).toMatch(/^Ready for approval; missing risk\b/);
    expect((await scene.review(wrongPeople, 'risk-officer')).status).toBe(200);
    dateNewestReview(wrongPeople, new Date(readyAt(wrongPeople).getTime() + 1000));
    await scene.idle();

    expect(await scene.check(wrongPeople)).toMatchObject({ conclusion: 'success' });
  });
});

describe('of somebody who worked on the change with another account', () => {
  attack(
    {
      id: 'approval-by-committer',
      threats: ['T5'],
      may: 'push to the branch, and hold a required role',
      does: 'adds a commit to the pull request of another account, then approves it',
      refusedBy: 'check',
      reasonCodes: ['reviewer-is-committer'],
    },
    { green: () => approved(scene, control), attempt: () => refusedReviews(scene, committed, 'colleague') },
  );

  attack(
    {
      id: 'approval-by-pusher',
      threats: ['T5'],
      may: 'push to the branch, and hold a required role',
      does: 'pushes a commit under the name of another account, then approves it',
      refusedBy: 'check',
      reasonCodes: ['reviewer-is-pusher'],
    },
    {
      green: () => approved(scene, control),
      attempt: async () => {
        const { people } = scene.world;
        const clone = cloneOf(scene.world);
        const names = await git(people.colleague, clone, 'log', '-1', '--format=%ae %ce', borrowedName.head);
        expect(new Set(names.split(' '))).toEqual(new Set([people['ml-engineer'].email]));
        expect(scene.runs('train', borrowedName.head).map(({ actor }) => actor.login)).toEqual(['ml-engineer']);
        return refusedReviews(scene, borrowedName, 'colleague');
      },
    },
  );

  it('an approval of the other validator counts', async () => {
    await scene.approve([borrowedName, committed], 'model-validator');
    for (const pull of [borrowedName, committed]) {
      expect(await scene.check(pull)).toMatchObject({ conclusion: 'success' });
    }
  });
});
