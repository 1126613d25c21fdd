import { criticalValue, normalCdf, normalQuantile, twoSidedConfidence } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../fixtures/oracles/scipy/values.json' with { type: 'json' };
import { at, relativeError } from './relative-error.ts';

describe('normalCdf', () => {
  it.each(oracle.normalCdf)('at %s is %s (scipy ndtr)', (...pair) => {
    expect(relativeError(normalCdf(at(pair, 0)), at(pair, 1))).toBeLessThan(1e-12);
  });

  it('is symmetric, increasing, and NaN for NaN', () => {
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (x, step) => {
          expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
          expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
        },
      ),
    );
  });
});

describe('normalQuantile', () => {
  it.each(oracle.normalQuantile)('at %s is %s (scipy ndtri)', (...pair) => {
    expect(Math.abs(normalQuantile(at(pair, 0)) - at(pair, 1))).toBeLessThan(
      1e-13 * Math.max(1, Math.abs(at(pair, 1))),
    );
  });

  it('inverts the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1 - 1e-10, noNaN: true }), (p) => {
        expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-10);
      }),
    );
  });

  it('is infinite at the ends and refuses what is no probability', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    for (const bad of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(bad)).toThrow(RangeError);
  });
});

describe('criticalValue', () => {
  it('is the usual 1.96, and 1.645 for one-sided bounds', () => {
    expect(criticalValue(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(criticalValue(twoSidedConfidence(0.95))).toBeCloseTo(1.6448536269514722, 14);
  });

  it.each([0, 1, -1, Number.NaN])('refuses the level %s', (level) => {
    expect(() => criticalValue(level)).toThrow('A confidence level is a number between 0 and 1');
  });

  it.each([0.5, 0.2, 1])('refuses the one-sided level %s', (level) => {
    expect(() => twoSidedConfidence(level)).toThrow(RangeError);
  });
});
