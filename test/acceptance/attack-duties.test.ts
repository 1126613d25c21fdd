/** Separation of duties, where accounts, teams, tokens or the size of a pull request hide who did what. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { evaluate, later, push, review } from '../unit/approval-gate/scene.ts';
import { cloneWith } from '../unit/local-github/work-copy.ts';
import { attack } from './support/attack.ts';
import { judgedGreen, judgedRefusal, judgedReviews } from './support/judged.ts';
import { type Judged, type JudgedScene, judgedScene } from './support/judged-scene.ts';
import { pushCommits } from './support/many-commits.ts';

let scene: JudgedScene;
/** Approved by the colleague and the risk officer, whose approvals count here. */
let control: Judged;

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;
const green = () => judgedGreen(control);
const approvers = ['colleague', 'risk-officer'] as const;

beforeAll(async () => {
  scene = await judgedScene();
  control = await scene.approve(await scene.open({ branch: 'control' }), ...approvers);
});
afterAll(() => scene?.close());

describe('an approval', () => {
  attack(
    {
      id: 'approval-by-co-author',
      threats: ['T5'],
      may: 'hold a required role',
      does: 'writes a commit with another account that names its co-author, and approves it',
      refusedBy: 'check',
      reasonCodes: ['reviewer-co-authored'],
    },
    {
      green,
      attempt: async () => {
        const message = `A change\n\nCo-authored-by: A Colleague <${scene.people.colleague.emails[0]}>`;
        const pull = await scene.open({ branch: 'co-authored', message });
        return judgedReviews(scene, await scene.approve(pull, ...approvers), 'colleague');
      },
    },
  );

  attack(
    {
      id: 'approval-dismissed',
      threats: ['T5', 'T6'],
      may: 'merge',
      does: 'merges with an approval that was dismissed',
      refusedBy: 'check',
      reasonCodes: ['review-not-approving'],
    },
    {
      green,
      attempt: async () => {
        const pull = await scene.open({ branch: 'dismissed' });
        const id = await review(scene, pull.number, { by: 'colleague' });
        judgedGreen(await scene.approve(pull, 'risk-officer'));
        const path = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals';
        const dismissal = { ...REPOSITORY, pull_number: pull.number, review_id: id, message: 'Looked again.' };
        await scene.world.as(scene.world.owner).request(path, dismissal);
        return judgedReviews(scene, await scene.judge(pull), 'colleague');
      },
    },
  );

  attack(
    {
      id: 'approval-then-retraining-to-other-bytes',
      threats: ['T6'],
      may: 'start the training of an approved commit again',
      does: 'trains to other bytes on the same commit after the approvals',
      refusedBy: 'check',
      reasonCodes: ['review-before-ready'],
    },
    {
      green,
      attempt: async () => {
        const pull = await scene.open({ branch: 'retrained' });
        judgedGreen(await scene.approve(pull, ...approvers));
        await evaluate(scene, { pull: pull.number, headSha: pull.head, weights: 'other weights', runId: 12 });
        return judgedReviews(scene, await scene.judge(pull), ...approvers);
      },
    },
  );

  attack(
    {
      id: 'approval-on-another-base',
      threats: ['T6', 'T18'],
      may: 'retarget a pull request',
      does: 'collects approvals onto a branch without rules, then retargets the pull request to the default branch',
      refusedBy: 'check',
      reasonCodes: ['review-before-ready'],
    },
    {
      green,
      attempt: async () => {
        const [main] = (await scene.world.git('rev-parse', 'main')).split('\n');
        const client = scene.world.as(scene.people['ml-engineer']);
        await client.request('POST /repos/{owner}/{repo}/git/refs', {
          ...REPOSITORY,
          ref: 'refs/heads/side',
          sha: main ?? '',
        });
        const branch = 'elsewhere';
        const head = await push(scene, branch, { files: { 'train.mjs': '// Elsewhere.\n' } });
        const asked = { ...REPOSITORY, title: branch, head: branch, base: 'side' };
        const { data } = await client.request('POST /repos/{owner}/{repo}/pulls', asked);
        for (const by of approvers) await review(scene, data.number, { by });
        const retarget = { ...REPOSITORY, pull_number: data.number, base: 'main' };
        await client.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', retarget);
        // A run that begins sooner is refused for the base that it may have had.
        later(scene, 11 * 60);
        await evaluate(scene, { pull: data.number, headSha: head });
        return judgedReviews(scene, await scene.judge({ number: data.number, branch, head }), ...approvers);
      },
    },
  );

  attack(
    {
      id: 'run-of-another-base',
      threats: ['T10', 'T18'],
      may: 'open pull requests onto any branch',
      does: 'opens a second pull request from the branch, onto a base with a training workflow of their own, and closes it after its run',
      refusedBy: 'check',
      reasonCodes: ['head-shared'],
    },
    {
      green,
      attempt: async () => {
        const pull = await scene.open({ branch: 'twice' });
        judgedGreen(await scene.approve(pull, ...approvers));
        await push(scene, 'evil-base', { files: { '.github/workflows/train.yml': 'on: pull_request\n' } });
        const client = scene.world.as(scene.people['ml-engineer']);
        const asked = { ...REPOSITORY, title: 'Twice', head: pull.branch, base: 'evil-base' };
        const { data } = await client.request('POST /repos/{owner}/{repo}/pulls', asked);
        await client.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
          ...REPOSITORY,
          pull_number: data.number,
          state: 'closed',
        });
        later(scene);
        return judgedRefusal(scene, await scene.judge(pull));
      },
    },
  );
});

describe('what GitHub does not tell', () => {
  attack(
    {
      id: 'commit-of-nobody',
      threats: ['T5'],
      may: 'push to the branch, and hold a required role',
      does: 'commits with an address that belongs to no account, so that the committer seems to be nobody',
      refusedBy: 'check',
      reasonCodes: ['commit-without-user'],
    },
    {
      green,
      attempt: async () => {
        const { git } = scene.copies['ml-engineer'];
        await git('config', 'user.email', 'nobody@elsewhere.example');
        const pull = await scene.open({ branch: 'unmapped' });
        await git('config', 'user.email', scene.people['ml-engineer'].emails[0] ?? '');
        return judgedRefusal(scene, await scene.approve(pull, ...approvers));
      },
    },
  );

  attack(
    {
      id: 'commits-beyond-the-list',
      threats: ['T5'],
      may: 'push to the branch',
      does: 'pushes 251 commits, of which GitHub lists 250',
      refusedBy: 'check',
      reasonCodes: ['too-many-commits'],
    },
    {
      green,
      attempt: async () => {
        const head = await pushCommits(scene, { branch: 'commits', count: 251 });
        const pull = await scene.open({ branch: 'commits', evaluated: null });
        expect(pull.head).not.toBe(head);
        await evaluate(scene, { pull: pull.number, headSha: pull.head });
        return judgedRefusal(scene, await scene.approve(pull, ...approvers));
      },
    },
  );

  attack(
    {
      id: 'files-beyond-the-list',
      threats: ['T18'],
      may: 'push to the branch',
      does: 'changes 3,001 files of which the last alone is governed, so that no list of GitHub names it',
      refusedBy: 'check',
      reasonCodes: ['decision-missing'],
    },
    {
      green,
      attempt: async () => {
        const files = Array.from({ length: 3000 }, (_, index) => [`notes/${index}.txt`, 'A note.\n'] as const);
        const change = { ...Object.fromEntries(files), 'train.mjs': '// Beyond the list.\n' };
        const pull = await scene.open({ branch: 'files', files: change, evaluated: null });
        return judgedRefusal(scene, await scene.judge(pull));
      },
    },
  );
});

describe('a bot', () => {
  attack(
    {
      id: 'approval-of-what-a-bot-pushed',
      threats: ['T5'],
      may: 'make an App push, and hold a required role',
      does: 'lets the App push a commit under the name of the author, then approves it',
      refusedBy: 'check',
      reasonCodes: ['pushed-by-bot'],
    },
    {
      green,
      attempt: async () => {
        const { world, people } = scene;
        const { admin } = world.github;
        const pull = await scene.open({ branch: 'steered', evaluated: null });
        const app = admin.createApp({ name: 'steered', owner: 'bank', permissions: { contents: 'write' } });
        const token = admin.createAppToken(admin.installApp(app, 'bank'));
        const copy = await cloneWith(world, { token, email: people['ml-engineer'].emails[0] ?? '' });
        await copy.git('checkout', '--quiet', pull.branch);
        const head = await copy.commit({ 'steered.mjs': 'export {};\n' });
        await copy.git('push', '--quiet', 'origin', pull.branch);
        await evaluate(scene, { pull: pull.number, headSha: head });
        return judgedRefusal(scene, await scene.approve({ ...pull, head }, ...approvers));
      },
    },
  );
});

describe('a team', () => {
  attack(
    {
      id: 'approval-by-former-member',
      threats: ['T5'],
      may: 'have been a member of a required team when approving',
      does: 'leaves the team after the approval',
      refusedBy: 'check',
      reasonCodes: ['reviewer-without-role'],
    },
    {
      green,
      attempt: async () => {
        const pull = await scene.open({ branch: 'former' });
        judgedGreen(await scene.approve(pull, ...approvers));
        const team = scene.teams.get('model-validation');
        if (team === undefined) throw new Error('There is no such team.');
        scene.world.github.admin.removeTeamMember(team, scene.people.colleague);
        const judged = await scene.judge(pull);
        team.members.set(scene.people.colleague.id, 'member');
        later(scene);
        return judgedReviews(scene, judged, 'colleague');
      },
    },
  );

  attack(
    {
      id: 'teams-hidden-from-the-token',
      threats: ['T5'],
      may: 'administer the App',
      does: "takes the token's right to read teams, so that GitHub answers 404 for each",
      refusedBy: 'check',
      reasonCodes: ['role-unknown'],
    },
    {
      green,
      attempt: async () => {
        const installation = scene.world.github.state.installations.find(({ appId }) => appId === scene.appId);
        if (installation === undefined) throw new Error('The App is not installed.');
        const token = scene.world.github.admin.createAppToken(installation, {
          permissions: { actions: 'read', checks: 'write', contents: 'write', 'pull-requests': 'read' },
        });
        return judgedRefusal(scene, await scene.judge(control.pull, { with: { 'github-token': token } }));
      },
    },
  );
});
