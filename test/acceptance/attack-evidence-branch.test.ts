/** The evidence branch, which people's tokens and jobs with `contents: write` try to write. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textField } from '../../packages/cli/src/demo/person.ts';
import { enrolledScene, logOf, type Pull, type Scene } from './support/scene.ts';

/** A pull-request job that moves the evidence branch to a commit of its own. */
const HOSTILE = `
name: hostile
on: pull_request
permissions: { contents: write }
jobs:
  rewrite:
    runs-on: ubuntu-latest
    env: { TOKEN: '\${{ github.token }}' }
    steps:
      - uses: actions/checkout@v7
        with: { fetch-depth: 0 }
      - run: node rewrite.mjs
`;

const REWRITE = `
const url = process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + '/git/refs/heads/gatehouse-evidence';
const headers = { authorization: 'Bearer ' + process.env.TOKEN, 'content-type': 'application/json' };
for (const force of [false, true]) {
  const { status } = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ sha: process.env.GITHUB_SHA, force }) });
  console.log('MOVED ' + status);
}
console.log('DELETED ' + (await fetch(url, { method: 'DELETE', headers })).status);
`;

let scene: Scene;
let pull: Pull;
let before: string;

const tip = async (): Promise<string> =>
  textField((await scene.call('ml-engineer', 'GET', '/git/ref/heads/gatehouse-evidence')).body, 'object', 'sha');

beforeAll(async () => {
  scene = await enrolledScene();
  pull = await scene.openPull();
  await scene.idle();
  before = await tip();
});
afterAll(() => scene?.close());

it('is written by the App', () => {
  expect(scene.history(pull).map(({ kind }) => kind)).toEqual(['decision', 'ready']);
});

describe('nobody else', () => {
  it('adds an entry, moves or deletes it: a person', async () => {
    const main = textField((await scene.call('colleague', 'GET', '/git/ref/heads/main')).body, 'object', 'sha');
    const path = '/git/refs/heads/gatehouse-evidence';
    const file = { message: 'ready', content: Buffer.from('{}').toString('base64'), branch: 'gatehouse-evidence' };
    const answers = [
      await scene.call('colleague', 'PUT', '/contents/ledger/00000003.json', file),
      await scene.call('colleague', 'PATCH', path, { sha: main, force: true }),
      await scene.call('platform-engineer', 'DELETE', path),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(await tip()).toBe(before);
  });

  it('moves or deletes it: a job of a pull request', async () => {
    pull = await scene.push(pull, { files: { '.github/workflows/hostile.yml': HOSTILE, 'rewrite.mjs': REWRITE } });
    await scene.idle();

    expect(logOf(scene.runs('hostile')[0]).match(/(?:MOVED|DELETED) \d+/g)).toEqual([
      'MOVED 422',
      'MOVED 422',
      'DELETED 422',
    ]);
    expect(scene.history(pull).map(({ kind }) => kind)).toEqual(['decision', 'ready', 'decision', 'ready']);
  });
});

it('is the ruleset of docs/set-up.md that holds them back', async () => {
  scene.repository.rulesets.length = 0;
  const file = { message: 'anything', content: Buffer.from('{}').toString('base64'), branch: 'gatehouse-evidence' };

  expect((await scene.call('colleague', 'PUT', '/contents/anything.json', file)).status).toBe(201);
});
