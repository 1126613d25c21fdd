import {
  aucScoreInterval,
  bcaInterval,
  betaMixtureInterval,
  binomialDraw,
  clopperPearson,
  delong,
  delongInterval,
  empiricalBernsteinInterval,
  jackknifeAcceleration,
  mantelHaenszelDifference,
  meanInterval,
  momentsOf,
  moverRatio,
  multinomialDraw,
  newcombeDifference,
  newcombePaired,
  newEmpiricalBernstein,
  observeBounded,
  populationKsBounds,
  type Random,
  resampler,
  tangoDifference,
  welchDifference,
  wilsonInterval,
} from '@gatehouse/stats';
import { holds, normal, normals } from '../draws.ts';
import { about, atLeast, type Claim, type Simulation } from '../simulation.ts';

const RUNS = { test: 400, bench: 20_000 };
const FEWER = { test: 150, bench: 3000 };
const SLOWER = { test: 200, bench: 6000 };
/** Score intervals keep their level on average over the proportions, not at each: discrete data cannot. */
const NOMINAL: Claim = about(0.95, 0.012, 'nominal 0.95');
const CELLS = Float64Array.of(0.8, 0.04, 0.06, 0.1);

function covers(name: string, happens: (random: Random) => boolean, given: Partial<Simulation> = {}): Simulation {
  return { name: `${name} covers`, claim: NOMINAL, runs: RUNS, ...given, happens };
}

/** Coverage of every kind of interval that a decision or a report shows. */
export const INTERVALS: readonly Simulation[] = [
  covers('Wilson, p = 0.3, n = 80,', (random) => holds(wilsonInterval(binomialDraw(80, 0.3, random), 80, 0.95), 0.3)),
  covers(
    'Clopper-Pearson, p = 0.03, n = 80,',
    (random) => holds(clopperPearson(binomialDraw(80, 0.03, random), 80, 0.95), 0.03),
    { claim: atLeast(0.95, 'exact'), runs: SLOWER },
  ),
  covers('Newcombe difference, 0.3 of 90 and 0.45 of 60,', (random) => {
    const [first, second] = [
      { successes: binomialDraw(90, 0.3, random), n: 90 },
      { successes: binomialDraw(60, 0.45, random), n: 60 },
    ];
    return holds(newcombeDifference(first, second, 0.95), -0.15);
  }),
  covers('MOVER-R ratio, 0.56 of 70 and 0.4 of 80,', (random) => {
    const [first, second] = [
      { successes: binomialDraw(70, 0.56, random), n: 70 },
      { successes: binomialDraw(80, 0.4, random), n: 80 },
    ];
    return holds(moverRatio(first, second, 0.95), 1.4);
  }),
  covers('Tango paired difference, n = 200,', (random) => {
    const [, onlySecond = 0, onlyFirst = 0] = multinomialDraw(200, CELLS, random);
    return holds(tangoDifference({ onlyFirst, onlySecond, n: 200 }, 0.95), 0.02);
  }),
  covers('Newcombe paired difference, n = 200,', (random) => {
    const [both = 0, onlySecond = 0, onlyFirst = 0, neither = 0] = multinomialDraw(200, CELLS, random);
    return holds(newcombePaired({ both, onlyFirst, onlySecond, neither }, 0.95), 0.02);
  }),
  covers(
    'DeLong area, 60 and 90 rows,',
    (random) => {
      const found = delong(...scored(60, 90, random));
      const interval = found === null ? null : delongInterval(found, 0, 0.95);
      return interval !== null && holds(interval, 0.8);
    },
    { claim: about(0.945, 0.012, 'nominal 0.95; slightly liberal in small samples') },
  ),
  covers(
    'area by the score method, 12 and 15 rows,',
    (random) => {
      const auc = delong(...scored(12, 15, random))?.aucs[0] ?? Number.NaN;
      return holds(aucScoreInterval({ auc, positives: 12, negatives: 15 }, 0.95), 0.8);
    },
    { claim: about(0.955, 0.02, 'nominal 0.95') },
  ),
  covers(
    'mean by t, n = 12,',
    (random) => {
      const found = meanInterval(momentsOf(normals(12, 1, random)), 0.95);
      return 'interval' in found && holds(found.interval, 1);
    },
    { runs: SLOWER },
  ),
  covers(
    'difference of means by Welch, 30 and 50,',
    (random) => {
      const wide = normals(50, 0, random).map((x) => 3 * x);
      const found = welchDifference(momentsOf(normals(30, 0, random)), momentsOf(wide), 0.95);
      return 'interval' in found && holds(found.interval, 0);
    },
    { runs: SLOWER },
  ),
  covers(
    'BCa of a skewed mean, n = 100,',
    (random) => {
      const values = Float64Array.from({ length: 100 }, () => -Math.log(1 - random.uniform()));
      return holds(bootstrapped(values, random), 1);
    },
    { claim: about(0.935, 0.02, 'nominal 0.95; second order'), runs: { test: 40, bench: 800 } },
  ),
  covers('difference within strata by Sato,', (random) => {
    const strata = [0.2, 0.5, 0.7].map((p, at) => ({
      first: { successes: binomialDraw(30 + 10 * at, p, random), n: 30 + 10 * at },
      second: { successes: binomialDraw(60 - 10 * at, p - 0.1, random), n: 60 - 10 * at },
    }));
    const found = mantelHaenszelDifference(strata, 0.95);
    return 'interval' in found && holds(found.interval, 0.1);
  }),
  covers(
    'Kolmogorov distance of populations by DKW,',
    (random) => holds(populationKsBounds(ksOfUniforms(300, 200, random), { reference: 300, current: 200 }, 0.05), 0),
    { claim: atLeast(0.95, 'DKW, conservative'), runs: FEWER },
  ),
  covers(
    'Beta mixture at all of 50 looks,',
    (random) => {
      let successes = 0;
      for (let look = 1; look <= 50; look += 1) {
        successes += binomialDraw(40, 0.3, random);
        if (!holds(betaMixtureInterval(successes, 40 * look, 0.05), 0.3)) return false;
      }
      return true;
    },
    { claim: atLeast(0.95, 'Ville'), runs: FEWER },
  ),
  covers(
    'empirical Bernstein at all of 20 looks,',
    (random) => {
      let state = newEmpiricalBernstein(0.05);
      for (let look = 0; look < 20; look += 1) {
        const values = Float64Array.from({ length: 50 }, () => random.uniform() ** 3);
        state = observeBounded(state, values);
        if (!holds(empiricalBernsteinInterval(state), 0.25)) return false;
      }
      return true;
    },
    { claim: atLeast(0.95, 'Waudby-Smith and Ramdas'), runs: FEWER },
  ),
];

/** Labels and scores whose area is 0.8: normal scores a distance of 1.19 apart. */
function scored(positives: number, negatives: number, random: Random): [boolean[], number[][]] {
  const labels = Array.from({ length: positives + negatives }, (_, row) => row < positives);
  return [labels, [labels.map((label) => normal(random) + (label ? 1.1902322 : 0))]];
}

function ksOfUniforms(n: number, m: number, random: Random): number {
  const all = [
    ...Array.from({ length: n }, () => ({ x: random.uniform(), step: 1 / n })),
    ...Array.from({ length: m }, () => ({ x: random.uniform(), step: -1 / m })),
  ].sort((a, b) => a.x - b.x);
  let [difference, largest] = [0, 0];
  for (const { step } of all) {
    difference += step;
    largest = Math.max(largest, Math.abs(difference));
  }
  return Math.min(1, largest);
}

function bootstrapped(values: Float64Array, random: Random): readonly [number, number] {
  const units = { kind: 'rows', rows: values.length } as const;
  const draw = resampler(units);
  const mean = (multiplicities: Int32Array): number =>
    multiplicities.reduce((sum, times, row) => sum + times * Number(values[row]), 0) / values.length;
  const estimate = values.reduce((sum, x) => sum + x, 0) / values.length;
  const replicates = Float64Array.from({ length: 2000 }, () => mean(draw(random))).sort();
  const leftOut = values.map((x) => (estimate * values.length - x) / (values.length - 1));
  return bcaInterval({ estimate, replicates, acceleration: jackknifeAcceleration(leftOut) }, 0.95).interval;
}
