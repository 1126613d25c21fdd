import { ActionError, ConfigError, formatFault } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { performanceKind } from '../../../../packages/cli/src/gate/kinds/performance.ts';
import { csvOf, decisionOf, folderWith, gate, judgeHere, shown } from './gatehouse-gate.ts';

/** 1000 rows, 500 positive; the challenger is right in 850, the champion in 800, and where they differ mostly the former. */
const HEADER = ['id', 'y', 'a', 'b', 'pa', 'pb', 'region'];
const ROWS = [
  [['1', '1', '1', '0.8', '0.9', 'n'], 380],
  [['1', '0', '1', '0.4', '0.7', 's'], 60],
  [['1', '1', '0', '0.6', '0.3', 'n'], 20],
  [['1', '0', '0', '0.2', '0.1', 's'], 40],
  [['0', '0', '0', '0.1', '0.2', 'n'], 380],
  [['0', '1', '0', '0.7', '0.4', 's'], 30],
  [['0', '0', '1', '0.3', '0.6', 'n'], 20],
  [['0', '1', '1', '0.9', '0.8', 's'], 70],
] as const;
const TABLE = csvOf(HEADER.slice(1), ROWS);
const WITH_IDS = TABLE.split('\n')
  .map((line, row) => (line === '' ? '' : `${row === 0 ? 'id' : row},${line}`))
  .join('\n');

const LOOK = ['--data', 'both.csv', '--label', 'y', '--challenger', 'b', '--champion', 'a'];
const FIRST = ['--data', 'both.csv', '--label', 'y', '--challenger', 'b'];

async function refusalOf(args: readonly string[], table = TABLE): Promise<string> {
  try {
    return JSON.stringify(await judgeHere(performanceKind, folderWith({ 'both.csv': table }), args));
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault).join('\n');
    if (error instanceof ActionError) return `${error.reasonCode}: ${error.message}`;
    throw error;
  }
}

describe('gatehouse gate performance', () => {
  it.each([
    ['pass', 0, ['--margin', '0.01']],
    ['fail', 1, ['--margin', '0.01', '--floor', '0.95']],
    ['inconclusive', 2, ['--margin', '0.01', '--floor', '0.85']],
    ['no', 3, ['--margin', '0,01']],
  ])('ends with %s decision and exit code %d', async (outcome, code, limits) => {
    const args = ['performance', ...LOOK, '--metric', 'accuracy', ...limits, '--json'];

    const ended = await gate(folderWith({ 'both.csv': TABLE }), args);

    expect(ended.code).toBe(code);
    if (code === 3)
      expect(ended).toMatchObject({ stdout: '', stderr: expect.stringContaining('--margin: got "0,01"') });
    else expect(decisionOf(ended)).toMatchObject({ gate: 'performance', outcome, subject: null });
  });
});

describe('a quick look at performance', () => {
  it('compares two columns of decisions, and says what they cannot show', async () => {
    const folder = folderWith({ 'both.csv': TABLE });

    const decision = await judgeHere(performanceKind, folder, [...LOOK, '--metric', 'accuracy', '--margin', '0.01']);

    expect(decision.measures['metrics']).toMatchObject({
      accuracy: { champion: 0.8, challenger: 0.85, difference: 0.05 },
    });
    expect(Object.keys(decision.measures['metrics'] ?? {})).toEqual(['accuracy']);
    expect(decision.notMeasured).toContain('metrics of scores, of which there are none');
    expect(shown(decision)).toContain('✓ accuracy-difference  (superior)');
  });

  it('takes scores for the metrics that read them', async () => {
    const args = [...LOOK, '--challenger-score', 'pb', '--champion-score', 'pa', '--metric', 'auc', '--margin', '0.05'];

    const { measures, findings } = await judgeHere(performanceKind, folderWith({ 'both.csv': TABLE }), args);

    expect(Object.keys(measures['metrics'] ?? {})).toEqual(['accuracy', 'auc']);
    expect(findings.find(({ measure }) => measure === 'auc-difference')).toMatchObject({
      outcome: 'pass',
      limit: -0.05,
    });
  });

  it('needs no margin without a champion, and judges by floor and trivial baseline', async () => {
    const args = [...FIRST, '--metric', 'accuracy', '--floor', '0.8'];

    const { outcome, findings } = await judgeHere(performanceKind, folderWith({ 'both.csv': TABLE }), args);

    expect(outcome).toBe('pass');
    expect(findings.map(({ measure }) => measure)).toEqual(['accuracy', 'accuracy-over-trivial-baseline', 'accuracy']);
    expect(findings.at(-1)?.reasonCode).toBe('first-version');
  });

  it('takes a number for one metric before that for all', async () => {
    const args = [...FIRST, '--metric', 'accuracy', '--metric', 'recall', '--floor', 'recall=0.5', '--floor', '0.8'];

    const { findings } = await judgeHere(performanceKind, folderWith({ 'both.csv': TABLE }), args);

    const limits = findings.filter(
      ({ measure, limit }) => ['accuracy', 'recall'].includes(measure) && limit !== undefined,
    );
    expect(limits.map(({ measure, limit }) => [measure, limit])).toEqual([
      ['accuracy', 0.8],
      ['recall', 0.5],
    ]);
  });

  it('takes one number for metrics of one unit, and for what has none', async () => {
    const shares = ['--metric', 'accuracy', '--metric', 'f1', '--metric', 'mcc', '--floor', '0.2', '--floor', 'mcc=0'];
    const args = [...LOOK, ...shares, '--relative-margin', '0.3'];

    const { findings } = await judgeHere(performanceKind, folderWith({ 'both.csv': TABLE }), args);

    const limits = findings.flatMap(({ measure, limit }) => (limit === undefined ? [] : [[measure, limit]]));
    expect(limits).toEqual(
      expect.arrayContaining([
        ['accuracy', 0.2],
        ['f1', 0.2],
        ['mcc', 0],
      ]),
    );
    expect(findings.map(({ measure }) => measure)).toContain('mcc-difference');
  });

  it('judges slices too', async () => {
    const args = [...LOOK, '--metric', 'accuracy', '--margin', '0.05', '--slice', 'region'];

    const { measures } = await judgeHere(performanceKind, folderWith({ 'both.csv': TABLE }), args);

    expect(JSON.stringify(measures['slices'])).toContain('region');
  });

  it('says the same whatever the order of the rows', async () => {
    const [header = '', ...lines] = TABLE.trimEnd().split('\n');
    const turned = `${[header, ...lines.toReversed()].join('\n')}\n`;
    const args = [...LOOK, '--metric', 'f1', '--margin', '0.05'];

    const [one, other] = await Promise.all(
      [TABLE, turned].map((table) => judgeHere(performanceKind, folderWith({ 'both.csv': table }), args)),
    );

    // What is drawn again is seeded by the digest of the file.
    expect(other?.findings.map(({ measure, value, outcome }) => [measure, value, outcome])).toEqual(
      one?.findings.map(({ measure, value, outcome }) => [measure, value, outcome]),
    );
  });

  it.each([
    ['no margin against a champion', [...LOOK, '--metric', 'accuracy'], '--metric accuracy: got neither "margin"'],
    ['a metric that there is not', [...FIRST, '--metric', 'acuracy'], '--metric acuracy: there is no "acuracy"'],
    ['a metric of another task', [...FIRST, '--metric', 'rmse'], '--metric rmse: got "rmse", which is no metric of'],
    ['a floor of a loss', [...FIRST, '--metric', 'error', '--floor', '0.1'], '--floor of error: got a floor for error'],
    ['a floor out of range', [...FIRST, '--metric', 'accuracy', '--floor', '7'], '--floor of accuracy: got 7'],
    [
      'a number for a metric that is not judged',
      [...FIRST, '--metric', 'f1', '--floor', 'auc=0.7'],
      'Add --metric auc',
    ],
    ['a metric of scores without them', [...FIRST, '--metric', 'auc'], '--challenger-score: got nothing'],
    [
      'scores of one model only',
      [...LOOK, '--metric', 'accuracy', '--margin', '0.1', '--challenger-score', 'pb'],
      '--champion-score: got nothing',
    ],
    ['a column that is not there', [...FIRST, '--metric', 'accuracy', '--slice', 'regoin'], 'column-missing'],
    [
      'flags of a policy',
      [...FIRST, '--metric', 'accuracy', '--predictions', 'p.csv'],
      '--predictions: it is given without',
    ],
    ['nothing', [], '--metric: got nothing'],
    ['two floors', [...FIRST, '--metric', 'f1', '--floor', '0.5', '--floor', '0.1'], '--floor: it is given twice'],
    [
      'one ceiling for two units',
      [...FIRST, '--task', 'regression', '--metric', 'mae', '--metric', 'mse', '--ceiling', '5'],
      '--ceiling: got 5 for mae, mse, which have no unit in common',
    ],
    [
      'one margin for two units, beside one of its own',
      [...FIRST, '--metric', 'f1', '--metric', 'mcc', '--metric', 'brier', '--margin', 'f1=0.1', '--margin', '0.2'],
      'Write --margin mcc=0.2',
    ],
    [
      'a floor beside one of each metric',
      [...FIRST, '--metric', 'f1', '--floor', 'f1=0.5', '--floor', '0.1'],
      '--floor: got 0.1 beside a number for each metric',
    ],
    [
      'two floors of one metric',
      [...FIRST, '--metric', 'f1', '--floor', 'f1=0.5', '--floor', 'f1=0.1'],
      '--floor f1: it is given twice',
    ],
  ])('makes no decision with %s', async (_, args, message) => {
    expect(await refusalOf(args)).toContain(message);
  });

  it.each([
    ['regression', ['--metric', 'mae', '--ceiling', '2'], 'mae', 'student'],
    ['multiclass-classification', ['--metric', 'accuracy', '--floor', '0.5'], 'accuracy', 'wilson'],
  ])('takes the task %s', async (task, limits, measure, method) => {
    const rows = Array.from({ length: 300 }, (_, row) => `${row % 3},${row % 3 === 0 && row % 2 === 0 ? 1 : row % 3}`);
    const folder = folderWith({ 'both.csv': `y,b\n${rows.join('\n')}\n` });

    const { outcome, findings } = await judgeHere(performanceKind, folder, [...FIRST, '--task', task, ...limits]);

    expect(outcome).toBe('pass');
    expect(findings[0]).toMatchObject({ measure, method, n: [300] });
  });

  it('takes weights and clusters, and says how many rows they leave', async () => {
    const rows = Array.from(
      { length: 600 },
      (_, row) => `${row % 2},${row % 7 === 0 ? 1 - (row % 2) : row % 2},${1 + (row % 3)},c${row % 60}`,
    );
    const folder = folderWith({ 'both.csv': `y,b,w,c\n${rows.join('\n')}\n` });
    const args = ['--metric', 'accuracy', '--floor', '0.7', '--weight', 'w', '--cluster', 'c'];

    const { outcome, measures } = await judgeHere(performanceKind, folder, [...FIRST, ...args]);

    expect(outcome).toBe('pass');
    expect(measures['sampling']).toMatchObject({ n: 600, clusters: 60 });
  });

  it('takes rankings, of which a row is an item of a query', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, row) => `q${row % 40},i${row},${row % 7 === 0 ? 1 : 0},${(row * 37) % 101}`,
    );
    const folder = folderWith({ 'both.csv': `q,i,y,b\n${rows.join('\n')}\n` });
    const args = ['--task', 'ranking', '--query', 'q', '--item', 'i', '--metric', 'mrr', '--k', '5', '--floor', '0.05'];

    const { findings } = await judgeHere(performanceKind, folder, [...FIRST, ...args]);

    expect(findings.find(({ measure }) => measure === 'mrr')).toMatchObject({ outcome: 'pass', limit: 0.05 });
  });

  it.each([
    ['a task that there is not', ['--task', 'clustering', '--metric', 'mae'], '--task: got "clustering"'],
    [
      'a flag of another task',
      ['--task', 'regression', '--positive', '1', '--metric', 'mae'],
      '--positive: it is given for the',
    ],
    ['a ranking without queries', ['--task', 'ranking', '--metric', 'mrr'], '--query: got nothing'],
    ['a metric of another task', ['--task', 'regression', '--metric', 'accuracy'], '--metric accuracy: got "accuracy"'],
    [
      'a score of a regression',
      ['--task', 'regression', '--metric', 'mae', '--challenger-score', 'pb'],
      '--challenger-score: it is',
    ],
    ['probabilities', ['--task', 'multiclass-classification', '--metric', 'log-loss'], '--metric log-loss: it reads'],
  ])('makes no decision with %s', async (_, args, message) => {
    expect(await refusalOf([...FIRST, ...args])).toContain(message);
  });

  it.each([
    ['a score above 1', WITH_IDS.replace(',0.9,n', ',1.9,n'), 'predictions-refused'],
    ['a score that is missing', WITH_IDS.replace(',0.9,n', ',,n'), 'value-missing'],
    ['a label of a third value', WITH_IDS.replace('\n1,1,', '\n1,2,'), '"2"'],
  ])('makes no decision of %s', async (_, table, message) => {
    const scores = ['--challenger-score', 'pb', '--champion-score', 'pa'];

    expect(await refusalOf([...LOOK, ...scores, '--metric', 'auc', '--margin', '0.1'], table)).toContain(message);
  });
});
