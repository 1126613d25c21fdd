import { describe, expect, it } from 'vitest';
import type { ComparedColumn } from '../../../../packages/gates/src/drift/compared-column.ts';
import { driftFindings, worstFirst } from '../../../../packages/gates/src/drift/drift-findings.ts';
import { type JudgedDrift, judgeDrift } from '../../../../packages/gates/src/drift/judged-drift.ts';
import { categoriesColumn, judge, rulesOf } from './compared-columns.ts';
import { normals, seeded } from './drift-samples.ts';

const EVEN = { a: 500, b: 500 };
const same = (column: string) => categoriesColumn(column, EVEN, { a: 250, b: 250 });
const nearly = (column: string) => categoriesColumn(column, EVEN, { a: 345, b: 155 });
const slightly = (column: string) => categoriesColumn(column, EVEN, { a: 325, b: 175 });
const moved = (column: string) => categoriesColumn(column, EVEN, { a: 450, b: 50 });
const further = (column: string) => categoriesColumn(column, EVEN, { a: 455, b: 45 });
const small = (column: string) => categoriesColumn(column, EVEN, { a: 20, b: 20 });
const empty = (column: string) => categoriesColumn(column, EVEN, {});
const twenty = (rows: number) => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, rows]));
const output = (role: 'target' | 'prediction', current: Readonly<Record<string, number>>) =>
  categoriesColumn('y', { '0': 700, '1': 300 }, current, role);

function judged(columns: readonly ComparedColumn[], given: object = {}): JudgedDrift {
  const drawsOf = () => ({ random: seeded(7), redraws: 199 });
  return judgeDrift(columns, rulesOf(given), { domain: null, drawsOf });
}

function namesOf(columns: readonly ComparedColumn[], given: object = {}): readonly string[] {
  return worstFirst(judged(columns, given).columns).map(({ compared }) => compared.column);
}

describe('columns stand', () => {
  const even = { warn: 0.2, fail: 0.2 };
  const lenient = { 'column-rules': { d: { limits: { 'cramer-v': even, 'jensen-shannon': even } } } };

  it.each([
    ['by verdict, however near the limit', [nearly('d'), slightly('c'), small('b'), moved('a')], ['a', 'b', 'c', 'd']],
    ['so whatever their order was', [moved('a'), small('b'), slightly('c'), nearly('d')], ['a', 'b', 'c', 'd']],
    ['the furthest beyond its limit first', [moved('a'), further('b')], ['b', 'a']],
    ['by name where they are equal', [moved('b'), moved('c'), moved('a')], ['a', 'b', 'c']],
    ['by name where they came so', [moved('a'), moved('b'), moved('c')], ['a', 'b', 'c']],
  ])('%s', (_, given, names) => {
    expect(namesOf(given, lenient)).toEqual(names);
  });

  it('in the measures so too, as JSON keeps the order of names', () => {
    const { measures } = judge([same('a'), small('b'), moved('c')]);

    expect(Object.keys(Object(measures['columns']))).toEqual(['c', 'b', 'a']);
  });
});

describe('the findings are', () => {
  it.each<[string, readonly ComparedColumn[], readonly string[]]>([
    ['of data that stay the share alone', [same('a'), same('b')], ['drifted-share']],
    ['of a target alone its own', [output('target', { '0': 350, '1': 150 })], ['jensen-shannon']],
    [
      'of a prediction that drifts with a feature two columns',
      [moved('a'), output('prediction', { '0': 100, '1': 400 })],
      ['drifted-share', 'cramer-v', 'cramer-v'],
    ],
    ['of nothing none', [], []],
  ])('%s', (_, columns, measures) => {
    expect(driftFindings(judged(columns), null).map(({ measure }) => measure)).toEqual(measures);
  });

  it('without the classifier where only a target was compared', () => {
    const limit = { warn: 0.6, fail: 0.7 };
    const domain = { limit, undefinedReason: 'insufficient-n', why: 'no rows' } as const;
    const measures = (columns: readonly ComparedColumn[]) =>
      driftFindings(judged(columns), domain).map(({ measure }) => measure);

    expect(measures([output('target', { '0': 350, '1': 150 })])).toEqual(['jensen-shannon']);
    expect(measures([same('a')])).toEqual(['drifted-share', 'domain-auc']);
  });
});

describe('the finding of a column', () => {
  const findingOf = (column: ComparedColumn, rules: object = {}) =>
    judge([column], rules).findings.find(({ groups }) => groups?.[0] === 'x');

  it.each([
    [
      'has the method and the limit of what was measured',
      moved('x'),
      { limit: 0.2, failsWhen: 'above', failsAtLimit: true },
    ],
    [
      'has the limit of warning where that is reached',
      slightly('x'),
      { limit: 0.1, failsWhen: 'above', failsAtLimit: true },
    ],
  ])('%s', (_, column, expected) => {
    const found = findingOf(column);

    expect(found).toMatchObject(expected);
    expect(found?.method).toMatch(/χ²|chi/i);
    expect(found).not.toHaveProperty('interval');
    expect(found).not.toHaveProperty('requiredN');
  });

  it('has neither where nothing was measured', () => {
    const found = findingOf(empty('x'));

    expect(found).toMatchObject({
      measure: 'distribution',
      outcome: 'inconclusive',
      reasonCode: 'empty-group',
      n: [1000, 0],
    });
    expect(Object.keys(found ?? {}).filter((name) => /limit|fails|method|interval/i.test(name))).toEqual([]);
  });

  it('counts the rows that have a value on both sides', () => {
    const rows = { reference: 1010, current: 45 };

    expect(findingOf({ ...small('x'), rows, missing: { reference: 10, current: 5 } })?.n).toEqual([1000, 40]);
  });

  // Of 6,000 rows and 100: chance reaches 0.0703 of V in one of twenty batches, sqrt(30.144/6100), so 0.071 is not too near
  // and 0.05 is. Rows are asked for at 0.99: χ²(df 19) = 36.191 over the square of the limit, less 6,000, or an effective
  // size of 36.191/(8·0.15²) for the distance.
  it.each([
    [0.071, Math.ceil(6000 / (6000 / (36.1909 / 0.18) - 1))],
    [0.05, Math.ceil(36.1909 / 0.05 ** 2) - 6000],
  ])('whose V may be %d asks for the rows of what chance hides, and for the most of them', (fail, rows) => {
    const limits = { 'cramer-v': { warn: 0.01, fail }, 'jensen-shannon': { warn: 0.05, fail: 0.15 } };

    expect(findingOf(categoriesColumn('x', twenty(300), twenty(5)), { limits })?.requiredN).toBe(rows);
  });
});

describe('the finding of the share', () => {
  const share = (columns: readonly ComparedColumn[]) =>
    judge(columns).findings.find(({ measure }) => measure === 'drifted-share');

  it('has an interval where columns cannot be told, and none else', () => {
    expect(share([same('a'), small('b')])).toMatchObject({ value: 0, interval: [0, 0.5] });
    expect(share([same('a'), moved('b')])).not.toHaveProperty('interval');
  });

  it('is of the features alone', () => {
    expect(share([same('a'), output('target', { '0': 100, '1': 400 })])?.message).toMatch(
      /^0 of 1 columns have drifted, 0 %/,
    );
    expect(share([same('a'), output('target', {})])?.message).not.toContain('cannot tell');
  });

  it.each([
    ['the reason of the column that nothing is known of', [same('a'), small('b'), empty('c')], 'insufficient-n'],
    ['so by name', [same('a'), empty('b'), small('c')], 'empty-group'],
  ])('has %s', (_, columns, reasonCode) => {
    expect(share(columns)).toMatchObject({ outcome: 'inconclusive', reasonCode });
  });
});

describe('the finding of the classifier', () => {
  const table = (shift: number) => ({
    features: [
      {
        kind: 'numeric' as const,
        values: Float64Array.of(...normals(300, seeded(5)), ...normals(300, seeded(6), { mean: shift })),
      },
    ],
    rows: { reference: 300, current: 300 },
  });
  const found = (domain: ReturnType<typeof table> | { readonly notPossible: string }, rules: object = {}) =>
    judge([same('x')], rules, { domain }).findings.find(({ measure }) => measure === 'domain-auc');

  it.each([
    [0, 'pass', 'within-limit'],
    [0.8, 'pass', 'warning-exceeded'],
    [2, 'fail', 'limit-exceeded'],
  ])('says of a shift of %d: %s, %s', (shift, outcome, reasonCode) => {
    expect(found(table(shift))).toMatchObject({
      outcome,
      reasonCode,
      limit: 0.7,
      n: [300, 300],
      method: 'logistic regression, five folds, DeLong',
    });
  });

  it('says why there is none', () => {
    const none = found({ notPossible: 'the reference is a profile' }, { 'domain-classifier': 'required' });

    expect(none).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'insufficient-n',
      value: null,
      limit: 0.7,
      message: 'The policy requires the domain classifier, and it was not possible: the reference is a profile.',
    });
    expect(none).not.toHaveProperty('method');
  });
});
