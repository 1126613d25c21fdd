import { evaluateFairness } from '@gatehouse/gates';
import { binomialDraw, createRandom } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];

interface Population {
  readonly rates: readonly number[];
  readonly n: number;
  readonly runs: number;
  readonly measures: Measures;
}

/** Share of samples of a population with these selection rates that get each outcome. */
function outcomes({ rates, n, runs, measures }: Population): Readonly<Record<string, number>> {
  const random = createRandom(new TextEncoder().encode('fairness pass rule, seed 1'.padEnd(32)));
  const counts: Record<string, number> = { pass: 0, fail: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run += 1) {
    const groups = rates.map((rate, index) => {
      const selected = binomialDraw(n, rate, random);
      return [`g${index}`, { tp: selected, fp: 0, fn: 0, tn: n - selected }] as const;
    });
    const { outcome } = evaluateFairness({
      config: fairnessConfig(measures),
      context: CONTEXT,
      groups: oneColumn(Object.fromEntries(groups)),
    });
    counts[outcome] = (counts[outcome] ?? 0) + 1 / runs;
  }
  return counts;
}

const DIFFERENCE = { 'selection-rate-difference': { limit: 0.1 } };
const RATIO = { 'selection-rate-ratio': { limit: 0.8 } };

function atMost(share: number, runs: number): number {
  return share + 3 * Math.sqrt((share * (1 - share)) / runs);
}

describe('a model that keeps no limit', () => {
  // At the very edge: one pair (or two) differs by the limit, the least favourable case of the pass rule.
  it.each([
    { name: 'one pair', rates: [0.3, 0.4], n: 300, runs: 1500, measures: DIFFERENCE },
    { name: 'two of three pairs', rates: [0.3, 0.3, 0.4], n: 300, runs: 800, measures: DIFFERENCE },
    { name: 'one pair of rare decisions', rates: [0.02, 0.12], n: 200, runs: 1500, measures: DIFFERENCE },
    { name: 'a ratio', rates: [0.5, 0.4], n: 300, runs: 1500, measures: RATIO },
  ])('passes in at most 5 % of samples: $name', (population) => {
    const { pass = 1 } = outcomes(population);

    expect(pass).toBeLessThan(atMost(0.05, population.runs));
  });

  it('passes about as often as the rule says with one pair, so that the bound is no idle one', () => {
    expect(outcomes({ rates: [0.3, 0.4], n: 300, runs: 1500, measures: DIFFERENCE })['pass']).toBeGreaterThan(0.025);
  });
});

/** As `outcomes`, for groups of 400 positive and 400 negative rows with these true and false positive rates. */
function oddsOutcomes(
  rates: readonly (readonly [number, number])[],
  measures: Measures,
  changes: Parameters<typeof fairnessConfig>[1] = {},
): Readonly<Record<string, number>> {
  const random = createRandom(new TextEncoder().encode('fairness of odds, seed 1'.padEnd(32)));
  const counts: Record<string, number> = { pass: 0, fail: 0, inconclusive: 0 };
  for (let run = 0; run < ODDS_RUNS; run += 1) {
    const groups = rates.map(([tpr, fpr], index) => {
      const [tp, fp] = [binomialDraw(400, tpr, random), binomialDraw(400, fpr, random)];
      return [`g${index}`, { tp, fp, fn: 400 - tp, tn: 400 - fp }] as const;
    });
    const config = fairnessConfig(measures, changes);
    const { outcome } = evaluateFairness({ config, context: CONTEXT, groups: oneColumn(Object.fromEntries(groups)) });
    counts[outcome] = (counts[outcome] ?? 0) + 1 / ODDS_RUNS;
  }
  return counts;
}

const ODDS_RUNS = 500;

describe('measures of both odds', () => {
  it.each([
    ['average-odds-difference', [0.7, 0.2]],
    ['average-odds-difference', [0.7, 0.4]],
    ['equalized-odds-difference', [0.7, 0.3]],
  ] as const)('%s: the limit itself passes in at most 5 %% of samples', (measure, other) => {
    const { pass = 1 } = oddsOutcomes([[0.6, 0.3], other], { [measure]: { limit: 0.1 } });

    expect(pass).toBeLessThan(atMost(0.05, ODDS_RUNS));
  });

  it.each(['average-odds-difference', 'equalized-odds-difference'])(
    '%s: equal odds fail in at most 5 %%',
    (measure) => {
      const equal = [0.6, 0.3] as const;
      const { fail = 1 } = oddsOutcomes([equal, equal, equal], { [measure]: { limit: 0 } });

      expect(fail).toBeLessThan(atMost(0.05, ODDS_RUNS));
    },
  );

  it('against all rows: equal rates fail in at most 5 %, and the limit passes in at most 5 %', () => {
    const equal = [0.6, 0.3] as const;
    const measures = (limit: number): Measures => ({ 'true-positive-rate-difference': { limit } });
    const overall = { reference: 'overall' } as const;
    const { fail = 1 } = oddsOutcomes([equal, equal, equal], measures(0), overall);
    // 0.75 is 0.1 above the rate of all rows, 0.65.
    const { pass = 1 } = oddsOutcomes([equal, equal, [0.75, 0.3]], measures(0.1), overall);

    expect(fail).toBeLessThan(atMost(0.05, ODDS_RUNS));
    expect(pass).toBeLessThan(atMost(0.05, ODDS_RUNS));
  });
});

describe('a model whose groups are equal', () => {
  it('passes with the power of the one-sided bound', () => {
    // Rate 0.3, 400 a group: P(|d| < 0.1 - 1.645·0.0324) = 0.85; the simultaneous bound would give 0.74.
    const { pass = 0, fail = 1 } = outcomes({ rates: [0.3, 0.3], n: 400, runs: 1000, measures: DIFFERENCE });

    expect(pass).toBeGreaterThan(0.85 - 0.04);
    expect(pass).toBeLessThan(0.85 + 0.04);
    expect(fail).toBe(0);
  });

  it('fails in at most 5 % of samples where every difference is too large, with six groups of 100 rows', () => {
    const runs = 400;
    const measures = { ...{ 'selection-rate-difference': { limit: 0 } }, 'selection-rate-ratio': { limit: 1 } };

    expect(outcomes({ rates: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3], n: 100, runs, measures })['fail']).toBeLessThan(
      atMost(0.05, runs),
    );
  });
});
