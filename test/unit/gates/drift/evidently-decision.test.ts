import { describe, expect, it } from 'vitest';
import { categoriesColumn, judge, rowsColumn } from './compared-columns.ts';

/** So many values, the tenths from 0 to 0.9 again and again. */
function tenths(rows: number, moved = 0): Float64Array {
  return Float64Array.from({ length: rows }, (_, at) => (at % 10) / 10 + moved);
}
const evidently = { mode: 'evidently' };

describe('a decision by the rules of evidently', () => {
  const missing = {
    rows: { reference: 210, current: 95 },
    missing: { reference: 10, current: 15 },
  };
  const columns = [
    { ...rowsColumn('ks', tenths(200), tenths(80, 5)), ...missing },
    rowsColumn('wasserstein', tenths(1500), tenths(90, 5)),
    categoriesColumn('chi', { a: 50, b: 30, c: 20 }, { a: 30, b: 40, c: 30 }),
    categoriesColumn('shannon', { a: 800, b: 700 }, { a: 80, b: 70 }),
    categoriesColumn('even', { a: 60, b: 40 }, { a: 30, b: 20 }),
    categoriesColumn('y', { a: 60, b: 40 }, { a: 30, b: 20 }, 'target'),
  ];
  const decision = () => judge(columns, evidently);

  it('names for every column what it was judged by', () => {
    expect(decision().measures['columns']).toMatchObject({
      ks: { role: 'feature', verdict: 'fail', by: 'ks-p-value', limit: 0.05 },
      wasserstein: { verdict: 'fail', by: 'wasserstein-normed', limit: 0.1 },
      chi: { verdict: 'fail', by: 'chi-square-p-value', 'chi-square-p-value': 0.000283962983903 },
      shannon: { verdict: 'pass', by: 'jensen-shannon', 'jensen-shannon': 0, value: 0 },
      even: { verdict: 'pass', by: 'z-p-value', value: 1 },
      y: { role: 'target', verdict: 'pass', by: 'z-p-value' },
    });
  });

  it('counts features alone', () => {
    expect(decision().measures['dataset']).toEqual({
      'compared-columns': 6,
      'judged-columns': 5,
      'drifted-columns': 3,
      'drifted-share': 0.6,
      'drifted-share-limit': 0.5,
    });
    expect(decision().findings.find(({ measure }) => measure === 'drifted-share')).toMatchObject({
      outcome: 'fail',
      severity: 'block',
      value: 0.6,
      limit: 0.5,
      failsWhen: 'above',
      failsAtLimit: true,
      method: 'evidently 0.7 defaults',
      message: '3 of 5 columns have drifted by the rules of evidently; from 50 % it fails.',
    });
  });

  it('has findings of the columns that drift, and of outputs', () => {
    const named = decision().findings.flatMap(({ groups = [], severity, outcome }) =>
      groups.map((group) => `${group} ${severity} ${outcome}`),
    );

    expect(named.toSorted()).toEqual(['chi warn fail', 'ks warn fail', 'wasserstein warn fail', 'y block pass']);
  });

  it.each([
    ['ks', [200, 80], 'ks, evidently 0.7 defaults', /^Column "ks": ks-p-value is [^,]+, at or below 0\.05\.$/],
    [
      'wasserstein',
      [1500, 90],
      'wasserstein-normed, evidently 0.7 defaults',
      /^Column "wasserstein": wasserstein-normed is [^,]+, at or above 0\.1\.$/,
    ],
    [
      'chi',
      [100, 100],
      'chi-square-goodness-of-fit, evidently 0.7 defaults',
      /^Column "chi": chi-square-p-value is [^,]+, below 0\.05\.$/,
    ],
  ] as const)('tells of %s the rows with a value, the method and the side of the limit', (column, n, method, words) => {
    const found = decision().findings.find(({ groups }) => groups?.[0] === column);

    expect(found).toMatchObject({ n, method });
    expect(found?.message).toMatch(words);
  });

  it('says of an output that stays that it is within the limit', () => {
    const found = decision().findings.find(({ groups }) => groups?.[0] === 'y');

    expect(found).toMatchObject({ reasonCode: 'within-limit', n: [100, 50] });
    expect(found?.message).toBe('Column "y": z-p-value is 1, not below 0.05.');
  });

  it.each([
    ['ks', true],
    ['chi', undefined],
  ])('says of %s that it reached the limit, and whether equality does: %s', (column, failsAtLimit) => {
    const found = decision().findings.find(({ groups }) => groups?.[0] === column);

    expect(found?.reasonCode).toBe('limit-exceeded');
    expect(found?.failsAtLimit).toBe(failsAtLimit);
  });

  it('has no power, which evidently has no rule for', () => {
    expect(decision().gate).toBe('drift');
    expect(decision().power).toEqual({ minimumDetectable: null, requiredN: {} });
  });

  it('says of a column without a row on a side that it has no value', () => {
    const { findings } = judge([categoriesColumn('x', { a: 5 }, {})], evidently);

    expect(findings.find(({ groups }) => groups?.[0] === 'x')).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'empty-group',
      value: null,
      message: 'Column "x": a side has no value.',
    });
  });

  it('says what its rules leave out', () => {
    expect(decision().notMeasured).toEqual([
      'limits and the drifted share of the policy, in whose place those of evidently stand',
      'drift of several columns together: evidently has no classifier among its default rules',
      'power: evidently has no rule for batches that are too small to tell',
      'missing values, new categories and values out of range, which its default rules leave out',
    ]);
  });

  it('is refused where the rows are not there', () => {
    const side = { edges: [0], equal: [50], open: [0, 0], openSums: [0, 0], minimum: 0, maximum: 0, m2: 0 };
    const profiles = {
      ...rowsColumn('x', tenths(50), tenths(50)),
      values: { kind: 'profiles' as const, reference: side, current: side, outside: 0 },
    };

    expect(() => judge([profiles], evidently)).toThrow(/need rows, got a profile of "x"/);
  });
});
