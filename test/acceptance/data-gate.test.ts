/** A policy that names the dataset it judges: its bytes and its rules are those of the base, whatever a pull request edits. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ready } from './support/green.ts';
import { withGates } from './support/more-gates.ts';
import { pushMain } from './support/push-main.ts';
import { enrolledScene, FAIR_TRAINING, type Pull, type Scene } from './support/scene.ts';

const PATH = 'data/applications.csv';
const example = resolve(import.meta.dirname, '../../action-templates/mortgage-approval');
const SOUND = readFileSync(resolve(example, PATH), 'utf8');
/** One applicant more, with a debt ratio that no policy allows. */
const EDITED = `${SOUND}${SOUND.trimEnd()
  .split('\n')
  .at(-1)
  ?.replace(/^[^,]*,([^,]*),[^,]*/, 'app-9999,$1,77')}\n`;

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const RULES = `      data:
        dataset: applications
        key: [id]
        rows: { min: 1000 }
        missing-rate: 0.05
        extra-columns: allow
        columns: { id: { type: text, pattern: "app-[0-9]{4}" }, pirat: { type: number, min: 0, max: 10 } }
        leakage: {}
`;

let scene: Scene;
let plain: Pull;
let edited: Pull;
let loosened: Pull;

beforeAll(async () => {
  scene = await enrolledScene({
    files: {
      'gatehouse.yml': (policy) => policy.replace(/^ {4}gates:\n/m, (line) => `${line}${RULES}`),
      '.github/workflows/decide.yml': withGates('data'),
    },
  });
  plain = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING } });
  edited = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING, [PATH]: EDITED } });
  loosened = await scene.openPull({
    files: {
      'train.mjs': FAIR_TRAINING,
      [PATH]: EDITED,
      'gatehouse.yml': (policy) => policy.replace(digestOf(SOUND), digestOf(EDITED)).replace('max: 10', 'max: 100'),
    },
  });
  await scene.idle();
});
afterAll(() => scene?.close());

it('data that are what the policy names let the pull request through', async () => {
  await ready(scene, plain);

  expect(scene.decisions(plain)['data']).toMatchObject({
    outcome: 'pass',
    inputs: [{ name: 'data', digest: digestOf(SOUND), rows: 2380 }],
  });
});

it('a pull request that edits the data leaves no candidate that could be judged', async () => {
  const { conclusion, title } = await scene.check(edited);

  expect({ conclusion, title }).toEqual({
    conclusion: 'failure',
    title: expect.stringContaining('candidate-missing'),
  });
});

it('one that edits policy and data is judged by the old ones, and waits for the owner of the policy', async () => {
  const { conclusion, title } = await scene.check(loosened);

  expect({ conclusion, title }).toEqual({
    conclusion: 'action_required',
    title: expect.stringMatching(/rule loosened.*policy-owner/),
  });
  expect(scene.decisions(loosened)['data']?.inputs).toEqual(scene.decisions(plain)['data']?.inputs);
});

it('data that break a rule of the base block every pull request, and name the value', async () => {
  const { body } = await scene.call('ml-engineer', 'GET', '/contents/gatehouse.yml?ref=main');
  const policy = Buffer.from(String(Object(body).content), 'base64').toString('utf8');
  await pushMain(scene, { [PATH]: EDITED, 'gatehouse.yml': policy.replace(digestOf(SOUND), digestOf(EDITED)) });
  const blocked = await scene.openPull({ files: { 'train.mjs': `${FAIR_TRAINING}// again\n` } });
  await scene.idle();
  const { conclusion, title } = await scene.check(blocked);

  expect({ conclusion, title }).toEqual({ conclusion: 'failure', title: expect.stringContaining('Blocked by data') });
  expect(scene.decisions(blocked)['data']?.findings).toContainEqual(
    expect.objectContaining({
      groups: ['pirat'],
      reasonCode: 'value-outside-domain',
      message: expect.stringContaining('"77"'),
    }),
  );
});
