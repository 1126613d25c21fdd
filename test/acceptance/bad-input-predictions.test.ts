import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf, expectNothingPublished, expectRed } from './support/red-check.ts';
import { enrolledScene, jobConclusion, type Pull, type Scene } from './support/scene.ts';

/** What the evaluation command of the base does is up to the candidate: `rows` are what it should write. */
const evaluation = (scenarios: readonly Pick<Scenario, 'name' | 'write'>[]): string => `
import { readFileSync, writeFileSync } from 'node:fs';
const lines = readFileSync(process.env.GATEHOUSE_FEATURES, 'utf8').trimEnd().split('\\n').slice(1);
const rows = lines.map((line, index) => [line.split(',')[0], index % 2 === 0 ? 'yes' : 'no', '0.5']);
const write = (header, table) =>
  writeFileSync(process.env.GATEHOUSE_PREDICTIONS, [header, ...table.map(String)].join('\\n') + '\\n');
const scenarios = {
${scenarios.map(({ name, write }) => `  ${JSON.stringify(name)}: () => { ${write} },`).join('\n')}
};
const { scenario } = JSON.parse(readFileSync(process.env.GATEHOUSE_MODEL_DIR + '/model.json', 'utf8'));
scenarios[scenario]();
`;

const training = (scenario: string): string => `import { writeFileSync } from 'node:fs';
writeFileSync('model/model.json', ${JSON.stringify(JSON.stringify({ scenario }))});
`;

const HEADER = "'id,prediction,score'";

interface Scenario {
  readonly name: string;
  readonly write: string;
  readonly reasonCode: string;
  readonly message: RegExp;
}

/** What a person reads in the log of the job: where, what was found, what is allowed, what to do. */
const SCENARIOS: readonly Scenario[] = [
  {
    name: 'with broken quoting',
    write: `write(${HEADER}, [['"app', 'yes', '0.5'], ...rows])`,
    reasonCode: 'predictions-refused',
    message:
      /^predictions:\d+: broken quoting .*\. Allowed: fields with a comma.* Write the table with a CSV library\.$/,
  },
  {
    name: 'with the label and a protected column, in other letters',
    write: "write('id,prediction,score,deny, AFAM', rows.map((row) => [...row, 'no', 'no']))",
    reasonCode: 'predictions-refused',
    message:
      /^predictions:1: the label, protected or control columns "deny", " AFAM"\. .* Remove them: predictions never/,
  },
  {
    name: 'without some ids',
    write: `write(${HEADER}, rows.slice(2))`,
    reasonCode: 'predictions-refused',
    message:
      /^predictions: no row for 2 of \d+ ids, for example "app-\d+", .* Write one row per row of the features table/,
  },
  {
    name: 'with an id twice',
    write: `write(${HEADER}, [rows[0], ...rows.slice(0, -1)])`,
    reasonCode: 'predictions-refused',
    message: /^predictions:3: the id "app-\d+" again\. Allowed: one row per id\. Write one row per row/,
  },
  {
    name: 'without a column',
    write: "write('id,prediction', rows.map((row) => row.slice(0, 2)))",
    reasonCode: 'predictions-refused',
    message: /^predictions:1: no column "score"\. Allowed: exactly the columns "id", "prediction", "score"\. Add what/,
  },
  {
    name: 'with a prediction outside the declared values',
    write: `write(${HEADER}, [[rows[0][0], 'maybe', '0.5'], ...rows.slice(1)])`,
    reasonCode: 'predictions-refused',
    message: /^predictions:2: the prediction "maybe"\. Allowed: "yes" or "no"\. Predict one of the two\.$/,
  },
  {
    name: 'that nobody wrote',
    write: '',
    reasonCode: 'evaluation-failed',
    message:
      /^The evaluation command "node evaluate\.mjs": it exited with 0 and wrote no predictions\. .* Write the table/,
  },
  {
    name: 'of a command that failed',
    write: "console.error('cannot load the model'); process.exit(7)",
    reasonCode: 'evaluation-failed',
    message: /^Command "node evaluate\.mjs": it ended with exit code 7; its last line was "cannot load the model"\. /,
  },
];

/** Many workflow runs at once; a busy machine needs longer than for one. */
const PATIENCE_MS = 600_000;

let scene: Scene;
const pulls = new Map<string, Pull>();
const SOUND = 'sound';

beforeAll(async () => {
  const scenarios = [{ name: SOUND, write: `write(${HEADER}, rows)` }, ...SCENARIOS];
  // The signal's decision about each new pull request would only say that it waits.
  const files = { 'evaluate.mjs': evaluation(scenarios), '.github/workflows/signal.yml': null };
  scene = await enrolledScene({ files });
  for (const { name } of scenarios) {
    pulls.set(name, await scene.openPull({ files: { 'train.mjs': training(name) } }));
  }
  await scene.idle();
}, PATIENCE_MS);

afterAll(() => scene?.close());

function pullOf(name: string): Pull {
  const pull = pulls.get(name);
  if (pull === undefined) throw new Error(`No pull request "${name}".`);
  return pull;
}

it('a sound table is evaluated, and judged by the gates', async () => {
  const run = scene.decideRun(pullOf(SOUND));

  expect(jobConclusion(run, 'evaluate')).toBe('success');
  expect((await scene.check(pullOf(SOUND))).title).toMatch(/^Blocked by .*performance/);
});

describe('a table of predictions', () => {
  it.each(SCENARIOS)('$name is refused in one message', async ({ name, reasonCode, message }) => {
    const run = scene.decideRun(pullOf(name));
    const prefixed = new RegExp(`^\\[${reasonCode}\\] ${message.source.slice(1)}`);

    expect(errorsOf(run, 'evaluate')).toEqual([expect.stringMatching(prefixed)]);
    expect(run?.jobs.flatMap(({ summaries }) => summaries).join('')).toContain(`[${reasonCode}] `);
    expect(jobConclusion(run, 'gates')).toBe('skipped');
    const summary = await expectRed(scene, pullOf(name), reasonCode);
    expect(summary).toContain(`actions/runs/${run?.id} says what was found, what is allowed and what to do`);
  });
});

it('publishes nothing', async () => {
  await expectNothingPublished(scene);
});
