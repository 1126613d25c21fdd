import {
  benjaminiHochberg,
  clopperPearson,
  cochranMantelHaenszel,
  fisherExact,
  holm,
  mcnemarExact,
  newcombeDifference,
  type Proportion,
  pooledZ,
  wilsonInterval,
} from '@gatehouse/stats';
import type { Kind, OurValues } from '../compare.ts';
import { counts, pValues, strata } from '../inputs.ts';
import { ABSOLUTE, RELATIVE } from '../tolerances.ts';

/** Proportions, tests of them and corrections for many tests. */
export const PROPORTIONS: Readonly<Record<string, Kind>> = {
  wilson: { tolerance: ABSOLUTE[12], measure: (input) => interval(input, ([k, n], at) => wilsonInterval(k, n, at)) },
  'clopper-pearson': {
    tolerance: RELATIVE[8],
    measure: (input) => interval(input, ([k, n], at) => clopperPearson(k, n, at)),
  },
  newcombe: {
    tolerance: ABSOLUTE[12],
    measure: (input) => interval(input, (given, at) => newcombeDifference(...proportions(given), at)),
  },
  'pooled-z': {
    tolerance: RELATIVE[10],
    // The statistic of equal shares is rounding noise in statsmodels.
    // Its p is 0 where ours is the smallest of numbers; the tail itself is compared relatively with scipy.
    exceptions: { z: ABSOLUTE[12], p: ABSOLUTE[12] },
    measure: (input) => ({ ...pooledZ(...proportions(quadruple(counts.parse(input).counts))) }),
  },
  mcnemar: {
    tolerance: RELATIVE[10],
    measure: (input) => {
      const [onlyFirst, onlySecond] = quadruple(counts.parse(input).counts);
      return { p: mcnemarExact({ onlyFirst, onlySecond }) };
    },
  },
  fisher: {
    tolerance: RELATIVE[9],
    measure: (input) => {
      const [a, b, c, d] = quadruple(counts.parse(input).counts);
      return { p: fisherExact({ first: { yes: a, no: b }, second: { yes: c, no: d } }) };
    },
  },
  'adjusted-p': {
    tolerance: RELATIVE[12],
    measure: (input) => {
      const { p } = pValues.parse(input);
      return { holm: holm(p), benjaminiHochberg: benjaminiHochberg(p) };
    },
  },
  'mantel-haenszel': { tolerance: RELATIVE[9], measure: stratified },
};

type Quadruple = readonly [number, number, number, number];

function quadruple([a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN]: readonly number[]): Quadruple {
  return [a, b, c, d];
}

function proportions([k1, n1, k2, n2]: Quadruple): readonly [Proportion, Proportion] {
  return [
    { successes: k1, n: n1 },
    { successes: k2, n: n2 },
  ];
}

function interval(input: unknown, of: (given: Quadruple, confidence: number) => readonly [number, number]): OurValues {
  const given = counts.parse(input);
  const [lower, upper] = of(quadruple(given.counts), given.confidence ?? Number.NaN);
  return { lower, upper };
}

function stratified(input: unknown): OurValues {
  const given = strata.parse(input).strata.map((counted) => {
    const [first, second] = proportions(counted);
    return { first, second };
  });
  const [plain, corrected] = [cochranMantelHaenszel(given, 'none'), cochranMantelHaenszel(given, 'continuity')];
  return {
    statistic: 'statistic' in plain ? plain.statistic : null,
    p: 'p' in plain ? plain.p : null,
    correctedStatistic: 'statistic' in corrected ? corrected.statistic : null,
    correctedP: 'p' in corrected ? corrected.p : null,
  };
}
