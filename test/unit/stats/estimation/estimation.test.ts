import {
  calibrate,
  chunkLimits,
  confusionRate,
  createRandom,
  expectedAuc,
  expectedConfusion,
  fBeta,
  fitIsotonic,
  needsCalibration,
  samplingBand,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import nannyml from '../../../fixtures/oracles/nannyml-estimation/values.json' with { type: 'json' };
import sklearn from '../../../fixtures/oracles/scikit-learn-estimation/values.json' with { type: 'json' };
import { seededRandom } from '../seeded-random.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const labelled = fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 40 });

describe('isotonic calibration', () => {
  it.each(sklearn.isotonic)('of $scores.length rows, weights $weights (scikit-learn)', (row) => {
    const curve = fitIsotonic({
      labels: Uint8Array.from(row.labels),
      scores: Float64Array.from(row.scores),
      ...(row.weights === null ? {} : { weights: Float64Array.from(row.weights) }),
    });
    const found = calibrate(curve, Float64Array.from(row.queries));

    for (const [i, value] of row.calibrated.entries()) expect(found[i]).toBeCloseTo(value, 12);
  });

  it.each([
    ['one row', [1], [0.3], [0.3]],
    ['equal means', [0, 0, 0], [0.1, 0.2, 0.3], [0.1, 0.3]],
  ])('of %s has no more points than it needs', (_, labels, scores, points) => {
    const curve = fitIsotonic({ labels: Uint8Array.from(labels), scores: Float64Array.from(scores) });

    expect([...curve.scores]).toEqual(points);
  });

  it('never falls, keeps the mean and does not see the order', () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const sample = (list: typeof rows) => ({
          labels: Uint8Array.from(list, ([label]) => label),
          scores: Float64Array.from(list, ([, score]) => score / 10),
        });
        const curve = fitIsotonic(sample(rows));
        const fitted = calibrate(curve, sample(rows).scores);
        const sum = (list: ArrayLike<number>) => Array.from(list).reduce((total, x) => total + x, 0);

        expect(sum(fitted)).toBeCloseTo(sum(sample(rows).labels), 9);
        expect([...curve.probabilities]).toEqual([...curve.probabilities].sort((a, b) => a - b));
        const turned = fitIsotonic(sample([...rows].reverse()));
        expect(turned.scores).toEqual(curve.scores);
      }),
    );
  });

  it.each([
    ['no rows', () => fitIsotonic({ labels: new Uint8Array(0), scores: new Float64Array(0) })],
    ['a score above one', () => fitIsotonic({ labels: Uint8Array.of(1), scores: Float64Array.of(1.2) })],
    ['a label of two', () => fitIsotonic({ labels: Uint8Array.of(2), scores: Float64Array.of(0.2) })],
    [
      'a NaN query',
      () => calibrate({ scores: Float64Array.of(0), probabilities: Float64Array.of(1) }, Float64Array.of(Number.NaN)),
    ],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('needsCalibration', () => {
  const rows = (calibrated: boolean, length = 3000) => {
    const random = seededRandom(61);
    const scores = Float64Array.from({ length }, () => random.uniform());
    return { labels: Uint8Array.from(scores, (p) => Number(random.uniform() < (calibrated ? p : p ** 4))), scores };
  };
  const random = () => createRandom(new Uint8Array(16).fill(7));

  it('is true where scores are far off, and the same for the same seed', () => {
    expect(needsCalibration(rows(false), random())).toBe(true);
    expect(needsCalibration(rows(false), random())).toBe(true);
  });

  it('is true for two hundred rows, with ten of the rarer class', () => {
    const far = rows(false, 200);
    const scores = Float64Array.from({ length: 100 }, (_, row) => (row < 10 ? 0.4 : 0.6));

    expect(needsCalibration(far, random())).toBe(true);
    expect(
      needsCalibration({ labels: Uint8Array.from(scores, (score) => Number(score < 0.5)), scores }, random()),
    ).toBe(true);
  });

  it.each([
    ['calibrated scores', rows(true)],
    ['one class', { labels: new Uint8Array(100).fill(1), scores: new Float64Array(100).fill(0.2) }],
    [
      'nine positives whose scores are far off',
      {
        labels: Uint8Array.from({ length: 100 }, (_, i) => Number(i < 9)),
        scores: Float64Array.from({ length: 100 }, (_, i) => (i < 9 ? 0.4 : 0.6)),
      },
    ],
    [
      'nine positives',
      { labels: Uint8Array.from({ length: 200 }, (_, i) => Number(i < 9)), scores: new Float64Array(200) },
    ],
    ['no rows', { labels: new Uint8Array(0), scores: new Float64Array(0) }],
    [
      'scores that are all right',
      {
        labels: Uint8Array.from({ length: 60 }, (_, i) => i % 2),
        scores: Float64Array.from({ length: 60 }, (_, i) => i % 2),
      },
    ],
  ])('is false for %s', (_, sample) => {
    expect(needsCalibration(sample, random())).toBe(false);
  });
});

describe('needsCalibration of few rows', () => {
  it('refuses a score above one all the same', () => {
    const reference = { labels: Uint8Array.of(1), scores: Float64Array.of(1.2) };

    expect(() => needsCalibration(reference, createRandom(new Uint8Array(16)))).toThrow(RangeError);
  });
});

describe('expected confusion and area', () => {
  const probabilities = Float64Array.of(0.1, 0.4, 0.6, 0.9);

  it('of four rows', () => {
    const table = expectedConfusion(probabilities, Uint8Array.of(0, 0, 1, 1));

    expect(table.tp).toBeCloseTo(1.5, 14);
    expect(table.tn).toBeCloseTo(1.5, 14);
    for (const rate of ['accuracy', 'precision', 'recall'] as const) {
      expect(confusionRate(rate, table).value).toBeCloseTo(0.75, 14);
    }
    expect(fBeta(table, 1).value).toBeCloseTo(0.75, 14);
    expect(expectedAuc(probabilities, probabilities).value).toBeCloseTo(0.825, 14);
  });

  it.each(nannyml.estimates)('of $scores.length rows as NannyML', (row) => {
    const calibrated = Float64Array.from(row.probabilities);
    const table = expectedConfusion(calibrated, Uint8Array.from(row.predicted));

    for (const rate of ['accuracy', 'precision', 'recall', 'specificity'] as const) {
      expect(confusionRate(rate, table).value).toBeCloseTo(row[rate], 10);
    }
    expect(fBeta(table, 1).value).toBeCloseTo(row.f1, 10);
    expect(expectedAuc(calibrated, Float64Array.from(row.scores)).value).toBeCloseTo(row.auc, 4);
  });

  it('do not see the order of the rows, tied scores included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(probability, fc.nat(4)), { minLength: 1, maxLength: 30 }), (rows) => {
        const auc = (list: typeof rows) =>
          expectedAuc(
            Float64Array.from(list, ([p]) => p),
            Float64Array.from(list, ([, score]) => score),
          );

        const [forward, backward] = [auc(rows), auc([...rows].reverse())];
        expect(backward.undefinedReason).toBe(forward.undefinedReason);
        expect(backward.value ?? 0).toBeCloseTo(forward.value ?? 0, 9);
      }),
    );
  });

  it('is the true area when every row is certain, and one half for one score', () => {
    expect(expectedAuc(Float64Array.of(1, 0, 1, 0), Float64Array.of(9, 8, 7, 1)).value).toBeCloseTo(0.75, 14);
    expect(expectedAuc(probabilities, new Float64Array(4)).value).toBeCloseTo(0.5, 14);
  });

  it.each([
    [[], 'empty-group'],
    [[1, 1], 'single-class'],
    [[0, 0], 'single-class'],
  ])('area of %j is undefined', (list, reason) => {
    expect(expectedAuc(Float64Array.from(list), Float64Array.from(list))).toEqual({
      value: null,
      undefinedReason: reason,
    });
  });

  it.each([
    ['a probability above one', () => expectedConfusion(Float64Array.of(1.1), Uint8Array.of(1))],
    ['a prediction of two', () => expectedConfusion(Float64Array.of(0.1), Uint8Array.of(2))],
    ['other lengths', () => expectedConfusion(probabilities, Uint8Array.of(1))],
    ['a NaN score', () => expectedAuc(Float64Array.of(0.1), Float64Array.of(Number.NaN))],
    ['an area of a probability above one', () => expectedAuc(Float64Array.of(1.1), Float64Array.of(1))],
    ['fewer scores', () => expectedAuc(probabilities, Float64Array.of(1))],
  ])('refuse %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('limits of chunks', () => {
  it('are three deviations around the mean of six', () => {
    const [lower, upper] = chunkLimits(Float64Array.of(1, 1, 1, 3, 3, 3)) ?? [0, 0];

    expect([lower, upper]).toEqual([-1, 5]);
    expect(chunkLimits(Float64Array.of(1, 1, 1, 5, 5, 5))).toEqual([-3, 9]);
    expect(chunkLimits(Float64Array.of(1, 1, 1, 3, 3))).toBeNull();
  });

  it('and of sampling shrink with the rows', () => {
    expect(samplingBand(1, 0.5, 144)).toEqual([0.875, 1.125]);
    expect(samplingBand(1, 0.5, 1)).toEqual([-0.5, 2.5]);
    expect(samplingBand(1, 0, 9)).toEqual([1, 1]);
  });

  it.each([
    ['a NaN chunk', () => chunkLimits(Float64Array.of(Number.NaN))],
    ['no rows', () => samplingBand(0.5, 0.4, 0)],
    ['an endless deviation', () => samplingBand(0.5, Number.POSITIVE_INFINITY, 9)],
    ['a negative deviation', () => samplingBand(0.5, -0.4, 3)],
    ['a NaN estimate', () => samplingBand(Number.NaN, 0.4, 3)],
  ])('refuse %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});
