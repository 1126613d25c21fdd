import { type ChampionSplit, type ConfusionCounts, countChampion } from '@gatehouse/gates';
import { type Bounds, newcombePaired } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import {
  atomsOf,
  challengerOf,
  championOf,
  sumOfSplits,
} from '../../../packages/gates/src/fairness/champion/champion-split.ts';
import { hasFixedRows } from '../../../packages/gates/src/fairness/champion/disparity-increase.ts';
import type { Compared } from '../../../packages/gates/src/fairness/pairs/compare-pair.ts';
import { type FairnessMeasure, knownMeasures } from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';
import { A, B, C, counts, increases, ruleOf, type Splits, split } from './fairness-splits.ts';

/** Rows of a group by both decisions, of all labels or of one. */
interface Both {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

function selection({ positive: p, negative: n }: ChampionSplit): Both {
  return {
    both: p.tp + p.fp,
    onlyFirst: n.tp + n.fp,
    onlySecond: p.fn + p.tn,
    neither: n.fn + n.tn,
  };
}

function truePositives({ positive: p, negative: n }: ChampionSplit): Both {
  return { both: p.tp, onlyFirst: n.tp, onlySecond: p.fn, neither: n.fn };
}

/** The docblock's formula, from the four counts of both groups: |x| - |y| by the bounds of x - y and of x + y. */
function expected(
  a: Both,
  b: Both,
  confidence: number,
  scale = 1,
): { readonly value: number; readonly bounds: Bounds } {
  const level = 1 - (1 - confidence) / 2;
  const total = ({ both, onlyFirst, onlySecond, neither }: Both) => both + onlyFirst + onlySecond + neither;
  const turned = ({ both, onlyFirst, onlySecond, neither }: Both): Both => ({
    both: onlyFirst,
    onlyFirst: both,
    onlySecond: neither,
    neither: onlySecond,
  });
  const between = (first: Both, second: Both): Bounds => {
    const [x, y] = [first, second].map((own) => {
      const [lower, upper] = newcombePaired(own, level);
      return { value: (own.onlyFirst - own.onlySecond) / total(own), lower, upper };
    });
    if (x === undefined || y === undefined) throw new Error('There are two groups.');
    const value = x.value - y.value;
    return [
      value - Math.hypot(x.value - x.lower, y.upper - y.value),
      value + Math.hypot(x.upper - x.value, y.value - y.lower),
    ];
  };
  const [minus, plus] = [between(a, b), between(turned(a), turned(b))];
  const rate = (own: Both, second: number) => (own.both + second) / total(own);
  const [x, y] = [rate(a, a.onlyFirst) - rate(b, b.onlyFirst), rate(a, a.onlySecond) - rate(b, b.onlySecond)];
  return {
    value: scale * (Math.abs(x) - Math.abs(y)),
    bounds: [
      scale * Math.max(Math.min(minus[0], plus[0]), -Math.max(minus[1], plus[1])),
      scale * Math.max(Math.min(minus[1], plus[1]), -Math.max(minus[0], plus[0])),
    ],
  };
}

function expectIncrease(found: Compared | undefined, { value, bounds }: ReturnType<typeof expected>): void {
  expect(found?.value).toBeCloseTo(value, 12);
  const [lower, upper] = found?.boundsAt(0.95) ?? [];
  expect(lower).toBeCloseTo(bounds[0], 12);
  expect(upper).toBeCloseTo(bounds[1], 12);
}

describe('the rows of both models', () => {
  it('are eight kinds, as each model counts one of them', () => {
    const kinds = atomsOf(split(counts(1, 2, 3, 4), counts(5, 6, 7, 8))).map(({ challenger, champion, n }) => {
      const only = (of: ConfusionCounts) => Object.entries(of).flatMap(([name, rows]) => (rows === 1 ? [name] : []));
      return `${n} ${only(challenger).join()} ${only(champion).join()}`;
    });

    expect(kinds).toEqual(['1 tp tp', '2 fp fp', '3 fn tp', '4 tn fp', '5 tp fn', '6 fp tn', '7 fn fn', '8 tn tn']);
    expect(challengerOf(A)).toEqual(counts(75, 45, 50, 130));
    expect(championOf(A)).toEqual(counts(70, 25, 55, 150));
    expect(sumOfSplits([A, B])).toEqual(split(counts(90, 50, 35, 15), counts(20, 35, 110, 245)));
  });

  it('are counted in groups by their names, also where the champion predicts a group alike', () => {
    const rows = {
      labels: [true, true, false],
      predicted: [true, false, true],
      sensitive: new Map([['race', ['b', 'a', 'c']]]),
    };
    const none = counts(0, 0, 0, 0);

    expect([...(countChampion(rows, [true, false, false]).get('race') ?? [])]).toEqual([
      ['a', split(none, counts(0, 0, 1, 0))],
      ['b', split(counts(1, 0, 0, 0), none)],
      ['c', split(none, counts(0, 1, 0, 0))],
    ]);
    expect(() => countChampion(rows, [true])).toThrow('3 labels and 1 predictions of the champion');
  });

  const MOVING = [
    'positive-predictive-value',
    'predictive-parity',
    'negative-predictive-value',
    'false-discovery-rate',
    'false-omission-rate',
  ];
  it('are the same under a rate of all rows or of one label, and of no rate of what is selected', () => {
    const moving = knownMeasures({ favorable: 'positive' }).filter(({ rule }) => !rule.rates.every(hasFixedRows));

    expect(new Set(moving.map(({ measure }) => measure.replace(/-(difference|ratio)$/, '')))).toEqual(new Set(MOVING));
  });

  it.each([
    ['all but those truly rejected', ({ tp, fp, fn }: ConfusionCounts) => tp + fp + fn],
    ['all but those falsely rejected', ({ tp, fp, tn }: ConfusionCounts) => tp + fp + tn],
  ])('are not those of a rate of %s', (_, rowsOf) => {
    const [rate] = ruleOf('selection-rate-difference').rates;
    if (rate === undefined) throw new Error('There is a rate.');

    expect(hasFixedRows({ ...rate, count: (own) => ({ successes: 0, n: rowsOf(own) }) })).toBe(false);
  });
});

describe('by how much a difference grows', () => {
  it.each([
    ['a and b', { a: A, b: B }, A, B],
    ['b and a', { b: B, a: A }, B, A],
    ['b and c', { b: B, c: C }, B, C],
  ] as const)('is bounded by paired intervals of all rows: %s', (_, splits, first, second) => {
    expectIncrease(
      increases(splits, 'selection-rate-difference')[0],
      expected(selection(first), selection(second), 0.95),
    );
  });

  it('is bounded by those of one label, where the rate is of one', () => {
    const [found] = increases({ a: A, b: B }, 'true-positive-rate-difference');

    expectIncrease(found, expected(truePositives(A), truePositives(B), 0.95));
    // a: 75 of 125, b: 35 of 130 of the rows that are positive.
    expect(found).toMatchObject({ groups: ['a', 'b'], n: [125, 130], counts: null, method: 'newcombe, paired' });
  });

  it('names the group first that the challenger gives more', () => {
    const [found] = increases({ b: B, a: A }, 'true-positive-rate-difference');

    expect(found).toMatchObject({ groups: ['a', 'b'], n: [125, 130] });
    const [equal] = increases(
      { b: split(counts(5, 0, 5, 0), counts(5, 0, 5, 0)), a: split(counts(10, 0, 10, 0), counts(10, 0, 10, 0)) },
      'true-positive-rate-difference',
    );
    expect(equal).toMatchObject({ groups: ['b', 'a'], n: [20, 40] });
  });

  it('against all rows is that against the rest, by the share of the rest', () => {
    const [first, second] = increases({ a: A, b: B, c: C }, 'selection-rate-difference', 'overall');
    const rest = (one: ChampionSplit, other: ChampionSplit) => selection(sumOfSplits([one, other]));

    // 300, 300 and 222 rows.
    expectIncrease(first, expected(selection(A), rest(B, C), 0.95, 522 / 822));
    expectIncrease(second, expected(selection(B), rest(A, C), 0.95, 522 / 822));
    expect(first).toMatchObject({ groups: ['a', 'all rows'], n: [300, 522] });
  });

  it('of a mean of both odds is the mean of both, at half the error each', () => {
    const splits = { a: A, b: B };
    const [found, ...others] = increases(splits, 'average-odds-difference');
    const parts = increases(splits, 'equalized-odds-difference');
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / 2;

    expect([parts.length, others.length]).toEqual([2, 0]);
    expect(found).toMatchObject({
      groups: ['a', 'b'],
      n: [125, 130],
      counts: null,
      method: 'newcombe, paired',
      words: 'true and false positive rate',
    });
    expect(found?.value).toBeCloseTo(mean(parts.map(({ value }) => value ?? Number.NaN)), 12);
    for (const side of [0, 1] as const) {
      expect(found?.boundsAt(0.9)[side]).toBeCloseTo(mean(parts.map(({ boundsAt }) => boundsAt(0.95)[side])), 12);
    }
  });

  it('of a mean of both odds names the group first that the challenger gives more of the first rate', () => {
    expect(increases({ b: B, a: A }, 'average-odds-difference')[0]).toMatchObject({
      groups: ['a', 'b'],
      n: [125, 130],
    });
  });

  const NO_NEGATIVE = split(counts(60, 0, 10, 0), counts(15, 0, 40, 0));
  it.each<[string, Splits, FairnessMeasure, number]>([
    ['the worse of both odds, of the one rate that there is', { a: A, b: NO_NEGATIVE }, 'equalized-odds-difference', 1],
    ['the mean of both odds, where one rate has no rows', { a: A, b: NO_NEGATIVE }, 'average-odds-difference', 0],
    [
      'a rate without rows of the challenger',
      { a: A, b: split(counts(0, 0, 20, 20), counts(0, 0, 20, 20)) },
      'predictive-parity-difference',
      0,
    ],
    [
      'a rate without rows of the champion',
      { a: A, b: split(counts(0, 0, 0, 0), counts(20, 20, 20, 20)) },
      'predictive-parity-difference',
      0,
    ],
  ])('is compared for %s', (_, splits, measure, compared) => {
    expect(increases(splits, measure)).toHaveLength(compared);
  });

  it('of rows that a model selects is found by drawing them again', () => {
    const [found] = increases({ a: A, b: B }, 'predictive-parity-difference');
    // The challenger is right in 75 of 120 and 35 of 75, the champion in 70 of 95 and 55 of 95.
    const value = Math.abs(75 / 120 - 35 / 75) - Math.abs(70 / 95 - 55 / 95);
    const [lower = Number.NaN, upper = Number.NaN] = found?.boundsAt(0.95) ?? [];

    expect(found).toMatchObject({ groups: ['a', 'b'], n: [120, 75], method: 'paired bca' });
    expect(found?.value).toBeCloseTo(value, 12);
    expect(lower).toBeLessThan(value);
    expect(upper).toBeGreaterThan(value);
    // Independent rates of that many rows would differ by ±0.28 or so.
    expect([upper - value < 0.25, value - lower < 0.25, upper - lower > 0.1]).toEqual([true, true, true]);
  });

  it('of rows that a model selects, against all rows, is narrower by the share of the rest', () => {
    const [plain] = increases({ a: A, b: B }, 'predictive-parity-difference');
    const [overall] = increases({ a: A, b: B }, 'predictive-parity-difference', 'overall');
    const [[l1, u1], [l2, u2]] = [plain?.boundsAt(0.95) ?? [], overall?.boundsAt(0.95) ?? []];

    // Of 195 rows that the challenger selects, 75 are of b.
    expect(l2).toBeCloseTo(Number(l1) * (75 / 195), 12);
    expect(u2).toBeCloseTo(Number(u1) * (75 / 195), 12);
  });

  const ONE = counts(1, 0, 0, 0);
  const MANY = counts(40, 40, 0, 0);
  const REST = counts(0, 0, 40, 40);
  it.each<[string, ChampionSplit, ChampionSplit]>([
    ['the challenger selects one row of a', split(counts(1, 0, 40, 40), REST), split(MANY, REST)],
    ['the challenger selects one row of b', split(MANY, REST), split(counts(1, 0, 40, 40), REST)],
    ['the champion selects one row of a', split(ONE, counts(40, 40, 40, 40)), split(MANY, REST)],
    ['the champion selects one row of b', split(MANY, REST), split(ONE, counts(40, 40, 40, 40))],
    ['nothing varies', split(counts(40, 0, 0, 0), REST), split(counts(50, 0, 0, 0), REST)],
  ])('is anything where %s', (_, a, b) => {
    const [found] = increases({ a, b }, 'predictive-parity-difference');

    expect(found?.method).toBe('paired bca without variation');
    expect(found?.boundsAt(0.95)).toEqual([-1, 1]);
  });
});
