import {
  averagePrecision,
  averagePrecisionInOrder,
  brier,
  brierOfRow,
  calibrationInTheLarge,
  defined,
  delong,
  expectedCalibrationError,
  logLoss,
  logLossOfRow,
  rocAuc,
  rocAucInOrder,
  type ScoredLabels,
  scoreOrder,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-classification/values.json' with { type: 'json' };

function sampleOf(labels: readonly number[], scores: readonly number[], weights?: readonly number[]): ScoredLabels {
  const sample = { labels: Uint8Array.from(labels), scores: Float64Array.from(scores) };
  return weights === undefined ? sample : { ...sample, weights: Float64Array.from(weights) };
}

const MEASURES = {
  'ROC AUC': rocAuc,
  'average precision': averagePrecision,
  'log loss': logLoss,
  'Brier score': brier,
  'calibration in the large': calibrationInTheLarge,
} as const;
const rows = fc.array(fc.record({ label: fc.nat(1), score: fc.nat(16) }), { minLength: 1, maxLength: 60 });

describe.each(sklearn.scored)('metrics of scores equal those of scikit-learn: $name', (oracle) => {
  const sample = sampleOf(oracle.labels, oracle.scores, oracle.weights ?? undefined);

  it.each([
    ['ROC AUC', oracle.auc],
    ['average precision', oracle.averagePrecision],
    ['log loss', oracle.logLoss],
    ['Brier score', oracle.brier],
  ] as const)('%s', (name, expected) => {
    expect(MEASURES[name](sample).value).toBeCloseTo(expected, 12);
  });
});

describe('metrics of scores', () => {
  it.each([
    ['ROC AUC', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.75],
    ['average precision', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.833333],
    ['log loss', [1, 0, 0, 1], [0.9, 0.1, 0.2, 0.65], 0.216162],
    ['Brier score', [0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3], 0.0375],
    ['calibration in the large', [0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3], -0.025],
  ] as const)('%s of a printed example', (name, labels, scores, expected) => {
    expect(MEASURES[name](sampleOf(labels, scores)).value).toBeCloseTo(expected, 6);
  });

  it.each(Object.entries(MEASURES))('%s is undefined without rows', (_, measure) => {
    expect(measure(sampleOf([], []))).toEqual(undefinedFor('empty-group'));
  });

  it.each(Object.entries(MEASURES))(
    '%s does not depend on the order of rows, and counts a row of weight 2 twice',
    (_, m) => {
      fc.assert(
        fc.property(rows, (given) => {
          const [labels, scores] = [given.map(({ label }) => label), given.map(({ score }) => score / 16)];
          const twice = m(sampleOf([...labels, ...labels].reverse(), [...scores, ...scores].reverse()));
          const weighted = m(sampleOf(labels, scores, new Array(labels.length).fill(2)));
          if (twice.value === null) expect(weighted).toEqual(twice);
          else expect(weighted.value).toBeCloseTo(twice.value, 12);
        }),
      );
    },
  );

  it.each(Object.entries(MEASURES))('%s refuses bad rows', (_, measure) => {
    expect(() => measure(sampleOf([1], [Number.NaN]))).toThrow(RangeError);
    expect(() => measure(sampleOf([1, 0], [0.5]))).toThrow('The labels and scores must have one length, got 2 and 1.');
    expect(() => measure(sampleOf([2], [0.5]))).toThrow('A label must be 0 or 1, got 2 at position 0.');
    expect(() => measure(sampleOf([1], [0.5], [0]))).toThrow(
      'A weight must be positive and finite, got 0 at position 0.',
    );
  });

  it.each(['log loss', 'Brier score', 'calibration in the large'] as const)(
    '%s refuses what is no probability',
    (name) => {
      expect(() => MEASURES[name](sampleOf([1], [1.01]))).toThrow(
        'A probability must be a number from 0 to 1, got 1.01',
      );
      expect(() => MEASURES[name](sampleOf([1], [-0.01]))).toThrow(
        'A probability must be a number from 0 to 1, got -0.01',
      );
    },
  );
});

describe('ROC AUC', () => {
  it.each([[[1, 1]], [[0, 0]]])('is undefined with labels %j', (labels) => {
    expect(rocAuc(sampleOf(labels, [0.1, 0.2]))).toEqual(undefinedFor('single-class'));
  });

  it('is the area of DeLong, depends on ranks alone, and turns with the labels', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const [labels, scores] = [given.map(({ label }) => label), given.map(({ score }) => score)];
        const area = rocAuc(sampleOf(labels, scores));
        const reference = delong(
          labels.map((label) => label === 1),
          [scores],
        );
        const stretched = scores.map((score) => Math.exp(score) - 7);
        const others = labels.map((label) => 1 - label);
        const turned = rocAuc(sampleOf(others, scores));
        expect(rocAuc(sampleOf(labels, stretched))).toEqual(area);
        if (area.value === null) expect(reference).toBeNull();
        else {
          expect(area.value).toBeCloseTo(Number(reference?.aucs[0]), 12);
          expect(Number(turned.value)).toBeCloseTo(1 - area.value, 12);
        }
      }),
    );
  });

  it.each([
    ['perfect', [0, 0, 1, 1], [1, 2, 3, 4], 1],
    ['worst', [1, 1, 0, 0], [1, 2, 3, 4], 0],
    ['all equal', [1, 1, 0, 0], [5, 5, 5, 5], 0.5],
  ])('of scores that are %s', (_, labels, scores, expected) => {
    expect(rocAuc(sampleOf(labels, scores))).toEqual(defined(expected));
  });
});

describe('average precision', () => {
  it('is undefined without a positive', () => {
    expect(averagePrecision(sampleOf([0, 0], [0.1, 0.2]))).toEqual(undefinedFor('no-positives'));
  });

  it.each([
    ['no negative', [1, 1], [0.1, 0.2], 1],
    ['equal scores, where it is the base rate', [1, 0, 0, 0], [1, 1, 1, 1], 0.25],
  ])('is defined with %s', (_, labels, scores, expected) => {
    expect(averagePrecision(sampleOf(labels, scores))).toEqual(defined(expected));
  });
});

describe('a replicate of the bootstrap', () => {
  it('counts a row as often as its multiplicity says, none included', () => {
    const labels = [1, 0, 1, 0, 1];
    const scores = [0.9, 0.8, 0.8, 0.3, 0.1];
    const ordered = { order: scoreOrder(scores), labels, weights: [2, 1, 0, 3, 1] };
    const drawn = sampleOf([1, 1, 0, 0, 0, 0, 1], [0.9, 0.9, 0.8, 0.3, 0.3, 0.3, 0.1]);

    expect(rocAucInOrder(ordered)).toEqual(rocAuc(drawn));
    expect(averagePrecisionInOrder(ordered).value).toBeCloseTo(Number(averagePrecision(drawn).value), 12);
  });

  it('without a positive has no area', () => {
    const ordered = { order: scoreOrder([0.9, 0.8]), labels: [1, 0], weights: [0, 2] };

    expect(rocAucInOrder(ordered)).toEqual(undefinedFor('single-class'));
    expect(averagePrecisionInOrder(ordered)).toEqual(undefinedFor('no-positives'));
  });
});

describe('log loss', () => {
  const worst = -Math.log(2 ** -52);

  it.each([
    ['a sure mistake about a positive', 1, 0, worst],
    ['a sure mistake about a negative', 0, 1, worst],
    ['a sure right answer', 1, 1, -Math.log1p(-(2 ** -52))],
  ])('of %s is finite', (_, label, score, expected) => {
    expect(logLoss(sampleOf([label], [score])).value).toBeCloseTo(expected, 12);
  });

  it('and the Brier score are means of their rows', () => {
    const sample = sampleOf([1, 0], [0.7, 0.2]);

    expect([0, 1].map(logLossOfRow(sample))).toEqual([-Math.log(0.7), -Math.log1p(-0.2)]);
    expect([0, 1].map(brierOfRow(sample))).toEqual([(0.7 - 1) ** 2, 0.2 ** 2]);
  });
});

describe('expected calibration error', () => {
  const fifths = Array.from({ length: 20 }, (_, row) => (row + 0.5) / 20);

  it.each([
    ['is undefined below 20 rows', new Array(19).fill(1), new Array(19).fill(0.5), undefinedFor('insufficient-n')],
    ['is zero when every bin is right', fifths.map((_, row) => row % 2), new Array(20).fill(0.5), defined(0)],
    ['is one when every row is wrong', new Array(20).fill(1), new Array(20).fill(0), defined(1)],
  ])('%s', (_, labels, scores, expected) => {
    expect(expectedCalibrationError(sampleOf(labels, scores))).toEqual(expected);
  });

  it('is the mean gap of ten bins of equal size', () => {
    const labels = fifths.map((_, row) => Number(row >= 10));
    // Bins of two rows: mean probability 0.05, 0.15, … and mean label 0 below the middle, 1 above.
    const expected = (0.05 + 0.15 + 0.25 + 0.35 + 0.45) / 5;

    expect(expectedCalibrationError(sampleOf(labels, fifths)).value).toBeCloseTo(expected, 12);
  });

  it('shares a row between two bins where ten do not divide the rows', () => {
    const scores = Array.from({ length: 25 }, (_, row) => ((row * 7) % 25) / 25 + 0.01);
    const labels = scores.map((_, row) => Number(row % 3 === 0));
    // Ten pieces of every row, of which each bin has 25.
    const pieces = scores
      .map((score, row) => ({ score, gap: (score - Number(labels[row])) / 10 }))
      .toSorted((a, b) => a.score - b.score)
      .flatMap(({ gap }) => new Array<number>(10).fill(gap));
    const bins = Array.from({ length: 10 }, (_, bin) => pieces.slice(25 * bin, 25 * bin + 25));
    const expected = bins.reduce((sum, bin) => sum + Math.abs(bin.reduce((gap, own) => gap + own, 0)), 0) / 25;

    expect(expectedCalibrationError(sampleOf(labels, scores)).value).toBeCloseTo(expected, 12);
  });

  it('does not depend on the order of rows with equal scores', () => {
    const scores = Array.from({ length: 33 }, (_, row) => Math.floor(row / 7) / 5);
    const labels = scores.map((_, row) => Number(row % 3 === 0));
    const forward = expectedCalibrationError(sampleOf(labels, scores));
    const backward = expectedCalibrationError(sampleOf([...labels].reverse(), [...scores].reverse()));

    expect(backward.value).toBeCloseTo(Number(forward.value), 12);
  });
});
