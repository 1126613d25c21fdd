import type { Finding } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import type { ComparedColumn } from '../../../../packages/gates/src/drift/compared-column.ts';
import { categoriesColumn, judge, rowsColumn } from './compared-columns.ts';
import { normals, profiled, seeded } from './drift-samples.ts';

const EVEN = { a: 500, b: 500 };
const same = (column: string) => categoriesColumn(column, EVEN, { a: 250, b: 250 });
const moved = (column: string) => categoriesColumn(column, EVEN, { a: 450, b: 50 });
const small = (column: string) => categoriesColumn(column, EVEN, { a: 20, b: 20 });
const twenty = (rows: number) => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, rows]));
const binary = { '0': 700, '1': 300 };

function findingOf(column: ComparedColumn, rules: object = {}): Finding | undefined {
  return judge([column], rules).findings.find(({ groups }) => groups?.[0] === column.column);
}

/** A column whose profile has few edges. */
function coarse(column: string): ComparedColumn {
  const [reference, current] = [normals(3000, seeded(21)), normals(1500, seeded(23), { sd: 0.7 })];
  const edges = Float64Array.of(-0.4, 3);
  const values = {
    kind: 'profiles' as const,
    reference: profiled(reference, edges),
    current: profiled(current, edges),
    outside: 0,
  };
  return { ...rowsColumn(column, reference, current), values };
}

describe('the finding of a column says', () => {
  it.each<[string, ComparedColumn, string]>([
    [
      'that a limit is reached',
      moved('x'),
      'Column "x": cramer-v is 0.3913, which has reached the limit 0.2 (n = 1000/500).',
    ],
    [
      'that the limit of warning is',
      categoriesColumn('x', EVEN, { a: 325, b: 175 }),
      'Column "x": cramer-v is 0.1421, which has reached the limit of warning 0.1 (n = 1000/500).',
    ],
    [
      'that chance may explain it',
      categoriesColumn('x', { a: 60, b: 40 }, { a: 20, b: 32 }),
      'Column "x": cramer-v is 0.2046, which has reached the limit 0.2, and chance may explain it (n = 100/52).',
    ],
    [
      'that no batch is large enough',
      categoriesColumn('x', twenty(4), twenty(4)),
      'Column "x": jensen-shannon is 0; chance alone reaches the limit 0.2 with so few rows, whatever the batch (n = 80/80).',
    ],
    [
      'that the rows are too few',
      small('x'),
      'Column "x": nothing can be said of its values, because fewer than 50 current rows have a value (n = 1000/40).',
    ],
    [
      'that a side is empty',
      categoriesColumn('x', EVEN, {}),
      'Column "x": nothing can be said of its values, because a side has no value (n = 1000/0).',
    ],
    [
      'that it is of the target',
      categoriesColumn('x', binary, { '0': 100, '1': 400 }, 'target'),
      'Target "x": cramer-v is 0.4725, which has reached the limit 0.2 (n = 1000/500).',
    ],
    [
      'that a prediction stays',
      categoriesColumn('x', binary, { '0': 350, '1': 150 }, 'prediction'),
      'Prediction "x": jensen-shannon is 0, below 0.2 (n = 1000/500).',
    ],
  ])('%s', (_, column, message) => {
    expect(findingOf(column)?.message).toBe(message);
  });

  it('how many rows are needed', () => {
    const found = findingOf(categoriesColumn('x', twenty(300), twenty(3)));

    expect(found?.requiredN).toBeGreaterThan(60);
    expect(found?.message).toBe(
      `Column "x": jensen-shannon is 0; chance alone reaches the limit 0.2 with so few rows: ${found?.requiredN} current rows are needed (n = 6000/60).`,
    );
  });

  it('that a profile is too coarse, with both ends', () => {
    const found = findingOf(coarse('x'), { limits: { 'wasserstein-normed': { warn: 50, fail: 50 } } });

    expect(found).toMatchObject({ measure: 'ks', outcome: 'inconclusive', reasonCode: 'bounds-span-limit' });
    expect(found?.interval?.[0]).toBe(found?.value);
    expect(found?.message).toMatch(
      /^Column "x": ks is 0\.\d+ to 0\.\d+, and the limit is 0\.2: the profile is too coarse to tell \(n = 3000\/1500\)\.$/,
    );
  });

  it('the rows that have a value', () => {
    const column = {
      ...categoriesColumn('x', EVEN, { a: 20, b: 20 }),
      rows: { reference: 1010, current: 40 },
      missing: { reference: 10, current: 0 },
    };

    expect(findingOf(column)).toMatchObject({ n: [1000, 40], requiredN: 50, value: null, outcome: 'inconclusive' });
  });
});

describe('the findings of a batch', () => {
  it('come with columns that decide alone first, then the worst', () => {
    const given = [small('c'), moved('b'), same('d'), moved('a'), categoriesColumn('e', EVEN, { a: 455, b: 45 })];
    const { findings } = judge(given, { 'column-rules': { d: { critical: true } } });
    const features = findings.filter(({ groups, severity }) => groups !== undefined && severity === 'warn');

    expect(features.map(({ groups }) => groups?.[0])).toEqual(['e', 'a', 'b', 'c']);
    expect(findings.find(({ groups }) => groups?.[0] === 'd')).toMatchObject({ severity: 'block', outcome: 'pass' });
  });

  it('name fifty columns at most', () => {
    const many = Array.from({ length: 60 }, (_, at) => moved(`c${at}`));

    expect(judge(many).findings.filter(({ groups }) => groups !== undefined)).toHaveLength(50);
  });

  it.each<[readonly ComparedColumn[], string]>([
    [
      [same('a'), moved('b')],
      '1 of 2 columns has drifted, 50 % by importance; from 30 % it fails, from 10 % it is a warning.',
    ],
    [[same('a')], '0 of 1 columns have drifted, 0 % by importance; from 30 % it fails, from 10 % it is a warning.'],
    [
      [same('a'), small('b')],
      '0 of 2 columns have drifted, 0 % by importance; of 1 the data cannot tell, which would make it 50 %; from 30 % it fails, from 10 % it is a warning.',
    ],
  ])('say the share of columns %#', (columns, message) => {
    expect(judge(columns).findings.find(({ measure }) => measure === 'drifted-share')).toMatchObject({
      message,
      severity: 'block',
      failsWhen: 'above',
      limit: 0.3,
      method: 'share of columns by importance, Holm over columns',
    });
  });

  it('say that a prediction has drifted alone, and which', () => {
    const { findings } = judge([same('a'), categoriesColumn('p', binary, { '0': 100, '1': 400 }, 'prediction')]);

    expect(findings.find(({ reasonCode }) => reasonCode === 'suspect-pipeline')).toMatchObject({
      measure: 'prediction-drift',
      outcome: 'inconclusive',
      severity: 'warn',
      groups: ['p'],
      value: null,
      message: 'The predictions in "p" have drifted and no input has: look at the pipeline first.',
    });
  });

  it.each([
    [['a'], 'The reference has the column "a", and the data do not; exclude what should not be compared.'],
    [['a', 'b'], 'The reference has the columns "a", "b", and the data do not; exclude what should not be compared.'],
  ])('name the columns %j that left', (missingColumns, message) => {
    expect(judge([same('x')], {}, { missingColumns }).findings[0]).toMatchObject({
      message,
      value: missingColumns.length,
    });
  });

  it('count fifty columns without more', () => {
    const names = Array.from({ length: 50 }, (_, at) => `c${at}`);

    expect(judge([same('x')], {}, { newColumns: names }).findings).toContainEqual(
      expect.objectContaining({ message: expect.not.stringContaining('more'), value: 50, reasonCode: 'schema-broken' }),
    );
  });
});
