import { multinomialDraw, type StratifiedLoss, transferLoss } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../relative-error.ts';
import { normalFrom, seededRandom } from '../seeded-random.ts';

function strata(
  rows: readonly (readonly [n: number, mean: number, variance: number, current: number])[],
): StratifiedLoss {
  const column = (i: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[i]);
  return { referenceRows: column(0), meanLoss: column(1), variance: column(2), currentRows: column(3) };
}

describe('transferLoss', () => {
  it('weighs the losses of the reference by the current shares', () => {
    const found = transferLoss(
      strata([
        [100, 1, 4, 30],
        [50, 3, 1, 10],
      ]),
    );

    expect(found).toMatchObject({ value: 1.5, unseenShare: 0, strata: 2 });
    // Losses: .75²·4/100 + .25²·1/50; shares: (.75·1 + .25·9 - 1.5²)/40.
    expect('standardError' in found && found.standardError ** 2).toBeCloseTo(0.0225 + 0.00125 + 0.75 / 40, 14);
  });

  it('has a standard error that simulation confirms', () => {
    const random = seededRandom(71);
    const truth = [
      { mean: 1, deviation: 0.5 },
      { mean: 2, deviation: 2 },
      { mean: 5, deviation: 1 },
    ];
    const shares = Float64Array.of(0.5, 0.3, 0.2);
    const runs = Array.from({ length: 600 }, () => {
      const reference = multinomialDraw(600, Float64Array.of(1, 1, 1), random);
      const current = multinomialDraw(200, shares, random);
      return transferLoss(
        strata(
          truth.map(({ mean, deviation }, s) => {
            const n = at([...reference], s);
            return [n, mean + (deviation / Math.sqrt(n)) * normalFrom(random), deviation ** 2, at([...current], s)];
          }),
        ),
      );
    });
    const values = runs.map(({ value }) => Number(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const claimed =
      runs.reduce((sum, run) => sum + ('standardError' in run ? run.standardError ** 2 : 0), 0) / values.length;

    // The expected loss is 2.1; a variance of 600 runs has a relative standard error of √(2/600) = 0.058; four of them.
    expect(Math.abs(mean - 2.1)).toBeLessThan(4 * Math.sqrt(variance / 600));
    expect(Math.abs(variance / claimed - 1)).toBeLessThan(0.24);
  });

  it('has no error of the shares where all strata have one loss', () => {
    const found = transferLoss(
      strata([
        [100, 2, 0, 3],
        [100, 2, 0, 9],
      ]),
    );

    expect(found).toMatchObject({ value: 2, standardError: 0 });
  });

  it('pools strata of fewer than thirty rows, with the next if that is not enough', () => {
    const small = transferLoss(
      strata([
        [20, 1, 0, 10],
        [15, 8, 0, 0],
        [100, 2, 0, 10],
      ]),
    );
    const tiny = transferLoss(
      strata([
        [10, 1, 0, 20],
        [90, 2, 0, 0],
        [100, 7, 0, 0],
      ]),
    );

    expect(small).toMatchObject({ value: (4 + 2) / 2, strata: 2 });
    expect(tiny).toMatchObject({ strata: 2 });
    expect(tiny.value).toBeCloseTo(1.9, 14);
  });

  it.each([
    [
      'small strata, wherever they stand',
      [
        [100, 2, 0, 10],
        [20, 1, 0, 10],
        [15, 8, 0, 0],
      ],
      2,
    ],
    [
      'no stratum of exactly thirty rows',
      [
        [30, 1, 0, 5],
        [30, 2, 0, 5],
      ],
      2,
    ],
    [
      'no further than to exactly thirty rows',
      [
        [15, 1, 0, 5],
        [15, 1, 0, 5],
        [40, 2, 0, 5],
      ],
      2,
    ],
  ] as const)('pools %s', (_, rows, count) => {
    expect(transferLoss(strata(rows))).toMatchObject({ strata: count });
  });

  it('pools the variances within strata and the distance between them', () => {
    const found = transferLoss(
      strata([
        [10, 0, 4, 1],
        [20, 3, 1, 0],
      ]),
    );

    // Within (10·4 + 20·1)/30 = 2, between 3²·⅓·⅔ = 2.
    expect(found).toMatchObject({ value: 2, standardError: expect.closeTo(Math.sqrt(4 / 30), 14) });
  });

  it('pools a variance as the rows have it', () => {
    // Losses 0, 0, … and 2, 2, … of fifteen rows each: mean 1, variance 1.
    const found = transferLoss(
      strata([
        [15, 0, 0, 1],
        [15, 2, 0, 0],
      ]),
    );

    expect('standardError' in found && found.standardError).toBeCloseTo(Math.sqrt(1 / 30), 14);
  });

  it('leaves out up to 5 % of rows in unseen strata', () => {
    expect(
      transferLoss(
        strata([
          [100, 3, 1, 95],
          [0, Number.NaN, 0, 5],
        ]),
      ),
    ).toMatchObject({ value: 3, unseenShare: 0.05 });
  });

  it.each([
    [
      'unseen-strata',
      strata([
        [100, 3, 1, 94],
        [0, 0, 0, 6],
      ]),
    ],
    ['empty-group', strata([[100, 3, 1, 0]])],
    ['empty-group', strata([])],
    ['insufficient-n', strata([[29, 3, 1, 10]])],
    ['insufficient-n', strata([[0, 0, 0, 10]])],
  ])('is undefined: %s', (reason, data) => {
    expect(transferLoss(data)).toEqual({ value: null, undefinedReason: reason });
  });

  it('lies between the least and the largest loss and does not see the order', () => {
    const row = fc.tuple(
      fc.integer({ min: 30, max: 500 }),
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.integer({ min: 1, max: 100 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
        const value = Number(transferLoss(strata(rows)).value);

        expect(value).toBeGreaterThanOrEqual(Math.min(...rows.map(([, mean]) => mean)) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...rows.map(([, mean]) => mean)) + 1e-9);
        expect(transferLoss(strata([...rows].reverse())).value).toBeCloseTo(value, 10);
      }),
    );
  });

  it.each([
    ['a negative count', strata([[-1, 1, 1, 1]])],
    [
      'a negative count of current rows',
      strata([
        [100, 1, 1, -1],
        [100, 1, 1, 5],
      ]),
    ],
    ['a negative variance', strata([[100, 1, -1, 1]])],
    ['a NaN loss', strata([[100, Number.NaN, 1, 1]])],
    ['an infinite variance', strata([[100, 1, Number.POSITIVE_INFINITY, 1]])],
    ['other lengths', { ...strata([[100, 1, 1, 1]]), variance: new Float64Array(2) }],
  ])('refuses %s', (_, data) => {
    expect(() => transferLoss(data)).toThrow(RangeError);
  });
});
