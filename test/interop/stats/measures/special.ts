import {
  betaQuantile,
  binomialTails,
  chiSquareCritical,
  chiSquareSf,
  kolmogorovSf,
  logGamma,
  normalCdf,
  normalQuantile,
  regularizedBeta,
  regularizedGammaP,
  regularizedGammaQ,
  studentCdf,
  studentQuantile,
} from '@gatehouse/stats';
import type { Kind } from '../compare.ts';
import { special } from '../inputs.ts';
import { RELATIVE } from '../tolerances.ts';

type Three = readonly [number, number, number];

const FUNCTIONS: Readonly<Record<string, (args: Three) => number>> = {
  normalCdf: ([x]) => normalCdf(x),
  normalQuantile: ([p]) => normalQuantile(p),
  logGamma: ([x]) => logGamma(x),
  regularizedGammaP: ([a, x]) => regularizedGammaP(a, x),
  regularizedGammaQ: ([a, x]) => regularizedGammaQ(a, x),
  regularizedBeta: ([x, a, b]) => regularizedBeta(x, { a, b }),
  betaQuantile: ([p, a, b]) => betaQuantile(p, { a, b }),
  chiSquareSf: ([x, df]) => chiSquareSf(x, df),
  chiSquareCritical: ([alpha, df]) => chiSquareCritical(alpha, df),
  studentCdf: ([t, df]) => studentCdf(t, df),
  studentQuantile: ([p, df]) => studentQuantile(p, df),
  kolmogorovSf: ([x]) => kolmogorovSf(x),
  binomialLower: ([k, n, p]) => binomialTails({ successes: k, n, p }).atMost,
  binomialUpper: ([k, n, p]) => binomialTails({ successes: k, n, p }).atLeast,
};

/** Special functions and distributions. */
export const SPECIAL: Readonly<Record<string, Kind>> = {
  special: {
    tolerance: RELATIVE[10],
    measure: (input) => {
      const { function: name, args } = special.parse(input);
      const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = args;
      const value = FUNCTIONS[name]?.([first, second, third]);
      return value === undefined ? {} : { [name]: value };
    },
  },
};
