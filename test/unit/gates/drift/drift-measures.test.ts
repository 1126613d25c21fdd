import { describe, expect, it } from 'vitest';
import { type ComparedColumn, limitsOf, qualityCounts } from '../../../../packages/gates/src/drift/compared-column.ts';
import { driftLimits, reaches } from '../../../../packages/gates/src/drift/drift-limits.ts';
import { positiveOf } from '../../../../packages/gates/src/drift/judged-drift.ts';
import { categoriesColumn, judge, rowsColumn, rulesOf } from './compared-columns.ts';

const EVEN = { a: 500, b: 500 };
const same = (column: string) => categoriesColumn(column, EVEN, { a: 250, b: 250 });
const moved = (column: string) => categoriesColumn(column, EVEN, { a: 450, b: 50 });
const small = (column: string) => categoriesColumn(column, EVEN, { a: 20, b: 20 });

describe('what is counted of a column', () => {
  it('is of numbers those beyond the range of the reference', () => {
    const column = {
      ...rowsColumn('x', Float64Array.of(3, 1, 2), Float64Array.of(0.9, 1, 3, 3.1, 4)),
      rows: { reference: 5, current: 9 },
      missing: { reference: 2, current: 4 },
    };

    expect(qualityCounts(column)).toEqual([
      { measure: 'missing-rate-difference', column: 'x', missing: column.missing, rows: column.rows },
      { measure: 'out-of-range-rate', column: 'x', outside: 3, rows: { reference: 3, current: 5 } },
    ]);
  });

  it('is of categories the new rows and those that occur once', () => {
    const column = categoriesColumn('x', { a: 4, b: 1, c: 1 }, { a: 2, d: 3 });

    expect(qualityCounts(column)[1]).toEqual({
      measure: 'new-category-rate',
      column: 'x',
      newRows: 3,
      singletons: 2,
      pooled: 0,
      rows: { reference: 6, current: 5 },
    });
  });

  it.each([
    ['reference', Float64Array.of(), Float64Array.of(1)],
    ['data', Float64Array.of(1), Float64Array.of()],
  ])('is only what is missing where the %s has no value', (_, reference, current) => {
    expect(qualityCounts(rowsColumn('x', reference, current)).map(({ measure }) => measure)).toEqual([
      'missing-rate-difference',
    ]);
  });
});

describe('a limit', () => {
  it.each([
    [0.2, 0.2, true],
    [0.2 - 1e-13, 0.2, true],
    [0.2 - 1e-12, 0.2, true],
    [0.2 - 1e-11, 0.2, false],
    [1e6 - 1e-7, 1e6, true],
    [1e6 - 1e-5, 1e6, false],
    [Number.NaN, 0.2, false],
  ])('is reached by %d of %d: %s', (effect, limit, reached) => {
    expect(reaches(effect, limit)).toBe(reached);
  });

  it.each([
    ['an infinite one', { warn: 0.1, fail: Number.POSITIVE_INFINITY }],
    ['a warning below 0', { warn: -0.1, fail: 0.2 }],
    ['no number', { warn: 0.1, fail: Number.NaN }],
    ['a warning above it', { warn: 0.21, fail: 0.2 }],
  ])('is refused with %s', (_, limit) => {
    expect(() => driftLimits({ ks: { ...limit, failsWhen: 'above' } })).toThrow(/ks are 0 < warn ≤ fail/);
  });

  it('may be that of the warning', () => {
    expect(driftLimits({ ks: { warn: 0.2, fail: 0.2, failsWhen: 'above' } }).ks).toMatchObject({
      warn: 0.2,
      fail: 0.2,
    });
  });

  it('of a column stands in place of that of the gate, and names its side', () => {
    const rules = rulesOf({
      limits: { ks: { warn: 0.3, fail: 0.4 } },
      'column-rules': { x: { limits: { ks: { warn: 0.5, fail: 0.6 } } } },
    });

    expect(limitsOf(rules, 'x').ks).toEqual({ warn: 0.5, fail: 0.6, failsWhen: 'above' });
    expect(limitsOf(rules, 'y').ks).toEqual({ warn: 0.3, fail: 0.4, failsWhen: 'above' });
    expect(limitsOf(rules, 'toString').ks).toEqual({ warn: 0.3, fail: 0.4, failsWhen: 'above' });
  });
});

describe('the positive of two categories', () => {
  const of = (given: Partial<Extract<ComparedColumn['values'], { kind: 'categories' }>>) => {
    const column = categoriesColumn('y', { '1': 3, '0': 4 }, { '0': 1 });
    const { values } = column;
    return positiveOf({ ...column, values: values.kind === 'categories' ? { ...values, ...given } : values });
  };

  it.each([
    ['the last', {}, '1'],
    ['none where a profile has more', { other: 1 }, null],
    ['none of three', { current: new Map([['2', 1]]) }, null],
    ['none of one', { reference: new Map([['0', 1]]) }, null],
  ])('is %s', (_, given, positive) => {
    expect(of(given)).toBe(positive);
  });
});

describe('the measures of a decision', () => {
  const decision = () =>
    judge([
      same('a'),
      moved('b'),
      small('c'),
      categoriesColumn('y', { '0': 700, '1': 300 }, { '0': 350, '1': 150 }, 'target'),
    ]);

  it('count columns, and the share at least and at most', () => {
    expect(decision().measures['dataset']).toEqual({
      'compared-columns': 4,
      'judged-columns': 3,
      'drifted-columns': 1,
      'inconclusive-columns': 1,
      'drifted-share': 0.333333333333,
      'drifted-share-at-most': 0.666666666667,
      'drifted-share-limit': 0.3,
    });
  });

  it('tell of a column its verdict, evidence, and what could have been seen', () => {
    const { b, c } = Object(decision().measures['columns']);

    expect(b).toMatchObject({ role: 'feature', verdict: 'fail', by: 'cramer-v', n: [1000, 500], limit: 0.2 });
    expect(b['p-adjusted']).toBeLessThan(1e-40);
    expect(b['false-discovery']).toBeLessThan(1e-40);
    expect(Object.keys(b.detectable)).toEqual(['jensen-shannon', 'cramer-v']);
    // χ²(0.95, df 1) = 3.8415 over 8·n_e, n_e = 1000/3, and over 1500 rows.
    expect(b['null-95']['jensen-shannon']).toBeCloseTo(Math.sqrt(3.8415 / (8000 / 3)), 5);
    expect(b['null-95']['cramer-v']).toBeCloseTo(Math.sqrt(3.8415 / 1500), 5);
    expect(c).toMatchObject({
      verdict: 'inconclusive',
      limit: null,
      'of-limit': null,
      'p-adjusted': null,
      'false-discovery': null,
      detectable: {},
    });
    expect(c).not.toHaveProperty('psi');
  });

  it('have no distance of numbers for categories', () => {
    expect(Object(decision().measures['columns']).a).not.toHaveProperty('ks');
    expect(Object(decision().measures['columns']).a).not.toHaveProperty('interval');
  });

  it('name outputs only where there are some, and their difference', () => {
    expect(decision().measures['outputs']).toMatchObject({
      target: { column: 'y', 'base-rate-of': '1', 'base-rate-difference': { value: 0, confidence: 0.95 } },
    });
    expect(judge([same('a')]).measures).not.toHaveProperty('outputs');
  });

  it('have no share without a feature', () => {
    const alone = judge([categoriesColumn('y', { '0': 700, '1': 300 }, { '0': 350, '1': 150 }, 'target')]);

    expect(alone.measures['dataset']).toMatchObject({
      'judged-columns': 0,
      'drifted-share': null,
      'drifted-share-at-most': null,
      'drifted-share-limit': null,
    });
    expect(alone.findings.map(({ measure }) => measure)).not.toContain('drifted-share');
  });

  it('have the smallest effect that could be seen only where a column was measured', () => {
    expect(judge([small('c')]).power).toEqual({ minimumDetectable: null, requiredN: { c: 50 } });
  });

  it('say of which categories a profile does not name all', () => {
    const column = categoriesColumn('x', EVEN, { a: 250, b: 250 });
    const pooled = column.values.kind === 'categories' ? { ...column, values: { ...column.values, other: 7 } } : column;
    const words = /^new categories of "x", one by one: the profile does not name all/;

    expect(judge([pooled]).notMeasured.filter((one) => words.test(one))).toHaveLength(1);
    expect(judge([column]).notMeasured.filter((one) => words.test(one))).toHaveLength(0);
  });
});
