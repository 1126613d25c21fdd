import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ActionError, ConfigError, type Decision, formatFault, sha256 } from '@gatehouse/core';
import {
  countChampion,
  countGroups,
  countIntersections,
  evaluateFairness,
  evaluatePerformance,
} from '@gatehouse/gates';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GateKind } from '../../../../packages/cli/src/gate/gate-kind.ts';
import { fairnessKind } from '../../../../packages/cli/src/gate/kinds/fairness.ts';
import { performanceKind } from '../../../../packages/cli/src/gate/kinds/performance.ts';
import { readAligned, readEvaluationData } from '../../tables/row-reader.ts';
import { CONFIG, DATA, exampleModel, examplePredictions } from './example-predictions.ts';
import { decisionOf, folderWith, gate, judgeHere } from './gatehouse-gate.ts';

const DIGEST = sha256('candidate');

let first: Buffer;
let second: Buffer;

beforeAll(() => {
  first = examplePredictions('train.mjs');
  second = examplePredictions('candidate-2/train.mjs');
});

/** The example's repository as a person has it, with predictions beside it. */
function repository(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = folderWith({ 'gatehouse.yml': CONFIG, 'p.csv': first, 'champion.csv': second });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/applications.csv'), DATA);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const LOOK = ['--config', 'gatehouse.yml', '--predictions', 'p.csv', '--model-digest', DIGEST];
const CHAMPION = ['--champion-predictions', 'champion.csv', '--champion-version', 'mortgage-approval@v1.0.0'];

/** The decisions by the reader of rows in JavaScript, which shares nothing with the engine. */
function byRows(): { readonly fairness: Decision; readonly performance: Decision } {
  const { gates } = exampleModel();
  if (gates.fairness === undefined || gates.performance === undefined) throw new Error('A gate is missing.');
  const data = readEvaluationData(DATA, exampleModel());
  const [challenger, champion] = [first, second].map((bytes) => readAligned(bytes, exampleModel(), data));
  if (challenger === undefined || champion === undefined) throw new Error('No predictions.');
  const inputs = [
    { name: 'evaluation-data', digest: sha256(DATA), rows: data.ids.length },
    { name: 'predictions', digest: sha256(first), rows: data.ids.length },
    { name: 'champion-predictions', digest: sha256(second), rows: data.ids.length },
  ];
  const context = { subject: { model: 'mortgage-approval', modelDigest: DIGEST }, policyDigest: null, inputs };
  const { labels, protected: sensitive, knownGroups } = data;
  const rows = { labels, predicted: challenger.predicted, sensitive, knownGroups };
  return {
    fairness: evaluateFairness({
      config: gates.fairness,
      context,
      groups: countGroups(rows),
      intersections: countIntersections(rows),
      champion: countChampion(rows, champion.predicted),
    }),
    performance: evaluatePerformance({
      config: gates.performance,
      context,
      labels,
      challenger,
      champion: { state: 'evaluated', version: 'mortgage-approval@v1.0.0', ...champion },
    }),
  };
}

describe('a gate by the policy of a repository', () => {
  it('says of fairness what the rows say, read by other code', async () => {
    const ended = await gate(repository(), ['fairness', ...LOOK, ...CHAMPION, '--json']);

    const { fairness } = byRows();
    const decision = decisionOf(ended);
    expect(ended.code).toBe(1);
    expect(decision.findings).toEqual(fairness.findings);
    expect(decision.measures['groups']).toEqual(fairness.measures['groups']);
    expect([decision.outcome, decision.subject, decision.inputs]).toEqual(['fail', fairness.subject, fairness.inputs]);
  });

  it('says of performance what the rows say, read by other code', async () => {
    const decision = await judgeHere(performanceKind, repository(), [...LOOK, ...CHAMPION]);

    const { performance } = byRows();
    expect(decision.findings).toEqual(performance.findings);
    expect(decision.measures['metrics']).toEqual(performance.measures['metrics']);
    expect(decision.subject).toEqual(performance.subject);
  });

  it('says that there is no champion where none is named', async () => {
    const { findings } = await judgeHere(performanceKind, repository(), LOOK);

    expect(findings.at(-1)).toMatchObject({ reasonCode: 'first-version' });
  });

  it('cannot tell of an error that evaluations share, which the ledger counts', async () => {
    const strict = CONFIG.replace('      performance:\n', '      performance:\n        strict-reuse: true\n');
    const { outcome, findings } = await judgeHere(performanceKind, repository({ 'gatehouse.yml': strict }), LOOK);

    expect(outcome).toBe('inconclusive');
    expect(findings).toContainEqual(
      expect.objectContaining({ reasonCode: 'test-set-reuse-unknown', severity: 'block' }),
    );
  });

  it.each([
    ['data that the policy does not name', { 'data/applications.csv': `${DATA}x` }, [], 'digest-mismatch'],
    [
      'predictions with a label beside them',
      { 'p.csv': 'id,prediction,score,deny\n1,no,0.1,no\n' },
      [],
      'predictions-refused',
    ],
    ['a table without predictions', { 'p.csv': 'id,score\n1,0.1\n' }, [], 'column-missing'],
    ['a model that is not there', {}, ['--model', 'mortgage-aproval'], 'Did you mean "mortgage-approval"?'],
    ['flags beside the policy', {}, ['--confidence', '0.9'], '--confidence: it is given beside --config'],
    [
      'two files of data, of which the last would win',
      {},
      ['--data', 'a.csv', '--data', 'b.csv'],
      '--data: it is given tw',
    ],
    ['a digest that is none', {}, [], '--model-digest: got "candidate"', { digest: 'candidate' }],
    ['a configuration with faults', { 'gatehouse.yml': 'version: 2\n' }, [], 'gatehouse.yml:1:10 "version"'],
    [
      'a policy without the gate',
      { 'gatehouse.yml': CONFIG.replace(/ {6}fairness:\n(?: {8}.*\n)+/, '') },
      [],
      'no block "fairness"',
    ],
  ])('makes no decision of %s', async (_, files, args, message, { digest = DIGEST }: { digest?: string } = {}) => {
    const look = LOOK.map((arg) => (arg === DIGEST ? digest : arg));

    expect(await refusalOf(fairnessKind, repository(files), [...look, ...args])).toContain(message);
  });

  it('reads the data from where it is told', async () => {
    const folder = repository({ 'elsewhere.csv': DATA, 'data/applications.csv': 'moved' });

    const { outcome } = await judgeHere(fairnessKind, folder, [...LOOK, '--data', 'elsewhere.csv']);

    expect(outcome).toBe('fail');
  });
});

describe('rows that training has seen, by the policy', () => {
  const TRAINING = 'id,income\nolder-1,1\nolder-2,2\n';
  const UNKNOWN = 'whether training has seen evaluation rows';
  const evaluated = (): string => String(first).split('\n')[1]?.split(',')[0] ?? '';
  /** The example with training data of its own. */
  const configOf = (training: string): string => {
    const older = ['older:', '  path: data/older.csv', `  digest: ${sha256(training)}`, '  roles: [training]'];
    return CONFIG.replace('[training, evaluation, labels]', '[evaluation, labels]').replace(
      '    data:\n',
      `    data:\n${older.map((line) => `      ${line}\n`).join('')}`,
    );
  };

  it.each([
    ['known to be none of one dataset, which its split divides', {}, false],
    ['known to be none of other rows', { 'gatehouse.yml': configOf(TRAINING), 'data/older.csv': TRAINING }, false],
    ['unknown where the data are not there', { 'gatehouse.yml': configOf(TRAINING) }, true],
    ['unknown of rows without ids', { 'gatehouse.yml': configOf('x\n1\n'), 'data/older.csv': 'x\n1\n' }, true],
  ])('are %s', async (_, files, isUnknown) => {
    const { notMeasured } = await judgeHere(performanceKind, repository(files), LOOK);

    expect(notMeasured.includes(UNKNOWN)).toBe(isUnknown);
  });

  it('are refused, as by the check', async () => {
    const leaked = `${TRAINING}${evaluated()},3\n`;
    const folder = repository({ 'gatehouse.yml': configOf(leaked), 'data/older.csv': leaked });

    expect(await refusalOf(performanceKind, folder, LOOK)).toContain('training-rows-in-evaluation');
  });

  it('are not looked for in other bytes than those of the policy', async () => {
    const folder = repository({ 'gatehouse.yml': configOf(TRAINING), 'data/older.csv': 'id\n1\n' });

    expect(await refusalOf(performanceKind, folder, LOOK)).toContain('digest-mismatch');
  });
});

async function refusalOf(kind: GateKind, folder: string, args: readonly string[]): Promise<string> {
  try {
    return JSON.stringify(await judgeHere(kind, folder, args));
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault).join('\n');
    if (error instanceof ActionError) return `${error.reasonCode}: ${error.message}`;
    throw error;
  }
}
