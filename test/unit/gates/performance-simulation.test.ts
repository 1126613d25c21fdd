import { binaryMetric, type Metric, type PairedRows } from '@gatehouse/gates';
import { createRandom, multinomialDraw, normalCdf, normalQuantile, type Random } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

const ALPHA = 0.05;

interface Table {
  readonly labels: readonly boolean[];
  readonly models: PairedRows;
}

/** The share of simulated tables in which the challenger is called non-inferior. */
function passing(metric: Metric, margin: number, options: { runs: number; draw: (random: Random) => Table }): number {
  const random = createRandom(new Uint8Array(16).fill(11));
  let passed = 0;
  for (let run = 0; run < options.runs; run += 1) {
    const { labels, models } = options.draw(random);
    const seed = run.toString(16).padStart(32, '0');
    const found = binaryMetric(metric).compare(labels, models, { confidence: 1 - ALPHA, seed, thresholds: [] });
    if (!('reasonCode' in found) && found.bounds[0] >= -margin) passed += 1;
  }
  return passed / options.runs;
}

/** Three standard errors of a share of `runs`. */
const noise = (share: number, runs: number): number => 3 * Math.sqrt((share * (1 - share)) / runs);

/** Rows whose shares by label, challenger and champion (as bits, in that order) are given. */
function tables(shares: readonly number[], n: number): (random: Random) => Table {
  return (random) => {
    const counts = multinomialDraw(n, Float64Array.from(shares), random);
    const cells = [...counts].flatMap((count, cell) => Array.from({ length: count }, () => cell));
    const rows = (bit: number) => {
      const predicted = cells.map((cell) => ((cell >> bit) & 1) === 1);
      return { predicted, scores: predicted.map(Number) };
    };
    return { labels: cells.map((cell) => cell >= 4), models: { challenger: rows(1), champion: rows(0) } };
  };
}

/** Scores of two models that separate the classes to the areas given, with correlated noise. */
function scored(areas: { challenger: number; champion: number }, n: number): (random: Random) => Table {
  const normal = (random: Random): number => normalQuantile(Math.max(random.uniform(), 2 ** -54));
  return (random) => {
    const labels = Array.from({ length: n }, (_, row) => row % 2 === 0);
    const shared = labels.map(() => normal(random));
    const model = (area: number) => {
      const shift = Math.SQRT2 * normalQuantile(area);
      const scores = labels.map((label, row) => {
        const own = Math.SQRT1_2 * (Number(shared[row]) + normal(random));
        return normalCdf(own + (label ? shift : 0));
      });
      return { predicted: scores.map((score) => score >= 0.5), scores };
    };
    return { labels, models: { challenger: model(areas.challenger), champion: model(areas.champion) } };
  };
}

describe('a challenger that is worse by exactly the margin', () => {
  // Champion 0.85, discordant share 0.1: the challenger alone is right in 0.04 of the rows, the champion alone in 0.06.
  const ofAccuracy = (onlyChallenger: number, onlyChampion: number): readonly number[] => {
    const both = 0.81;
    const neither = 1 - both - onlyChallenger - onlyChampion;
    return [both, onlyChallenger, onlyChampion, neither, neither, onlyChampion, onlyChallenger, both].map((p) => p / 2);
  };

  it('passes by Tango as often as alpha says', () => {
    const runs = 2000;
    const share = passing('accuracy', 0.02, { runs, draw: tables(ofAccuracy(0.04, 0.06), 1500) });

    expect(Math.abs(share - ALPHA)).toBeLessThan(noise(ALPHA, runs));
  });

  it('and one that is as good passes as often as the power says', () => {
    const runs = 1000;
    const share = passing('accuracy', 0.02, { runs, draw: tables(ofAccuracy(0.05, 0.05), 1546) });

    // stats.md §1.4: 1,546 rows for a margin of 0.02 at a discordant share of 0.1.
    expect(Math.abs(share - 0.8)).toBeLessThan(noise(0.8, runs));
  });

  it('passes by DeLong as often as alpha says', () => {
    const runs = 1000;
    const draw = scored({ challenger: 0.82, champion: 0.85 }, 300);

    expect(Math.abs(passing('auc', 0.03, { runs, draw }) - ALPHA)).toBeLessThan(noise(ALPHA, runs));
  });

  it('passes by paired BCa as often as alpha says', () => {
    const runs = 120;
    // The challenger finds fewer positives and has more false ones.
    const shares = [0.36, 0.04, 0.06, 0.04, 0.05, 0.07, 0.05, 0.33];
    const f1 = (tp: number, fp: number, fn: number): number => (2 * tp) / (2 * tp + fp + fn);
    const margin = f1(0.4, 0.08, 0.1) - f1(0.38, 0.1, 0.12);

    const share = passing('f1', margin, { runs, draw: tables(shares, 400) });

    expect(Math.abs(share - ALPHA)).toBeLessThan(noise(ALPHA, runs));
  });
});

describe('a challenger that is as good as the champion', () => {
  it('is called better by the paired t interval of a loss as often as alpha says', () => {
    const runs = 1000;
    const draw = scored({ challenger: 0.85, champion: 0.85 }, 300);

    expect(Math.abs(passing('brier', 0, { runs, draw }) - ALPHA)).toBeLessThan(noise(ALPHA, runs));
  });
});
