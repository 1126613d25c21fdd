import { describe, expect, it } from 'vitest';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { finding, judged, type RulesOfTest, told } from './judged-data.ts';

const LEAKAGE: RulesOfTest = { leakage: {} };

function table(header: string, rows: number, line: (row: number) => string): string {
  return `${header}\n${Array.from({ length: rows }, (_, row) => `${line(row)}\n`).join('')}`;
}

/** 60 rows, every third of them "yes", in an order that no column follows. */
const isYes = (row: number): boolean => row % 3 === 0;
const rows = (line: (row: number) => string): string =>
  table('y,f', 60, (row) => `${isYes(row) ? 'yes' : 'no'},${line(row)}`);
/** No order, no pattern, all different. */
const noise = (row: number): number => (row * 7919) % 1009;

describe('leakage is found in', () => {
  it.each<[string, string, string]>([
    ['a copy of the label', rows((row) => (isYes(row) ? 'yes' : 'no')), 'auc, as 2·auc - 1'],
    ['the label as a number', rows((row) => (isYes(row) ? '7' : '-1')), 'pearson'],
    ['a code that occurs with one label only', rows((row) => String([3, 1, 5, 4, 0, 2][row % 6])), 'errors taken away'],
    [
      'fractions of few values',
      rows((row) => String([0.35, 0.1, 0.55, 0.45, 0.05, 0.2][row % 6])),
      'errors taken away',
    ],
    ['times of few values', rows((row) => `2026-01-0${[3, 1, 5, 4, 2, 6][row % 6]}`), 'errors taken away'],
    ['a score that is nearly the label', rows((row) => String((isYes(row) ? 1 : 0) + row / 1e6)), 'auc, as 2·auc - 1'],
    [
      'a score with one outlier',
      rows((row) => String(row === 1 ? -1e12 : isYes(row) ? 5 + row : -row)),
      'auc, as 2·auc - 1',
    ],
    [
      'a score that grows with nothing but order',
      rows((row) => String(isYes(row) ? 2 ** (row / 2) + 1 : 1 / (row + 1))),
      'auc, as 2·auc - 1',
    ],
    [
      'numbers that are missing for one label',
      rows((row) => (isYes(row) ? '' : String(noise(row)))),
      'correlation of missing values',
    ],
    [
      'numbers that are NaN for one label',
      rows((row) => (isYes(row) ? 'nan' : String(noise(row) + 0.5))),
      'correlation of missing values',
    ],
    [
      'texts that are missing for one label',
      rows((row) => (isYes(row) ? '' : `n${noise(row)}`)),
      'correlation of missing values',
    ],
    [
      'texts that are empty for one label',
      rows((row) => (isYes(row) ? '""' : `n${noise(row)}`)),
      'correlation of missing values',
    ],
    ['categories with a missing one', rows((row) => ['', 'a', 'b', 'c', 'd', 'e'][row % 6] ?? ''), 'errors taken away'],
    [
      'different texts that hold the label',
      rows((row) => `case ${noise(row)}: ${isYes(row) ? 'YES' : 'NO'} today`),
      'correlation of a word',
    ],
    [
      'different texts that hold the label within a word',
      rows((row) => `${'kqx'[row % 2]}${isYes(row) ? 'yes' : 'no'}${noise(row)}`),
      'correlation of a word',
    ],
    [
      'different texts that hold another word for it',
      rows((row) => `${noise(row)}-${isYes(row) ? 'granted' : 'denied'}`),
      'correlation of a word',
    ],
    [
      'different texts that begin with a class',
      rows((row) => `${isYes(row) ? 'a' : 'b'}${'qwertzuiop'[row % 10]}${'asdfghjkly'[Math.floor(row / 10)]}`),
      'auc, as 2·auc - 1',
    ],
  ])('%s', async (_, text, method) => {
    const decision = await judged(text, LEAKAGE, { label: 'y' });

    expect(told(decision, 'label-leakage')).toEqual([['fail', 'target-leaked', 'f']]);
    expect(finding(decision, 'label-leakage').method).toBe(method);
    expect(decision.outcome).toBe('fail');
  });

  it('a text of more than a thousand values, each of which has one label', async () => {
    const text = table('y,f', 3300, (row) => {
      const code = (Math.floor(row / 3) * 7919) % 1100;
      return `${code % 3 === 0 ? 'yes' : 'no'},${'qwertzuiop'[code % 10]}${'mnbvcxylkj'[Math.floor(code / 10) % 10]}${'asdfghqwert'[Math.floor(code / 100)]}`;
    });
    const decision = await judged(text, LEAKAGE, { label: 'y' });

    expect(told(decision, 'label-leakage')).toEqual([['fail', 'target-leaked', 'f']]);
    expect(finding(decision, 'label-leakage').message).toBe(
      'each of the 1100 values of f that occur more than once has one label only, in 3300 rows, limit 0.999',
    );
  });

  it('one of several labels', async () => {
    const text = table('y,f', 90, (row) => `${['a', 'b', 'c'][row % 3]},${row % 3 === 1 ? '' : noise(row)}`);

    expect(told(await judged(text, LEAKAGE, { label: 'y' }), 'label-leakage')).toEqual([
      ['fail', 'target-leaked', 'f'],
    ]);
  });

  it.each<[string, (row: number) => string]>([
    ['a line', (row) => String(-row)],
    ['a curve that only rises', (row) => String(1.5 ** row)],
    ['a line with one outlier', (row) => String(row === 59 ? 1e12 : row)],
    ['texts in its order', (row) => `n${String(row).padStart(3, '0')}`],
  ])('%s along a label that is a number', async (_, line) => {
    const text = table('y,f,g', 60, (row) => `${row * 1.5},${line(row)},${noise(row)}`);

    expect(told(await judged(text, LEAKAGE, { label: 'y' }), 'label-leakage')).toContainEqual([
      'fail',
      'target-leaked',
      'f',
    ]);
    expect((await judged(text, { leakage: { ignore: ['f'] } }, { label: 'y' })).outcome).toBe('pass');
  });

  it('one column of a thousand', { timeout: 60_000 }, async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `f${at}`);
    const cells = (at: number): string => names.map((_, f) => (f === 777 ? at % 2 : noise(at * 31 + f * 17))).join(',');
    const decision = await judged(
      table(`y,${names.join(',')}`, 40, (at) => `${at % 2},${cells(at)}`),
      LEAKAGE,
      { label: 'y' },
    );

    expect(told(decision, 'label-leakage').filter(([outcome]) => outcome !== 'pass')).toEqual([
      ['fail', 'target-leaked', 'f777'],
    ]);
  });

  it('a timestamp of Parquet that is after a day for one label', async () => {
    const file = await parquetOf(
      "SELECT range % 2 = 0 AS y, TIMESTAMP '2026-01-01' + INTERVAL (range + CASE WHEN range % 2 = 0 THEN 100 ELSE 0 END) DAY AS f FROM range(60)",
    );
    const decision = await judged(file, LEAKAGE, { label: 'y', file: 'data.parquet' });

    expect(told(decision, 'label-leakage')).toEqual([['fail', 'target-leaked', 'f']]);
  });
});

describe('leakage is not found in', () => {
  it.each<[string, string]>([
    ['a name for every row', rows((row) => `n${noise(row)}`)],
    ['a text that has nothing to do with it', rows((row) => (row % 2 === 0 ? 'a' : 'b'))],
    ['a number that has nothing to do with it', rows((row) => String(row))],
    ['a constant', rows(() => '1')],
    ['no value at all', rows(() => '')],
    ['values that are missing for both', rows((row) => (row % 2 === 0 ? '' : String(noise(row))))],
    [
      'values of which nearly none repeats',
      rows((row) => (row < 4 ? (['a', 'b', 'c'][row % 3] ?? '') : `n${noise(row)}`)),
    ],
    ['a code of which one row is an exception', rows((row) => String(row === 7 ? 3 : [3, 1, 5, 4, 0, 2][row % 6]))],
  ])('%s', async (_, text) => {
    const decision = await judged(text, LEAKAGE, { label: 'y' });

    expect(told(decision, 'label-leakage')).toEqual([['pass', 'within-limit', 'f']]);
    expect(decision.outcome).toBe('pass');
  });

  it('a table of the label and the key alone', async () => {
    const decision = await judged(
      table('id,y', 40, (row) => `${row},${row % 2}`),
      { key: ['id'], ...LEAKAGE },
      { label: 'y' },
    );

    expect(finding(decision, 'label-leakage').message).toContain('no column beside the label y');
  });
});

describe('leakage that cannot be measured is inconclusive, and the decision says why', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'too few rows of one label',
      table('y,f', 60, (row) => `${row < 14 ? 1 : 0},${row % 7}`),
      'insufficient-n',
      /of 60 rows too few differ/,
    ],
    ['a label of one value', table('y,f', 60, (row) => `1,${row % 7}`), 'constant-target', /label y does not vary/],
    [
      'too few rows of numbers',
      table('y,f', 29, (row) => `${row / 2},${noise(row)}`),
      'insufficient-n',
      /29 rows with a value are too few/,
    ],
  ])('with %s', async (_, text, code, message) => {
    const decision = await judged(text, LEAKAGE, { label: 'y' });

    expect(told(decision, 'label-leakage')).toEqual([['inconclusive', code, 'f']]);
    expect(finding(decision, 'label-leakage').message).toMatch(message);
    expect(decision.outcome).toBe('inconclusive');
  });

  it('with a column of lists, unless it is ignored', async () => {
    const file = await parquetOf('SELECT range % 2 AS y, range % 7 AS f, [range % 2] AS l FROM range(60)');
    const open = { label: 'y', file: 'data.parquet' };
    const decision = await judged(file, LEAKAGE, open);

    expect(told(decision, 'label-leakage')).toEqual([
      ['inconclusive', 'column-unsupported', 'l'],
      ['pass', 'within-limit', 'f'],
    ]);
    expect((await judged(file, { leakage: { ignore: ['l'] } }, open)).outcome).toBe('pass');
  });

  it.each([[undefined], ['nothing']])('with the label %s it is refused', async (label) => {
    const run = judged('a\n1\n', LEAKAGE, label === undefined ? {} : { label });

    await expect(run).rejects.toMatchObject({ reasonCode: 'column-missing' });
  });

  it('words of a text beside a label that is a number are said not to be measured', async () => {
    const text = table('y,f', 60, (row) => `${row},n${noise(row)}`);
    const decision = await judged(text, LEAKAGE, { label: 'y' });

    expect(decision.notMeasured).toContain('whether words of a text give away a label that is a number');
  });
});
