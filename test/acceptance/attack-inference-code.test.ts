/** The candidate's own inference code, where the policy lets it run: what it can see, and what it can change. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene } from './support/scene.ts';

const example = resolve(import.meta.dirname, '..', '..', 'action-templates', 'mortgage-approval');
const EVALUATE = readFileSync(join(example, 'evaluate.mjs'), 'utf8');

/**
 * Searches its folder and those above it, as far as the job's own folders reach, and its environment for the hidden
 * columns and for anything that looks like a token; then predicts as it should.
 */
const SEARCHING = `
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
${EVALUATE}
const job = dirname(dirname(dirname(dirname(process.cwd()))));
const files = readdirSync(job, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('_actions'))
  .map((entry) => join(entry.parentPath, entry.name));
const hidden = /(^|,)(deny|afam|single)(,|$)/m;
const secret = /gh[ps]_|BEGIN [A-Z ]*PRIVATE KEY|eyJ[A-Za-z0-9_-]{20,}/;
const found = files.filter((file) => {
  const text = readFileSync(file, 'latin1');
  return (file.endsWith('.csv') && hidden.test(text)) || secret.test(text);
});
const told = Object.entries(process.env).filter(([name, value]) => secret.test(value) || /TOKEN|SECRET|KEY/.test(name));
console.log('SEARCHED ' + files.length + ' FOUND ' + JSON.stringify([...found, ...told]));
console.log('COLUMNS ' + Object.keys(rows[0]).join(' '));
`;

const REORDERING = EVALUATE.replace("'score'], predictions)", "'score'], predictions.toReversed())");
const withColumn = (column: string, value: string): string =>
  EVALUATE.replace(
    "'score'], predictions)",
    `'score', '${column}'], predictions.map((p) => ({ ...p, ${column}: '${value}' })))`,
  );

let scene: Scene;
let own: Pull;
let searching: Pull;
let reordering: Pull;
let labelled: Pull;
let protectedColumn: Pull;

beforeAll(async () => {
  scene = await enrolledScene({
    files: { 'gatehouse.yml': (policy) => policy.replace('code: base', 'code: candidate'), 'train.mjs': FAIR_TRAINING },
  });
  own = await scene.openPull({ files: { 'evaluate.mjs': `${EVALUATE}// The candidate's own.\n` } });
  searching = await scene.openPull({ files: { 'evaluate.mjs': SEARCHING } });
  reordering = await scene.openPull({ files: { 'evaluate.mjs': REORDERING } });
  labelled = await scene.openPull({ files: { 'evaluate.mjs': withColumn('deny', 'yes') } });
  protectedColumn = await scene.openPull({ files: { 'evaluate.mjs': withColumn('afam', 'no') } });
  await scene.idle();
});
afterAll(() => scene?.close());

it('runs, and is ready when it predicts and nothing else', async () => {
  expect((await scene.check(own)).title).toBe('Ready for approval; missing validation, risk');
});

describe('what it sees', () => {
  it('is features and ids, and no token', () => {
    const log = logOf(scene.decideRun(searching), 'evaluate');

    expect(Number(/SEARCHED (\d+)/.exec(log)?.[1])).toBeGreaterThan(5);
    expect(/FOUND (.*)/.exec(log)?.[1]).toBe('[]');
    expect(/COLUMNS (.*)/.exec(log)?.[1]?.split(' ')).toEqual(expect.not.arrayContaining(['deny', 'afam', 'single']));
    expect(/COLUMNS (.*)/.exec(log)?.[1]?.split(' ')).toContain('id');
  });

  it('changes no decision by having looked', () => {
    expect(scene.decisions(searching)).toEqual(scene.decisions(own));
  });
});

describe('what it writes', () => {
  it('is joined by id, so the order of rows changes nothing but the digest of the table', () => {
    for (const gate of ['performance', 'fairness']) {
      const { inputs, ...judged } = scene.decisions(own)[gate] ?? {};
      const { inputs: reorderedInputs, ...reordered } = scene.decisions(reordering)[gate] ?? {};
      expect(reordered).toEqual(judged);
      expect(reordered).toMatchObject({ outcome: 'pass' });
      expect(reorderedInputs?.[0]).toEqual(inputs?.[0]);
      expect(reorderedInputs?.[1]?.digest).not.toBe(inputs?.[1]?.digest);
    }
  });

  it.each([
    ['the label', () => labelled, 'deny'],
    ['a protected column', () => protectedColumn, 'afam'],
  ])('is refused with %s in it', async (_what, pull, column) => {
    const check = await scene.check(pull());

    expect(check.conclusion).toBe('failure');
    expect(check.title).toContain('predictions-refused');
    expect(logOf(scene.decideRun(pull()), 'evaluate')).toContain(`the label, protected or control columns "${column}"`);
    expect(scene.history(pull()).map(({ kind }) => kind)).toEqual(['refused']);
  });
});
