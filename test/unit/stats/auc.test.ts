import { aucScoreInterval, delong, delongDifference, delongInterval, midranks, normalCdf } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../fixtures/oracles/scikit-learn/values.json' with { type: 'json' };
import scipy from '../../fixtures/oracles/scipy/values.json' with { type: 'json' };
import { at } from './relative-error.ts';

const rows = fc.array(fc.record({ label: fc.boolean(), score: fc.nat(20) }), { minLength: 2, maxLength: 60 });

describe('midranks', () => {
  it.each([
    [[], []],
    [[5], [1]],
    [
      [3, 1, 2],
      [3, 1, 2],
    ],
    [
      [2, 1, 2, 2, 7],
      [3, 1, 3, 3, 5],
    ],
  ])('of %j are %j', (values, ranks) => {
    expect([...midranks(values)]).toEqual(ranks);
  });
});

describe('delong', () => {
  it.each(sklearn.cases)('areas and covariance of $labels.length rows', ({ labels, scores, aucs, covariance }) => {
    const result = delong(
      labels.map((label) => label === 1),
      scores,
    );

    for (const i of [0, 1]) {
      expect(result?.aucs[i]).toBeCloseTo(at(aucs, i), 12);
      for (const j of [0, 1]) expect(result?.covariance?.[i]?.[j]).toBeCloseTo(at(at(covariance, i), j), 12);
    }
  });

  it('of the example of scikit-learn is 0.75', () => {
    expect(delong([false, false, true, true], [[0.1, 0.4, 0.35, 0.8]])?.aucs).toEqual([0.75]);
  });

  it('is not defined for one class', () => {
    expect(delong([true, true], [[0.1, 0.2]])).toBeNull();
    expect(delong([], [[]])).toBeNull();
  });

  it('has no covariance with one row of a class', () => {
    const result = delong([true, false, false], [[3, 2, 1]]);

    expect(result).toMatchObject({ aucs: [1], covariance: null, positives: 1, negatives: 2 });
    expect(delong([true, true, false], [[3, 2, 1]])).toMatchObject({ aucs: [1], covariance: null, negatives: 1 });
    expect(result && delongInterval(result, 0, 0.95)).toBeNull();
    expect(result && delongDifference(result, 0.95)).toBeNull();
  });

  it.each([
    ['a NaN score', [0.1, Number.NaN]],
    ['an infinite score', [0.1, Number.POSITIVE_INFINITY]],
    ['too few scores', [0.1]],
  ])('refuses %s', (_, scores) => {
    expect(() => delong([true, false], [scores])).toThrow(RangeError);
  });

  it('is the share of pairs ranked right, ties half, and turns over with the scores', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const labels = data.map((row) => row.label);
        const scores = data.map((row) => row.score);
        const pairs = data.flatMap((a) =>
          data.filter((b) => a.label && !b.label).map((b) => Math.sign(a.score - b.score)),
        );
        const result = delong(labels, [scores, scores.map((score) => -score)]);
        if (result === null) {
          expect(pairs).toEqual([]);
          return;
        }

        const share = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
        expect(result.aucs[0]).toBeCloseTo(share, 12);
        expect(result.aucs[1]).toBeCloseTo(1 - share, 12);
      }),
    );
  });
});

describe('delongDifference', () => {
  const labels = [true, true, true, false, false, false];
  const scores = [6, 5, 2, 3, 4, 1];

  it.each(sklearn.cases)('of $labels.length rows is normal about the difference of the areas', (row) => {
    const result = delong(
      row.labels.map((label) => label === 1),
      row.scores,
    );
    const [a, b] = [at(row.covariance, 0), at(row.covariance, 1)];
    const error = Math.sqrt(at(a, 0) + at(b, 1) - 2 * at(a, 1));
    const difference = at(row.aucs, 0) - at(row.aucs, 1);
    const compared = result && delongDifference(result, 0.95);

    expect(compared?.difference).toBeCloseTo(difference, 12);
    expect(compared?.standardError).toBeCloseTo(error, 10);
    expect(compared?.interval[0]).toBeCloseTo(difference - 1.959963984540054 * error, 9);
    expect(compared?.interval[1]).toBeCloseTo(difference + 1.959963984540054 * error, 9);
    expect(compared?.p).toBeCloseTo(2 * normalCdf(-Math.abs(difference) / error), 9);
    expect(compared?.interval[0]).toBeGreaterThan(-1);
  });

  it('stays within -1 and 1', () => {
    const better = [4, 2, 3, 1];
    const result = (first: readonly number[], second: readonly number[]) =>
      delong([true, true, false, false], [first, second]);
    const [up, down] = [result(better, [1, 4, 3, 2]), result([1, 4, 3, 2], better)];

    expect(up && delongDifference(up, 0.9999)?.interval[1]).toBe(1);
    expect(down && delongDifference(down, 0.9999)?.interval[0]).toBe(-1);
  });

  it('is exactly zero for the same ranking', () => {
    const result = delong(labels, [scores, scores.map((score) => score * 10)]);

    expect(result && delongDifference(result, 0.95)).toEqual({
      difference: 0,
      interval: [0, 0],
      standardError: 0,
      p: 1,
    });
  });

  it('is certain when no pair of rows varies', () => {
    const result = delong(labels, [
      [6, 5, 4, 3, 2, 1],
      [1, 2, 3, 4, 5, 6],
    ]);

    expect(result && delongDifference(result, 0.95)).toMatchObject({ difference: 1, interval: [1, 1], p: 0 });
  });

  it('is certain where each row varies as much in both models, up to rounding', () => {
    // A negative and a positive row in turn. The second model has each of these pairs the other way round, so that every
    // positive row outranks one negative row of five less.
    const turns = Array.from({ length: 10 }, (_, row) => row);
    const result = delong(
      turns.map((row) => row % 2 === 1),
      [turns, turns.map((row) => (row % 2 === 1 ? row - 1 : row + 1))],
    );

    expect(result && delongDifference(result, 0.95)).toMatchObject({
      difference: expect.closeTo(0.2, 14),
      standardError: 0,
      p: 0,
    });
  });

  it('gives p below 0.05 exactly when the 95 % interval leaves out zero', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 6, maxLength: 40 }), (pairs) => {
        const half = pairs.map((_, index) => index % 2 === 0);
        const result = delong(half, [pairs.map(([a]) => a), pairs.map(([, b]) => b)]);
        const compared = result && delongDifference(result, 0.95);
        if (compared === null || Math.abs(compared.p - 0.05) < 1e-6) return;

        expect(compared.p < 0.05).toBe(compared.interval[0] > 0 || compared.interval[1] < 0);
      }),
    );
  });

  it('needs two models', () => {
    const result = delong(labels, [scores]);

    expect(result && delongDifference(result, 0.95)).toBeNull();
    expect(result && delongInterval(result, 1, 0.95)).toBeNull();
  });
});

describe('delongInterval', () => {
  it.each(sklearn.cases)('of $labels.length rows is normal about each area', ({ labels, scores, aucs, covariance }) => {
    const result = delong(
      labels.map((label) => label === 1),
      scores,
    );

    for (const model of [0, 1]) {
      const interval = result && delongInterval(result, model, 0.95);
      const half = 1.959963984540054 * Math.sqrt(at(at(covariance, model), model));
      expect(interval?.[0]).toBeCloseTo(Math.max(0, at(aucs, model) - half), 9);
      expect(interval?.[1]).toBeCloseTo(Math.min(1, at(aucs, model) + half), 9);
    }
  });

  it('stays within 0 and 1', () => {
    const result = delong([true, true, false, false], [[4, 2, 3, 1]]);

    expect(result && delongInterval(result, 0, 0.99)).toEqual([0, 1]);
  });
});

describe('aucScoreInterval', () => {
  it.each(scipy.aucScore)('of $auc with $positives/$negatives at $confidence (Brent)', (row) => {
    const [lower, upper] = aucScoreInterval(row, row.confidence);

    expect(lower).toBeCloseTo(at(row.interval, 0), 10);
    expect(upper).toBeCloseTo(at(row.interval, 1), 10);
    expect(upper).toBeGreaterThan(lower);
  });

  it('mirrors at one half for classes of one size', () => {
    const [lower, upper] = aucScoreInterval({ auc: 0.8, positives: 12, negatives: 12 }, 0.95);

    expect(aucScoreInterval({ auc: 0.2, positives: 12, negatives: 12 }, 0.95)[0]).toBeCloseTo(1 - upper, 12);
    expect(aucScoreInterval({ auc: 0.2, positives: 12, negatives: 12 }, 0.95)[1]).toBeCloseTo(1 - lower, 12);
  });

  it.each([
    { auc: 1.1, positives: 3, negatives: 3 },
    { auc: -0.1, positives: 3, negatives: 3 },
    { auc: Number.NaN, positives: 3, negatives: 3 },
    { auc: 0.5, positives: 0, negatives: 3 },
    { auc: 0.5, positives: 3, negatives: 0 },
  ])('refuses %o', (measured) => {
    expect(() => aucScoreInterval(measured, 0.95)).toThrow(RangeError);
  });
});
