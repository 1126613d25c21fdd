import { sha256 } from '@gatehouse/core';
import { createRandom } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { seedOf } from '../../../../packages/gates/src/decision/metric-seed.ts';
import {
  type ComparedColumn,
  measureColumn,
  qualityCounts,
} from '../../../../packages/gates/src/drift/compared-column.ts';
import { domainEvidence, measureDomains } from '../../../../packages/gates/src/drift/domain-measure.ts';
import { DRIFT_MEASURES, driftLimits } from '../../../../packages/gates/src/drift/drift-limits.ts';
import { judgeDrift, positiveOf } from '../../../../packages/gates/src/drift/judged-drift.ts';
import { oneSidedFindings } from '../../../../packages/gates/src/drift/one-sided-findings.ts';
import { selfFindings } from '../../../../packages/gates/src/drift/self-findings.ts';
import { categoriesColumn, judge, rowsColumn, rulesOf } from './compared-columns.ts';
import { normals, profiled, seeded } from './drift-samples.ts';

const EVEN = { a: 500, b: 500 };
const LIMIT = { warn: 0.6, fail: 0.7 };
const CONTEXT = { subject: null, policyDigest: null, inputs: [{ name: 'data', digest: sha256('batch') }] };
const same = (column: string) => categoriesColumn(column, EVEN, { a: 250, b: 250 });
const twenty = (rows: number) => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, rows]));
const rare = (column: string) => categoriesColumn(column, twenty(30), twenty(3));
const upTo = (from: number, to: number) => Float64Array.from({ length: to - from }, (_, at) => from + at);
const seedBytes = (check: string) => Uint8Array.from(Buffer.from(seedOf(check, CONTEXT), 'hex'));
const columnsOf = (columns: readonly ComparedColumn[], rules: object = {}) =>
  Object(judge(columns, rules).measures['columns']);

function table(rows = 300, shift = 1) {
  const values = Float64Array.of(...normals(rows, seeded(5)), ...normals(rows, seeded(6), { mean: shift }));
  return { features: [{ kind: 'numeric' as const, values }], rows: { reference: rows, current: rows } };
}

function inProfile(column: string, edges: readonly number[]): ComparedColumn {
  const [reference, current] = [normals(3000, seeded(21)), normals(1500, seeded(23), { sd: 0.7 })];
  const sides = {
    reference: profiled(reference, Float64Array.from(edges)),
    current: profiled(current, Float64Array.from(edges)),
  };
  return { ...rowsColumn(column, reference, current), values: { kind: 'profiles', ...sides, outside: 7 } };
}

describe('the draws', () => {
  it('of a column are those of a seed of the data and its name', () => {
    const measured = measureColumn(rare('x'), { random: createRandom(seedBytes('drift/null/x')), redraws: 999 });
    const drawn = 'effects' in measured ? measured.effects.map(({ nullQuantile }) => nullQuantile(0.95)) : [];
    const { x, y } = columnsOf([rare('x'), rare('y')]);

    expect(Object.values(x['null-95'])).toEqual(drawn.map((quantile) => expect.closeTo(quantile, 10)));
    expect(Object.keys(x['null-95'])).toEqual(['jensen-shannon', 'cramer-v']);
    expect(x['null-95']).not.toEqual(y['null-95']);
  });

  it('of the classifier are those of a seed of the data', () => {
    const alone = measureDomains(table(), LIMIT, seedBytes('drift/domain'));
    const { measures } = judge([same('x')], {}, { domain: table() });

    expect(alone.undefinedReason).toBeNull();
    expect(measures['dataset']).toMatchObject({
      'domain-auc': expect.closeTo('auc' in alone ? alone.auc : Number.NaN, 10),
      'domain-auc-lower': expect.closeTo('lower' in alone ? alone.lower : Number.NaN, 10),
    });
  });

  it('are the same whichever model is judged', () => {
    const subject = { model: 'credit', modelDigest: sha256('model') };

    expect(judge([rare('x')], {}, { context: { ...CONTEXT, subject } }).measures).toEqual(judge([rare('x')]).measures);
  });
});

describe('the classifier', () => {
  it.each([
    ['without a column', { ...table(), features: [] }, 'no column has values for it'],
    ['with 199 rows', table(199), 'it needs 200 rows of each side'],
  ])('%s says nothing', (_, given, why) => {
    expect(measureDomains(given, LIMIT, seedBytes('x'))).toEqual({
      limit: LIMIT,
      undefinedReason: 'insufficient-n',
      why,
    });
  });

  it('has a bound one-sided of 95 %, by the formula of Hanley and McNeil', () => {
    const found = measureDomains(table(), LIMIT, seedBytes('x'));
    if (found.undefinedReason !== null) throw new Error(found.why);
    const { auc, lower } = found;
    const variance =
      auc * (1 - auc) + 299 * (auc / (2 - auc) - auc ** 2) + 299 * ((2 * auc ** 2) / (1 + auc) - auc ** 2);

    expect((auc - lower) / Math.sqrt(variance / 300 ** 2)).toBeGreaterThan(1.645 * 0.9);
    expect((auc - lower) / Math.sqrt(variance / 300 ** 2)).toBeLessThan(1.645 * 1.1);
    expect(found).toMatchObject({ confidence: 0.95, n: [300, 300], limit: LIMIT });
    expect(domainEvidence(found)).toEqual({ lower, undefinedReason: null });
  });

  it('that says nothing is no evidence, and one that was not asked is none at all', () => {
    const unknown = { limit: LIMIT, undefinedReason: 'insufficient-n', why: 'no rows' } as const;

    expect(domainEvidence(unknown)).toEqual({ lower: null, undefinedReason: 'insufficient-n' });
    expect(domainEvidence(null)).toBeNull();
  });

  it.each([
    ['that is required', { 'domain-classifier': 'required' }, { 'domain-auc': null }],
    ['that is not', {}, {}],
  ])('%s and is not possible has no area', (_, rules, expected) => {
    const dataset = Object(judge([same('x')], rules).measures['dataset']);

    expect(Object.fromEntries(Object.entries(dataset).filter(([name]) => name.startsWith('domain')))).toEqual(expected);
  });
});

describe('limits', () => {
  const given = (text: string) => JSON.parse(text);

  it.each([...DRIFT_MEASURES])('may be of %s', (measure) => {
    const limit = { warn: 0.11, fail: 0.12, failsWhen: 'above' } as const;

    expect(driftLimits({ [measure]: limit })[measure]).toEqual(limit);
  });

  it('are of what evidence names', () => {
    expect([...DRIFT_MEASURES].toSorted()).toEqual([
      ...['cramer-v', 'domain-auc', 'hellinger', 'jensen-shannon', 'ks', 'missing-rate-difference'],
      ...['new-category-rate', 'out-of-range-rate', 'psi', 'wasserstein-normed'],
    ]);
  });

  it.each([
    ['of no measure', '{"p":{"warn":0.1,"fail":0.2,"failsWhen":"above"}}', /A drift limit is of ks, .*got "p"/],
    ['of the other side', '{"ks":{"warn":0.1,"fail":0.2,"failsWhen":"below"}}', /ks fails when .* above, got "below"/],
    ['without a side', '{"ks":{"warn":0.1,"fail":0.2}}', /ks fails when/],
    ['that warn at 0', '{"ks":{"warn":0,"fail":0.2,"failsWhen":"above"}}', /ks are 0 < warn/],
  ])('%s are refused', (_, text, message) => {
    expect(() => driftLimits(given(text))).toThrow(message);
  });
});

describe('what is counted', () => {
  it('of a profile are the values that it says are outside', () => {
    const column = { ...inProfile('x', [0]), missing: { reference: 10, current: 20 } };

    expect(qualityCounts(column)[1]).toEqual({
      measure: 'out-of-range-rate',
      column: 'x',
      outside: 7,
      rows: { reference: 2990, current: 1480 },
    });
  });

  it('of a profile that does not name all categories are the rows that it does not name', () => {
    const column = categoriesColumn('x', { a: 90, b: 10 }, { a: 45, z: 5 });
    const pooled =
      column.values.kind === 'categories' ? { ...column, values: { ...column.values, other: 20 } } : column;

    expect(qualityCounts(pooled)[1]).toMatchObject({ newRows: 5, pooled: 20 });
  });
});

describe('a column', () => {
  const judged = (names: readonly string[], rules: object = {}) =>
    judgeDrift(names.map(same), rulesOf(rules), {
      domain: null,
      drawsOf: () => ({ random: seeded(7), redraws: 199 }),
    }).columns.map(({ importance, critical }) => [importance, critical]);

  it('weighs as much as any other and is not critical, unless a rule says so', () => {
    const rules = { 'column-rules': { b: { importance: 3 }, c: { critical: true } } };

    expect(judged(['a', 'b', 'c', 'toString'], rules)).toEqual([
      [1, false],
      [3, false],
      [1, true],
      [1, false],
    ]);
  });

  it('has the rows with a value on both sides', () => {
    const column = { ...same('x'), rows: { reference: 1010, current: 520 }, missing: { reference: 10, current: 20 } };

    expect(columnsOf([column]).x.n).toEqual([1000, 500]);
  });

  it('has limits of its own for what is counted too', () => {
    const column = { ...same('x'), rows: { reference: 1000, current: 1000 }, missing: { reference: 0, current: 500 } };
    const limits = { 'missing-rate-difference': { warn: 0.8, fail: 0.9 } };

    expect(columnsOf([column]).x).toMatchObject({ verdict: 'fail', by: 'missing-rate-difference' });
    expect(columnsOf([column], { 'column-rules': { x: { limits } } }).x.verdict).toBe('pass');
    expect(columnsOf([column], { 'column-rules': { y: { limits } } }).x.verdict).toBe('fail');
  });

  it('of numbers has the distances of its rows', () => {
    // 0 to 99 against 10 to 109: moved by 10, of a deviation of sqrt((100² - 1)/12).
    const { x } = columnsOf([rowsColumn('x', upTo(0, 100), upTo(10, 110))]);

    expect(x).toMatchObject({
      ks: 0.1,
      wasserstein: 10,
      'wasserstein-normed': expect.closeTo(10 / Math.sqrt(9999 / 12), 10),
      'out-of-range-rate': 0.1,
      n: [100, 100],
    });
    expect(x['ks-population'][0]).toBeLessThan(0.1);
    expect(x['ks-population'][1]).toBeGreaterThan(0.1);
    expect(Object.keys(x).filter((name) => name.endsWith('-bounds'))).toEqual([]);
  });

  it('of few numbers has the distances of its rows, and is judged by its categories', () => {
    const few = (shift: number) => Float64Array.from({ length: 400 }, (_, at) => (at % 4) + shift);
    const { x } = columnsOf([rowsColumn('x', few(0), few(1))]);

    expect(x).toMatchObject({
      ks: 0.25,
      wasserstein: 1,
      'wasserstein-normed': expect.closeTo(1 / Math.sqrt(1.25), 10),
    });
    expect(Object.keys(x.detectable)).toEqual(['jensen-shannon', 'cramer-v']);
    expect(x).not.toHaveProperty('ks-population');
  });

  it('of fewer than 50 numbers has no distance', () => {
    expect(columnsOf([rowsColumn('x', upTo(0, 100), upTo(0, 40))]).x).not.toHaveProperty('ks');
  });

  it('of a profile has the ends of what it leaves open', () => {
    const { x } = columnsOf([inProfile('x', [-0.4, 3])], { limits: { 'wasserstein-normed': { warn: 50, fail: 50 } } });

    for (const name of ['ks', 'wasserstein', 'wasserstein-normed']) {
      const [lower, upper] = x[`${name}-bounds`];
      expect([name, x[name]]).toEqual([name, lower]);
      expect(upper).toBeGreaterThan(lower);
    }
    expect(x).toMatchObject({
      by: 'ks',
      reason: 'bounds-span-limit',
      interval: x['ks-bounds'],
      'out-of-range-rate': expect.closeTo(7 / 1500, 10),
    });
  });

  it('says how far it is beyond its limit, and by what', () => {
    const { x } = columnsOf([categoriesColumn('x', EVEN, { a: 450, b: 50 })]);

    expect(x).toMatchObject({ by: 'cramer-v', reason: 'limit-exceeded', value: x['cramer-v'] });
    expect(x['of-limit']).toBeCloseTo(x['cramer-v'] / 0.2, 10);
  });
});

describe('the smallest effects that could be seen', () => {
  const sized = (column: string, times: number) =>
    categoriesColumn(column, { a: 500 * times, b: 500 * times }, { a: 50 * times, b: 50 * times });

  it('are the largest of all columns, wherever it stands', () => {
    const { measures, power } = judge([sized('a', 4), sized('b', 1), sized('c', 9)]);
    const largest = Object(measures['columns']).b.detectable['jensen-shannon'];

    expect(measures['power']).toEqual({ 'jensen-shannon': { 'minimum-detectable': largest } });
    expect(power.minimumDetectable).toBe(largest);
    expect(largest).toBeGreaterThan(Object(measures['columns']).a.detectable['jensen-shannon']);
  });
});

describe('outputs', () => {
  const rates = (reference: Readonly<Record<string, number>>, current: Readonly<Record<string, number>>) =>
    Object(judge([categoriesColumn('y', reference, current, 'target')]).measures['outputs']).target;

  it.each([
    ['a side without a positive', { '0': 700, '1': 300 }, { '0': 500 }, '1', -0.3],
    ['a reference without one', { '0': 1000 }, { '0': 400, '1': 100 }, '1', 0.2],
    ['words in any order', { true: 250, false: 750 }, { true: 250, false: 250 }, 'true', 0.25],
  ])('of %s say how far the share of positives moved', (_, reference, current, positive, value) => {
    expect(rates(reference, current)).toMatchObject({
      'base-rate-of': positive,
      'base-rate-difference': { value: expect.closeTo(value, 10) },
    });
  });

  it.each([
    ['three classes', categoriesColumn('y', { a: 300, b: 300, c: 300 }, { a: 90, b: 90, c: 90 }, 'target')],
    ['numbers', rowsColumn('y', upTo(0, 100), upTo(0, 100), 'target')],
    ['two numbers', rowsColumn('y', upTo(0, 2), upTo(0, 2), 'target')],
  ])('of %s say nothing of it', (_, column) => {
    expect(positiveOf(column)).toBeNull();
    expect(Object(judge([column]).measures['outputs']).target).toEqual({
      column: 'y',
      'base-rate-of': null,
      'base-rate-difference': null,
    });
  });
});

describe('what was not measured', () => {
  const pooled = (column: string): ComparedColumn => {
    const plain = same(column);
    return plain.values.kind === 'categories' ? { ...plain, values: { ...plain.values, other: 7 } } : plain;
  };
  const words = (column: string) =>
    `new categories of "${column}", one by one: the profile does not name all, and rows of those it does not name count as new`;
  const LAST = 'effects of drift on the quality of predictions';

  it.each([
    ['several columns together', {}, ['drift of several columns together: no rows', LAST]],
    ['not those where there were rows', { domain: table(200) }, [LAST]],
    [
      'columns without values to compare first',
      { notCompared: ['"id": excluded'] },
      ['"id": excluded', 'drift of several columns together: no rows', LAST],
    ],
  ])('is %s', (_, more, expected) => {
    expect(judge([same('x')], {}, more).notMeasured).toEqual(expected);
  });

  it('names the columns in their order', () => {
    const expected = [words('a'), words('b'), words('c')];

    expect(judge([pooled('b'), pooled('c'), pooled('a')]).notMeasured.slice(1, 4)).toEqual(expected);
    expect(judge([pooled('a'), pooled('b'), pooled('c')]).notMeasured.slice(1, 4)).toEqual(expected);
  });
});

describe('findings of the table', () => {
  it('are none where there is nothing to say', () => {
    expect(selfFindings({ isItsReference: false })).toEqual([]);
    expect(oneSidedFindings({ missingColumns: [], newColumns: [] })).toEqual([]);
  });

  it('say that it is its own reference', () => {
    expect(judge([same('x')], {}, { isItsReference: true }).findings).toContainEqual({
      measure: 'reference',
      outcome: 'inconclusive',
      severity: 'block',
      reasonCode: 'compared-with-itself',
      value: null,
      message: 'The data are the bytes that they are compared with: no drift can be found, and none was looked for.',
    });
    expect(judge([same('x')]).findings.map(({ measure }) => measure)).toEqual(['drifted-share']);
  });

  it.each([
    [['c'], 'The data have the column "c", and the reference does not: nothing of them was compared.'],
    [['c', 'd'], 'The data have the columns "c", "d", and the reference does not: nothing of them was compared.'],
  ])('name the new columns %j', (newColumns, message) => {
    expect(judge([same('x')], {}, { newColumns }).findings).toContainEqual({
      measure: 'new-columns',
      outcome: 'inconclusive',
      severity: 'warn',
      reasonCode: 'schema-broken',
      groups: newColumns,
      value: newColumns.length,
      message,
    });
  });

  it('count the columns that are not named', () => {
    const names = upTo(0, 51);
    const { findings } = judge([same('x')], {}, { newColumns: Array.from(names, (at) => `c${at}`) });

    expect(findings.find(({ measure }) => measure === 'new-columns')?.message).toContain('"c49" and 1 more,');
  });
});
