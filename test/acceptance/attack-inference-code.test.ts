/** The candidate's own inference code, where the policy lets it run: what it can see, and what it can change. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack } from './support/attack.ts';
import { ready } from './support/green.ts';
import { gained, refusedCheck } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene } from './support/scene.ts';

const example = resolve(import.meta.dirname, '..', '..', 'action-templates', 'mortgage-approval');
const EVALUATE = readFileSync(join(example, 'evaluate.mjs'), 'utf8');

/**
 * Searches its folder and those above it, as far as the job's own folders reach, and the environment of every process it
 * can see, for the hidden columns and for anything that looks like a token; then predicts as it should, in another order.
 */
const SEARCHING = `
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
${EVALUATE.replace("'score'], predictions)", "'score'], predictions.toReversed())")}
const read = (file) => { try { return readFileSync(file, 'latin1'); } catch { return ''; } };
const job = dirname(dirname(dirname(dirname(process.cwd()))));
const files = readdirSync(job, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('_actions'))
  .map((entry) => join(entry.parentPath, entry.name));
const processes = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).map((name) => '/proc/' + name + '/environ');
const hidden = /(^|,)(deny|afam|single)(,|$)/m;
const secret = /gh[ps]_|BEGIN [A-Z ]*PRIVATE KEY|eyJ[A-Za-z0-9_-]{20,}/;
const found = [...files, ...processes].filter((file) => {
  const text = read(file);
  return (file.endsWith('.csv') && hidden.test(text)) || secret.test(text);
});
const told = Object.entries(process.env).filter(([name, value]) => secret.test(value) || /TOKEN|SECRET|KEY/.test(name));
console.log('SEARCHED ' + files.length + ' FOUND ' + JSON.stringify([...found, ...told]));
console.log('COLUMNS ' + Object.keys(rows[0]).join(' '));
`;

const withColumn = (column: string, value: string): string =>
  EVALUATE.replace(
    "'score'], predictions)",
    `'score', '${column}'], predictions.map((p) => ({ ...p, ${column}: '${value}' })))`,
  );

let scene: Scene;
let own: Pull;
let searching: Pull;
let labelled: Pull;
let protectedColumn: Pull;

beforeAll(async () => {
  scene = await enrolledScene({
    files: { 'gatehouse.yml': (policy) => policy.replace('code: base', 'code: candidate'), 'train.mjs': FAIR_TRAINING },
  });
  own = await scene.openPull({ files: { 'evaluate.mjs': `${EVALUATE}// The candidate's own.\n` } });
  searching = await scene.openPull({ files: { 'evaluate.mjs': SEARCHING } });
  labelled = await scene.openPull({ files: { 'evaluate.mjs': withColumn('deny', 'yes') } });
  protectedColumn = await scene.openPull({ files: { 'evaluate.mjs': withColumn('afam', 'no') } });
  await scene.idle();
});
afterAll(() => scene?.close());

describe('what it sees', () => {
  attack(
    {
      id: 'inference-code-searches-for-labels-and-tokens',
      threats: ['T10', 'T19'],
      may: 'bring inference code that the policy lets run',
      does: 'searches its folders, its environment and /proc for labels, protected columns and tokens',
      refusedBy: 'nobody',
      because: 'only features and ids are there, and no token',
    },
    {
      green: () => ready(scene, own),
      attempt: () => {
        const log = logOf(scene.decideRun(searching), 'evaluate');
        const columns = /COLUMNS (.*)/.exec(log)?.[1]?.split(' ') ?? [];
        const found: unknown = JSON.parse(/FOUND (.*)/.exec(log)?.[1] ?? '"It did not search."');

        expect(Number(/SEARCHED (\d+)/.exec(log)?.[1])).toBeGreaterThan(5);
        expect(columns).toContain('id');
        return gained([
          ...[found].flat().map((name) => JSON.stringify(name)),
          ...columns.filter((column) => ['deny', 'afam', 'single'].includes(column)),
        ]);
      },
    },
  );
});

describe('what it writes', () => {
  it('is joined by id, so the order of rows changes nothing but the digest of the table', () => {
    for (const gate of ['performance', 'fairness']) {
      const { inputs, ...judged } = scene.decisions(own)[gate] ?? {};
      const { inputs: reorderedInputs, ...reordered } = scene.decisions(searching)[gate] ?? {};
      expect(reordered).toEqual(judged);
      expect(reordered).toMatchObject({ outcome: 'pass' });
      expect(reorderedInputs?.[0]).toEqual(inputs?.[0]);
      expect(reorderedInputs?.[1]?.digest).not.toBe(inputs?.[1]?.digest);
    }
  });

  function expectRefused(pull: Pull, column: string): void {
    const log = logOf(scene.decideRun(pull), 'evaluate');
    expect(log).toContain(`the label, protected or control columns "${column}"`);
    expect(scene.history(pull).map(({ kind }) => kind)).toEqual(['refused']);
  }

  attack(
    {
      id: 'predictions-bring-their-own-labels',
      threats: ['T19'],
      may: 'bring inference code that the policy lets run',
      does: 'adds the label column to the predictions',
      refusedBy: 'check',
      reasonCodes: ['predictions-refused'],
    },
    {
      green: () => ready(scene, own),
      attempt: () => {
        expectRefused(labelled, 'deny');
        return refusedCheck(scene, labelled);
      },
    },
  );

  attack(
    {
      id: 'predictions-bring-their-own-groups',
      threats: ['T19'],
      may: 'bring inference code that the policy lets run',
      does: 'adds a protected column to the predictions',
      refusedBy: 'check',
      reasonCodes: ['predictions-refused'],
    },
    {
      green: () => ready(scene, own),
      attempt: () => {
        expectRefused(protectedColumn, 'afam');
        return refusedCheck(scene, protectedColumn);
      },
    },
  );
});
