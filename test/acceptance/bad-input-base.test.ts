import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { splitPart } from '@gatehouse/tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushMain } from './support/push-main.ts';
import { asRead, errorsOf, expectNothingPublished, expectRed, INSTANT_TRAINING } from './support/red-check.ts';
import { enrolledScene, FAIR_TRAINING, jobConclusion, type Pull, type Scene } from './support/scene.ts';
import { runSceneStep } from './support/scene-step.ts';

const example = resolve(import.meta.dirname, '..', '..', 'action-templates', 'mortgage-approval');
const POLICY = readFileSync(join(example, 'gatehouse.yml'), 'utf8');
const DATA = readFileSync(join(example, 'data', 'applications.csv'), 'utf8')
  .trimEnd()
  .split('\n');
const COLUMNS = DATA[0]?.split(',') ?? [];

/** An evaluation command that takes every model and says yes and no in turn. */
const EVALUATION = `import { readFileSync, writeFileSync } from 'node:fs';
const lines = readFileSync(process.env.GATEHOUSE_FEATURES, 'utf8').trimEnd().split('\\n').slice(1);
const rows = lines.map((line, index) => [line.split(',')[0], index % 2 === 0 ? 'yes' : 'no', '0.5']);
writeFileSync(process.env.GATEHOUSE_PREDICTIONS, ['id,prediction,score', ...rows.map(String)].join('\\n'));
`;

/** A base with this data and a policy that names it. */
function base(lines: readonly string[], policy = POLICY): Readonly<Record<string, string>> {
  const data = `${lines.join('\n')}\n`;
  const digest = `sha256:${createHash('sha256').update(data).digest('hex')}`;
  return {
    'data/applications.csv': data,
    'gatehouse.yml': policy.replace(/sha256:[0-9a-f]{64}/, digest),
    'evaluate.mjs': EVALUATION,
  };
}

const isEvaluated = (row: string): boolean =>
  splitPart({ id: row.split(',')[0] ?? '', salt: 'mortgage-approval', parts: 2 }) === 0;
const withCell = (row: string, column: string, value: string): string =>
  row.split(',').with(COLUMNS.indexOf(column), value).join(',');
const cell = (row: string, column: string): string => row.split(',')[COLUMNS.indexOf(column)] ?? '';

let scene: Scene;
/** Trained on a base in order, and open while the base goes wrong. */
let trained: Pull;

beforeAll(async () => {
  // Of the shipped workflows those that train and decide: nothing else has a part in these scenarios.
  const others = ['authorise', 'publish', 'deploy', 'signal', 'sweep'];
  const removed = Object.fromEntries(others.map((name) => [`.github/workflows/${name}.yml`, null]));
  scene = await enrolledScene({ files: { 'train.mjs': INSTANT_TRAINING, ...removed } });
  trained = await scene.openPull({ files: { 'train.mjs': `${INSTANT_TRAINING}// a change\n` } });
  await scene.idle();
});

afterAll(() => scene?.close());

/** Opens a pull request on the base as it is now, and waits for its check. */
async function pullOnBase(files = { 'train.mjs': `${INSTANT_TRAINING}// ${Math.random()}\n` }): Promise<Pull> {
  const pull = await scene.openPull({ files });
  await scene.idle();
  return pull;
}

describe('data that the base policy names', () => {
  it('with a label outside the declared values is refused, where it stands', async () => {
    const at = DATA.findIndex((row, index) => index > 0 && isEvaluated(row));
    await pushMain(scene, base(DATA.with(at, withCell(DATA[at] ?? '', 'deny', 'maybe'))));
    const pull = await pullOnBase();
    const run = scene.decideRun(pull);

    expect(errorsOf(run, 'evaluate')).toEqual([
      `data/applications.csv:${at + 1}: the label "maybe" in column "deny". Allowed: "yes" or "no". Correct the row, or "columns.label" in gatehouse.yml.`,
    ]);
    expect(await expectRed(scene, pull, 'evaluation-error')).toContain(`actions/runs/${run?.id} says what was found`);
  });

  const first = DATA[1] ?? '';
  it.each<[string, Readonly<Record<string, string>>, RegExp, string]>([
    [
      'with an id twice',
      base([...DATA, first]),
      /^data\/applications\.csv:\d+: the id "app-0001" of line 2 again\. Allowed: every id once\. Remove or rename the copy\.$/,
      'evaluation-error',
    ],
    [
      'without an id',
      base(DATA.with(1, withCell(first, 'id', ''))),
      /^data\/applications\.csv:2: an empty id\. Allowed: an id in every row\. Give the row an id\.$/,
      'evaluation-error',
    ],
    [
      'without a protected column',
      base(DATA.with(0, (DATA[0] ?? '').replace('afam', 'group'))),
      /^data\/applications\.csv:1: no column "afam"\. .* Correct "columns" or "split" in gatehouse\.yml, or add the column/,
      'evaluation-error',
    ],
    [
      'that are other bytes than it names',
      { ...base(DATA), 'data/applications.csv': `${DATA.slice(0, -1).join('\n')}\n` },
      /^\[digest-mismatch\] data\/applications\.csv at [0-9a-f]{40}: sha256:.* Change the data and its digest .* together/,
      'digest-mismatch',
    ],
  ])('%s are refused', async (_, files, message, reasonCode) => {
    await pushMain(scene, files);
    const [run] = scene.runs('train', trained.head);
    const end = await runSceneStep(scene, 'evaluate-model', { 'run-id': String(run?.id) });

    expect({ code: end.code, outputs: end.outputs }).toEqual({ code: 1, outputs: { 'reason-code': reasonCode } });
    expect(end.errors).toEqual([expect.stringMatching(message)]);
  });

  it('with an empty group and one that is too small is inconclusive, and that blocks', async () => {
    // Thirty rows of one group, about half of them held out; of another value there is a row in training only.
    const few = DATA.filter((row) => cell(row, 'afam') === 'yes').slice(30);
    const lines = DATA.filter((row) => !few.includes(row));
    const at = lines.findIndex((row, index) => index > 0 && !isEvaluated(row));
    const data = base(lines.with(at, withCell(lines[at] ?? '', 'single', 'unknown')));
    await pushMain(scene, { ...data, 'evaluate.mjs': readFileSync(join(example, 'evaluate.mjs'), 'utf8') });
    const pull = await pullOnBase({ 'train.mjs': FAIR_TRAINING });
    const { conclusion, title, summary } = await scene.check(pull);

    expect({ conclusion, title }).toEqual({
      conclusion: 'failure',
      title: expect.stringMatching(
        /^Blocked by fairness \(inconclusive\): group \w+ of \w+ has \d+ rows; policy minimum \d+$/,
      ),
    });
    expect(asRead(summary)).toContain('group unknown of single has 0 rows; policy minimum 30');
    expect(asRead(summary)).toMatch(/group yes of afam has 1\d rows; policy minimum 30/);
    expect(summary).toContain('empty-group');
    expect(summary).toContain('insufficient-n');
    expect((await scene.merge(pull)).status).toBe(405);
    expect(scene.decisions(pull)['fairness']?.outcome).toBe('inconclusive');
  });
});

describe('the policy of the base', () => {
  it('that is not there makes every pull request red', async () => {
    await pushMain(scene, { 'gatehouse.yml': null });
    const pull = await pullOnBase({ ...base(DATA), 'train.mjs': INSTANT_TRAINING });

    expect(errorsOf(scene.decideRun(pull), 'evaluate')).toEqual([
      expect.stringMatching(
        /^\[no-policy\] gatehouse\.yml at [0-9a-f]{40}: no such file\. .* Merge a pull request that/,
      ),
    ]);
    expect(await expectRed(scene, pull, 'no-policy')).toContain('Merge a pull request that adds gatehouse.yml');
  });

  it('that is malformed makes every pull request red, and the check says all of its faults', async () => {
    const malformed = POLICY.replace('tier: high', 'tier: hihg').replace('limit: 0.10', 'limt: 0.10');
    await pushMain(scene, base(DATA, malformed));
    const pull = await pullOnBase({ ...base(DATA), 'train.mjs': `${INSTANT_TRAINING}// once more\n` });
    const summary = await expectRed(scene, pull, 'policy-invalid');

    expect(summary).toMatch(
      /gatehouse\.yml:12:11 "models\.mortgage-approval\.tier": got "hihg"\. .* Did you mean "high"\?/,
    );
    expect(summary).toMatch(/got the unknown key "limt"\. .* Did you mean "limit/);
  });
});

describe('a signing key', () => {
  const ENVIRONMENT = 'governance';
  const other = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  it.each([
    [
      'that the policy does not trust',
      other.privateKey,
      /^\[signature-invalid\] Input "signing-key": a key that the base policy does not name\. .* "governance"\. Put the private key/,
    ],
    [
      'that cannot be read',
      'c2VjcmV0',
      /^Input "signing-key": text that is not a readable private key in PEM .* Make one with: openssl/,
    ],
  ])('%s signs nothing, and the check is red for it', async (_, key, message) => {
    await pushMain(scene, { ...base(DATA), 'README.md': `${Math.random()}\n` });
    scene.repository.environments.get(ENVIRONMENT)?.secrets.set('GATEHOUSE_SIGNING_KEY', key);
    const pull = await pullOnBase();
    const run = scene.decideRun(pull);

    expect(jobConclusion(run, 'gates')).toBe('success');
    expect(errorsOf(run, 'sign')).toEqual([expect.stringMatching(message)]);
    expect(await expectRed(scene, pull, 'signature-invalid')).toContain('Input "signing-key": ');
    expect(scene.history(pull)).toEqual([]);
  });
});

it('publishes nothing', async () => {
  await expectNothingPublished(scene);
});
