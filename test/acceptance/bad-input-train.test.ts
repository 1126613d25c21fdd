import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ActionStep, runActionStep, type StepEnd } from './support/action-step.ts';

const example = resolve(import.meta.dirname, '..', '..', 'action-templates', 'mortgage-approval');
const POLICY = readFileSync(join(example, 'gatehouse.yml'), 'utf8');
const DATA = readFileSync(join(example, 'data', 'applications.csv'), 'utf8')
  .split('\n')
  .slice(0, 41)
  .join('\n');

/** The example's policy about other data, with places changed. A change that finds no place is a mistake of the test. */
function policy(data: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  const digest = `sha256:${createHash('sha256').update(data).digest('hex')}`;
  return changes.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    },
    POLICY.replace(/sha256:[0-9a-f]{64}/, digest),
  );
}

const command = (script: string): readonly [string, string] => [
  'command: [node, train.mjs]',
  `command: ${JSON.stringify(['node', '-e', script])}`,
];

interface Workspace extends Pick<ActionStep, 'event' | 'env'> {
  readonly data?: string;
  /** `null`: none is there. */
  readonly config?: string | Uint8Array | null;
  readonly model?: string;
}

function train({
  data = DATA,
  config = policy(data),
  model = 'mortgage-approval',
  ...step
}: Workspace): Promise<StepEnd> {
  return runActionStep({
    action: 'train-model',
    with: { model },
    files: { 'data/applications.csv': data, ...(config === null ? {} : { 'gatehouse.yml': config }) },
    ...step,
  });
}

function expectError(end: StepEnd, messages: readonly (string | RegExp)[], reasonCode?: string): void {
  expect(end.code).toBe(1);
  expect(end.errors).toEqual(
    messages.map((message) => (typeof message === 'string' ? message : expect.stringMatching(message))),
  );
  for (const error of end.errors) expect(end.summary).toContain(error);
  expect(end.outputs).toEqual(reasonCode === undefined ? {} : { 'reason-code': reasonCode });
}

describe.concurrent('gatehouse.yml', () => {
  it('that is not there', async () => {
    expectError(await train({ config: null }), [
      /^Input "config": no file gatehouse\.yml in the workspace\. .* Check the repository out before this step/,
    ]);
  });

  it('with several mistakes is told all of them, with line, value, rule and remedy', async () => {
    const config = policy(
      DATA,
      ['version: 1', 'version: 2'],
      ['tier: high #', 'tier: hihg #'],
      ['limit: 0.10', 'limit: 0,10'],
      ['policy-role: policy-owner', 'policy-role: nobody'],
      ['minimum-group-size', 'minimum-group-sise'],
    );
    const end = await train({ config });

    expectError(end, [
      /^gatehouse\.yml:2:10 "version": got "2"\. It must be 1\./,
      /^gatehouse\.yml:12:11 "models\.mortgage-approval\.tier": got "hihg"\. .* Did you mean "high"\?$/,
      /^gatehouse\.yml:\d+:\d+ ".*-difference\.10": got the unknown key "10"\. .* use a dot as the decimal separator\.$/,
      /^gatehouse\.yml:\d+:\d+ ".*minimum-group-sise": got the unknown key .* Did you mean "minimum-group-size"\?$/,
      /^gatehouse\.yml:\d+:\d+ ".*approvals\.policy-role": got the unknown role "nobody"\. The roles are validation,/,
    ]);
  });

  it('that is no YAML is told once, where it breaks', async () => {
    expectError(await train({ config: POLICY.replace('models:\n', 'models:\n\t- x\n') }), [
      /^gatehouse\.yml:\d+:1: got "- x"\. YAML 1\.2 is expected here: Tabs .* Indent with spaces\.$/,
    ]);
  });

  it('that is not UTF-8', async () => {
    expectError(await train({ config: Uint8Array.of(0xe4, 0xff) }), [
      'gatehouse.yml:1:1: got 2 bytes that are not UTF-8. The file must be text in UTF-8. Save it with the encoding UTF-8.',
    ]);
  });

  it('that has another model', async () => {
    expectError(await train({ model: 'credit' }), [
      'Input "model": "credit". Allowed: one of the models of the configuration: mortgage-approval. Correct the name.',
    ]);
  });
});

describe.concurrent('training data', () => {
  it('that is not the data that the policy names', async () => {
    expectError(
      await train({ config: policy('other bytes') }),
      [/^\[digest-mismatch\] data\.applications at data\/applications\.csv: sha256:[0-9a-f]{64}\. Allowed: .* Restore/],
      'digest-mismatch',
    );
  });

  it.each([
    [
      'without the column of the split',
      DATA.replace('id,', 'nr,'),
      /:1: no column "id"\. .* columns there are: "nr", /,
    ],
    ['with a row of another length', `${DATA}\n1,2,3`, /:42: 3 fields, beginning with "1"\. Allowed: \d+ fields/],
    ['with broken quoting', `${DATA}\n"1`, /:4\d: broken quoting \(.*\)\. .* Write the table with a CSV library\.$/],
    ['without any row', DATA.slice(0, DATA.indexOf('\n') + 1), /: no training row\. .* Add rows, or correct "split"/],
    ['that is empty', '', /:1: the file is empty\. Allowed: a header line and rows\./],
  ])('%s', async (_, data, message) => {
    expectError(await train({ data }), [new RegExp(`^data/applications\\.csv${message.source}`)]);
  });
});

describe.concurrent('a training command', () => {
  it.each<[string, readonly [string, string], RegExp]>([
    [
      'whose program is not installed',
      ['command: [node, train.mjs]', 'command: [no-such-program, train.mjs]'],
      /^Command "no-such-program train\.mjs": the program or its folder was not found\. .* Install the program/,
    ],
    [
      'that fails',
      command('console.error("no memory left"); process.exit(3)'),
      /: it ended with exit code 3; its last line was "no memory left"\. .* Read its output above\.$/,
    ],
    [
      'that runs longer than it may',
      ['timeout-minutes: 10', 'timeout-minutes: 0.005\n      command: [node, -e, "setTimeout(() => 0, 60000)"]'],
      /: it was still running after 0\.3 s and was stopped; it printed nothing\. .* Raise "timeout-minutes"/,
    ],
    [
      'that writes nothing',
      command('0'),
      /^Training command: it wrote no file into "model"\. .* "train\.output" names/,
    ],
  ])('%s', async (_, change, message) => {
    const [from, to] = change;
    const config = to.includes('timeout-minutes')
      ? policy(DATA, ['      command: [node, train.mjs]\n', ''], [from, to])
      : policy(DATA, [from, to]);

    expectError(await train({ config }), [message]);
  });

  it.each([
    ['a pickle file', 'model.pkl', '"\\x80\\x04K\\x01."', /"model\.pkl": its name ends in neither \.safetensors nor/],
    ['a pickle file under another name', 'model.safetensors', '"\\x80\\x04K\\x01."', /"model\.safetensors": /],
    ['a broken JSON file', 'model.json', '"{"', /"model\.json": /],
  ])('that writes %s', async (_, name, content, message) => {
    const script = `require("fs").writeFileSync("model/${name}", Buffer.from(${content}, "latin1"))`;

    expectError(
      await train({ config: policy(DATA, command(script)) }),
      [new RegExp(`^\\[format-not-allowed\\] Model file ${message.source}.* Save weights as safetensors`)],
      'format-not-allowed',
    );
  });
});

describe.concurrent('a fork', () => {
  const from = (repo: unknown): unknown => ({ pull_request: { head: { repo } } });

  it.each(['self-hosted', undefined])('does not train on a runner that calls itself %s', async (environment) => {
    const event = from({ full_name: 'contributor/credit' });

    expectError(
      await train({ event, env: { RUNNER_ENVIRONMENT: environment } }),
      [/^\[fork-needs-sponsor\] train-model: a pull request from contributor\/credit on a self-hosted runner\./],
      'fork-needs-sponsor',
    );
  });

  it('that was deleted does not train anywhere', async () => {
    expectError(await train({ event: from(null), env: { RUNNER_ENVIRONMENT: 'github-hosted' } }), [
      /^The pull_request event: a head repository without a name; .* open it from a branch\.$/,
    ]);
  });
});
