import {
  type BinnedPair,
  binomialDraw,
  chiSquareEffectQuantile,
  chiSquareSf,
  chiSquareTest,
  classifyDomains,
  countByCuts,
  delong,
  delongInterval,
  jensenShannon,
  ksDistance,
  ksPValue,
  multinomialDraw,
  newCategoryRate,
  newcombeDifference,
  normalQuantile,
  normedWasserstein,
  outOfRangeTail,
  psi,
  quantileCuts,
  type Random,
  twoSidedConfidence,
  wasserstein,
} from '@gatehouse/stats';
import { binNull } from '../../../packages/gates/src/drift/effects/bin-null.ts';
import { categoriesColumn, judge, rowsColumn } from '../../unit/gates/drift/compared-columns.ts';
import { normal, normals } from '../draws.ts';
import { about, atLeast, atMost, type Simulation } from '../simulation.ts';

const GATE = { test: 2, bench: 60 };
const QUICK = { test: 100, bench: 3000 };

/** The outcome of the gate for two columns of numbers, of which the first is shifted by so many standard deviations. */
function ofNumbers(shift: number, random: Random): string {
  const columns = [shift, 0].map((own, at) =>
    rowsColumn(`x${at}`, normals(2000, 0, random), normals(500, own, random)),
  );
  return judge(columns).outcome;
}

const SHARES = Float64Array.of(0.5, 0.3, 0.15, 0.05);

/** The outcome of the gate for four columns of categories, of which two have the shares given. */
function ofCategories(shares: Float64Array, random: Random): string {
  const named = (n: number, of: Float64Array) =>
    Object.fromEntries([...multinomialDraw(n, of, random)].map((count, at) => [`c${at}`, count]));
  const columns = Array.from({ length: 4 }, (_, at) =>
    categoriesColumn(`x${at}`, named(2000, SHARES), named(500, at < 2 ? shares : SHARES)),
  );
  return judge(columns).outcome;
}

/** Errors and power of the drift gate and of the tests that the data gate shares (stats.md §3 and §4). */
export const DRIFT: readonly Simulation[] = [
  {
    name: 'drift fails columns of numbers without drift, 2000 against 500',
    claim: atMost(0.01, 'Holm at 0.01, and an effect beside it'),
    runs: GATE,
    happens: (random) => ofNumbers(0, random) === 'fail',
  },
  {
    name: 'drift passes columns of numbers without drift, 2000 against 500',
    claim: atLeast(0.95, 'effects far below the limits'),
    runs: GATE,
    happens: (random) => ofNumbers(0, random) === 'pass',
  },
  {
    name: 'drift fails one of two columns of numbers shifted by 0.6 standard deviations',
    claim: atLeast(0.95, 'power'),
    runs: GATE,
    happens: (random) => ofNumbers(0.6, random) === 'fail',
  },
  {
    name: 'drift fails 4 columns of categories without drift, 2000 against 500',
    claim: atMost(0.01, 'Holm at 0.01, and an effect beside it'),
    runs: { test: 6, bench: 250 },
    happens: (random) => ofCategories(SHARES, random) === 'fail',
  },
  {
    name: 'drift fails 2 of 4 columns of categories in which a quarter has moved',
    claim: atLeast(0.8, 'power'),
    runs: { test: 6, bench: 100 },
    happens: (random) => ofCategories(Float64Array.of(0.25, 0.4, 0.2, 0.15), random) === 'fail',
  },
  {
    name: 'chance exceeds its drawn quantile of Jensen-Shannon, 50 rare categories, 2500 against 230',
    claim: atMost(0.05, 'redraws of both sides at 0.95', 0.02),
    runs: { test: 10, bench: 1000 },
    happens: (random) => {
      const pair = rareCategories(random);
      return distanceOf(pair) > binNull(pair, { random, redraws: 999 }).quantile('jensen-shannon', 0.95);
    },
  },
  {
    name: 'trap: by the χ² law it does, 50 rare categories, 2500 against 230',
    claim: about(0.15, 0.02, '15 % in place of 5 %: ADR 12'),
    runs: { test: 200, bench: 4000 },
    happens: (random) => {
      const data = { bins: 50, sizes: { reference: 2500, current: 230 } };
      return distanceOf(rareCategories(random)) > chiSquareEffectQuantile('jensen-shannon', data, 0.95);
    },
  },
  {
    name: 'the Kolmogorov-Smirnov test sees a difference where there is none, 300 against 200',
    claim: atMost(0.05, 'exact', 0.03),
    runs: QUICK,
    happens: (random) => {
      const found = ksDistance(normals(300, 0, random), normals(200, 0, random));
      return found.undefinedReason === null && ksPValue(found).p <= 0.05;
    },
  },
  {
    name: 'the homogeneity test sees a difference where there is none, 5 categories, 300 each',
    claim: about(0.05, 0.01, 'alpha 0.05'),
    runs: QUICK,
    happens: (random) => {
      const found = chiSquareTest([categories(300, random), categories(300, random)]);
      return found.undefinedReason === null && found.p <= 0.05;
    },
  },
  {
    name: 'trap: a test of fit to the reference does, 5 categories, 300 each',
    claim: about(0.315, 0.03, 'stats.md §3.3: 31.5 %'),
    runs: QUICK,
    happens: (random) => {
      const [reference, current] = [categories(300, random), categories(300, random)];
      const statistic = reference.reduce((sum, count, at) => sum + (Number(current[at]) - count) ** 2 / count, 0);
      return chiSquareSf(statistic, 4) <= 0.05;
    },
  },
  {
    name: 'trap: normed W1 of 0.1 or more without drift, 2000 against 100',
    claim: about(0.7, 0.04, 'stats.md §3.3: 70 % against 10,000'),
    runs: { test: 60, bench: 600 },
    happens: (random) => {
      const [reference, current] = [normals(2000, 0, random), normals(100, 0, random)];
      return normedWasserstein(Number(wasserstein({ values: reference }, { values: current }).value), 1) >= 0.1;
    },
  },
  {
    name: 'trap: PSI above 0.1 without drift, 200 against 200, 10 bins',
    claim: about(0.37, 0.05, 'stats.md §3.3: 37 %'),
    runs: QUICK,
    happens: (random) => {
      const [reference, current] = [normals(200, 0, random), normals(200, 0, random)];
      const cuts = quantileCuts(reference, 10);
      const pair = { reference: countByCuts(reference, cuts), current: countByCuts(current, cuts) };
      return Number(psi(pair).value) > 0.1;
    },
  },
  {
    name: 'the domain classifier fails without drift: its lower bound reaches 0.6, 300 each',
    claim: atMost(0.01, 'two-sided 0.95 and a margin of 0.1'),
    runs: { test: 8, bench: 300 },
    happens: (random) => domainLower(0, random) >= 0.6,
  },
  {
    name: 'the domain classifier fails where the best rule has an area of 0.7, 300 each',
    claim: atMost(0.05, 'one-sided 0.95 at the limit; what is learnt from rows is worse than the best'),
    runs: { test: 8, bench: 300 },
    happens: (random) => domainLower(Math.SQRT2 * normalQuantile(0.7), random, 1) >= 0.7,
  },
  {
    // Scores of five fits that share rows vary more than DeLong's variance of one score: so the limit is not one half.
    name: 'trap: the lower bound of the domain classifier is above one half without drift, 300 each',
    claim: about(0.08, 0.03, 'more than 0.05: the variance does not know of the fits'),
    runs: { test: 8, bench: 600 },
    happens: (random) => domainLower(0, random) > 0.5,
  },
  {
    name: 'the domain classifier fails three columns shifted by 0.8 standard deviations, 300 each',
    claim: atLeast(0.95, 'power'),
    runs: { test: 8, bench: 300 },
    happens: (random) => domainLower(0.8, random) >= 0.7,
  },
  {
    name: 'values out of range are called too many where they are not, 1000 against 1000',
    claim: atMost(0.05, 'exact', 0.01),
    runs: { test: 200, bench: 2000 },
    happens: (random) => {
      const reference = normals(1000, 0, random).sort();
      const [least = 0, largest = 0] = [reference[0], reference[999]];
      const outside = normals(1000, 0, random).filter((x) => x < least || x > largest).length;
      return outOfRangeTail(outside, { reference: 1000, current: 1000 }) <= 0.05;
    },
  },
  {
    name: 'trap: by a binomial law they are',
    claim: atLeast(0.07, 'the law that ADR 10 replaced'),
    runs: { test: 200, bench: 2000 },
    happens: (random) => {
      const reference = normals(1000, 0, random).sort();
      const [least = 0, largest = 0] = [reference[0], reference[999]];
      const outside = normals(1000, 0, random).filter((x) => x < least || x > largest).length;
      return outside >= 5;
    },
  },
  {
    name: 'new categories are called too many where they are not',
    claim: atMost(0.05, 'exact one-sided 0.95, and a limit of 0.01 beside it'),
    runs: { test: 200, bench: 5000 },
    happens: newCategoriesAlarm,
  },
  {
    name: 'a rate of missing values is called changed where it is not, 0.1 of 500 and 400',
    claim: about(0.05, 0.01, 'Newcombe, two-sided 0.95'),
    runs: { test: 1000, bench: 20_000 },
    happens: (random) => {
      const [first, second] = [500, 400].map((n) => ({ successes: binomialDraw(n, 0.1, random), n }));
      if (first === undefined || second === undefined) return false;
      const [lower, upper] = newcombeDifference(first, second, 0.95);
      return lower > 0 || upper < 0;
    },
  },
];

/** Counts of fifty categories of one law, of which the current side expects fewer than five rows each. */
function rareCategories(random: Random): BinnedPair {
  const even = new Float64Array(50).fill(1);
  return { reference: multinomialDraw(2500, even, random), current: multinomialDraw(230, even, random) };
}

function distanceOf(pair: BinnedPair): number {
  return Number(jensenShannon(pair, 'nats').value);
}

function categories(n: number, random: Random): readonly number[] {
  return [...multinomialDraw(n, Float64Array.of(1, 2, 3, 2, 2), random)];
}

/** The lower end of the interval of the area that the domain classifier comes to, with six columns, some of them shifted. */
function domainLower(shift: number, random: Random, shifted = 3): number {
  const current = Uint8Array.from({ length: 600 }, (_, row) => row % 2);
  const features = Array.from({ length: 6 }, (_, column) => ({
    kind: 'numeric' as const,
    values: Float64Array.from(current, (side) => normal(random) + (column < shifted ? shift * side : 0)),
  }));
  const found = classifyDomains({ features, current }, random);
  if (found.undefinedReason !== null) return Number.NaN;
  const areas = delong(
    Array.from(current, (side) => side === 1),
    [[...found.scores]],
  );
  const interval = areas === null ? null : delongInterval(areas, 0, twoSidedConfidence(0.95));
  return interval === null ? Number.NaN : interval[0];
}

/** Categories with shares like 1/k: some are seen once in the reference and some not at all. */
const ZIPF = Float64Array.from({ length: 400 }, (_, at) => 1 / (at + 1) ** 1.5);

function newCategoriesAlarm(random: Random): boolean {
  const [reference, current] = [multinomialDraw(2000, ZIPF, random), multinomialDraw(1000, ZIPF, random)];
  const newRows = current.reduce((sum, count, at) => sum + (reference[at] === 0 ? count : 0), 0);
  const singletons = reference.filter((count) => count === 1).length;
  const found = newCategoryRate({ newRows, currentRows: 1000, singletons, referenceRows: 2000 }, 0.95);
  return found.interval[0] >= found.expected + 0.01;
}
