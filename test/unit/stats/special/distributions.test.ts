import {
  betaQuantile,
  betaTails,
  binomialTails,
  chiSquareCritical,
  chiSquareSf,
  kolmogorovCritical,
  kolmogorovSf,
  logGamma,
  logHypergeometricDensity,
  noncentralChiSquareSf,
  regularizedBeta,
  regularizedGammaP,
  regularizedGammaQ,
  studentCdf,
  studentQuantile,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-special/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

/** Each row of the oracle holds the arguments and, last, what the library says. */
function expectRows(rows: readonly (readonly number[])[], ours: (row: readonly number[]) => number): number {
  const errors = rows.map((row) => relativeError(ours(row), at(row, row.length - 1)));
  return Math.max(...errors);
}

describe('against scipy', () => {
  it.each([
    ['mpmath loggamma', oracle.logGamma, 1e-13, (row: readonly number[]) => logGamma(at(row, 0))],
    ['chi2.sf', oracle.chiSquare, 1e-11, (row: readonly number[]) => chiSquareSf(at(row, 0), at(row, 1))],
    [
      'chi2.isf',
      oracle.chiSquareCritical,
      1e-12,
      (row: readonly number[]) => chiSquareCritical(at(row, 0), at(row, 1)),
    ],
    [
      'betaincinv',
      oracle.betaQuantile,
      1e-11,
      (row: readonly number[]) => betaQuantile(at(row, 0), { a: at(row, 1), b: at(row, 2) }),
    ],
    [
      'ncx2.sf',
      oracle.noncentral,
      1e-10,
      (row: readonly number[]) => noncentralChiSquareSf(at(row, 0), { df: at(row, 1), noncentrality: at(row, 2) }),
    ],
    ['mpmath, Student', oracle.student, 1e-11, (row: readonly number[]) => studentCdf(at(row, 0), at(row, 1))],
    ['t.ppf', oracle.studentQuantile, 1e-10, (row: readonly number[]) => studentQuantile(at(row, 0), at(row, 1))],
    [
      'hypergeom.logpmf',
      oracle.hypergeometric,
      1e-9,
      (row: readonly number[]) =>
        logHypergeometricDensity(at(row, 0), { marked: at(row, 1), unmarked: at(row, 2), draws: at(row, 3) }),
    ],
    ['kolmogorov', oracle.kolmogorov, 1e-12, (row: readonly number[]) => kolmogorovSf(at(row, 0))],
    ['kolmogi', oracle.kolmogorovCritical, 1e-12, (row: readonly number[]) => kolmogorovCritical(at(row, 0))],
  ])('%s', (_, rows, tolerance, ours) => {
    expect(expectRows(rows, ours)).toBeLessThan(tolerance);
  });

  it('gammainc and gammaincc', () => {
    expect(
      expectRows(
        oracle.gamma.map((row) => row.slice(0, 3)),
        ([a, x]) => regularizedGammaP(Number(a), Number(x)),
      ),
    ).toBeLessThan(1e-11);
    expect(expectRows(oracle.gamma, ([a, x]) => regularizedGammaQ(Number(a), Number(x)))).toBeLessThan(1e-11);
  });

  it('betainc and its complement', () => {
    const shape = (row: readonly number[]) => ({ a: at(row, 1), b: at(row, 2) });
    expect(
      expectRows(
        oracle.beta.map((row) => row.slice(0, 4)),
        (row) => regularizedBeta(at(row, 0), shape(row)),
      ),
    ).toBeLessThan(1e-11);
    expect(expectRows(oracle.beta, (row) => betaTails(at(row, 0), shape(row)).upper)).toBeLessThan(1e-11);
  });

  it.each(['exactly', 'atMost', 'atLeast'] as const)('binom: %s', (tail) => {
    const column = { exactly: 4, atMost: 5, atLeast: 6 }[tail];
    const rows = oracle.binomial.map((row) => row.slice(0, column));
    const ours = ([successes, n, p]: readonly number[]): number =>
      binomialTails({ successes: Number(successes), n: Number(n), p: Number(p) })[tail];

    expect(expectRows(rows, ours)).toBeLessThan(1e-11);
  });
});
