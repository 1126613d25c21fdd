import {
  averagePrecisionAt,
  defined,
  hitAt,
  type JudgedRankings,
  meanOfQueries,
  ndcgAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-ranking/values.json' with { type: 'json' };

/** Each query as [relevance, score] of its items; ids in the order of the items. */
function rankingsOf(...queries: readonly (readonly (readonly [relevance: number, score: number])[])[]): JudgedRankings {
  const items = queries.flat();
  let end = 0;
  const ends = queries.map((query) => {
    end += query.length;
    return end;
  });
  return {
    offsets: Uint32Array.of(0, ...ends),
    relevance: Float64Array.from(items, ([relevance]) => relevance),
    scores: Float64Array.from(items, ([, score]) => score),
    idOrder: Uint32Array.from(items, (_, item) => item),
  };
}

const MEASURES = {
  NDCG: (rankings: JudgedRankings, k: number) => ndcgAt(rankings, k),
  'NDCG with gain exp2': (rankings: JudgedRankings, k: number) => ndcgAt(rankings, k, 'exp2'),
  'average precision': averagePrecisionAt,
  'reciprocal rank': reciprocalRankAt,
  recall: recallAt,
  precision: precisionAt,
  hit: hitAt,
} as const;
const NAMED = Object.entries(MEASURES);

describe.each(sklearn.cases)('NDCG equals that of scikit-learn: $name', (oracle) => {
  const rankings = rankingsOf(oracle.relevance.map((relevance, item) => [relevance, Number(oracle.scores[item])]));

  it.each(oracle.depths.map((k, at) => [k, oracle.linear[at], oracle.exp2[at]] as const))(
    'at %d',
    (k, linear, exp2) => {
      expect(ndcgAt(rankings, k).values[0]).toBeCloseTo(Number(linear), 12);
      expect(ndcgAt(rankings, k, 'exp2').values[0]).toBeCloseTo(Number(exp2), 12);
    },
  );
});

describe('NDCG', () => {
  // Printed in the documentation of scikit-learn.
  const scores = [
    [0.1, 0.2, 0.3, 4, 70],
    [0.05, 1.1, 1, 0.5, 0],
  ] as const;

  it.each([
    [scores[0], 5, 0.695694],
    [scores[1], 5, 0.49368],
    [scores[1], 4, 0.352024],
  ])('of scores %j at %d is printed as %d', (given, k, expected) => {
    const relevance = [10, 0, 0, 1, 5];
    const { values } = ndcgAt(rankingsOf(relevance.map((r, item) => [r, Number(given[item])])), k);

    expect(values[0]).toBeCloseTo(expected, 6);
  });

  it('averages the gains of equal scores: 7.5 of 10 at the first rank', () => {
    const { values } = ndcgAt(
      rankingsOf([
        [5, 1],
        [10, 1],
        [0, 0],
      ]),
      1,
    );

    expect([...values]).toEqual([0.75]);
  });

  it('refuses a gain that is not finite', () => {
    expect(() => ndcgAt(rankingsOf([[1024, 1]]), 1, 'exp2')).toThrow(
      'A gain must be finite, got relevance 1024 with gain exp2.',
    );
    expect([...ndcgAt(rankingsOf([[1024, 1]]), 1).values]).toEqual([1]);
  });
});

describe('metrics of the first k items', () => {
  // Ranks: relevant, not, relevant, not, relevant.
  const example = rankingsOf([
    [2, 0.9],
    [0, 0.8],
    [1, 0.7],
    [0, 0.6],
    [1, 0.5],
  ]);

  it.each([
    ['average precision', 1, 1],
    ['average precision', 2, 1 / 2],
    ['average precision', 3, (1 + 2 / 3) / 3],
    ['average precision', 9, (1 + 2 / 3 + 3 / 5) / 3],
    ['reciprocal rank', 1, 1],
    ['recall', 1, 1 / 3],
    ['recall', 3, 2 / 3],
    ['recall', 9, 1],
    ['precision', 1, 1],
    ['precision', 3, 2 / 3],
    ['precision', 9, 3 / 9],
    ['hit', 1, 1],
  ] as const)('%s at %d is %d', (name, k, expected) => {
    expect(MEASURES[name](example, k).values[0]).toBeCloseTo(expected, 12);
  });

  it.each([
    ['average precision', 0],
    ['reciprocal rank', 0],
    ['recall', 0],
    ['precision', 0],
    ['hit', 0],
  ] as const)('%s is zero when the relevant item comes too late', (name, expected) => {
    expect([
      ...MEASURES[name](
        rankingsOf([
          [0, 3],
          [0, 2],
          [1, 1],
        ]),
        2,
      ).values,
    ]).toEqual([expected]);
  });

  it('rank equal scores by id', () => {
    const rankings = rankingsOf([
      [0, 1],
      [1, 1],
      [0, 1],
    ]);

    expect([...reciprocalRankAt(rankings, 3).values]).toEqual([1 / 2]);
    expect([...reciprocalRankAt({ ...rankings, idOrder: Uint32Array.of(1, 0, 2) }, 3).values]).toEqual([1]);
    expect([...reciprocalRankAt({ ...rankings, idOrder: Uint32Array.of(0, 2, 1) }, 3).values]).toEqual([1 / 3]);
  });

  it('refuse two items with one score and one id', () => {
    const rankings = {
      ...rankingsOf([
        [0, 1],
        [1, 1],
      ]),
      idOrder: Uint32Array.of(4, 4),
    };

    expect(() => hitAt(rankings, 1)).toThrow('Ids of a query must differ, got the place 4 twice for one score.');
  });

  it('take two items with one id where the scores tell them apart', () => {
    const rankings = {
      ...rankingsOf([
        [0, 1],
        [1, 2],
      ]),
      idOrder: Uint32Array.of(4, 4),
    };

    expect([...hitAt(rankings, 1).values]).toEqual([1]);
  });

  it('refuse another number of ids', () => {
    const rankings = {
      ...rankingsOf([
        [0, 1],
        [1, 1],
      ]),
      idOrder: Uint32Array.of(4),
    };

    expect(() => hitAt(rankings, 1)).toThrow('The relevances and places of ids must have one length, got 2 and 1.');
  });
});

describe.each(NAMED)('%s', (_, measure) => {
  it('has values of the queries with a relevant item and counts the others', () => {
    const result = measure(
      rankingsOf(
        [
          [0, 1],
          [0, 2],
        ],
        [[1, 1]],
        [],
        [
          [3, 9],
          [0, 1],
        ],
      ),
      1,
    );

    expect({ ...result, queries: [...result.queries], values: [...result.values] }).toEqual({
      queries: [1, 3],
      values: [1, 1],
      excluded: 2,
    });
    expect(meanOfQueries(result)).toEqual(defined(1));
  });

  it.each([
    ['no query', rankingsOf(), 'empty-group'],
    ['no relevant item', rankingsOf([[0, 1]], []), 'no-relevant-items'],
  ] as const)('has no mean with %s', (_name, rankings, reason) => {
    expect(meanOfQueries(measure(rankings, 3))).toEqual(undefinedFor(reason));
  });

  it('is from 0 to 1, and 1 for a perfect ranking where k allows it', () => {
    const queries = fc.array(fc.tuple(fc.nat(3), fc.nat(5)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(queries, fc.integer({ min: 1, max: 25 }), (items, k) => {
        const values = [...measure(rankingsOf(items), k).values];
        const perfect = [...measure(rankingsOf(items.map(([relevance]) => [relevance, relevance])), k).values];
        const relevant = items.filter(([relevance]) => relevance > 0).length;
        expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
        for (const [at, value] of perfect.entries()) expect(value).toBeGreaterThanOrEqual(Number(values[at]) - 1e-12);
        // Tied items share their gain, whose sum is rounded.
        if (k === relevant && relevant > 0) expect(perfect).toEqual([expect.closeTo(1, 12)]);
      }),
    );
  });

  it.each([
    ['a k of zero', rankingsOf([[1, 1]]), 0, 'must be a whole number from 1, got 0.'],
    ['a negative relevance', rankingsOf([[-1, 1]]), 1, 'A relevance must be finite and not negative, got -1'],
    ['a NaN score', rankingsOf([[1, Number.NaN]]), 1, 'A score must be finite, got NaN at position 0.'],
    [
      'offsets that end early',
      { ...rankingsOf([[1, 1]]), offsets: Uint32Array.of(0, 0) },
      1,
      'Offsets must run from 0 to 1, got 0 to 0.',
    ],
    [
      'offsets that begin late',
      { ...rankingsOf([[1, 1]]), offsets: Uint32Array.of(1, 1) },
      1,
      'Offsets must run from 0 to 1, got 1 to 1.',
    ],
    [
      'no offsets',
      { ...rankingsOf([[1, 1]]), offsets: new Uint32Array(0) },
      1,
      'Offsets must run from 0 to 1, got undefined to undefined.',
    ],
    [
      'offsets that fall',
      {
        ...rankingsOf([
          [1, 1],
          [1, 1],
        ]),
        offsets: Uint32Array.of(0, 2, 1, 2),
      },
      1,
      'Offsets must not fall, got 1 after 2.',
    ],
    [
      'another number of scores',
      { ...rankingsOf([[1, 1]]), scores: new Float64Array(2) },
      1,
      'The relevances and scores must have one length, got 1 and 2.',
    ],
  ])('refuses %s', (_name, rankings, k, message) => {
    expect(() => measure(rankings, k)).toThrow(message);
  });
});
