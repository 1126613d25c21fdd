import {
  betaQuantile,
  betaTails,
  binomialTails,
  chiSquareCritical,
  chiSquareQuantile,
  chiSquareSf,
  chiSquareTails,
  gammaTails,
  kolmogorovCritical,
  kolmogorovSf,
  logGamma,
  logHypergeometricDensity,
  noncentralChiSquareSf,
  noncentralityForPower,
  normalCdf,
  normalQuantile,
  regularizedBeta,
  regularizedGammaP,
  studentCdf,
  studentCritical,
  studentQuantile,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../relative-error.ts';

const positive = fc.double({ min: 0.01, max: 5000, noNaN: true });
const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('laws', () => {
  it('lnΓ(x+1) = ln x + lnΓ(x)', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(Math.abs(logGamma(x + 1) - Math.log(x) - logGamma(x))).toBeLessThan(
          1e-12 * Math.max(1, x * Math.log(x + 2)),
        );
      }),
    );
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
  });

  it('P(1, x) = 1 - e^(-x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 50, noNaN: true }), (x) => {
        expect(relativeError(regularizedGammaP(1, x), -Math.expm1(-x))).toBeLessThan(1e-13);
        expect(relativeError(gammaTails(1, x).upper, Math.exp(-x))).toBeLessThan(1e-13);
      }),
    );
  });

  it('I_x(a, b) mirrors, and I_x(a, 1) = x^a', () => {
    fc.assert(
      fc.property(probability, positive, positive, (x, a, b) => {
        const tails = betaTails(x, { a, b });
        const mirrored = betaTails(1 - x, { a: b, b: a }, x);

        expect(tails.lower).toBeCloseTo(mirrored.upper, 11);
        expect(tails.lower + tails.upper).toBeCloseTo(1, 14);
        expect(relativeError(regularizedBeta(x, { a, b: 1 }), x ** a)).toBeLessThan(1e-10);
      }),
    );
  });

  it('quantiles invert', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        // Near 1 the density of Beta(a, ½) is so high that the doubles themselves are coarse.
        expect(regularizedBeta(betaQuantile(p, { a, b }), { a, b })).toBeCloseTo(p, 7);
        expect(relativeError(chiSquareTails(chiSquareQuantile(p, a), a).lower, p)).toBeLessThan(1e-10);
        expect(relativeError(chiSquareSf(chiSquareCritical(p, a), a), p)).toBeLessThan(1e-10);
        expect(relativeError(studentCdf(studentQuantile(p, a), a), p)).toBeLessThan(1e-10);
        expect(relativeError(kolmogorovSf(kolmogorovCritical(p)), p)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it.each([2 ** -40, 2 ** -20, 0.25])('χ² and t keep the digits of both their tails of %s', (tail) => {
    expect(relativeError(chiSquareQuantile(1 - tail, 3), chiSquareCritical(tail, 3))).toBeLessThan(1e-15);
    expect(relativeError(chiSquareCritical(1 - tail, 3), chiSquareQuantile(tail, 3))).toBeLessThan(1e-15);
    expect(studentQuantile(1 - tail, 3)).toBe(-studentQuantile(tail, 3));
    expect(studentCritical(1 - 2 * tail, 3)).toBe(studentQuantile(1 - tail, 3));
  });

  it('χ² with one degree of freedom is a squared normal, t with infinitely many a normal', () => {
    for (const z of [0.1, 1, 1.96, 5, 20]) {
      expect(relativeError(chiSquareSf(z * z, 1), 2 * normalCdf(-z))).toBeLessThan(1e-11);
      expect(studentCdf(-z, Number.POSITIVE_INFINITY)).toBe(normalCdf(-z));
    }
    expect(studentQuantile(0.01, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.01));
    expect(studentCritical(0.95, 10)).toBeCloseTo(2.2281388519862735, 12);
    expect(studentCdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
    expect(studentCdf(1e200, 3)).toBe(1);
    expect(studentQuantile(0.5, 4)).toBe(0);
  });

  it('t is symmetric and rises', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        (t, df) => {
          expect(studentCdf(t, df) + studentCdf(-t, df)).toBeCloseTo(1, 13);
          expect(studentCdf(t + 0.1, df)).toBeGreaterThan(studentCdf(t, df) - 1e-15);
        },
      ),
    );
  });

  it('binomial tails meet at the density and mirror', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), probability, (n, count, p) => {
        const successes = count % (n + 1);
        const { exactly, atMost, atLeast } = binomialTails({ successes, n, p });

        expect(atMost + atLeast - exactly).toBeCloseTo(1, 11);
        expect(binomialTails({ successes: n - successes, n, p: 1 - p }).atMost).toBeCloseTo(atLeast, 9);
      }),
    );
    expect(binomialTails({ successes: 0, n: 5, p: 0 })).toEqual({ exactly: 1, atMost: 1, atLeast: 1 });
    expect(binomialTails({ successes: 5, n: 5, p: 1 })).toEqual({ exactly: 1, atMost: 1, atLeast: 1 });
    expect(binomialTails({ successes: 2, n: 5, p: 1 })).toEqual({ exactly: 0, atMost: 0, atLeast: 1 });
  });

  it('hypergeometric probabilities sum to one, and are zero outside the range', () => {
    const urn = { marked: 30, unmarked: 12, draws: 20 };
    const sum = Array.from({ length: 43 }, (_, x) => Math.exp(logHypergeometricDensity(x, urn))).reduce(
      (a, b) => a + b,
    );

    expect(sum).toBeCloseTo(1, 13);
    expect(logHypergeometricDensity(7, urn)).toBe(Number.NEGATIVE_INFINITY);
    expect(logHypergeometricDensity(0, { marked: 0, unmarked: 0, draws: 0 })).toBe(0);
    expect(logHypergeometricDensity(3, { marked: 3, unmarked: 4, draws: 7 })).toBe(0);
  });

  it('noncentrality raises the power from alpha', () => {
    const critical = chiSquareCritical(0.01, 9);

    expect(noncentralChiSquareSf(critical, { df: 9, noncentrality: 0 })).toBeCloseTo(0.01, 13);
    expect(noncentralityForPower({ df: 9, alpha: 0.01, power: 0.8 })).toBeCloseTo(21.43, 2);
    // The closed form of the normal, both tails: df = 1.
    const shift = Math.sqrt(noncentralityForPower({ df: 1, alpha: 0.05, power: 0.8 }));
    const z = -normalQuantile(0.025);
    expect(normalCdf(shift - z) + normalCdf(-shift - z)).toBeCloseTo(0.8, 12);
  });
});

describe('the ends', () => {
  it.each([
    ['P(a, 0)', gammaTails(2, 0), { lower: 0, upper: 1 }],
    ['P(a, ∞)', gammaTails(2, Number.POSITIVE_INFINITY), { lower: 1, upper: 0 }],
    ['I_0', betaTails(0, { a: 2, b: 3 }), { lower: 0, upper: 1 }],
    ['I_1', betaTails(1, { a: 2, b: 3 }), { lower: 1, upper: 0 }],
    ['χ² without freedom', chiSquareTails(3, 0), { lower: 1, upper: 0 }],
    ['χ² at zero', chiSquareSf(0, 0), 1],
    ['the quantile of 0', betaQuantile(0, { a: 2, b: 3 }), 0],
    ['the quantile of 1', betaQuantile(1, { a: 2, b: 3 }), 1],
    ['a quantile below every double', betaQuantile(1e-9, { a: 1e-3, b: 1 }), 0],
    ['Kolmogorov at zero', kolmogorovSf(0), 1],
    ['Kolmogorov far out', kolmogorovSf(40), 0],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it.each([
    ['logGamma(0)', () => logGamma(0)],
    ['logGamma(∞)', () => logGamma(Number.POSITIVE_INFINITY)],
    ['gamma shape 0', () => gammaTails(0, 1)],
    ['gamma at -1', () => gammaTails(1, -1)],
    ['beta shape 0', () => betaTails(0.5, { a: 0, b: 1 })],
    ['beta at 1.1', () => betaTails(1.1, { a: 1, b: 1 })],
    ['beta quantile of NaN', () => betaQuantile(Number.NaN, { a: 1, b: 1 })],
    ['χ² quantile of 1', () => chiSquareQuantile(1, 3)],
    ['χ² critical of 0', () => chiSquareCritical(0, 3)],
    ['χ² at -1 without freedom', () => chiSquareTails(-1, 0)],
    ['noncentrality -1', () => noncentralChiSquareSf(1, { df: 1, noncentrality: -1 })],
    ['power below the level', () => noncentralityForPower({ df: 1, alpha: 0.05, power: 0.04 })],
    ['power 1', () => noncentralityForPower({ df: 1, alpha: 0.05, power: 1 })],
    ['t without freedom', () => studentCdf(1, 0)],
    ['t of NaN', () => studentCdf(Number.NaN, 3)],
    ['t quantile of 0', () => studentQuantile(0, 3)],
    ['a binomial probability of 1.2', () => binomialTails({ successes: 1, n: 2, p: 1.2 })],
    ['half a success', () => binomialTails({ successes: 0.5, n: 2, p: 0.2 })],
    ['Kolmogorov of NaN', () => kolmogorovSf(Number.NaN)],
    ['Kolmogorov critical of 1', () => kolmogorovCritical(1)],
    ['more terms than the fraction may take', () => betaTails(0.5, { a: 1e300, b: 1e300 })],
  ])('refuses %s', (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
