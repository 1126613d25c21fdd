import type { FairnessGateConfig } from '@gatehouse/core';
import type { ConfusionCounts } from '@gatehouse/gates';
import { criticalValue, holm, moverRatio, normalCdf, normalQuantile } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../../packages/gates/src/fairness/groups/group-pairs.ts';
import { comparePair, type PairComparison } from '../../../packages/gates/src/fairness/pairs/compare-pair.ts';
import { comparisonKey, comparisonPs } from '../../../packages/gates/src/fairness/pairs/comparison-p.ts';
import {
  type FairnessMeasure,
  knownMeasures,
  type MeasureRule,
} from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';
import { detectableDifference } from '../../../packages/gates/src/fairness/pairs/fairness-power.ts';
import { judgeColumns } from '../../../packages/gates/src/fairness/pairs/judge-columns.ts';
import type { FairnessRule } from '../../../packages/gates/src/fairness/pairs/judged-measure.ts';
import { judgePair } from '../../../packages/gates/src/fairness/pairs/pair-verdict.ts';
import { rowsForPair } from '../../../packages/gates/src/fairness/pairs/rows-for-pair.ts';
import { fairnessConfig } from './fixture-inputs.ts';

const LEVELS = { simultaneous: 0.99, own: 0.9 };
const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });

/** A pair whose bounds are those of a normal estimate. */
function estimated(value: number | null, se: number, changes: Partial<PairComparison> = {}): PairComparison {
  const boundsAt = (confidence: number) => {
    const z = criticalValue(confidence);
    return [(value ?? 0) - z * se, (value ?? 0) + z * se] as const;
  };
  return {
    groups: ['a', 'b'],
    words: 'selection rate',
    counts: null,
    n: [100, 80],
    value,
    interval: boundsAt(LEVELS.simultaneous),
    ownInterval: boundsAt(LEVELS.own),
    boundsAt,
    method: 'newcombe',
    ...changes,
  };
}

function ruleOf(by: 'difference' | 'ratio', limit: number, changes: Partial<FairnessRule['rule']> = {}): FairnessRule {
  return {
    measure: 'some',
    limit,
    rule: { by, rates: [], combine: 'worst', ofSelection: false, ...changes },
    confidence: 0.95,
    levels: LEVELS,
  };
}

const COLUMN = {
  name: 'race',
  groups: new Map<string, ConfusionCounts>(),
  label: (group: string) => `race=${group}`,
  reference: 'none' as const,
  isIntersection: false,
};

describe('how surely a pair is beyond its limit', () => {
  const of = (pair: PairComparison, rule: FairnessRule, family = 1) =>
    comparisonPs([{ column: COLUMN, pairs: [pair], rule }], family).get(comparisonKey('race', rule.measure, pair));
  const twoSided = (z: number): number => 2 * normalCdf(-z);
  const mean = { combine: 'mean' } as const;
  const CONSTANT = (lower: number, upper: number) => ({ boundsAt: () => [lower, upper] as const });

  it.each<[string, PairComparison, FairnessRule, number]>([
    ['a difference two errors above', estimated(0.3, 0.1), ruleOf('difference', 0.1), twoSided(2)],
    ['a ratio one and a half errors below', estimated(0.5, 0.2), ruleOf('ratio', 0.8), twoSided(1.5)],
    [
      'a mean of two, which rests on two intervals',
      estimated(0.3, 0.1),
      ruleOf('difference', 0.1, mean),
      2 * twoSided(2),
    ],
    ['a mean of two that is hardly above', estimated(0.11, 0.1), ruleOf('difference', 0.1, mean), 1],
    ['a difference that is far above', estimated(0.9, 0.01), ruleOf('difference', 0.1), 1e-12],
    ['a mean that is far above', estimated(0.9, 0.01), ruleOf('difference', 0.1, mean), 2e-12],
    ['a difference within', estimated(0.05, 0.1), ruleOf('difference', 0.1), 1],
    ['a ratio within', estimated(0.9, 0.1), ruleOf('ratio', 0.8), 1],
    ['a difference at the limit', estimated(0.1, 0.1, CONSTANT(0.2, 0.3)), ruleOf('difference', 0.1), 1],
    ['a ratio at the limit', estimated(0.8, 0.1, CONSTANT(0.2, 0.3)), ruleOf('ratio', 0.8), 1],
    ['no value', estimated(null, 0.1, CONSTANT(-0.2, 0.3)), ruleOf('ratio', 0.8), 1],
    ['a lower bound at the limit', estimated(0.3, 0.1, CONSTANT(0.1, 0.4)), ruleOf('difference', 0.1), 1],
    ['an upper bound at the limit', estimated(0.3, 0.1, CONSTANT(0.1, 0.8)), ruleOf('ratio', 0.8), 1],
  ])('is the error at which its interval is: %s', (_, pair, rule, p) => {
    expect(of(pair, rule)?.p).toBeCloseTo(p, p < 1e-6 ? 18 : 8);
  });

  it('is never 1 where the value is beyond', () => {
    expect(of(estimated(0.3, 0.1, CONSTANT(0, 1)), ruleOf('difference', 0.1))?.p).toBeLessThan(1);
  });

  it('is adjusted among all that could have failed', () => {
    const pairs = [estimated(0.3, 0.1), estimated(0.35, 0.1, { groups: ['a', 'c'] })];
    const rule = ruleOf('difference', 0.1);
    const of5 = comparisonPs([{ column: COLUMN, pairs, rule }], 5);
    const [first = 0, second = 0] = holm([twoSided(2), twoSided(2.5), 1, 1, 1]);

    expect([...of5.keys()]).toEqual(pairs.map((pair) => comparisonKey('race', 'some', pair)));
    expect([...of5.values()].map(({ adjusted }) => adjusted)).toEqual([
      expect.closeTo(first, 8),
      expect.closeTo(second, 8),
    ]);
    expect([...comparisonPs([{ column: COLUMN, pairs, rule }], 1).values()][0]?.adjusted).toBeCloseTo(twoSided(2), 8);
  });

  it('is told apart by all that makes a comparison', () => {
    const of = (column: string, measure: string, words: string, ...groups: readonly string[]) =>
      comparisonKey(column, measure, { words, groups });
    const keys = [
      of('r', 'm', 'w', 'a', 'b'),
      of('s', 'm', 'w', 'a', 'b'),
      of('r', 'n', 'w', 'a', 'b'),
      of('r', 'm', 'v', 'a', 'b'),
      of('r', 'm', 'w', 'b', 'a'),
    ];

    expect(new Set(keys).size).toBe(5);
  });
});

const of = (measure: FairnessMeasure, favorable: 'positive' | 'negative' = 'positive'): MeasureRule => {
  const found = knownMeasures({ favorable }).find((known) => known.measure === measure);
  if (found === undefined) throw new Error(`There is no measure ${measure}.`);
  return found.rule;
};

describe('the rates of a measure', () => {
  it.each<[FairnessMeasure, readonly string[], boolean]>([
    ['selection-rate-difference', ['selection rate'], false],
    ['selection-rate-ratio', ['selection rate'], true],
    ['disparate-impact', ['selection rate'], true],
    ['equal-opportunity-difference', ['true positive rate'], false],
    ['true-positive-rate-ratio', ['true positive rate'], false],
    ['false-positive-rate-ratio', ['false positive rate'], false],
    ['true-negative-rate-difference', ['true negative rate'], false],
    ['false-negative-rate-difference', ['false negative rate'], false],
    ['predictive-parity-difference', ['positive predictive value'], false],
    ['negative-predictive-value-difference', ['negative predictive value'], false],
    ['false-discovery-rate-ratio', ['false discovery rate'], false],
    ['false-omission-rate-difference', ['false omission rate'], false],
    ['accuracy-ratio', ['accuracy'], false],
    ['error-rate-difference', ['error rate'], false],
    ['equalized-odds-difference', ['true positive rate', 'false positive rate'], false],
    ['equalized-odds-ratio', ['true positive rate', 'false positive rate'], false],
    ['average-odds-difference', ['true positive rate', 'false positive rate'], false],
  ])('%s are called so', (measure, words, ofSelection) => {
    const rule = of(measure);
    const isMean = measure === 'average-odds-difference';

    expect(rule.rates.map((rate) => rate.words)).toEqual(words);
    expect(rule.words).toBe(isMean ? 'true and false positive rate' : words[0]);
    expect([rule.ofSelection, rule.combine]).toEqual([ofSelection, isMean ? 'mean' : 'worst']);
  });

  it('of the favourable rejection are those of rejections', () => {
    const [rate] = of('disparate-impact', 'negative').rates;

    expect(rate?.words).toBe('rate of the negative prediction');
    expect(rate?.count(counts(1, 2, 3, 4))).toEqual({ successes: 7, n: 10 });
  });
});

describe('a ratio to all rows', () => {
  const A = counts(30, 0, 0, 70);
  const B = counts(120, 0, 0, 80);
  const compare = (groups: Readonly<Record<string, ConfusionCounts>>) =>
    pairsOf(new Map(Object.entries(groups)), 'overall').flatMap((pair) =>
      comparePair(pair, of('selection-rate-ratio'), LEVELS),
    );

  it('is that to the rest, with the group in both', () => {
    const [found] = compare({ a: A, b: B });
    const bounds = moverRatio({ successes: 30, n: 100 }, { successes: 120, n: 200 }, 0.9).map(
      (r) => r / (r / 3 + 2 / 3),
    );

    expect(found).toMatchObject({ groups: ['a', 'all rows'], n: [100, 300], method: 'mover-r' });
    expect(found?.value).toBeCloseTo(0.3 / 0.5, 12);
    expect(found?.ownInterval[0]).toBeCloseTo(Math.min(...bounds), 12);
    expect(found?.ownInterval[1]).toBeCloseTo(Math.max(...bounds), 12);
  });

  it('is anything from the inverse of its share where the rest may have none', () => {
    const [found] = compare({ a: counts(50, 0, 0, 50), b: counts(0, 0, 0, 100) });

    // Nobody of the rest is selected, so the group has at most twice the rate of all.
    expect(found?.value).toBeCloseTo(0.5, 12);
    expect(found?.ownInterval[0]).toBeCloseTo(0.5, 12);
    expect(found?.ownInterval[1]).toBeLessThan(0.6);
  });

  it('is unknown where both rates are zero, and where one is not', () => {
    const none = counts(0, 0, 0, 100);
    const pair = (a: ConfusionCounts, b: ConfusionCounts) =>
      pairsOf(
        new Map([
          ['a', a],
          ['b', b],
        ]),
        'none',
      ).flatMap((own) => comparePair(own, of('selection-rate-ratio'), LEVELS))[0];

    expect(pair(none, none)).toMatchObject({ value: null, interval: [0, 1], ownInterval: [0, 1] });
    expect(pair(A, none)).toMatchObject({ value: 0, groups: ['b', 'a'], n: [100, 100] });
    expect(pair(none, A)?.ownInterval[1]).toBeLessThan(0.2);
    expect(pair(A, none)?.ownInterval[1]).toBeLessThan(0.2);
  });
});

describe('the groups that are compared', () => {
  const judged = (groups: Readonly<Record<string, ConfusionCounts>>, measures: FairnessGateConfig['measures']) =>
    judgeColumns(
      [{ ...COLUMN, groups: new Map(Object.entries(groups)) }],
      fairnessConfig(measures, { 'minimum-group-size': 100 }),
      LEVELS,
    );
  const LARGE = counts(50, 50, 50, 50);

  it.each<[string, ConfusionCounts, readonly number[], number]>([
    ['the fewest rows', counts(20, 10, 40, 30), [1, 2], 2],
    ['one row less', counts(20, 10, 40, 29), [0, 0], 1],
    ['the fewest of one rate', counts(20, 10, 10, 60), [1, 2], 2],
    ['one row less of one rate', counts(20, 10, 51, 19), [1, 0], 2],
  ])('have %s', (_, b, pairs, large) => {
    const measures = {
      'true-positive-rate-difference': { limit: 0.5 },
      'equalized-odds-difference': { limit: 0.5 },
    };
    const found = judged({ a: LARGE, b }, measures);

    expect(found.map((own) => own.pairs.length)).toEqual(pairs);
    expect(found[0]?.column.groups.size).toBe(large);
  });
});

describe('the verdict of a pair', () => {
  // 1 of 3 is below 0.65 of everybody, and 2 of 3 is not.
  const tips = estimated(1 / 3, 0.01, {
    counts: [
      { successes: 1, n: 3 },
      { successes: 1000, n: 1000 },
    ],
  });

  it.each<[string, PairComparison, FairnessRule, string]>([
    ['one decision', tips, ruleOf('ratio', 0.65, { ofSelection: true }), 'one-decision-tips'],
    ['no selection', tips, ruleOf('ratio', 0.65), 'limit-exceeded'],
    [
      'all rows',
      { ...tips, groups: ['a', 'all rows'] },
      ruleOf('ratio', 0.65, { ofSelection: true }),
      'limit-exceeded',
    ],
    ['weights', { ...tips, counts: null }, ruleOf('ratio', 0.65, { ofSelection: true }), 'limit-exceeded'],
    ['no value', { ...tips, value: null }, ruleOf('ratio', 0.65), 'zero-denominator'],
    ['a limit that is kept', tips, ruleOf('ratio', 0.1, { ofSelection: true }), 'within-limit'],
  ])('of %s', (_, pair, rule, reasonCode) => {
    expect(judgePair(pair, rule).reasonCode).toBe(reasonCode);
  });
});

describe('the largest difference that could hide', () => {
  const power = (
    pairs: readonly PairComparison[],
    by: 'difference' | 'ratio' = 'difference',
    withheld: readonly string[] = [],
  ) => detectableDifference([{ column: COLUMN, pairs, rule: ruleOf(by, 0.1) }], LEVELS, new Set(withheld));
  const z = criticalValue(0.99) + normalQuantile(0.8);
  const infinite = { boundsAt: () => [0, Number.POSITIVE_INFINITY] as const };

  it.each<[string, ReturnType<typeof power>, number | null]>([
    ['of a normal estimate', power([estimated(0.2, 0.1)]), 0.1],
    ['of the least sure of several', power([estimated(0.2, 0.1), estimated(0.2, 0.3), estimated(0.2, 0.2)]), 0.3],
    [
      'of two rates, by their variance',
      power([
        estimated(0.2, 0.1, {
          counts: [
            { successes: 24, n: 50 },
            { successes: 8, n: 18 },
          ],
        }),
      ]),
      Math.sqrt((0.25 - (25 / 52 - 0.5) ** 2) / 50 + (0.25 - 0.05 ** 2) / 18),
    ],
    ['of a ratio, which is no difference', power([estimated(0.8, 0.1)], 'ratio'), null],
    ['without a value', power([estimated(null, 0.1)]), null],
    ['without a bound', power([estimated(0.2, 0.1, infinite)]), null],
    ['without a pair', power([]), null],
    ['of a group that is withheld', power([estimated(0.2, 0.1)], 'difference', ['race=b']), null],
    ['of groups of which none is withheld', power([estimated(0.2, 0.1)], 'difference', ['race=c']), 0.1],
  ])('is %s', (_, found, error) => {
    if (error === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(z * error, 10);
  });
});

describe('the rows that a pair needs', () => {
  // Shrunk: 31 of 102 and 21 of 102.
  const RATES = {
    counts: [
      { successes: 30, n: 100 },
      { successes: 20, n: 100 },
    ],
    n: [100, 100],
  } as const;
  const [P, Q] = [31 / 102, 21 / 102];
  const [Z_OWN, Z_ALL] = [criticalValue(0.9) + normalQuantile(0.8), criticalValue(0.99) + normalQuantile(0.8)];
  const [PLAIN, LOGS] = [P * (1 - P) + Q * (1 - Q), (1 - P) / P + (1 - Q) / Q];

  it.each<[string, PairComparison, FairnessRule, number | null]>([
    ['two rates within', estimated(0.1, 0.06, RATES), ruleOf('difference', 0.15), (Z_OWN ** 2 * PLAIN) / 0.05 ** 2],
    ['two rates beyond', estimated(0.1, 0.06, RATES), ruleOf('difference', 0.05), (Z_ALL ** 2 * PLAIN) / 0.05 ** 2],
    [
      'a ratio within',
      estimated(0.75, 0.1, RATES),
      ruleOf('ratio', 0.6),
      (Z_OWN ** 2 * LOGS) / Math.log(0.75 / 0.6) ** 2,
    ],
    [
      'a ratio beyond',
      estimated(0.6, 0.1, RATES),
      ruleOf('ratio', 0.75),
      (Z_ALL ** 2 * LOGS) / Math.log(0.6 / 0.75) ** 2,
    ],
    ['a value at the limit', estimated(0.1, 0.06, RATES), ruleOf('difference', 0.1), null],
    ['no value', estimated(null, 0.06, RATES), ruleOf('ratio', 0.6), null],
  ])('are those of the formula: %s', (_, pair, rule, rows) => {
    expect(rowsForPair(pair, rule)).toBe(rows === null ? null : Math.ceil(rows));
  });

  // n·((1 + z80/z)·z·se/d)² = n·((z + z80)·se/d)², of the smaller side.
  it.each<[string, PairComparison, FairnessRule, number]>([
    ['a difference within', estimated(0.1, 0.06), ruleOf('difference', 0.15), 80 * ((Z_OWN * 0.06) / 0.05) ** 2],
    ['a difference beyond', estimated(0.1, 0.06), ruleOf('difference', 0.05), 80 * ((Z_ALL * 0.06) / 0.05) ** 2],
    ['a ratio within', estimated(0.75, 0.1), ruleOf('ratio', 0.7), 80 * ((Z_OWN * 0.1) / 0.05) ** 2],
    ['a ratio beyond', estimated(0.7, 0.1), ruleOf('ratio', 0.75), 80 * ((Z_ALL * 0.1) / 0.05) ** 2],
    [
      'a mean of two rates',
      estimated(0.1, 0.06, { ...RATES, n: [100, 80] }),
      ruleOf('difference', 0.15, { combine: 'mean' }),
      80 * ((Z_OWN * 0.06) / 0.05) ** 2,
    ],
  ])('are by how bounds shrink elsewhere: %s', (_, pair, rule, rows) => {
    expect(rowsForPair(pair, rule)).toBe(Math.ceil(rows - 1e-9));
  });
});
