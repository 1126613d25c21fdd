import { describe, expect, it } from 'vitest';
import type { ColumnVerdict, EffectVerdict } from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';
import { decisiveMeasure } from '../../../../packages/gates/src/drift/verdicts/decisive-measure.ts';
import type { QualityVerdict } from '../../../../packages/gates/src/drift/verdicts/quality-verdict.ts';
import { categoriesColumn, judge, rowsColumn } from './compared-columns.ts';
import { normals, seeded } from './drift-samples.ts';

const effect = (
  measure: EffectVerdict['measure'],
  value: number,
  verdict: EffectVerdict['verdict'],
): EffectVerdict => ({
  measure,
  verdict,
  reason: verdict === 'fail' ? 'limit-exceeded' : verdict === 'pass' ? 'within-limit' : 'batch-too-small',
  bounds: [value, value],
  limit: { warn: 0.1, fail: 0.2 },
  failsWhen: 'above',
  nullQuantile: 0.05,
  detectable: 0.1,
  requiredRows: 70,
});
const count = (value: number | null, verdict: QualityVerdict['verdict']): QualityVerdict => ({
  column: 'x',
  measure: 'missing-rate-difference',
  verdict,
  reason: verdict === 'fail' ? 'limit-exceeded' : verdict === 'pass' ? 'within-limit' : 'effect-without-evidence',
  value,
  expected: 0,
  limit: { warn: 0.02, fail: 0.05 },
  failsWhen: 'above',
  p: 0.3,
});
const distribution = (effects: readonly EffectVerdict[]): ColumnVerdict => ({
  column: 'x',
  verdict: 'inconclusive',
  reason: 'insufficient-n',
  effects,
  p: effects.length === 0 ? null : [0.001, 0.002],
  method: effects.length === 0 ? null : 'a test',
  falseDiscovery: null,
  psi: null,
  psiDetectable: null,
  population: null,
  n: null,
});

describe('the measure that decided', () => {
  it.each([
    [
      'is the failing one, though another is larger',
      [effect('ks', 0.3, 'pass'), effect('cramer-v', 0.2, 'fail')],
      count(0, 'pass'),
      'cramer-v',
      1,
    ],
    [
      'is of two failing the one further beyond its limit',
      [effect('ks', 0.22, 'fail')],
      count(0.2, 'fail'),
      'missing-rate-difference',
      4,
    ],
    [
      'is of two passing the one nearer its limit',
      [effect('ks', 0.1, 'pass'), effect('cramer-v', 0.15, 'pass')],
      count(0.01, 'pass'),
      'cramer-v',
      0.75,
    ],
    [
      'is the inconclusive count beside an effect that passes',
      [effect('ks', 0.1, 'pass')],
      count(0.06, 'inconclusive'),
      'missing-rate-difference',
      1.2,
    ],
    ['is the distribution where nothing of it was measured', [], count(0.06, 'inconclusive'), 'distribution', null],
    [
      'is a failing count where nothing of the distribution was measured',
      [],
      count(0.5, 'fail'),
      'missing-rate-difference',
      10,
    ],
  ] as const)('%s', (_, effects, counted, measure, ofLimit) => {
    const found = decisiveMeasure(distribution(effects), [counted]);

    expect(found.measure).toBe(measure);
    if (ofLimit === null) expect(found).toMatchObject({ ofLimit: null, value: null, reason: 'insufficient-n' });
    else expect(found.ofLimit).toBeCloseTo(ofLimit, 12);
  });

  it('is of two that cannot be told the one without a value', () => {
    const found = decisiveMeasure(distribution([effect('ks', 0.3, 'inconclusive')]), [count(null, 'inconclusive')]);

    expect(found).toMatchObject({ measure: 'missing-rate-difference', value: null, ofLimit: null });
  });

  it('has no p-value where the distribution has none', () => {
    const untested = { ...distribution([effect('ks', 0.3, 'fail')]), p: null };

    expect(decisiveMeasure(untested, []).p).toBeNull();
  });

  it('carries evidence, limit and both ends of what a profile leaves open', () => {
    const wide = { ...effect('ks', 0.3, 'fail'), bounds: [0.25, 0.31] as const };

    expect(decisiveMeasure(distribution([wide]), [])).toEqual({
      measure: 'ks',
      verdict: 'fail',
      reason: 'limit-exceeded',
      value: 0.25,
      bounds: [0.25, 0.31],
      limit: { warn: 0.1, fail: 0.2 },
      ofLimit: 1.25,
      p: 0.002,
      method: 'a test',
      requiredRows: 70,
    });
    expect(decisiveMeasure(distribution([effect('ks', 0.3, 'fail')]), []).bounds).toBeNull();
    expect(decisiveMeasure(distribution([effect('ks', 0.1, 'pass')]), [count(0.2, 'fail')])).toMatchObject({
      p: 0.3,
      method: 'exact counts',
    });
  });
});

describe('finding and table of a column', () => {
  const reference = normals(2000, seeded(1));

  it.each([
    ['numbers that moved', rowsColumn('x', reference, normals(900, seeded(2), { mean: 1 }))],
    [
      'numbers of which many are missing',
      {
        ...rowsColumn('x', reference, normals(900, seeded(2))),
        rows: { reference: 2000, current: 1500 },
        missing: { reference: 0, current: 600 },
      },
    ],
    ['a new category', categoriesColumn('x', { a: 500, b: 500 }, { a: 300, b: 240, c: 60 })],
    ['too few rows', categoriesColumn('x', { a: 500, b: 500 }, { a: 20, b: 15 })],
  ])('tell of one measure: %s', (_, column) => {
    const decision = judge([column], { 'column-rules': { x: { critical: true } } });
    const finding = decision.findings.find(({ groups }) => groups?.[0] === 'x');
    const columns = Object(decision.measures['columns']);

    expect(columns.x).toMatchObject({
      by: finding?.measure,
      value: finding?.value,
      limit: finding?.limit ?? null,
      reason: finding?.reasonCode,
    });
    expect(columns.x['of-limit']).toBe(
      finding?.limit === undefined ? null : Number((Number(finding.value) / finding.limit).toPrecision(12)),
    );
  });
});
