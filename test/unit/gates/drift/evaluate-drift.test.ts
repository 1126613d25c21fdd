import { parseDecision } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftLimits } from '../../../../packages/gates/src/drift/drift-limits.ts';
import { categoriesColumn, judge, rowsColumn, rulesOf } from './compared-columns.ts';
import { normals, seeded } from './drift-samples.ts';

const EVEN = { a: 500, b: 500 };
const same = (column: string) => categoriesColumn(column, EVEN, { a: 250, b: 250 });
const moved = (column: string) => categoriesColumn(column, EVEN, { a: 450, b: 50 });
const slightly = (column: string) => categoriesColumn(column, EVEN, { a: 325, b: 175 });
const small = (column: string) => categoriesColumn(column, EVEN, { a: 20, b: 20 });
const twenty = (rows: number) => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, rows]));
const columns = (count: number, make: (column: string) => ReturnType<typeof same>, prefix: string) =>
  Array.from({ length: count }, (_, at) => make(`${prefix}${at}`));

describe('the data as a whole', () => {
  it.each([
    ['no drifted column', [...columns(10, same, 's')], {}, 'pass', 'within-limit'],
    ['one drifted column of ten', [...columns(9, same, 's'), moved('m')], {}, 'pass', 'warning-exceeded'],
    ['one of eleven', [...columns(10, same, 's'), moved('m')], {}, 'pass', 'within-limit'],
    ['three of ten', [...columns(7, same, 's'), ...columns(3, moved, 'm')], {}, 'fail', 'limit-exceeded'],
    ['every column, slightly', columns(4, slightly, 'w'), {}, 'pass', 'within-limit'],
    [
      'one of ten that weighs as much as four',
      [...columns(9, same, 's'), moved('m')],
      { 'column-rules': { m: { importance: 4 } } },
      'fail',
      'limit-exceeded',
    ],
    ['batches of 40 rows', columns(3, small, 'b'), {}, 'inconclusive', 'insufficient-n'],
    [
      'one of four that cannot be told',
      [...columns(3, same, 's'), small('b')],
      { 'drifted-share': { warn: 0.1, fail: 0.25 } },
      'inconclusive',
      'insufficient-n',
    ],
  ] as const)('with %s', (_, given, rules, outcome, reasonCode) => {
    const decision = judge(given, rules);

    expect(parseDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ gate: 'drift', outcome });
    expect(decision.findings.find(({ measure }) => measure === 'drifted-share')).toMatchObject({ outcome, reasonCode });
  });

  it('fails by a critical column alone, which has a finding of its own also when it passes', () => {
    const rules = { 'column-rules': { m: { critical: true } } };
    const many = columns(20, same, 's');

    expect(judge([...many, moved('m')], rules)).toMatchObject({
      outcome: 'fail',
      findings: [{ groups: ['m'], severity: 'block', outcome: 'fail', reasonCode: 'limit-exceeded' }, {}],
    });
    expect(judge([...many, same('m')], rules).findings).toMatchObject([
      { measure: 'drifted-share' },
      { groups: ['m'], severity: 'block', outcome: 'pass', reasonCode: 'within-limit' },
    ]);
  });

  it('without a column is inconclusive', () => {
    expect(judge([])).toMatchObject({ outcome: 'inconclusive', findings: [] });
  });
});

describe('data that are their own reference', () => {
  it.each([['native'], ['evidently']] as const)('in mode %s do not pass, as nothing could be found', (mode) => {
    const decision = judge([same('x')], { mode }, { isItsReference: true });

    expect(judge([same('x')], { mode }).outcome).toBe('pass');
    expect(parseDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ outcome: 'inconclusive' });
    expect(decision.findings[0]).toMatchObject({ reasonCode: 'compared-with-itself', severity: 'block' });
  });
});

describe('a limit of drift', () => {
  it.each([['native'], ['evidently']] as const)('in mode %s is failed by what equals it, and says so', (mode) => {
    const given = [...columns(5, same, 's'), ...columns(5, moved, 'm')];
    const { outcome, findings } = judge(
      given,
      mode === 'native' ? { 'drifted-share': { warn: 0.5, fail: 0.5 } } : { mode },
    );
    const [share, ...others] = findings;

    expect(outcome).toBe('fail');
    expect(share).toMatchObject({ measure: 'drifted-share', value: 0.5, limit: 0.5, failsAtLimit: true });
    expect(share?.message).toContain('from 50 % it fails');
    expect(others).toHaveLength(5);
    expect(
      others.every(
        ({ groups, failsAtLimit }) => groups?.length === 1 && failsAtLimit === (mode === 'native' || undefined),
      ),
    ).toBe(true);
  });
});

describe('columns that one side has', () => {
  it.each([['native'], ['evidently']] as const)('in mode %s fail when they have left, and warn when new', (mode) => {
    const gone = judge([same('x')], { mode }, { missingColumns: ['a', 'b'] });
    const added = judge([same('x')], { mode }, { newColumns: ['c'] });

    expect(gone).toMatchObject({ outcome: 'fail' });
    expect(gone.findings[0]).toMatchObject({
      measure: 'missing-columns',
      severity: 'block',
      reasonCode: 'column-missing',
      groups: ['a', 'b'],
      value: 2,
    });
    expect(gone.findings[0]?.message).toContain('"a", "b"');
    expect(added).toMatchObject({ outcome: 'pass' });
    expect(added.findings).toContainEqual(
      expect.objectContaining({
        measure: 'new-columns',
        outcome: 'inconclusive',
        severity: 'warn',
        groups: ['c'],
        value: 1,
      }),
    );
    expect(parseDecision(JSON.parse(JSON.stringify(gone)))).toEqual(gone);
  });

  it('are counted in full where not all are named', () => {
    const names = Array.from({ length: 60 }, (_, at) => `c${at}`);
    const [finding] = judge([same('x')], {}, { missingColumns: names }).findings;

    expect(finding).toMatchObject({ value: 60, message: expect.stringContaining('and 10 more') });
    expect(finding?.groups).toHaveLength(50);
  });
});

describe('a column', () => {
  it.each([
    ['drifted', moved('x'), 'cramer-v', 'fail', 'limit-exceeded', 0.2],
    ['drifted a little', slightly('x'), 'cramer-v', 'pass', 'warning-exceeded', 0.1],
    [
      'whose batch lets chance reach the limit',
      categoriesColumn('x', twenty(30), twenty(3)),
      'jensen-shannon',
      'inconclusive',
      'batch-too-small',
      0.2,
    ],
    [
      'whose effect chance may explain',
      categoriesColumn('x', { a: 60, b: 40 }, { a: 20, b: 32 }),
      'cramer-v',
      'inconclusive',
      'effect-without-evidence',
      0.2,
    ],
  ] as const)('%s has a finding that names it', (_, column, measure, outcome, reasonCode, limit) => {
    const found = judge([column, ...columns(9, same, 's')]).findings.find(({ groups }) => groups?.[0] === 'x');

    expect(found).toMatchObject({ measure, outcome, reasonCode, limit, failsWhen: 'above', severity: 'warn' });
    expect(found?.message).toMatch(/^Column "x": /);
  });

  it.each([
    ['missing values', { missing: { reference: 0, current: 200 } }, 'missing-rate-difference'],
    ['values out of range', {}, 'out-of-range-rate'],
  ] as const)('drifts by %s though its distribution stays', (_, change, measure) => {
    const [reference, current] = [normals(2000, seeded(1)), normals(2000, seeded(2))];
    if (measure === 'out-of-range-rate') current.fill(99, 0, 120);
    const column = { ...rowsColumn('x', reference, current), ...change };
    const rows = { reference: 2000, current: 2000 + (measure === 'out-of-range-rate' ? 0 : 200) };

    const rules = { limits: { 'wasserstein-normed': { warn: 50, fail: 50 } } };

    expect(judge([{ ...column, rows }, ...columns(9, same, 's')], rules).findings).toContainEqual(
      expect.objectContaining({ groups: ['x'], measure, outcome: 'fail', reasonCode: 'limit-exceeded' }),
    );
  });

  it('shows all measures, also those that are not judged', () => {
    const decision = judge([rowsColumn('x', normals(900, seeded(3)), normals(900, seeded(4))), same('g')]);

    expect(decision.measures['columns']).toMatchObject({
      x: {
        ks: expect.any(Number),
        wasserstein: expect.any(Number),
        'wasserstein-normed': expect.any(Number),
        psi: expect.any(Number),
        'jensen-shannon': expect.any(Number),
        hellinger: expect.any(Number),
        'total-variation': expect.any(Number),
        'l-infinity': expect.any(Number),
        'cramer-v': expect.any(Number),
        'missing-rate-difference': 0,
        'out-of-range-rate': expect.any(Number),
      },
      g: { 'jensen-shannon': 0, 'new-category-rate': 0, psi: 0 },
    });
  });

  it('of few numbers shows the distances of numbers too', () => {
    const few = (shift: number): Float64Array => Float64Array.from({ length: 400 }, (_, at) => (at % 4) + shift);

    expect(judge([rowsColumn('x', few(0), few(1))]).measures['columns']).toMatchObject({
      x: { ks: 0.25, wasserstein: 1 },
    });
  });

  it('is held to PSI and Hellinger where the policy limits them', () => {
    const psi = { limits: { psi: { warn: 0.01, fail: 0.05 } } };
    const limited = judge([slightly('x')], psi);

    expect(judge([slightly('x')]).outcome).toBe('pass');
    expect(limited).toMatchObject({ outcome: 'fail' });
    expect(limited.findings).toContainEqual(expect.objectContaining({ measure: 'psi', groups: ['x'], limit: 0.05 }));
    expect(judge([slightly('x')], { limits: { hellinger: { warn: 0.05, fail: 0.1 } } }).outcome).toBe('fail');
  });

  it.each([
    ['of 40 rows', small('x'), 50],
    ['in which chance reaches the limit', categoriesColumn('x', twenty(300), twenty(3)), 119],
    ['that has drifted', moved('x'), undefined],
    ['that no batch can tell with such a reference', categoriesColumn('x', twenty(4), twenty(4)), undefined],
  ] as const)('%s says the rows it needs, if rows can tell', (_, column, rows) => {
    const { findings, power } = judge([column, same('s')]);
    const found = findings.find(({ groups }) => groups?.[0] === 'x');

    expect(found?.requiredN).toBe(rows);
    expect(power.requiredN).toEqual(rows === undefined ? {} : { x: rows });
  });

  it('names the measures of the smallest effects that could be seen', () => {
    const decision = judge([
      rowsColumn('x', normals(900, seeded(3)), normals(900, seeded(4))),
      same('g'),
      slightly('h'),
    ]);
    const power = Object(decision.measures['power']);

    expect(Object.keys(power).toSorted()).toEqual(['jensen-shannon', 'ks']);
    expect(Math.max(power.ks['minimum-detectable'], power['jensen-shannon']['minimum-detectable'])).toBe(
      decision.power.minimumDetectable,
    );
  });

  it('has limits of its own in place of those of the gate', () => {
    const own = { 'column-rules': { x: { limits: { 'jensen-shannon': { warn: 0.05, fail: 0.1 } } } } };

    expect(judge([slightly('x')], own).outcome).toBe('fail');
    expect(judge([slightly('y')], own).outcome).toBe('pass');
  });
});

describe('target and prediction', () => {
  const output = (role: 'target' | 'prediction', current: Readonly<Record<string, number>>) =>
    categoriesColumn('y', { '0': 700, '1': 300 }, current, role);

  it('are judged by themselves and block', () => {
    const decision = judge([...columns(9, same, 's'), output('target', { '0': 100, '1': 400 })]);

    expect(decision.outcome).toBe('fail');
    expect(decision.measures['outputs']).toMatchObject({
      target: { column: 'y', 'base-rate-of': '1', 'base-rate-difference': { value: 0.5 } },
    });
    expect(decision.measures['dataset']).toMatchObject({ 'drifted-share': 0 });
  });

  it.each([
    ['while the inputs stay', columns(3, same, 's'), true],
    ['with the inputs', columns(3, moved, 'm'), false],
  ] as const)('a prediction that drifts %s', (_, features, isSuspect) => {
    const { findings } = judge([...features, output('prediction', { '0': 100, '1': 400 })]);

    expect(findings.some(({ reasonCode }) => reasonCode === 'suspect-pipeline')).toBe(isSuspect);
  });
});

describe('the domain classifier', () => {
  const table = (shift: number, rows = 300) => ({
    features: [
      {
        kind: 'numeric' as const,
        values: Float64Array.of(...normals(rows, seeded(5)), ...normals(rows, seeded(6), { mean: shift })),
      },
    ],
    rows: { reference: rows, current: rows },
  });

  it.each([
    ['cannot tell the sides apart', table(0), {}, 'pass'],
    ['tells them apart', table(2), {}, 'fail'],
    ['has too few rows and is required', table(2, 199), { 'domain-classifier': 'required' }, 'inconclusive'],
  ] as const)('%s', (_, domain, rules, outcome) => {
    expect(judge([same('x')], rules, { domain }).findings).toContainEqual(
      expect.objectContaining({ measure: 'domain-auc', outcome, severity: 'block' }),
    );
  });

  it('says what its area means, and bounds it from below only', () => {
    const [found] = judge([same('x')], {}, { domain: table(2) }).findings;

    expect(found).toMatchObject({
      measure: 'domain-auc',
      failsAtLimit: true,
      interval: [expect.any(Number), null],
      confidence: 0.95,
      coverage: 'each-bound',
    });
    expect(found?.message).toMatch(
      /in 89\.\d+ % of all pairs \(area 0\.89\d+, at least 0\.8\d* with 95 % confidence\)/,
    );
    expect(found?.message).toContain('guessing picks it in 50 %, a bound of 0.6 warns and of 0.7 fails');
  });

  it('that is required and cannot be is inconclusive; else it is told', () => {
    const none = { domain: { notPossible: 'the reference is a profile' } };

    expect(judge([same('x')], { 'domain-classifier': 'required' }, none).outcome).toBe('inconclusive');
    expect(judge([same('x')], {}, none)).toMatchObject({ outcome: 'pass' });
    expect(judge([same('x')], {}, none).notMeasured.join()).toContain('the reference is a profile');
  });
});

describe('the rules of evidently', () => {
  it.each([
    ['fail when half of the columns drift', [same('a'), moved('b')], 'fail'],
    ['pass below', [same('a'), same('b'), moved('c')], 'pass'],
    ['are inconclusive without rows', [categoriesColumn('a', EVEN, {})], 'inconclusive'],
  ] as const)('%s', (_, given, outcome) => {
    const decision = judge(given, { mode: 'evidently' });

    expect(parseDecision(JSON.parse(JSON.stringify(decision))).outcome).toBe(outcome);
  });
});

describe('outputs by the rules of evidently', () => {
  const output = (role: 'target' | 'prediction', current: Readonly<Record<string, number>>) =>
    categoriesColumn('y', { '0': 700, '1': 300 }, current, role);

  it.each([
    ['target', { '0': 100, '1': 400 }, 'fail', { reasonCode: 'limit-exceeded', message: /below 0\.05/ }],
    ['prediction', { '0': 100, '1': 400 }, 'fail', { reasonCode: 'limit-exceeded', message: /below 0\.05/ }],
    ['target', {}, 'inconclusive', { reasonCode: 'empty-group', message: /no value/ }],
    ['prediction', { '0': 350, '1': 150 }, 'pass', { reasonCode: 'within-limit', message: /not below 0\.05/ }],
  ] as const)(
    'of the role %s and the counts %j are judged as %s and block, as by the native rules',
    (role, current, outcome, { reasonCode, message }) => {
      const decision = judge([same('a'), output(role, current)], { mode: 'evidently' });

      expect(decision.outcome).toBe(outcome);
      expect(decision.findings).toContainEqual(
        expect.objectContaining({
          groups: ['y'],
          severity: 'block',
          outcome,
          reasonCode,
          message: expect.stringMatching(message),
        }),
      );
    },
  );

  it('say which rules of the policy they leave out', () => {
    const { notMeasured } = judge([same('a')], { mode: 'evidently' });

    expect(notMeasured.join()).toMatch(/limits and the drifted share .*drift of several columns together/);
  });
});

describe('laws', () => {
  it('the limits that a policy is filled with are those of the verdicts', () => {
    expect(rulesOf().limits).toEqual(driftLimits());
  });

  it('equal data has not drifted, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
          minLength: 50,
          maxLength: 90,
        }),
        fc.integer({ min: 8, max: 20 }),
        (values, times) => {
          const side = Float64Array.from({ length: values.length * times }, (_, at) =>
            Number(values[at % values.length]),
          );

          expect(judge([rowsColumn('x', side, side.toReversed())]).outcome).not.toBe('fail');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('the order of rows and of columns cannot be seen', () => {
    const [reference, current] = [normals(300, seeded(8)), normals(300, seeded(9), { mean: 0.2 })];
    const plain = judge([rowsColumn('x', reference, current), same('a')]);

    expect(judge([same('a'), rowsColumn('x', reference.toReversed(), current.toSorted())])).toEqual(plain);
  });
});
