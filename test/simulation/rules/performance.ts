import {
  binaryMetric,
  type Estimate,
  holmLevels,
  type Metric,
  oneSidedP,
  type PairedRows,
  reuseConfidence,
} from '@gatehouse/gates';
import {
  benjaminiHochberg,
  binomialDraw,
  holm,
  mcnemarExact,
  multinomialDraw,
  normalCdf,
  normalQuantile,
  type Random,
  tangoDifference,
  twoSidedConfidence,
  wilsonInterval,
} from '@gatehouse/stats';
import { normal } from '../draws.ts';
import { about, atMost, type Simulation } from '../simulation.ts';

const ALPHA = 0.05;
const SEED = '0'.repeat(32);
const QUESTION = { confidence: 1 - ALPHA, seed: SEED, thresholds: [] };

interface Table {
  readonly labels: readonly boolean[];
  readonly models: PairedRows;
}

/** The lower and upper one-sided bounds of challenger minus champion. */
function boundsOf(metric: Metric, { labels, models }: Table): readonly [number, number] {
  const found = binaryMetric(metric).compare(labels, models, QUESTION);
  return 'reasonCode' in found ? [Number.NaN, Number.NaN] : found.bounds;
}

/** Rows of which the challenger alone is right in one share and the champion alone in another. */
function accuracyTable(onlyChallenger: number, onlyChampion: number, n: number): (random: Random) => Table {
  const shares = [0.8, onlyChallenger, onlyChampion, 0.2 - onlyChallenger - onlyChampion];
  return (random) => {
    const counts = multinomialDraw(n, Float64Array.from(shares), random);
    const cells = [...counts].flatMap((count, cell) => Array.from({ length: count }, () => cell));
    const labels = cells.map((_, row) => row % 2 === 0);
    const model = (right: (cell: number) => boolean) => {
      const predicted = cells.map((cell, row) => right(cell) === (row % 2 === 0));
      return { predicted, scores: predicted.map(Number) };
    };
    return { labels, models: { challenger: model((cell) => cell < 2), champion: model((cell) => cell % 2 === 0) } };
  };
}

/** Two models with correlated scores and these areas, on 300 rows. */
function scoredTable(challenger: number, champion: number): (random: Random) => Table {
  return (random) => {
    const labels = Array.from({ length: 300 }, (_, row) => row % 2 === 0);
    const shared = labels.map(() => normal(random));
    const model = (area: number) => {
      const shift = Math.SQRT2 * normalQuantile(area);
      const scores = labels.map((label, row) => {
        const own = Math.SQRT1_2 * (Number(shared[row]) + normal(random));
        return normalCdf(own + (label ? shift : 0));
      });
      return { predicted: scores.map((score) => score >= 0.5), scores };
    };
    return { labels, models: { challenger: model(challenger), champion: model(champion) } };
  };
}

const TANGO = { test: 150, bench: 6000 };
const DELONG = { test: 150, bench: 4000 };

/** Errors and power of the rules of the performance gate (stats.md §1.4). */
export const PERFORMANCE: readonly Simulation[] = [
  {
    name: 'non-inferiority by Tango passes a challenger worse by the margin',
    claim: about(ALPHA, 0.003, 'alpha 0.05, 4.7 to 5.2 % in stats.md §1.4'),
    runs: TANGO,
    happens: (random) => boundsOf('accuracy', accuracyTable(0.04, 0.06, 1500)(random))[0] >= -0.02,
  },
  {
    name: 'non-inferiority by Tango passes an equal challenger, n = 1546',
    claim: about(0.8, 0.012, 'the closed form of stats.md §1.4'),
    runs: TANGO,
    happens: (random) => boundsOf('accuracy', accuracyTable(0.05, 0.05, 1546)(random))[0] >= -0.02,
  },
  {
    name: 'inferiority by Tango fails a challenger worse by the margin',
    claim: about(ALPHA, 0.003, 'alpha 0.05'),
    runs: TANGO,
    happens: (random) => boundsOf('accuracy', accuracyTable(0.04, 0.06, 1500)(random))[1] < -0.02,
  },
  {
    name: 'superiority by Tango passes an equal challenger',
    claim: about(ALPHA, 0.003, 'alpha 0.05'),
    runs: TANGO,
    happens: (random) => boundsOf('accuracy', accuracyTable(0.05, 0.05, 1500)(random))[0] > 0,
  },
  {
    name: 'non-inferiority by DeLong passes a challenger worse by the margin',
    claim: about(ALPHA, 0.01, 'alpha 0.05, asymptotic'),
    runs: DELONG,
    happens: (random) => boundsOf('auc', scoredTable(0.82, 0.85)(random))[0] >= -0.03,
  },
  {
    name: 'superiority by DeLong passes an equal challenger',
    claim: about(ALPHA, 0.01, 'alpha 0.05, asymptotic'),
    runs: DELONG,
    happens: (random) => boundsOf('auc', scoredTable(0.85, 0.85)(random))[0] > 0,
  },
  {
    name: 'superiority by DeLong passes a challenger better by 2.49 standard errors',
    claim: about(0.8, 0.03, 'the smallest detectable difference of stats.md §1.4 has power 0.8'),
    runs: DELONG,
    happens: (random) => boundsOf('auc', scoredTable(0.9, 0.85)(random))[0] > 0,
  },
  {
    name: 'superiority by the paired t of the Brier score passes an equal challenger',
    claim: about(ALPHA, 0.005, 'alpha 0.05'),
    runs: { test: 100, bench: 2500 },
    // Lower is better: better is an upper bound below 0.
    happens: (random) => boundsOf('brier', scoredTable(0.85, 0.85)(random))[1] < 0,
  },
  {
    name: 'non-inferiority by paired BCa of F1 passes a challenger worse by the margin',
    claim: about(ALPHA, 0.02, 'alpha 0.05, second order'),
    runs: { test: 8, bench: 200 },
    happens: (random) => boundsOf('f1', f1Table(random))[0] >= -F1_MARGIN,
  },
  {
    name: 'strict floor passes a challenger at the floor, n = 400',
    claim: about(ALPHA, 0.02, 'alpha 0.05; Wilson, on average over the shares'),
    runs: { test: 1000, bench: 20_000 },
    happens: (random) => wilsonInterval(binomialDraw(400, 0.8, random), 400, twoSidedConfidence(0.95))[0] >= 0.8,
  },
  {
    name: 'slices by Holm: any of 8 slices at the margin passes',
    claim: atMost(ALPHA, 'family-wise alpha 0.05', 0.01),
    runs: { test: 60, bench: 3000 },
    happens: anySlicePasses,
  },
  {
    name: 'test-set reuse: any of 25 challengers worse by the margin passes',
    claim: atMost(ALPHA, 'the levels of all evaluations add to alpha', 0.01),
    runs: { test: 40, bench: 2000 },
    happens: (random) => {
      for (let k = 1; k <= 25; k += 1) {
        const confidence = twoSidedConfidence(reuseConfidence(k, ALPHA));
        if (tangoDifference(discordance(1500, 0.04, 0.06, random), confidence)[0] >= -0.02) return true;
      }
      return false;
    },
  },
  {
    name: 'flip by McNemar calls a swap without effect one, n = 300',
    claim: atMost(ALPHA, 'exact', 0.02),
    runs: { test: 1000, bench: 20_000 },
    happens: (random) => mcnemarExact(discordance(300, 0.05, 0.05, random)) <= ALPHA,
  },
  {
    name: 'Holm rejects a true hypothesis among 20',
    claim: atMost(ALPHA, 'family-wise alpha 0.05', 0.02),
    runs: { test: 500, bench: 20_000 },
    happens: (random) => holm(pValues(random)).some((p, at) => at >= 5 && p <= ALPHA),
  },
  {
    name: 'Benjamini-Hochberg at 0.1: a rejection is false',
    claim: atMost(0.1, 'false discovery rate 0.1 times the share of true ones, 0.075', 0.04),
    runs: { test: 500, bench: 20_000 },
    // One rejection at random stands for the share of false ones among them.
    happens: (random) => {
      const rejected = [...benjaminiHochberg(pValues(random)).entries()].filter(([, p]) => p <= 0.1);
      const [at] = rejected[Math.floor(random.uniform() * rejected.length)] ?? [0];
      return at >= 5;
    },
  },
];

/** The challenger finds fewer positives and has more false ones. */
const F1_SHARES = [0.36, 0.04, 0.06, 0.04, 0.05, 0.07, 0.05, 0.33];
const F1_MARGIN = 0.8 / (0.8 + 0.08 + 0.1) - 0.76 / (0.76 + 0.1 + 0.12);

function f1Table(random: Random): Table {
  const counts = multinomialDraw(400, Float64Array.from(F1_SHARES), random);
  const cells = [...counts].flatMap((count, cell) => Array.from({ length: count }, () => cell));
  const model = (bit: number) => {
    const predicted = cells.map((cell) => ((cell >> bit) & 1) === 1);
    return { predicted, scores: predicted.map(Number) };
  };
  return { labels: cells.map((cell) => cell >= 4), models: { challenger: model(1), champion: model(0) } };
}

function discordance(
  n: number,
  first: number,
  second: number,
  random: Random,
): { readonly onlyFirst: number; readonly onlySecond: number; readonly n: number } {
  const shares = Float64Array.of(first, second, 1 - first - second);
  const [onlyFirst = 0, onlySecond = 0] = multinomialDraw(n, shares, random);
  return { onlyFirst, onlySecond, n };
}

const SLICE_MARGIN = 0.04;

function estimateOf(slice: ReturnType<typeof discordance>): Estimate {
  const boundsAt = (confidence: number) => tangoDifference(slice, confidence);
  const value = (slice.onlyFirst - slice.onlySecond) / slice.n;
  const bounds = boundsAt(twoSidedConfidence(1 - ALPHA));
  return { value, bounds, interval: boundsAt(1 - ALPHA), boundsAt, method: 'tango', n: [slice.n], resampling: null };
}

function anySlicePasses(random: Random): boolean {
  const slices = Array.from({ length: 8 }, () => discordance(400, 0.04, 0.08, random));
  const levels = holmLevels(
    slices.map((slice) => oneSidedP(estimateOf(slice), -SLICE_MARGIN, 'lower')),
    ALPHA,
  );
  return slices.some(
    (slice, at) => tangoDifference(slice, twoSidedConfidence(1 - Number(levels[at])))[0] >= -SLICE_MARGIN,
  );
}

/** Twenty p-values, of which the first five are of false hypotheses. */
function pValues(random: Random): readonly number[] {
  return Array.from({ length: 20 }, (_, at) => normalCdf(normal(random) - (at < 5 ? 3 : 0)));
}
