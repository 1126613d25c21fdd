import {
  brier,
  classAucOneVsOne,
  classAucOneVsRest,
  classBrier,
  classBrierOfRow,
  classLogLoss,
  classLogLossOfRow,
  defined,
  logLoss,
  rocAuc,
  type ScoredClasses,
  topKAccuracy,
  topKHitOfRow,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-classification/values.json' with { type: 'json' };

function sampleOf(classes: number, labels: readonly number[], scores: readonly number[]): ScoredClasses {
  return { classes, labels: Int32Array.from(labels), scores: Float64Array.from(scores) };
}

describe.each(sklearn.classScores)('metrics of class scores equal those of scikit-learn: $name', (oracle) => {
  const plain = sampleOf(oracle.classes, oracle.labels, oracle.scores);
  const sample = oracle.weights === null ? plain : { ...plain, weights: Float64Array.from(oracle.weights) };

  it.each([
    ['area, one against the rest', classAucOneVsRest(sample), oracle.ovr],
    ['log loss', classLogLoss(sample), oracle.logLoss],
    ['Brier score', classBrier(sample), oracle.brier],
  ])('%s', (_, actual, expected) => {
    expect(actual.value).toBeCloseTo(expected, 12);
  });

  // scikit-learn has no weights here either.
  it.each(oracle.ovo === null ? [] : [oracle.ovo])('area, one against one', (expected) => {
    expect(classAucOneVsOne(plain).value).toBeCloseTo(expected, 12);
  });

  it.each(oracle.topK.map((expected, index) => [index + 1, expected]))('top-%d accuracy', (k = 0, expected = 0) => {
    expect(topKAccuracy(sample, k).value).toBeCloseTo(expected, 12);
  });
});

describe('metrics of class scores', () => {
  const measures = {
    'area, one against the rest': classAucOneVsRest,
    'area, one against one': classAucOneVsOne,
    'log loss': classLogLoss,
    'Brier score': classBrier,
    'top-1 accuracy': (sample: ScoredClasses) => topKAccuracy(sample, 1),
  } as const;

  it.each(Object.entries(measures))('%s is undefined without rows', (_, measure) => {
    expect(measure(sampleOf(3, [], []))).toEqual(undefinedFor('empty-group'));
  });

  it.each(Object.entries(measures))('%s refuses bad rows', (_, measure) => {
    expect(() => measure(sampleOf(2, [2], [0, 1]))).toThrow('A label must be a whole number from 0 to 1, got 2');
    expect(() => measure(sampleOf(2, [1], [1]))).toThrow('1 rows of 2 classes must have 2 scores, got 1.');
    expect(() => measure(sampleOf(2, [1], [Number.NaN, 1]))).toThrow('A score must be finite, got NaN at position 0.');
  });

  it.each([
    ['area, one against the rest', classAucOneVsRest],
    ['log loss', classLogLoss],
    ['Brier score', classBrier],
  ])('%s refuses a negative weight', (_, measure) => {
    expect(() => measure({ ...sampleOf(2, [1], [0, 1]), weights: Float64Array.of(-1) })).toThrow(
      'A weight must be positive and finite, got -1 at position 0.',
    );
  });

  it.each(['log loss', 'Brier score'] as const)('%s refuses rows that are no probabilities', (name) => {
    expect(() => measures[name](sampleOf(2, [1, 1], [0.5, 0.5, 0.5, 0.6]))).toThrow(
      'The probabilities of a row must sum to 1 within 0.000001, got 1.1 in row 1.',
    );
    expect(() => measures[name](sampleOf(2, [1], [-0.5, 1.5]))).toThrow('A probability must be a number from 0 to 1');
    expect(measures[name](sampleOf(2, [1], [0.5, 0.5 + 5e-7])).value).not.toBeNull();
  });

  it.each(['area, one against the rest', 'area, one against one'] as const)(
    '%s is undefined when a class is absent',
    (name) => {
      const sample = sampleOf(3, [0, 1, 1], [0.1, 0.2, 0.7, 0.1, 0.2, 0.7, 0.1, 0.2, 0.7]);

      expect(measures[name](sample)).toEqual(undefinedFor('absent-class'));
    },
  );

  it('of two classes are those of binary scores; the Brier score is twice as large', () => {
    const rows = fc.array(fc.record({ label: fc.nat(1), score: fc.nat(16) }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, (given) => {
        const labels = given.map(({ label }) => label);
        const p = given.map(({ score }) => score / 16);
        const two = sampleOf(
          2,
          labels,
          p.flatMap((score) => [1 - score, score]),
        ); // both columns
        const one = { labels: Uint8Array.from(labels), scores: Float64Array.from(p) };
        expect(classLogLoss(two).value).toBeCloseTo(Number(logLoss(one).value), 12);
        expect(classBrier(two).value).toBeCloseTo(2 * Number(brier(one).value), 12);
        const area = rocAuc(one).value;
        if (area === null) return;
        expect(classAucOneVsRest(two).value).toBeCloseTo(area, 12);
        expect(classAucOneVsOne(two).value).toBeCloseTo(area, 12);
      }),
    );
  });

  it('log loss and Brier score are means of their rows', () => {
    const sample = sampleOf(3, [0, 2], [0.5, 0.25, 0.25, 0, 0.5, 0.5]);

    expect([0, 1].map(classLogLossOfRow(sample))).toEqual([Math.LN2, Math.LN2]);
    expect([0, 1].map(classBrierOfRow(sample))).toEqual([0.375, 0.5]);
  });
});

describe('top-k accuracy', () => {
  it('of the example of scikit-learn is 0.75', () => {
    const scores = [0.5, 0.2, 0.2, 0.3, 0.4, 0.2, 0.2, 0.4, 0.3, 0.7, 0.2, 0.1];

    expect(topKAccuracy(sampleOf(3, [0, 1, 2, 2], scores), 2)).toEqual(defined(0.75));
  });

  it('of equal scores puts the higher class first', () => {
    const sample = sampleOf(3, [0, 1, 2], [1, 1, 1, 1, 1, 1, 1, 1, 1]);

    expect([1, 2, 3, 4].map((k) => [0, 1, 2].map(topKHitOfRow(sample, k)))).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it.each([0, 1.5, Number.NaN])('refuses a k of %d', (k) => {
    expect(() => topKAccuracy(sampleOf(2, [1], [0, 1]), k)).toThrow(
      `The k of top-k accuracy must be a whole number from 1, got ${k}.`,
    );
  });
});
