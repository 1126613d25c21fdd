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
