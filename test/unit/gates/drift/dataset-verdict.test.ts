import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DriftVerdict } from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';
import { judgeDataset, type WeighedColumn } from '../../../../packages/gates/src/drift/verdicts/dataset-verdict.ts';
import { describeOutput } from '../../../../packages/gates/src/drift/verdicts/output-drift.ts';

function columns(...verdicts: readonly DriftVerdict[]): WeighedColumn[] {
  return verdicts.map((verdict, at) => ({ judged: { column: `c${at}`, verdict } }));
}
const passing = (n: number) => Array.from({ length: n }, () => 'pass' as const);
const failed = { column: 'c', verdict: 'fail' } as const;

describe('a dataset', () => {
  it.each([
    ['all columns passing', columns(...passing(10)), 'pass'],
    ['no column', [], 'inconclusive'],
    ['1 of 11 failing', columns('fail', ...passing(10)), 'pass'],
    ['1 of 10 failing', columns('fail', ...passing(9)), 'warn'],
    ['3 of 10 failing', columns('fail', 'fail', 'fail', ...passing(7)), 'fail'],
    ['2 failing and 1 inconclusive of 10', columns('fail', 'fail', 'inconclusive', ...passing(7)), 'inconclusive'],
    ['1 inconclusive of 11', columns('inconclusive', ...passing(10)), 'pass'],
    ['all inconclusive', columns('inconclusive', 'inconclusive'), 'inconclusive'],
    ['warnings only', columns('warn', 'warn'), 'pass'],
    [
      'an important column failing',
      [
        { judged: failed, importance: 0.3 },
        { judged: { column: 'd', verdict: 'pass' }, importance: 0.7 },
      ],
      'fail',
    ],
    ['a critical column failing', [{ judged: failed, importance: 0, critical: true }, ...columns('pass')], 'fail'],
    [
      'a critical column inconclusive',
      [{ judged: { column: 'k', verdict: 'inconclusive' }, critical: true }, ...columns(...passing(10))],
      'inconclusive',
    ],
  ] as const)('with %s', (_, judged, verdict) => {
    expect(judgeDataset(judged, null).verdict).toBe(verdict);
  });

  it.each([
    [{ lower: 0.599, undefinedReason: null }, 'pass'],
    [{ lower: 0.6, undefinedReason: null }, 'warn'],
    [{ lower: 0.7, undefinedReason: null }, 'fail'],
    [{ lower: null, undefinedReason: 'insufficient-n' }, 'inconclusive'],
  ] as const)('with the domain classifier at %o is %s', (domain, verdict) => {
    expect(judgeDataset(columns('pass'), domain)).toMatchObject({ verdict, rules: { domain: verdict } });
  });

  it('names the critical columns that do not pass, and takes other limits', () => {
    const critical = columns('fail', 'inconclusive', 'warn', 'pass').map((column) => ({ ...column, critical: true }));

    expect(judgeDataset(critical, null).criticalColumns).toEqual(['c0', 'c1']);
    expect(judgeDataset(columns('fail', 'pass'), null, { share: { warn: 0.6, fail: 0.7 } }).verdict).toBe('pass');
  });

  it.each([
    () => judgeDataset([{ judged: failed, importance: Number.NaN }], null),
    () => judgeDataset([{ judged: failed, importance: -1 }], null),
    () => judgeDataset([{ judged: failed, importance: 0 }], null),
    () => judgeDataset([{ judged: failed, importance: Number.POSITIVE_INFINITY }], null),
    () => judgeDataset(columns('pass'), { lower: Number.NaN, undefinedReason: null }),
    () => judgeDataset(columns('pass'), null, { share: { warn: 0.1, fail: Number.NaN } }),
    () => judgeDataset(columns('pass'), null, { share: { warn: 0, fail: 0.3 } }),
  ])('refuses what is no importance, area or limit', (judge) => {
    expect(judge).toThrow(RangeError);
  });

  it('does not depend on the order of columns', () => {
    const verdict = fc.constantFrom<DriftVerdict>('pass', 'warn', 'fail', 'inconclusive');
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1 }), (verdicts) => {
        const judged = columns(...verdicts);
        expect(judgeDataset(judged.toReversed(), null)).toEqual(judgeDataset(judged, null));
      }),
    );
  });

  it('with an unknown verdict does not pass', () => {
    const unknown: DriftVerdict = JSON.parse('"odd"');

    const critical = columns(unknown, ...passing(99)).map((column) => ({ ...column, critical: true }));

    expect(judgeDataset(columns(unknown), null).verdict).toBe('inconclusive');
    expect(judgeDataset(critical, null).rules.critical).toBe('inconclusive');
  });
});

describe('an output', () => {
  it.each([
    ['a prediction that fails while the inputs pass', 'prediction', 'fail', 'pass', 'suspect-pipeline'],
    ['a prediction that warns while the inputs pass', 'prediction', 'warn', 'pass', 'suspect-pipeline'],
    ['a prediction and its inputs', 'prediction', 'fail', 'fail', null],
    ['a prediction with inputs at a warning', 'prediction', 'fail', 'warn', null],
    ['a prediction with inputs nobody knows', 'prediction', 'fail', 'inconclusive', null],
    ['a prediction with inputs not judged', 'prediction', 'fail', null, null],
    ['a prediction that passes', 'prediction', 'pass', 'pass', null],
    ['a target that fails', 'target', 'fail', 'pass', null],
  ] as const)('%s', (_, role, verdict, features, label) => {
    const output = { role, judged: { column: 'y', verdict } };

    expect(describeOutput(output, null, features)).toEqual({ ...output, baseRateDifference: null, label });
  });

  it('says how far the base rate moved, with its interval', () => {
    const rates = { reference: { successes: 48, n: 80 }, current: { successes: 56, n: 70 } };
    const { baseRateDifference } = describeOutput({ role: 'target', judged: failed }, rates, null);

    expect(baseRateDifference?.value).toBeCloseTo(0.2, 12);
    expect(baseRateDifference?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(baseRateDifference?.interval[1]).toBeCloseTo(0.3339, 4);
  });

  it.each(['reference', 'current'] as const)('has no difference of base rates where the %s has no row', (side) => {
    const rates = { reference: { successes: 48, n: 80 }, current: { successes: 56, n: 70 } };
    const without = { ...rates, [side]: { successes: 0, n: 0 } };

    expect(describeOutput({ role: 'target', judged: failed }, without, null).baseRateDifference).toBeNull();
  });
});
