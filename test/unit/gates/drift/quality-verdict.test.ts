import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeQuality, type QualityCounts } from '../../../../packages/gates/src/drift/verdicts/quality-verdict.ts';

const rows = { reference: 1000, current: 1000 };
const missing = (reference: number, current: number, sizes = rows): QualityCounts => ({
  measure: 'missing-rate-difference',
  column: 'x',
  missing: { reference, current },
  rows: sizes,
});
const outside = (count: number, sizes = rows): QualityCounts => ({
  measure: 'out-of-range-rate',
  column: 'x',
  outside: count,
  rows: sizes,
});
const fresh = (newRows: number, singletons = 0, sizes = rows, pooled = 0): QualityCounts => ({
  measure: 'new-category-rate',
  column: 'x',
  newRows,
  singletons,
  pooled,
  rows: sizes,
});

describe('a quality count', () => {
  it.each([
    ['equal missing rates', missing(10, 10), 'pass'],
    ['a missing rate 5 points up', missing(10, 60), 'fail'],
    ['a missing rate 5 points down', missing(60, 10), 'fail'],
    ['a missing rate 3 points up', missing(10, 40), 'warn'],
    ['a missing rate beyond the limit by chance', missing(0, 1, { reference: 20, current: 20 }), 'inconclusive'],
    ['no current row', missing(10, 0, { reference: 100, current: 0 }), 'inconclusive'],
    ['no reference row', outside(0, { reference: 0, current: 100 }), 'inconclusive'],
    ['no value out of range', outside(0), 'pass'],
    ['12 of 1000 out of range', outside(12), 'warn'],
    ['50 of 1000 out of range', outside(50), 'fail'],
    ['9 of 1000 out of range', outside(9), 'pass'],
    ['1 of 20 out of the range of 20', outside(1, { reference: 20, current: 20 }), 'inconclusive'],
    ['no new category', fresh(0), 'pass'],
    ['as many new ones as Good and Turing expect', fresh(80, 80), 'pass'],
    ['10 % of new ones', fresh(100), 'fail'],
    ['3 % of new ones', fresh(30), 'warn'],
    ['5 % of new ones, sure of 3.6 %', fresh(50), 'inconclusive'],
    ['one new row of ten, which chance may bring', fresh(1, 0, { reference: 1000, current: 10 }), 'inconclusive'],
    ['no more new ones than a profile pooled', fresh(200, 0, rows, 200), 'pass'],
    ['more new ones than a profile pooled', fresh(400, 0, rows, 200), 'fail'],
    ['all of 10 rows new', fresh(10, 0, { reference: 1000, current: 10 }), 'fail'],
  ] as const)('of %s', (_, count, verdict) => {
    expect(judgeQuality([count])[0]?.verdict).toBe(verdict);
  });

  it('is held to evidence over all counts', () => {
    const alone = judgeQuality([outside(12)])[0];
    const among = judgeQuality([outside(12), ...Array.from({ length: 9 }, () => outside(0))])[0];

    expect(alone?.verdict).toBe('warn');
    expect(among?.verdict).toBe('pass');
    expect(Number(among?.p)).toBeGreaterThan(Number(alone?.p));
  });

  it('is sure of new categories at a share of the level', () => {
    const among = (others: number) =>
      judgeQuality([fresh(70), ...Array.from({ length: others }, () => fresh(0))])[0]?.verdict;

    // The exact lower bounds of 7 % are 5.2 % at 0.01 and 4.7 % at 0.001.
    expect(among(0)).toBe('fail');
    expect(among(9)).toBe('inconclusive');
  });

  it('of missing values has the p-value of the rows with and without', () => {
    const [some] = judgeQuality([missing(3, 9, { reference: 20, current: 20 })]);
    const [none] = judgeQuality([missing(0, 0)]);

    // scipy 1.17.1: chi2_contingency([[3, 17], [9, 11]]).
    expect(some?.p).toBeCloseTo(0.08449793972392967, 12);
    expect(none?.p).toBe(1);
  });

  it('of new categories has no p-value', () => {
    expect(judgeQuality([fresh(100)])[0]?.p).toBeNull();
  });

  it('counts that values out of range share two extremes', () => {
    // The binomial law would say 0.016.
    expect(judgeQuality([outside(6)])[0]?.p).toBeCloseTo(0.0622, 4);
  });

  it('takes the limits of its column', () => {
    const limits = { x: { 'missing-rate-difference': { failsWhen: 'above', warn: 0.2, fail: 0.3 } } } as const;

    expect(judgeQuality([missing(10, 60)], limits)[0]?.verdict).toBe('pass');
    expect(judgeQuality([missing(10, 60)], { toString: {}, y: limits.x })[0]?.verdict).toBe('fail');
  });

  it.each([
    missing(-1, 0),
    missing(0, 1001),
    missing(Number.NaN, 0),
    outside(Number.NaN),
    outside(1.5),
    fresh(Number.NaN),
    fresh(0, 1001),
    fresh(0, 0, { reference: Number.NaN, current: 10 }),
  ])('that is no count is refused: %o', (count) => {
    expect(() => judgeQuality([count])).toThrow(RangeError);
  });

  it('never passes at or beyond its limit of failure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 300 }), fc.nat(300), (m, n, part) => {
        const count = Math.min(m, part);
        const sizes = { reference: n, current: m };
        for (const judged of judgeQuality([missing(0, count, sizes), outside(count, sizes), fresh(count, 0, sizes)])) {
          if (count / m >= 0.05) expect(['fail', 'inconclusive']).toContain(judged.verdict);
        }
      }),
    );
  });
});
