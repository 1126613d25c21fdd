/** Somebody pretends: to be allowed to use the keys, to be the check, to have an authorisation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textField } from '../../packages/cli/src/demo/person.ts';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene } from './support/scene.ts';

const HOSTILE = '.github/workflows/hostile.yml';

/** Runs in a pull request: asks for the environments, and forges the check and a status on every head it is told. */
const hostileWorkflow = (victim: string): string => `
name: hostile
on: pull_request
permissions: { contents: read }
jobs:
${['governance', 'registry']
  .map(
    (environment) => `  ask-for-${environment}:
    runs-on: ubuntu-latest
    environment: ${environment}
    env:
      KEY: \${{ secrets.GATEHOUSE_SIGNING_KEY }}\${{ secrets.GATEHOUSE_APP_PRIVATE_KEY }}
    steps:
      - run: echo "$KEY"; echo "$KEY" | base64; echo "$KEY" | rev
`,
  )
  .join('')}  forge:
    runs-on: ubuntu-latest
    permissions: { contents: read, checks: write, statuses: write }
    env:
      TOKEN: \${{ github.token }}
      HEADS: ${victim} \${{ github.event.pull_request.head.sha }}
      KEY: \${{ secrets.GATEHOUSE_SIGNING_KEY }}
    steps:
      - uses: actions/checkout@v7
      - run: node forge.mjs
`;

const FORGE = `
const name = 'gatehouse/governance';
const post = async (path, body) => {
  const url = process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + path;
  const headers = { authorization: 'Bearer ' + process.env.TOKEN, 'content-type': 'application/json' };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  console.log('FORGED ' + path.split('/')[1] + ' ' + status);
};
for (const sha of process.env.HEADS.split(' ')) {
  await post('/check-runs', { name, head_sha: sha, status: 'completed', conclusion: 'success' });
  await post('/statuses/' + sha, { context: name, state: 'success' });
}
console.log('KEY LENGTH ' + process.env.KEY.length);
`;

/** publish.yml as somebody edits it on a branch: no environment, and the job's own token. */
const withoutEnvironment = (publish: string): string =>
  publish
    .replace(/ {4}environment:\n.*\n.*\n/, '')
    .replace(/permissions: \{\} # everything.*/, 'permissions: { actions: read, contents: write, pull-requests: read }')
    .replace(/ {6}- id: app\n(?: {8}.*\n)+/, '')
    .replace('${{ steps.app.outputs.token }}', '${{ github.token }}');

let scene: Scene;
let approved: Pull;
let hostile: Pull;
const secrets = (): readonly string[] => {
  const names = ['governance', 'registry'];
  return names.flatMap((name) => [...(scene.repository.environments.get(name)?.secrets.values() ?? [])]);
};

beforeAll(async () => {
  scene = await enrolledScene({ files: { 'train.mjs': FAIR_TRAINING } });
  approved = await scene.openPull({ files: { 'note.mjs': '// one\n' } });
  hostile = await scene.openPull({
    files: {
      [HOSTILE]: hostileWorkflow(approved.head),
      'forge.mjs': FORGE,
      '.github/workflows/publish.yml': withoutEnvironment,
    },
  });
  await scene.idle();
});
afterAll(() => scene?.close());

describe('a pull request that asks for the environments of the keys', () => {
  it.each(['governance', 'registry'])('does not get "%s": the job fails before its first step', (environment) => {
    const [run] = scene.runs('hostile');
    const job = run?.jobs.find(({ name }) => name === `ask-for-${environment}`);

    expect(job).toMatchObject({ conclusion: 'failure', steps: [] });
    expect(job?.log.join()).toContain(`is not allowed to deploy to ${environment}`);
  });

  it('finds no secret in a job without the environment either', () => {
    expect(logOf(scene.runs('hostile')[0], 'forge')).toContain('KEY LENGTH 0');
  });

  it('leaves no secret in any log, in any encoding', () => {
    const logs = scene.repository.runs.map((run) => logOf(run)).join('\n');
    const lines = secrets().flatMap((pem) => pem.split('\n').filter((line) => /^[A-Za-z0-9+/=]{40,}$/.test(line)));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const encodings = [
        line,
        Buffer.from(line).toString('base64').slice(0, 40),
        Buffer.from(line).toString('hex'),
        Buffer.from(line, 'base64').toString('hex'),
        encodeURIComponent(line),
        [...line].reverse().join(''),
      ];
      expect(encodings.filter((text) => logs.includes(text))).toEqual([]);
    }
  });
});

describe('a forged check of the same name', () => {
  it.each([
    ['on the pull request that forges', () => hostile],
    ['on another pull request', () => approved],
  ])('does not unblock the merge %s', async (_where, pull) => {
    const log = logOf(scene.runs('hostile')[0], 'forge');
    expect(log.match(/FORGED check-runs 201/g)).toHaveLength(2);
    expect(log.match(/FORGED statuses 201/g)).toHaveLength(2);
    expect((await scene.check(pull())).conclusion).toBe('action_required');

    const answer = await scene.merge(pull());
    expect(answer.status).toBe(405);
    expect(JSON.stringify(answer.body)).toContain('gatehouse/governance');
  });
});

describe('a dispatch of publish from a branch, gates green, nobody has approved', () => {
  async function dispatched(ref: string, commit: string): Promise<string> {
    expect((await scene.dispatch('publish.yml', ref, { commit })).status).toBe(204);
    await scene.idle();
    const [run] = scene.runs('publish');
    expect(run?.conclusion).toBe('failure');
    expect(scene.tags()).toEqual([]);
    expect((await scene.call('platform-engineer', 'GET', '/releases')).body).toEqual([]);
    return logOf(run);
  }

  it('is refused by the environment', async () => {
    expect(await dispatched(approved.branch, approved.head)).toContain('is not allowed to deploy to registry');
  });

  it('is refused as not authorised where the branch left the environment out', async () => {
    const log = await dispatched(hostile.branch, approved.head);

    expect(log).toContain('gatehouse/actions/publish-model');
    expect(log).toContain('[not-authorised]');
  });

  it('is refused as not authorised from the default branch too', async () => {
    expect(await dispatched('main', approved.head)).toContain('[not-authorised]');
  });
});

it('the same pull request, approved, is merged and published', async () => {
  await scene.approve(approved, 'model-validator', 'risk-officer');
  expect((await scene.check(approved)).conclusion).toBe('success');
  const answer = await scene.merge(approved);
  expect(answer.status).toBe(200);
  await scene.idle();

  expect(scene.tags()).toEqual(['mortgage-approval@v1.0.0']);
  await scene.dispatch('publish.yml', 'main', { commit: textField(answer.body, 'sha') });
  await scene.idle();
  expect(scene.runs('publish')[0]?.conclusion).toBe('success');
});
