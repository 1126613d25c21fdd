import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, git, numberField } from '../../packages/cli/src/demo/person.ts';
import { cloneOf } from '../../packages/cli/src/demo/steps/enrol.ts';
import { REPOSITORY } from '../../packages/cli/src/demo/world.ts';
import { errorsOf, expectNothingPublished, expectRed, INSTANT_TRAINING } from './support/red-check.ts';
import { enrolledScene, type Files, type Pull, type Scene } from './support/scene.ts';
import { runSceneStep } from './support/scene-step.ts';

/** What the training run of a pull request ends with; the check then says where to read it. */
const TRAINING: readonly {
  readonly name: string;
  readonly files: Files;
  readonly messages: readonly RegExp[];
  /** Of the check; default `candidate-missing`. */
  readonly reasonCode?: string;
}[] = [
  {
    name: 'whose training program is not installed',
    files: {
      'note.mjs': '// A change.\n',
      'gatehouse.yml': (before) => before.replace('[node, train.mjs]', '[no-such-program, train.mjs]'),
    },
    messages: [
      /^Command "no-such-program train\.mjs": the program or its folder was not found\. .* Install the program/,
    ],
  },
  {
    name: 'whose training fails',
    files: { 'train.mjs': "console.error('out of memory'); process.exit(3);\n" },
    messages: [/^Command "node train\.mjs": it ended with exit code 3; its last line was "out of memory"\. /],
  },
  {
    name: 'whose training writes nothing',
    files: { 'train.mjs': 'console.log("done");\n' },
    messages: [
      /^Training command: it wrote no file into "model"\. .* Let it write into the folder that "train\.output"/,
    ],
  },
  {
    name: 'whose training writes a pickle file',
    files: { 'train.mjs': "import { writeFileSync } from 'node:fs';\nwriteFileSync('model/model.pkl', 'K\\x01.');\n" },
    messages: [/^\[format-not-allowed\] Model file "model\.pkl": .* Save weights as safetensors and settings as JSON/],
  },
  {
    name: 'with a malformed gatehouse.yml',
    files: {
      'note.mjs': '// A change.\n',
      'gatehouse.yml': (before) => before.replace('tier: high', 'tier: hihg').replace('0.10', '10 %'),
    },
    // The rules of the pull request must not come onto main.
    reasonCode: 'policy-invalid',
    messages: [
      /^gatehouse\.yml:\d+:\d+ "models\.mortgage-approval\.tier": got "hihg"\. .* Did you mean "high"\?$/,
      /^gatehouse\.yml:\d+:\d+ ".*\.limit": got "10 %"\. .* Write a share, such as 0\.05 for 5 %\.$/,
    ],
  },
];

/** A workflow that leaves a pickle file as the candidate, without the action that would refuse it. */
const HOSTILE_TRAINING = `name: train
on:
  pull_request:
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - run: mkdir -p candidate/model && printf 'K\\001.' > candidate/model/model.pkl
      - uses: actions/upload-artifact@v7
        with:
          name: candidate-mortgage-approval
          path: candidate
`;

/** Many workflow runs at once; a busy machine needs longer than for one. */
const PATIENCE_MS = 600_000;

let scene: Scene;
const pulls = new Map<string, Pull>();

async function openFork(files: Files): Promise<Pull> {
  const { github } = scene.world;
  const { admin } = github;
  const contributor = admin.createUser('contributor');
  admin.setCollaborator(scene.repository, contributor, 'read');
  await admin.forkRepository(scene.repository, contributor);
  const person = { login: 'contributor', email: 'contributor@example.com', token: admin.createToken(contributor) };
  // The scene makes the commit; the contributor pushes it to the fork and closes the way back.
  const own = await scene.openPull({ files });
  await scene.call('ml-engineer', 'PATCH', `/pulls/${own.number}`, { state: 'closed' });
  const url = `${github.serverUrl}/contributor/mortgage-approval.git`;
  const clone = cloneOf(scene.world);
  await git(person, clone, 'checkout', '--quiet', '--detach', own.head);
  await git(person, clone, 'commit', '--quiet', '--allow-empty', '-m', 'From a fork');
  await git(person, clone, 'push', '--quiet', url, 'HEAD:refs/heads/idea');
  const body = { title: 'Idea', head: 'contributor:idea', base: 'main' };
  const opened = await call(github.apiUrl, person, { method: 'POST', path: `/repos/${REPOSITORY}/pulls`, body });
  const head = await git(person, clone, 'rev-parse', 'HEAD');
  return { number: numberField(opened.body, 'number'), branch: 'idea', head };
}

/** GitHub forgets the artifacts of a run as soon as it has ended. */
function expireArtifactsOf(branch: string): void {
  scene.world.github.events.on(({ name, action, payload }) => {
    const run = payload['workflow_run'];
    const ended = name === 'workflow_run' && action === 'completed' && typeof run === 'object' && run !== null;
    if (!ended || Reflect.get(run, 'head_branch') !== branch) return;
    for (const artifact of scene.repository.artifacts.filter(({ runId }) => runId === Reflect.get(run, 'id'))) {
      Object.assign(artifact, { expiresAt: new Date(0) });
    }
  });
}

beforeAll(async () => {
  scene = await enrolledScene({
    files: { 'train.mjs': INSTANT_TRAINING },
  });
  for (const { name, files } of TRAINING) pulls.set(name, await scene.openPull({ files }));
  pulls.set(
    'hostile',
    await scene.openPull({
      files: { '.github/workflows/train.yml': HOSTILE_TRAINING, 'hostile.mjs': '// A model file.\n' },
    }),
  );
  pulls.set('text', await scene.openPull({ files: { 'README.md': 'Other words.\n' } }));
  const expired = await scene.openPull({ files: { 'train.mjs': `${INSTANT_TRAINING}// again\n` } });
  expireArtifactsOf(expired.branch);
  pulls.set('expired', expired);
  pulls.set('fork', await openFork({ 'train.mjs': `${INSTANT_TRAINING}// from outside\n` }));
  await scene.idle();
}, PATIENCE_MS);

afterAll(() => scene?.close());

function pullOf(name: string): Pull {
  const pull = pulls.get(name);
  if (pull === undefined) throw new Error(`No pull request "${name}".`);
  return pull;
}

describe('a pull request', () => {
  it.each(TRAINING)(
    '$name is red, and the check leads to the message',
    async ({ name, messages, reasonCode = 'candidate-missing' }) => {
      const [run] = scene.runs('train', pullOf(name).head);

      expect(errorsOf(run, 'train')).toEqual(messages.map((message) => expect.stringMatching(message)));
      const summary = await expectRed(scene, pullOf(name), reasonCode);
      expect(summary).toContain('Training ended with "failure".');
      expect(summary).toContain(`actions/runs/${run?.id}`);
    },
  );

  it('whose workflow smuggles a pickle file past the training action is refused by the evaluation', async () => {
    const pull = pullOf('hostile');
    const run = scene.decideRun(pull);

    expect(scene.runs('train', pull.head)[0]?.conclusion).toBe('success');
    expect(errorsOf(run, 'evaluate')).toEqual([
      expect.stringMatching(/^\[format-not-allowed\] Model file "model\.pkl": .* Save weights as safetensors/),
    ]);
    await expectRed(scene, pull, 'format-not-allowed');
  });

  it('whose candidate has expired has to be trained again', async () => {
    const run = scene.decideRun(pullOf('expired'));

    expect(errorsOf(run, 'evaluate')).toEqual([
      expect.stringMatching(
        /^\[candidate-expired\] Artifact candidate-mortgage-approval of run \d+: it has expired\. .* Run the training/,
      ),
    ]);
    await expectRed(scene, pullOf('expired'), 'candidate-expired');
  });

  it('from a fork is not trained, and a maintainer has to bring it into a branch', async () => {
    const pull = pullOf('fork');

    expect(scene.runs('train', pull.head).map(({ conclusion }) => conclusion)).toEqual(['skipped']);
    const summary = await expectRed(scene, pull, 'fork-needs-sponsor');
    expect(summary).toContain('its head is in a fork. Allowed: candidates come from branches of this repository.');
    expect(summary).toContain('A maintainer may bring the commit into a branch after reading it.');
  });

  it('that changes no governed file is green, and says which files are governed', async () => {
    const { conclusion, title } = await scene.check(pullOf('text'));

    expect({ conclusion, title }).toEqual({
      conclusion: 'success',
      title: 'No governed file changed (*.mjs, lib/**, data/**)',
    });
    expect(scene.runs('train', pullOf('text').head)).toEqual([]);
    const [run] = scene.runs('signal', pullOf('text').head);
    const end = await runSceneStep(scene, 'approval-gate', { 'run-id': String(run?.id) });
    expect(end.outputs).toMatchObject({ outcome: 'pass', 'reason-code': 'no-governed-file' });
  });
});

describe('a decision that comes too late', () => {
  it('is refused when the pull request has another head', async () => {
    const pull = pullOf('text');
    const [run] = scene.runs('signal', pull.head);
    await scene.forcePush(pull, pullOf('expired').head);
    await scene.idle();

    const end = await runSceneStep(scene, 'evaluate-model', { 'run-id': String(run?.id) });

    expect(end.outputs['reason-code']).toBe('head-moved');
    expect(end.errors).toEqual([
      expect.stringMatching(
        /^\[head-moved\] Workflow run \d+ .*: no open pull request from this branch onto main has the head .* Wait for the run of the newest/,
      ),
    ]);
    const gate = await runSceneStep(scene, 'approval-gate', { 'run-id': String(run?.id) });
    expect({ code: gate.code, outcome: gate.outputs['outcome'] }).toEqual({ code: 0, outcome: 'inconclusive' });
  });
});

it('publishes nothing', async () => {
  await expectNothingPublished(scene);
});

describe('a commit that two merged pull requests claim', () => {
  it('is not published', async () => {
    const commit = await git(scene.world.people.colleague, cloneOf(scene.world), 'rev-parse', 'origin/main');
    for (const pull of scene.repository.pulls.slice(0, 2)) {
      Object.assign(pull, { state: 'closed', merged: true, mergedAt: new Date(), mergeCommitSha: commit });
    }

    const end = await runSceneStep(scene, 'publish-model', { commit });

    expect(end.outputs).toEqual({ 'reason-code': 'not-merged' });
    expect(end.errors).toEqual([
      expect.stringMatching(/^\[not-merged\] Commit [0-9a-f]{40}: 2 merged pull requests claim this commit\. /),
    ]);
    expect(scene.repository.releases).toEqual([]);
  });
});
