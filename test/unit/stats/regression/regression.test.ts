import {
  defined,
  maxError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanResidual,
  meanSquaredError,
  meanSquaredLogError,
  medianAbsoluteError,
  type NumericPairs,
  pinballLoss,
  rootMeanSquaredError,
  rSquared,
  undefinedFor,
  weightedAbsolutePercentageError,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-regression/values.json' with { type: 'json' };
import { relativeError } from '../relative-error.ts';

function pairsOf(truth: readonly number[], predicted: readonly number[], weights?: readonly number[]): NumericPairs {
  const pairs = { truth: Float64Array.from(truth), predicted: Float64Array.from(predicted) };
  return weights === undefined ? pairs : { ...pairs, weights: Float64Array.from(weights) };
}

const MEASURES = {
  MAE: meanAbsoluteError,
  MSE: meanSquaredError,
  RMSE: rootMeanSquaredError,
  'median absolute error': medianAbsoluteError,
  'max error': maxError,
  'pinball loss 0.1': (pairs: NumericPairs) => pinballLoss(pairs, 0.1),
  'pinball loss 0.9': (pairs: NumericPairs) => pinballLoss(pairs, 0.9),
  MSLE: meanSquaredLogError,
  'R squared': rSquared,
  MAPE: meanAbsolutePercentageError,
  WAPE: weightedAbsolutePercentageError,
  'mean residual': meanResidual,
} as const;
const NAMED = Object.entries(MEASURES);
const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 })), {
  minLength: 1,
  maxLength: 40,
});

describe.each(sklearn.cases)('metrics of regression equal those of scikit-learn: $name', (oracle) => {
  const pairs = pairsOf(oracle.truth, oracle.predicted, oracle.weights ?? undefined);
  const expected = [
    ['MAE', oracle.mae],
    ['MSE', oracle.mse],
    ['RMSE', oracle.rmse],
    ['median absolute error', oracle.medianAbsoluteError],
    ['max error', oracle.maxError],
    ['pinball loss 0.1', oracle.pinballTenth],
    ['pinball loss 0.9', oracle.pinballNineTenths],
    ['R squared', oracle.rSquared],
    ['MAPE', oracle.mape],
    ['WAPE', oracle.wape],
  ] as const;

  it.each([...expected, ...(oracle.msle === null ? [] : [['MSLE', oracle.msle] as const])])('%s', (name, value) => {
    expect(relativeError(Number(MEASURES[name](pairs).value), value)).toBeLessThan(1e-12);
  });
});

describe('metrics of regression', () => {
  // Printed in the documentation of scikit-learn.
  it.each([
    ['MAE', [3, -0.5, 2, 7], [2.5, 0, 2, 8], 0.5],
    ['MSE', [3, -0.5, 2, 7], [2.5, 0, 2, 8], 0.375],
    ['R squared', [3, -0.5, 2, 7], [2.5, 0, 2, 8], 0.948608],
    ['MAPE', [3, -0.5, 2, 7], [2.5, 0, 2, 8], 0.327381],
    ['pinball loss 0.1', [1, 2, 3], [0, 2, 3], 0.033333],
    ['pinball loss 0.9', [1, 2, 3], [0, 2, 3], 0.3],
    ['MSLE', [3, 5, 2.5, 7], [2.5, 5, 4, 8], 0.03973],
  ] as const)('%s of a printed example', (name, truth, predicted, expected) => {
    expect(MEASURES[name](pairsOf(truth, predicted)).value).toBeCloseTo(expected, 6);
  });

  it.each(NAMED)('%s is undefined without rows', (_, measure) => {
    expect(measure(pairsOf([], []))).toEqual(undefinedFor('empty-group'));
  });

  it.each(NAMED)('%s is best for perfect predictions', (name, measure) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 }), (truth) => {
        fc.pre(name !== 'R squared' || new Set(truth).size > 1);
        expect(measure(pairsOf(truth, truth))).toEqual(defined(name === 'R squared' ? 1 : 0));
      }),
    );
  });

  it.each(NAMED)('%s does not depend on the order of rows, and counts a row of weight 2 twice', (_, measure) => {
    fc.assert(
      fc.property(rows, (given) => {
        const [truth, predicted] = [given.map(([y]) => y), given.map(([, p]) => p)];
        const twice = measure(pairsOf([...truth, ...truth].reverse(), [...predicted, ...predicted].reverse()));
        const weighted = measure(pairsOf(truth, predicted, new Array(truth.length).fill(2)));
        if (twice.value === null) expect(weighted).toEqual(twice);
        else expect(relativeError(Number(weighted.value), twice.value)).toBeLessThan(1e-12);
      }),
    );
  });

  it.each(NAMED)('%s refuses bad rows', (_, measure) => {
    expect(() => measure(pairsOf([1, Number.NaN], [1, 1]))).toThrow(
      'A true value must be finite, got NaN at position 1.',
    );
    expect(() => measure(pairsOf([1], [Number.POSITIVE_INFINITY]))).toThrow(
      'A prediction must be finite, got Infinity',
    );
    expect(() => measure(pairsOf([1, 2], [1]))).toThrow(
      'The true and predicted values must have one length, got 2 and 1.',
    );
  });

  it.each(NAMED.filter(([name]) => !/median|max/.test(name)))('%s refuses a weight of zero', (_, measure) => {
    expect(() => measure(pairsOf([1], [1], [0]))).toThrow('A weight must be positive and finite, got 0 at position 0.');
  });

  it.each([
    ['MAPE', 'a true value of zero', [1, 0], [1, 1], 'zero-target'],
    ['WAPE', 'only true values of zero', [0, 0], [1, 1], 'zero-target'],
    ['R squared', 'a constant target', [0.1, 0.1, 0.1], [1, 2, 3], 'constant-target'],
    ['R squared', 'one row', [3], [3], 'constant-target'],
  ] as const)('%s is undefined with %s', (name, _, truth, predicted, reason) => {
    expect(MEASURES[name](pairsOf(truth, predicted))).toEqual(undefinedFor(reason));
  });

  it.each([
    ['WAPE with one true value of zero', weightedAbsolutePercentageError(pairsOf([0, 4], [1, 4])), 0.25],
    ['the median of an odd number', medianAbsoluteError(pairsOf([0, 0, 0], [5, 1, -2])), 2],
    ['the median of an even number', medianAbsoluteError(pairsOf([0, 0, 0, 0], [5, 1, -2, 4])), 3],
    ['R squared of the mean', rSquared(pairsOf([1, 2, 3], [2, 2, 2])), 0],
    ['a mean residual of predictions that are too low', meanResidual(pairsOf([3, 5], [2, 3])), 1.5],
    ['an error that overflows', meanSquaredError(pairsOf([1e200, 0], [-1e200, 0])), Number.POSITIVE_INFINITY],
  ])('%s is defined', (_, actual, expected) => {
    expect(actual).toEqual(defined(expected));
  });

  it.each([
    [
      pairsOf([-1], [1]),
      'A true value of the logarithmic error must be finite and not negative, got -1 at position 0.',
    ],
    [
      pairsOf([1], [-1]),
      'A prediction of the logarithmic error must be finite and not negative, got -1 at position 0.',
    ],
  ])('MSLE refuses a negative number', (pairs, message) => {
    expect(() => meanSquaredLogError(pairs)).toThrow(new RangeError(message));
  });

  it.each([-0.1, 1.1, Number.NaN])('pinball loss refuses the quantile %d', (tau) => {
    expect(() => pinballLoss(pairsOf([1], [1]), tau)).toThrow(
      `The quantile of a pinball loss must be from 0 to 1, got ${tau}.`,
    );
  });

  it.each([
    [0, 1],
    [1, 1.5],
  ])('pinball loss at the quantile %i counts one side only', (tau, loss) => {
    expect(pinballLoss(pairsOf([1, 4], [3, 1]), tau).value).toBe(loss);
  });

  it('pinball loss at one half is half the mean absolute error', () => {
    const pairs = pairsOf([1, 2, 9], [4, 1, 3]);

    expect(pinballLoss(pairs, 0.5).value).toBeCloseTo(Number(meanAbsoluteError(pairs).value) / 2, 12);
  });
});
