import {
  chiSquareTest,
  cramerV,
  createRandom,
  fisherExact,
  gTest,
  homogeneity,
  mergeSmallCategories,
  monteCarloHomogeneity,
  pooledZ,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-contingency/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

const random = () => createRandom(new Uint8Array(16).fill(2));

function expectTest(actual: ReturnType<typeof chiSquareTest>, expected: readonly number[], df: number): void {
  if (actual.undefinedReason !== null) throw new Error(actual.undefinedReason);
  expect(relativeError(actual.statistic, at(expected, 0))).toBeLessThan(1e-9);
  expect(relativeError(actual.p, at(expected, 1))).toBeLessThan(1e-9);
  expect(actual.df).toBe(df);
}

describe('chiSquareTest, gTest and cramerV', () => {
  it.each(oracle.homogeneity)('table %# (scipy)', ({ table, chiSquare, uncorrected, df, g, v }) => {
    expectTest(chiSquareTest(table), chiSquare, df);
    expectTest(chiSquareTest(table, 'none'), uncorrected, df);
    expectTest(gTest(table), g, df);
    expect(cramerV(table).value).toBeCloseTo(v, 11);
  });

  it('of stats.md §10.4', () => {
    expect(
      chiSquareTest([
        [12, 3],
        [17, 16],
      ]),
    ).toMatchObject({ statistic: expect.closeTo(2.409107, 6), p: expect.closeTo(0.120631, 6) });
    expect(
      chiSquareTest(
        [
          [12, 3],
          [17, 16],
        ],
        'none',
      ),
    ).toMatchObject({ p: expect.closeTo(0.061412254, 9) });
    const [reference, current] = [
      [16, 18, 16, 14, 12, 12],
      [16, 16, 16, 16, 16, 8],
    ];
    expect(chiSquareTest([reference, current])).toMatchObject({
      statistic: expect.closeTo(1.622409, 6),
      p: expect.closeTo(0.898526, 6),
    });
    expect(cramerV([reference, current]).value).toBeCloseTo(0.0960116, 7);
  });

  it('takes an empty cell for 0 in the likelihood ratio', () => {
    // 2·(10·ln 2 + 10·ln 2): each group has its own category.
    expect(
      gTest([
        [10, 0],
        [0, 10],
      ]),
    ).toMatchObject({ statistic: expect.closeTo(40 * Math.LN2, 12), df: 1 });
  });

  it('leaves out categories without a count', () => {
    expect(
      chiSquareTest([
        [0, 10, 0, 10, 20],
        [0, 20, 0, 20, 20],
      ]),
    ).toEqual(
      chiSquareTest([
        [10, 10, 20],
        [20, 20, 20],
      ]),
    );
    expect(
      cramerV([
        [0, 10, 3],
        [0, 4, 9],
      ]),
    ).toEqual(
      cramerV([
        [10, 3],
        [4, 9],
      ]),
    );
  });

  it('moves no count past its expectation', () => {
    expect(
      chiSquareTest([
        [50, 50],
        [50, 51],
      ]),
    ).toMatchObject({ statistic: 0, p: 1 });
  });

  it('does not see a difference where there is one category', () => {
    expect(
      chiSquareTest([
        [5, 0],
        [9, 0],
      ]),
    ).toEqual({ statistic: 0, df: 0, p: 1, undefinedReason: null });
    expect(gTest([[5], [9]])).toEqual({ statistic: 0, df: 0, p: 1, undefinedReason: null });
    expect(
      cramerV([
        [5, 0],
        [9, 0],
      ]).undefinedReason,
    ).toBe('single-class');
  });

  it('is 1 at most, and 1 for groups without a common category', () => {
    expect(
      cramerV([
        [10, 0, 3],
        [0, 7, 0],
      ]).value,
    ).toBe(1);
  });

  it('is z² in a fourfold table', () => {
    const test = chiSquareTest(
      [
        [12, 3],
        [17, 16],
      ],
      'none',
    );
    const { z, p } = pooledZ({ successes: 12, n: 15 }, { successes: 17, n: 33 });

    expect(test).toMatchObject({ statistic: expect.closeTo(z * z, 12), p: expect.closeTo(p, 12) });
  });

  it.each([
    [
      'empty-group',
      [
        [1, 2],
        [0, 0],
      ],
    ],
    ['single-group', [[1, 2]]],
    ['single-group', []],
  ])('is undefined: %s', (reason, table) => {
    for (const result of [
      chiSquareTest(table),
      gTest(table),
      cramerV(table),
      monteCarloHomogeneity(table, { draws: 9, random: random() }),
    ]) {
      expect(result).toEqual({ value: null, undefinedReason: reason });
    }
    expect(mergeSmallCategories(table)).toMatchObject({ adequate: false, categories: [] });
  });

  it.each([
    [
      [
        [1, -2],
        [3, 4],
      ],
    ],
    [
      [
        [1, 2.5],
        [3, 4],
      ],
    ],
    [
      [
        [1, Number.NaN],
        [3, 4],
      ],
    ],
  ])('refuses %o', (table) => {
    expect(() => chiSquareTest(table)).toThrow('A count of a table is a whole number from 0');
  });

  it('refuses groups of different lengths', () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow('The groups of a table have one length, got 2 and 1.');
    expect(() =>
      chiSquareTest([
        [1, 2],
        [3, 4, 5],
      ]),
    ).toThrow('The groups of a table have one length, got 2 and 3.');
  });
});

describe('mergeSmallCategories', () => {
  it('merges the rarest until every expected count is 5', () => {
    const merged = mergeSmallCategories([
      [50, 1, 40, 0, 2, 3],
      [60, 2, 30, 0, 1, 4],
    ]);

    expect(merged.categories).toEqual([[0], [1, 4, 5], [2]]);
    expect(merged.table.map((row) => [...row])).toEqual([
      [50, 6, 40],
      [60, 7, 30],
    ]);
    expect(merged.adequate).toBe(true);
  });

  it('takes a merged category for as rare as its sum', () => {
    // Expected counts of 3 and 3 become 6, which is enough; the 4 is not, and what is next to it is the 6.
    const row = [3, 3, 4, 90];

    expect(mergeSmallCategories([row, row]).categories).toEqual([[0, 1, 2], [3]]);
  });

  it.each([
    ['takes an expected count of exactly 5', [5, 5, 90], [[0], [1], [2]], true],
    ['judges by the rarest that is left, which need not be the merged one', [3, 3, 4], [[0, 1], [2]], false],
    [
      'merges a merged category after others of its size',
      [2, 2, 4, 4],
      [
        [0, 1],
        [2, 3],
      ],
      false,
    ],
  ])('%s', (_, row, categories, adequate) => {
    expect(mergeSmallCategories([row, row])).toMatchObject({ categories, adequate });
  });

  it('leaves two categories, adequate or not', () => {
    expect(
      mergeSmallCategories([
        [1, 1, 1],
        [1, 2, 1],
      ]),
    ).toMatchObject({ adequate: false, categories: [[0, 2], [1]] });
  });

  it('keeps all counts, whatever the table', () => {
    const row = fc.array(fc.nat(20), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(row, row, (first, second) => {
        fc.pre(first.some((x) => x > 0) && second.some((x) => x > 0));
        const { table, categories, adequate } = mergeSmallCategories([first, second]);
        const total = (values: Iterable<number>) => [...values].reduce((sum, x) => sum + x, 0);

        expect(table.map(total)).toEqual([total(first), total(second)]);
        expect(new Set(categories.flat()).size).toBe(categories.flat().length);
        if (adequate)
          expect(
            (Math.min(...[0, 1].map((g) => total(at(table, g)))) / total([...first, ...second])) *
              Math.min(...categories.map((part) => total(part.map((c) => at(first, c) + at(second, c))))),
          ).toBeGreaterThanOrEqual(5 - 1e-9);
        else expect(categories.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('homogeneity', () => {
  it.each([
    ['chi-square', [30, 20, 50], [25, 30, 45], 3],
    ['chi-square, yates', [30, 1, 20], [25, 2, 30], 2],
    ['fisher, exact', [6, 2], [1, 4], 2],
    ['single category', [12, 0], [17, 0], 1],
  ])('goes by %s', (method, first, second, categories) => {
    const result = homogeneity(first, second);

    expect(result).toMatchObject({ method, categories });
  });

  it('corrects two categories as Yates does', () => {
    // (|30·30 - 20·20| - 50)²·100 / 50⁴
    expect(homogeneity([30, 20], [20, 30])).toMatchObject({ statistic: expect.closeTo(3.24, 12), df: 1 });
    expect(homogeneity([30, 20], [20, 30])).toMatchObject({ p: expect.closeTo(0.07186063822585143, 12) });
  });

  it('is Fisher of the merged table when that is small', () => {
    const result = homogeneity([6, 1, 1], [1, 3, 1]);

    expect(result).toMatchObject({
      statistic: null,
      df: null,
      p: fisherExact({ first: { yes: 6, no: 2 }, second: { yes: 1, no: 4 } }),
    });
  });

  it('is undefined for an empty group', () => {
    expect(homogeneity([0, 0], [1, 2]).undefinedReason).toBe('empty-group');
  });
});

describe('monteCarloHomogeneity', () => {
  it('is Fisher where every table of a margin has another statistic', () => {
    const result = monteCarloHomogeneity(
      [
        [6, 2],
        [1, 4],
      ],
      { draws: 9999, random: random() },
    );

    expect(result).toMatchObject({ p: expect.closeTo(0.102564, 1.6) });
  });

  it('is χ² in a large table of several groups', () => {
    const table = [
      [30, 40, 35, 28],
      [33, 35, 20, 40],
      [22, 31, 35, 30],
    ];
    const exact = chiSquareTest(table);
    const drawn = monteCarloHomogeneity(table, { draws: 4999, random: random() });

    if (exact.undefinedReason !== null || drawn.undefinedReason !== null) throw new Error('undefined');
    expect(drawn.statistic).toBeCloseTo(exact.statistic, 12);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * Math.sqrt((exact.p * (1 - exact.p)) / 4999) + 0.01);
  });

  it('is near χ² in a small table, whose rows are shuffled', () => {
    const table = [
      [9, 6, 5],
      [4, 8, 8],
      [7, 3, 10],
    ];
    const approximate = chiSquareTest(table);
    const drawn = monteCarloHomogeneity(table, { draws: 4999, random: random() });

    if (approximate.undefinedReason !== null || drawn.undefinedReason !== null) throw new Error('undefined');
    expect(Math.abs(drawn.p - approximate.p)).toBeLessThan(0.03);
  });

  it('is never 0, and 1 when nothing could be otherwise', () => {
    expect(
      monteCarloHomogeneity(
        [
          [300, 0],
          [0, 300],
        ],
        { draws: 99, random: random() },
      ),
    ).toMatchObject({ p: 0.01 });
    expect(
      monteCarloHomogeneity(
        [
          [3, 0, 0],
          [5, 0, 0],
        ],
        { draws: 99, random: random() },
      ),
    ).toMatchObject({ p: 1 });
  });

  it('draws once where told so', () => {
    const table = [
      [9, 0],
      [0, 9],
    ];

    expect(monteCarloHomogeneity(table, { draws: 1, random: random() })).toMatchObject({ p: 0.5 });
  });

  it.each([0, 1.5, Number.NaN])('refuses %s draws', (draws) => {
    expect(() =>
      monteCarloHomogeneity(
        [
          [1, 2],
          [3, 4],
        ],
        { draws, random: random() },
      ),
    ).toThrow(RangeError);
  });
});
