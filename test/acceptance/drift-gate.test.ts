/** A policy that compares a batch of data with a reference: what it says of the data decides, and no pull request changes it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, someRows } from '../unit/gate-runner/drift-rows.ts';
import { ready } from './support/green.ts';
import { withGates } from './support/more-gates.ts';
import { pushMain } from './support/push-main.ts';
import { enrolledScene, FAIR_TRAINING, type Pull, type Scene } from './support/scene.ts';

const REFERENCE = csvOf(someRows(900, 1));
const STEADY = csvOf(someRows(700, 2));
const MOVED = csvOf(someRows(700, 3, { shift: 2 }));

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The policy of the example with a drift gate of which income alone fails. */
const comparing =
  (batch: string, reference = REFERENCE) =>
  (policy: string): string =>
    policy
      .replace(/^ {4}data:\n/m, (line) => `${line}${dataset('newest', batch)}${dataset('earlier', reference)}`)
      .replace(
        /^ {4}gates:\n/m,
        (line) =>
          `${line}      drift: { data: newest, reference: earlier, exclude: [id], column-rules: { income: { critical: true } } }\n`,
      );

function dataset(name: string, text: string): string {
  return `      ${name}: { path: data/${name}.csv, digest: "${digestOf(text)}", roles: [batch] }\n`;
}

const TRAINED = { 'train.mjs': FAIR_TRAINING };

let scene: Scene;
let plain: Pull;
let withOtherReference: Pull;

beforeAll(async () => {
  scene = await enrolledScene({
    files: {
      'gatehouse.yml': comparing(STEADY),
      'data/newest.csv': STEADY,
      'data/earlier.csv': REFERENCE,
      '.github/workflows/decide.yml': withGates('drift'),
    },
  });
  plain = await scene.openPull({ files: TRAINED });
  // A reference with which the batch would have drifted, named with its digest.
  withOtherReference = await scene.openPull({
    files: {
      ...TRAINED,
      'data/earlier.csv': MOVED,
      'gatehouse.yml': (policy) => policy.replace(digestOf(REFERENCE), digestOf(MOVED)),
    },
  });
  await scene.idle();
});
afterAll(() => scene?.close());

it('data that have not drifted let the pull request through', async () => {
  await ready(scene, plain);

  expect(scene.decisions(plain)['drift']).toMatchObject({
    outcome: 'pass',
    inputs: [
      { name: 'data', digest: digestOf(STEADY), rows: 700 },
      { name: 'reference', digest: digestOf(REFERENCE), rows: 900 },
    ],
  });
});

it('a reference that the pull request replaces, with its digest, changes nothing', () => {
  expect(scene.decisions(withOtherReference)['drift']?.findings).toEqual(scene.decisions(plain)['drift']?.findings);
  expect(scene.decisions(withOtherReference)['drift']?.inputs).toEqual(scene.decisions(plain)['drift']?.inputs);
});

it('data that have drifted block it, and no reference of its own helps', async () => {
  const policy = await policyOnMain();
  await pushMain(scene, {
    'data/newest.csv': MOVED,
    'gatehouse.yml': policy.replace(digestOf(STEADY), digestOf(MOVED)),
  });
  const drifted = await scene.openPull({ files: { 'train.mjs': `${FAIR_TRAINING}// again\n` } });
  const helped = await scene.openPull({
    files: {
      'train.mjs': `${FAIR_TRAINING}// and again\n`,
      'data/earlier.csv': MOVED,
      'gatehouse.yml': (text) => text.replace(digestOf(REFERENCE), digestOf(MOVED)),
    },
  });
  await scene.idle();

  for (const pull of [drifted, helped]) {
    const { conclusion, title } = await scene.check(pull);
    const drift = scene.decisions(pull)['drift'];

    expect({ conclusion, title }).toEqual({
      conclusion: 'failure',
      title: expect.stringContaining('Blocked by drift'),
    });
    expect(drift).toMatchObject({
      outcome: 'fail',
      inputs: [{ digest: digestOf(MOVED) }, { digest: digestOf(REFERENCE) }],
    });
    expect(drift?.findings).toContainEqual(
      expect.objectContaining({ groups: ['income'], outcome: 'fail', reasonCode: 'limit-exceeded' }),
    );
  }
});

async function policyOnMain(): Promise<string> {
  const { body } = await scene.call('ml-engineer', 'GET', '/contents/gatehouse.yml?ref=main');
  return Buffer.from(String(Object(body).content), 'base64').toString('utf8');
}
