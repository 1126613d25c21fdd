import { ActionError, type FairnessGateConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { championDisparities } from '../../../packages/gates/src/fairness/champion/champion-disparity.ts';
import { challengerOf, championOf } from '../../../packages/gates/src/fairness/champion/champion-split.ts';
import {
  increaseComparisons,
  judgeIncreases,
  limitedIncreases,
  uncomparedChampion,
  unjudgedIncreases,
} from '../../../packages/gates/src/fairness/champion/judge-increase.ts';
import type { Reference } from '../../../packages/gates/src/fairness/groups/group-pairs.ts';
import { reportedAggregates } from '../../../packages/gates/src/fairness/pairs/fairness-aggregates.ts';
import { type FairnessMeasure, knownMeasures } from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';
import { A, B, C, counts, increases, LEVELS, type Splits, split } from './fairness-splits.ts';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

function column(splits: Splits, reference: Reference = 'none') {
  const groups = new Map(Object.entries(splits).map(([name, own]) => [name, challengerOf(own)]));
  return { name: 'race', groups, label: (own: string) => `race=${own}`, reference, isIntersection: false };
}

const NO_ROWS = split(counts(0, 0, 0, 0), counts(0, 0, 0, 0));

describe('the disparities of both models', () => {
  const LISTED: readonly FairnessMeasure[] = [
    'selection-rate-difference',
    'selection-rate-ratio',
    'predictive-parity-difference',
    'equalized-odds-difference',
  ];
  function disparities(
    splits: Splits,
    {
      withheld = [],
      champion = splits,
      measures = LISTED,
    }: {
      readonly withheld?: readonly string[];
      readonly champion?: Splits;
      readonly measures?: readonly FairnessMeasure[];
    } = {},
  ) {
    return championDisparities([column(splits)], new Map([['race', new Map(Object.entries(champion))]]), {
      measures: knownMeasures({ favorable: 'positive' }),
      listed: new Set(measures),
      levels: LEVELS,
      withheld: new Set(withheld),
    });
  }

  it('are those that are listed, with the paired interval of the worst pair where rows are those of both', () => {
    const found = disparities({ a: A, b: B, c: C });
    const pairs = increases({ a: A, b: B, c: C }, 'selection-rate-difference').map(({ boundsAt }) => boundsAt(0.98));

    expect(new Set(Object.keys(found))).toEqual(new Set(LISTED));
    expect(new Set(pairs.map(([lower]) => lower)).size).toBe(3);
    expect(found['selection-rate-difference']?.interval).toEqual([
      Math.min(...pairs.map(([lower]) => lower)),
      Math.max(...pairs.map(([, upper]) => upper)),
    ]);
    // Selected are 120 of 300, 75 of 300 and 82 of 222, and before 95 of 300, 95 of 300 and 74 of 222.
    expect(found['selection-rate-difference']?.challenger).toBeCloseTo(120 / 300 - 75 / 300, 12);
    expect(found['selection-rate-difference']?.champion).toBeCloseTo(74 / 222 - 95 / 300, 12);
    expect(found['selection-rate-difference']?.difference).toBeCloseTo(0.15 - 1 / 60, 12);
  });

  it.each(['selection-rate-ratio', 'predictive-parity-difference'] as const)(
    'take each model at its worst elsewhere: %s',
    (measure) => {
      const own = column({ a: A, b: B });
      const request = {
        measures: knownMeasures({ favorable: 'positive' }),
        listed: new Set<string>(),
        levels: LEVELS,
        withheld: new Set<string>(),
      };
      const [now, old] = [
        own,
        {
          ...own,
          groups: new Map([
            ['a', championOf(A)],
            ['b', championOf(B)],
          ]),
        },
      ].map((of) => reportedAggregates(of, request).get(measure));
      const [found, before] = [now?.interval ?? [Number.NaN, Number.NaN], old?.interval ?? [Number.NaN, Number.NaN]];

      expect(disparities({ a: A, b: B })[measure]).toEqual({
        champion: old?.value,
        challenger: now?.value,
        difference: Number(now?.value) - Number(old?.value),
        interval: [found[0] - before[1], found[1] - before[0]],
      });
    },
  );

  it('are of the groups that may be shown', () => {
    const found = disparities({ a: A, b: B, c: C }, { withheld: ['race=c'] });

    expect(found['selection-rate-difference']?.interval).toEqual(
      increases({ a: A, b: B }, 'selection-rate-difference')[0]?.boundsAt(0.98),
    );
  });

  const NO_NEGATIVE = split(counts(60, 0, 10, 0), counts(15, 0, 40, 0));
  const UNSELECTED = split(counts(0, 0, 20, 20), counts(0, 0, 40, 40));
  it.each<[string, Splits, FairnessMeasure, object]>([
    [
      'the champion has none',
      { a: A, b: split(counts(0, 0, 0, 0), counts(20, 20, 20, 20)) },
      'predictive-parity-difference',
      { champion: null, challenger: expect.any(Number) },
    ],
    [
      'the challenger has none',
      { a: A, b: UNSELECTED },
      'predictive-parity-difference',
      { champion: expect.any(Number), challenger: null },
    ],
    [
      'one of both odds has none',
      { a: NO_NEGATIVE, b: NO_NEGATIVE },
      'equalized-odds-difference',
      { champion: null, challenger: null },
    ],
    ['there is one group', { a: A }, 'selection-rate-difference', { champion: null, challenger: null }],
  ])('did not grow by a known amount where %s', (_, splits, measure, values) => {
    expect(disparities(splits)[measure]).toEqual({ ...values, difference: null, interval: null });
  });

  it('are the same with a group that has no rows and was not counted', () => {
    const { none: _, ...champion } = { a: A, b: B, none: NO_ROWS };

    expect(disparities({ a: A, b: B, none: NO_ROWS }, { champion })).toEqual(disparities({ a: A, b: B }));
  });

  it.each<[string, Splits]>([
    ['one group of other rows', { a: A, b: C }],
    ['a group more', { a: A, b: B, c: C }],
    ['a group less', { a: A }],
  ])('are refused with %s', (_, champion) => {
    const run = () => disparities({ a: A, b: B }, { champion });

    expect(run).toThrow(ActionError);
    expect(run).toThrow('counts of the champion by race that are of other rows');
  });
});

type Measures = FairnessGateConfig['measures'];
const limited = (increase: number): Measures[FairnessMeasure] => ({ limit: 1, 'disparity-increase': increase });

describe('limits on increases', () => {
  it('are those of the policy, of measures that have one', () => {
    const config = fairnessConfig({ 'selection-rate-difference': limited(0.1), 'accuracy-difference': { limit: 0.2 } });

    expect(limitedIncreases(config).map(({ measure, limit, increase }) => [measure, limit, increase])).toEqual([
      ['selection-rate-difference', 1, 0.1],
    ]);
  });

  it.each<[Measures, number]>([
    [{ 'selection-rate-difference': limited(0.1) }, 3],
    [{ 'equalized-odds-difference': limited(0.1) }, 6],
    [{ 'average-odds-difference': limited(0.1) }, 3],
    [{ 'accuracy-difference': { limit: 0.2 } }, 0],
    [{ 'selection-rate-difference': limited(0.1), 'equalized-odds-difference': limited(0.1) }, 9],
  ])('add to the comparisons of three groups: %j', (measures, comparisons) => {
    expect(increaseComparisons(column({ a: A, b: B, c: C }), fairnessConfig(measures))).toBe(comparisons);
  });

  it.each([
    [
      {},
      'pass',
      'warn',
      'first-version',
      'there is no champion; the increase of selection-rate-difference is not judged',
    ],
    [
      { versionsExist: true },
      'pass',
      'warn',
      'first-version',
      'there is no champion: versions are published and no stage tag names one; the increase of selection-rate-difference is not judged',
    ],
    [
      { championUnavailable: 'expired', versionsExist: true },
      'inconclusive',
      'block',
      'champion-unavailable',
      "the champion's predictions are not there (expired), so the increase of selection-rate-difference cannot be judged",
    ],
  ])('are not judged without a champion: %j', (absent, outcome, severity, reasonCode, message) => {
    const config = fairnessConfig({ 'selection-rate-difference': limited(0.1) });

    expect(unjudgedIncreases(config, absent)).toEqual([
      {
        measure: 'selection-rate-difference-increase',
        outcome,
        severity,
        reasonCode,
        value: null,
        limit: 0.1,
        failsWhen: 'above',
        message,
      },
    ]);
  });

  it.each<[Parameters<typeof uncomparedChampion>[0], readonly string[]]>([
    [{}, []],
    [{ versionsExist: false }, []],
    [
      { versionsExist: true },
      ['disparities beside those of a champion: versions are published and no stage tag names one'],
    ],
    [{ championUnavailable: 'expired' }, ['disparities beside those of a champion: expired']],
    [{ champion: new Map(), versionsExist: true }, []],
  ])('are beside a comparison that is not made: %o', (absent, words) => {
    expect(uncomparedChampion(absent)).toEqual(words);
  });
});

describe('increases that are judged', () => {
  function judged(splits: Splits, measures: Measures, changes: Parameters<typeof fairnessConfig>[1] = {}) {
    const config = fairnessConfig(measures, changes);
    return judgeIncreases([column(splits)], new Map([['race', new Map(Object.entries(splits))]]), {
      config,
      levels: LEVELS,
      context: CONTEXT,
    });
  }

  it('are a rule of their own', () => {
    const {
      judged: [own],
    } = judged({ a: A, b: B }, { 'selection-rate-difference': limited(0.1) });

    expect(own?.rule).toEqual({
      measure: 'selection-rate-difference-increase',
      limit: 0.1,
      rule: { by: 'difference', rates: [], combine: 'worst', ofSelection: false },
      confidence: 0.95,
      levels: LEVELS,
    });
    expect(own?.pairs.map(({ words }) => words)).toEqual(["selection rate, above the champion's,"]);
  });

  // a has 300 rows, b 90 of which 29 or 30 are positive.
  const of = (positives: number, others: number) => split(counts(10, 0, 0, 0), counts(0, 0, positives - 10, others));
  it.each([
    ['a group of the fewest rows', of(30, 0), 30, 1],
    ['a group of one row less', of(29, 0), 30, 0],
    ['a group of fewer rows than a group needs', of(30, 69), 100, 0],
    ['a group of as many', of(30, 70), 100, 1],
  ])('compare %s', (_, b, size, pairs) => {
    const own = judged({ a: A, b }, { 'true-positive-rate-difference': limited(0.9) }, { 'minimum-group-size': size });

    expect(own.judged.map((one) => one.pairs.length)).toEqual([pairs]);
  });

  it('compare a group in which each rate rests on enough rows', () => {
    const b = of(40, 20);

    expect(judged({ a: A, b }, { 'equalized-odds-difference': limited(0.9) }).judged[0]?.pairs).toEqual([]);
    expect(
      judged({ a: A, b: of(40, 30) }, { 'equalized-odds-difference': limited(0.9) }).judged[0]?.pairs,
    ).toHaveLength(2);
  });

  it('draw the rows of every pair by themselves', () => {
    const {
      judged: [own],
    } = judged({ a: A, b: B, c: B }, { 'predictive-parity-difference': limited(0.9) });
    const [ab, ac] = own?.pairs ?? [];

    expect(ab?.value).toBe(ac?.value);
    expect(ab?.interval).not.toEqual(ac?.interval);
  });

  it('say of a group that the counts of the champion lack that its rate has no rows', () => {
    const splits = new Map([['race', new Map([['a', A]])]]);
    const config = fairnessConfig({ 'selection-rate-difference': limited(0.9) });
    const { findings } = judgeIncreases([column({ a: A, b: B })], splits, { config, levels: LEVELS, context: CONTEXT });

    expect(findings).toMatchObject([{ reasonCode: 'empty-group', groups: ['race=b'], n: [0] }]);
  });

  it('say nothing of a group that is too small for the challenger too', () => {
    const {
      findings,
      judged: [own],
    } = judged(
      { a: A, b: B, c: split(counts(5, 0, 0, 0), counts(0, 0, 5, 5)) },
      { 'selection-rate-difference': limited(0.9) },
    );

    expect(findings).toEqual([]);
    expect(own?.pairs).toHaveLength(1);
  });
});
