import {
  betaQuantile,
  betaTails,
  binomialTails,
  chiSquareCritical,
  chiSquareQuantile,
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
  studentCdf,
  studentCritical,
  studentQuantile,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossing } from '../../../../packages/stats/src/special/bisection.ts';
import {
  hypergeometricMode,
  hypergeometricRange,
  hypergeometricStep,
} from '../../../../packages/stats/src/special/hypergeometric.ts';
import { stirlingError } from '../../../../packages/stats/src/special/log-gamma.ts';
import { positiveRoot } from '../../../../packages/stats/src/special/positive-root.ts';
import { continuedFraction } from '../../../../packages/stats/src/special/tails.ts';
import { relativeError } from '../relative-error.ts';

const NAN = Number.NaN;
const INFINITE = Number.POSITIVE_INFINITY;
const TINY = Number.MIN_VALUE;
/** Shares strictly between 0 and 1, and what lies beside them. */
const INSIDE = { allowed: [1e-9, 0.5, 1 - 1e-9], refused: [0, 1, -0.1, 1.1, NAN] };
/** Shares with both ends. */
const SHARE = { allowed: [0, 0.5, 1], refused: [-TINY, 1 + 2 ** -52, NAN] };
/** Finite numbers above 0. */
const POSITIVE = { allowed: [0.01, 3], refused: [0, -1, NAN, INFINITE] };

interface Argument {
  readonly with: (value: number) => number;
  readonly allowed: readonly number[];
  readonly refused: readonly number[];
}

const ARGUMENTS: Readonly<Record<string, Argument>> = {
  'of lnΓ': { with: logGamma, ...POSITIVE },
  'a shape of Γ': { with: (a) => gammaTails(a, 1).lower, ...POSITIVE },
  'at which Γ is wanted': { with: (x) => gammaTails(2, x).lower, allowed: [0, 5, INFINITE], refused: [-TINY, NAN] },
  'a first shape of Beta': { with: (a) => betaTails(0.5, { a, b: 2 }).lower, ...POSITIVE },
  'a second shape of Beta': { with: (b) => betaTails(0.5, { a: 2, b }).lower, ...POSITIVE },
  'at which Beta is wanted': { with: (x) => betaTails(x, { a: 2, b: 2 }).lower, ...SHARE },
  'a probability of Beta': { with: (p) => betaQuantile(p, { a: 2, b: 2 }), ...SHARE },
  'a tail of χ²': { with: (alpha) => chiSquareCritical(alpha, 3), ...INSIDE },
  'a probability of χ²': { with: (p) => chiSquareQuantile(p, 3), ...INSIDE },
  'degrees of χ²': { with: (df) => chiSquareTails(1, df).lower, allowed: [0, 0.5, 7], refused: [-1, NAN, INFINITE] },
  'a tail of Kolmogorov': { with: kolmogorovCritical, ...INSIDE },
  'degrees of t': { with: (df) => studentCdf(1, df), allowed: [0.1, 3, INFINITE], refused: [0, -1, NAN] },
  'at which t is wanted': { with: (t) => studentCdf(t, 3), allowed: [-INFINITE, 0, INFINITE], refused: [NAN] },
  'a probability of t': { with: (p) => 1e6 + studentQuantile(p, 3), ...INSIDE },
  'a confidence of t': { with: (confidence) => studentCritical(confidence, 3), ...INSIDE },
  'a noncentrality': {
    with: (noncentrality) => noncentralChiSquareSf(2, { df: 3, noncentrality }),
    allowed: [0, 1e-9, 50],
    refused: [-1, NAN, INFINITE],
  },
  'a power': {
    with: (power) => noncentralityForPower({ df: 2, alpha: 0.05, power }),
    allowed: [0.051, 0.99],
    refused: [0.05, 0.01, 1, 1.2, NAN],
  },
  'a probability of trials': { with: (p) => binomialTails({ successes: 1, n: 3, p }).atMost, ...SHARE },
  'a probability of the normal law': { with: (p) => 1 / (10 + Math.abs(normalQuantile(p))), ...SHARE },
};

const CASES = Object.entries(ARGUMENTS);

describe('an argument', () => {
  it.each(CASES.flatMap(([name, { with: call, allowed }]) => allowed.map((value) => [name, value, call] as const)))(
    '%s may be %s',
    (_, value, call) => {
      expect(call(value)).toBeGreaterThanOrEqual(0);
    },
  );

  it.each(CASES.flatMap(([name, { with: call, refused }]) => refused.map((value) => [name, value, call] as const)))(
    '%s may not be %s',
    (_, value, call) => {
      expect(() => call(value)).toThrow(RangeError);
    },
  );
});

describe('a crossing', () => {
  it.each([
    ['inside', (x: number) => 0.3 - x, 0, 1, 0.3],
    ['of a step', (x: number) => (x < 5 ? 1 : -1), 0, 8, 5],
    ['of negative numbers', (x: number) => -2 - x, -7, -1, -2],
    ['beyond the upper end', () => 1, 2, 3, 3],
    ['beyond the lower end', () => -1, 2, 3, 2],
  ])('%s is found to the last digit', (_, decreasing, from, to, expected) => {
    expect(relativeError(crossing(decreasing, from, to), expected)).toBeLessThan(4e-16);
  });
});

describe('a positive root', () => {
  it.each([1e-300, 1e-200, 3e-9, 0.5, 1, 29.999])('at %s is found to the last digit', (root) => {
    expect(
      relativeError(
        positiveRoot((x) => x < root, 30),
        root,
      ),
    ).toBeLessThan(3e-16);
  });

  it('is 0 where the condition holds nowhere, and the top where it holds everywhere', () => {
    expect(positiveRoot(() => false, 30)).toBe(0);
    expect(positiveRoot(() => true, 30)).toBe(30);
  });
});

describe('a continued fraction', () => {
  it.each([
    ['of ones is the golden ratio', 1, (): readonly [number, number] => [1, 1], (1 + Math.sqrt(5)) / 2],
    ['that begins with 0', 0, (): readonly [number, number] => [1, 1], (Math.sqrt(5) - 1) / 2],
    ['of twos is √2 + 1', 2, (): readonly [number, number] => [1, 2], Math.SQRT2 + 1],
    ['of a tangent', 0, (k: number): readonly [number, number] => [k === 1 ? 1 : -1, 2 * k - 1], Math.tan(1)],
    ['of 4/π', 1, (k: number): readonly [number, number] => [k * k, 2 * k + 1], 4 / Math.PI],
  ])('%s', (_, first, term, expected) => {
    expect(relativeError(continuedFraction(first, term), expected)).toBeLessThan(2e-15);
  });

  it('that is no number is refused at its first term', () => {
    let terms = 0;
    const term = (): readonly [number, number] => {
      terms += 1;
      return [1, Number.NaN];
    };

    expect(() => continuedFraction(1, term)).toThrow(RangeError);
    expect(terms).toBe(1);
  });
});

describe('an urn', () => {
  const count = fc.integer({ min: 0, max: 30 });
  const urns = fc
    .tuple(count, count, fc.nat(60))
    .map(([marked, unmarked, draws]) => ({ marked, unmarked, draws: draws % (marked + unmarked + 1) }));

  it('has its mode where it is likeliest, within its range, and steps that are quotients', () => {
    fc.assert(
      fc.property(urns, (urn) => {
        const [least, most] = hypergeometricRange(urn);
        const mode = hypergeometricMode(urn);
        const peak = logHypergeometricDensity(mode, urn);

        expect(mode >= least && mode <= most && Number.isInteger(mode)).toBe(true);
        for (let x = least; x <= most; x += 1) {
          const here = logHypergeometricDensity(x, urn);
          expect(here).toBeLessThanOrEqual(peak + 1e-9);
          const next = x === most ? 0 : Math.exp(logHypergeometricDensity(x + 1, urn) - here);
          expect(hypergeometricStep(x, urn)).toBeCloseTo(next, 7);
        }
        expect(logHypergeometricDensity(least - 1, urn)).toBe(Number.NEGATIVE_INFINITY);
        expect(logHypergeometricDensity(most + 1, urn)).toBe(Number.NEGATIVE_INFINITY);
      }),
      { numRuns: 30 },
    );
  });
});

describe('where one formula ends and another begins', () => {
  const around = (at: number): readonly [number, number] => [at * (1 - 2 ** -50), at * (1 + 2 ** -50)];

  it.each([
    ['lnΓ at ½', 0.5, logGamma, 1e-12],
    ['lnΓ at 1½', 1.5, logGamma, 1e-12],
    ['lnΓ at 2½', 2.5, logGamma, 1e-12],
    ['lnΓ at 10', 10, logGamma, 1e-13],
    ["Stirling's error at 10", 10, stirlingError, 1e-11],
    ['Kolmogorov at 1', 1, kolmogorovSf, 1e-13],
    ['Φ at 3', 3, normalCdf, 1e-14],
    ['Φ at -3', -3, normalCdf, 1e-12],
    ['the normal quantile at 0.925', 0.925, normalQuantile, 1e-13],
    ['the normal quantile at 0.075', 0.075, normalQuantile, 1e-13],
    ['the normal quantile at e^-25', Math.exp(-25), normalQuantile, 1e-13],
    ['Γ at its shape and one', 4.5, (x: number) => gammaTails(3.5, x).upper, 1e-12],
    ['Beta at its mean', 4 / 9, (x: number) => betaTails(x, { a: 3, b: 4 }).lower, 1e-12],
    ['the χ² quantile at ½', 0.5, (p: number) => chiSquareQuantile(p, 4), 1e-12],
  ])('%s, they agree', (_, at, formula, tolerance) => {
    const [before, after] = around(at);

    expect(relativeError(formula(before), formula(at))).toBeLessThan(tolerance);
    expect(relativeError(formula(after), formula(at))).toBeLessThan(tolerance);
  });

  it('Kolmogorov is 1 below 0, and t one half at 0', () => {
    expect([kolmogorovSf(-1), kolmogorovSf(0)]).toEqual([1, 1]);
    for (const df of [0.5, 1, 7, INFINITE]) expect(studentCdf(0, df)).toBe(0.5);
  });
});
