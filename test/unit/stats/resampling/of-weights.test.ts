import {
  averagePrecisionInOrder,
  averagePrecisionOfWeights,
  classAucOneVsOne,
  classAucOneVsOneOfWeights,
  classAucOneVsRest,
  classAucOneVsRestOfWeights,
  classConfusion,
  classConfusionOfWeights,
  kendallTauB,
  kendallTauBOfWeights,
  type Measured,
  type MeasureOfWeights,
  medianAbsoluteError,
  medianAbsoluteErrorOfWeights,
  type PlainPairs,
  percentageErrorOfWeights,
  rootMeanSquaredError,
  rootMeanSquaredErrorOfWeights,
  rSquared,
  rSquaredOfWeights,
  scoreOrder,
  spearmanRho,
  spearmanRhoOfWeights,
  weightedAbsolutePercentageError,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Reason = string;

interface OfPairs {
  readonly ofWeights: (pairs: PlainPairs) => MeasureOfWeights<Reason>;
  readonly ofRows: (pairs: PlainPairs) => Measured<Reason>;
}

const OF_PAIRS: Readonly<Record<string, OfPairs>> = {
  rmse: { ofWeights: rootMeanSquaredErrorOfWeights, ofRows: rootMeanSquaredError },
  wape: { ofWeights: percentageErrorOfWeights, ofRows: weightedAbsolutePercentageError },
  r2: { ofWeights: rSquaredOfWeights, ofRows: rSquared },
  'median-absolute-error': { ofWeights: medianAbsoluteErrorOfWeights, ofRows: medianAbsoluteError },
  spearman: {
    ofWeights: ({ truth, predicted }) => spearmanRhoOfWeights(truth, predicted),
    ofRows: ({ truth, predicted }) => spearmanRho(truth, predicted),
  },
  'kendall-tau-b': {
    ofWeights: ({ truth, predicted }) => kendallTauBOfWeights(truth, predicted),
    ofRows: ({ truth, predicted }) => kendallTauB(truth, predicted),
  },
};

/** Few different values, so that ties are common. */
const row = fc.record({
  truth: fc.integer({ min: -4, max: 4 }),
  predicted: fc.integer({ min: -4, max: 4 }).map((value) => value / 2),
  times: fc.integer({ min: 0, max: 3 }),
});

const CLASSES = 3;
const scoredRow = fc.record({
  label: fc.integer({ min: 0, max: CLASSES - 1 }),
  predicted: fc.integer({ min: 0, max: CLASSES - 1 }),
  scores: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: CLASSES, maxLength: CLASSES }),
  times: fc.integer({ min: 0, max: 3 }),
});

/** Each row as often as it counts. */
function expanded<T extends { readonly times: number }>(rows: readonly T[]): readonly T[] {
  return rows.flatMap((item) => new Array<T>(item.times).fill(item));
}

function expectSame(found: Measured<Reason>, wanted: Measured<Reason>): void {
  expect(found.undefinedReason).toBe(wanted.undefinedReason);
  if (wanted.value !== null) expect(found.value).toBeCloseTo(wanted.value, 10);
}

describe('a measure of weights', () => {
  it.each(Object.entries(OF_PAIRS))('%s is that of the rows repeated', (_, { ofWeights, ofRows }) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const pairsOf = (some: readonly { readonly truth: number; readonly predicted: number }[]): PlainPairs => ({
          truth: Float64Array.from(some, ({ truth }) => truth),
          predicted: Float64Array.from(some, ({ predicted }) => predicted),
        });
        const measure = ofWeights(pairsOf(rows));
        // Called twice: what one call leaves behind must not show in the next.
        measure(Float64Array.from(rows, () => 1));

        expectSame(measure(Float64Array.from(rows, ({ times }) => times)), ofRows(pairsOf(expanded(rows))));
      }),
    );
  });

  it.each([
    ['macro-auc-ovr', classAucOneVsRestOfWeights, classAucOneVsRest],
    ['macro-auc-ovo', classAucOneVsOneOfWeights, classAucOneVsOne],
  ] as const)('%s is that of the rows repeated', (_, ofWeights, ofRows) => {
    fc.assert(
      fc.property(fc.array(scoredRow, { minLength: 1, maxLength: 30 }), (rows) => {
        const sampleOf = (some: typeof rows) => ({
          labels: Int32Array.from(some, ({ label }) => label),
          classes: CLASSES,
          scores: Float64Array.from(some.flatMap(({ scores }) => scores)),
        });
        const measure = ofWeights(sampleOf(rows));
        measure(Float64Array.from(rows, () => 1));

        expectSame(measure(Float64Array.from(rows, ({ times }) => times)), ofRows(sampleOf([...expanded(rows)])));
      }),
    );
  });

  it('average precision is to the last digit that of the sorted rows', () => {
    const scored = fc.record({
      label: fc.integer({ min: 0, max: 1 }),
      score: fc.integer({ min: 0, max: 6 }),
      times: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(scored, { minLength: 1, maxLength: 40 }), (rows) => {
        const labels = Uint8Array.from(rows, ({ label }) => label);
        const scores = Float64Array.from(rows, ({ score }) => score);
        const weights = Float64Array.from(rows, ({ times }) => times);

        expect(averagePrecisionOfWeights({ labels, scores })(weights)).toEqual(
          averagePrecisionInOrder({ order: scoreOrder(scores), labels, weights }),
        );
      }),
    );
  });

  it('a confusion is that of the rows repeated', () => {
    fc.assert(
      fc.property(fc.array(scoredRow, { minLength: 1, maxLength: 30 }), (rows) => {
        const of = (some: readonly (typeof rows)[number][]) => ({
          labels: Int32Array.from(some, ({ label }) => label),
          predicted: Int32Array.from(some, ({ predicted }) => predicted),
          classes: CLASSES,
        });
        const confusion = classConfusionOfWeights(of(rows));
        confusion(Float64Array.from(rows, () => 1));

        expect(confusion(Float64Array.from(rows, ({ times }) => times))).toEqual(classConfusion(of(expanded(rows))));
      }),
    );
  });

  it.each([
    ['spearman', spearmanRhoOfWeights],
    ['kendall-tau-b', kendallTauBOfWeights],
  ] as const)('%s needs two rows of weight', (_, ofWeights) => {
    const measure = ofWeights(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 8));

    expect(measure(Float64Array.of(0, 0, 0)).undefinedReason).toBe('insufficient-n');
    expect(measure(Float64Array.of(0, 1, 0)).undefinedReason).toBe('insufficient-n');
    expect(measure(Float64Array.of(1, 0, 1)).value).toBeCloseTo(1, 14);
  });

  it('of scores is undefined where no row has a weight', () => {
    const binary = { labels: Uint8Array.of(0, 1), scores: Float64Array.of(0.2, 0.7) };
    const classes = { labels: Int32Array.of(0, 1), classes: 2, scores: Float64Array.of(0.8, 0.2, 0.3, 0.7) };
    const measures = [
      averagePrecisionOfWeights(binary),
      classAucOneVsOneOfWeights(classes),
      classAucOneVsRestOfWeights(classes),
    ];

    for (const measure of measures) expect(measure(Float64Array.of(0, 0)).undefinedReason).toBe('empty-group');
  });

  it.each([
    ['a label that is no class', Uint8Array.of(0, 2), Float64Array.of(0.2, 0.7)],
    ['a score that is NaN', Uint8Array.of(0, 1), Float64Array.of(0.2, Number.NaN)],
    ['fewer scores than labels', Uint8Array.of(0, 1), Float64Array.of(0.2)],
  ])('average precision refuses %s', (_, labels, scores) => {
    expect(() => averagePrecisionOfWeights({ labels, scores })).toThrow(RangeError);
  });

  it.each([
    ['a label that is no class', [0, 2], [0, 1], 'A label'],
    ['a prediction that is no class', [0, 1], [0, 2], 'A prediction'],
    ['fewer predictions than labels', [0, 1], [0], 'labels and predictions'],
  ])('a confusion refuses %s', (_, labels, predicted, words) => {
    const rows = { labels: Int32Array.from(labels), predicted: Int32Array.from(predicted), classes: 2 };

    expect(() => classConfusionOfWeights(rows)).toThrow(words);
  });

  it.each(Object.entries(OF_PAIRS))('%s refuses NaN on either side', (_, { ofWeights }) => {
    const [good, bad] = [Float64Array.of(1, 2), Float64Array.of(1, Number.NaN)];

    expect(() => ofWeights({ truth: bad, predicted: good })).toThrow(RangeError);
    expect(() => ofWeights({ truth: good, predicted: bad })).toThrow(RangeError);
  });

  it.each(Object.entries(OF_PAIRS))('%s refuses rows of two lengths', (_, { ofWeights }) => {
    expect(() => ofWeights({ truth: Float64Array.of(1, 2), predicted: Float64Array.of(1) })).toThrow(RangeError);
  });
});
