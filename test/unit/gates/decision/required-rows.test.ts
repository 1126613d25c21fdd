import { requiredByMeasure, rowsToSettle } from '@gatehouse/gates';
import { wilsonInterval } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ERRORS = [0.05, 0.05] as const;

describe('rows to settle', () => {
  it.each([
    // (1 + 0.8416/1.6449)² = 2.2852 rows for each where the bound is as far as the limit is from the value.
    ['from a lower bound', { value: 0.86, bounds: [0.84, 0.88], errors: ERRORS, n: 1000 }, 0.85, 9141],
    ['from an upper bound', { value: 0.84, bounds: [0.8, 0.86], errors: ERRORS, n: 1000 }, 0.85, 9141],
    ['with a bound of its own error', { value: 0.86, bounds: [0.84, 0.88], errors: [0.01, 0.05], n: 1000 }, 0.85, 7418],
    ['near the limit', { value: 0.5, bounds: [0.4, 0.6], errors: ERRORS, n: 100 }, 0.499, 2_285_145],
  ] as const)('are told %s', (_, of, limit, rows) => {
    expect(rowsToSettle(of, limit)).toBe(rows);
  });

  it('are not told where the value is the limit', () => {
    expect(rowsToSettle({ value: 0.5, bounds: [0.4, 0.6], errors: ERRORS, n: 100 }, 0.5)).toBeNull();
  });

  it('are not told where the bound does not reach the limit', () => {
    expect(rowsToSettle({ value: 0.9, bounds: [0.89, 0.91], errors: ERRORS, n: 100 }, 0.1)).toBeNull();
  });

  it('are not told where they would be those that are there', () => {
    expect(rowsToSettle({ value: 2, bounds: [1, 3], errors: ERRORS, n: 1 }, -98)).toBeNull();
  });

  it('are more than there are, and four times for half the distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (k, share) => {
        const value = k / 100;
        const bounds = wilsonInterval(k, 100, 0.9);
        const distance = share * (value - bounds[0]);
        const rows = (by: number): number => rowsToSettle({ value, bounds, errors: ERRORS, n: 100 }, value - by) ?? 0;
        expect(rows(distance)).toBeGreaterThan(100);
        expect(rows(distance / 2) / rows(distance)).toBeCloseTo(4, 1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('rows by measure', () => {
  const finding = {
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode: 'interval-spans-floor',
    value: 1,
    message: 'm',
  } as const;

  it('are the most that a finding about it needs', () => {
    expect(
      requiredByMeasure([
        { ...finding, measure: 'auc', requiredN: 30 },
        { ...finding, measure: 'auc', requiredN: 90 },
        { ...finding, measure: 'auc', requiredN: 60 },
        { ...finding, measure: 'accuracy' },
      ]),
    ).toEqual({ auc: 90 });
  });
});
