import { bonferroniConfidence, holm, sidakConfidence } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import statsmodels from '../../fixtures/oracles/statsmodels/values.json' with { type: 'json' };
import { at } from './relative-error.ts';

describe('simultaneous confidence', () => {
  it('divides the error among the comparisons', () => {
    expect(bonferroniConfidence(0.95, 1)).toBeCloseTo(0.95, 15);
    expect(bonferroniConfidence(0.95, 5)).toBeCloseTo(0.99, 15);
    expect(sidakConfidence(0.95, 2) ** 2).toBeCloseTo(0.95, 15);
  });

  it('asks less of each interval under independence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10_000 }), (k) => {
        expect(sidakConfidence(0.95, k)).toBeLessThan(bonferroniConfidence(0.95, k));
      }),
    );
  });

  it.each([
    [0.95, 0],
    [0.95, 1.5],
    [0.95, Number.NaN],
    [1, 2],
    [0, 2],
  ])('refuses the level %s over %s comparisons', (confidence, comparisons) => {
    expect(() => bonferroniConfidence(confidence, comparisons)).toThrow(RangeError);
    expect(() => sidakConfidence(confidence, comparisons)).toThrow(RangeError);
  });
});

describe('holm', () => {
  it.each(statsmodels.holm)('of $p (statsmodels)', ({ p, adjusted }) => {
    for (const [index, value] of holm(p).entries()) expect(value).toBeCloseTo(at(adjusted, index), 12);
  });

  it('never lowers a p-value and keeps the order', () => {
    const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(family, (pValues) => {
        const adjusted = holm(pValues);

        for (const [i, p] of pValues.entries()) {
          expect(at(adjusted, i)).toBeGreaterThanOrEqual(p);
          for (const [j, q] of pValues.entries())
            if (p < q) expect(at(adjusted, i)).toBeLessThanOrEqual(at(adjusted, j));
        }
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses the p-value %s', (p) => {
    expect(() => holm([0.5, p])).toThrow(RangeError);
  });
});
