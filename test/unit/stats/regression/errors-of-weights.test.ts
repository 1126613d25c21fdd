import {
  defined,
  medianAbsoluteErrorOfWeights,
  percentageErrorOfWeights,
  rootMeanSquaredErrorOfWeights,
  rSquared,
  rSquaredOfWeights,
  undefinedFor,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

function pairsOf(truth: readonly number[], predicted: readonly number[]) {
  return { truth: Float64Array.from(truth), predicted: Float64Array.from(predicted) };
}

describe('an error of drawn rows', () => {
  const pairs = pairsOf([1, 2, 4], [1, 3, 2]);

  it.each([
    ['root mean squared error', rootMeanSquaredErrorOfWeights],
    ['absolute percentage error', percentageErrorOfWeights],
    ['R squared', rSquaredOfWeights],
    ['median absolute error', medianAbsoluteErrorOfWeights],
  ])('%s is undefined where no row was drawn', (_, measure) => {
    expect(measure(pairs)(Float64Array.of(0, 0, 0))).toEqual(undefinedFor('empty-group'));
  });

  it('in per cent is undefined where all drawn targets are 0', () => {
    expect(percentageErrorOfWeights(pairsOf([0, 5], [1, 5]))(Float64Array.of(2, 0))).toEqual(
      undefinedFor('zero-target'),
    );
  });

  it.each([
    // Three tenths less their mean leave a hair of spread by rounding.
    ['whose drawn targets are one value', [0.1, 0.1, 0.1, 0.7], [1, 1, 1, 0]],
    ['whose targets differ by too little to square', [1e-200, 2e-200], [1, 1]],
  ])('has no R squared %s', (_, targets, weights) => {
    const measure = rSquaredOfWeights(pairsOf(targets, targets));

    expect(measure(Float64Array.from(weights))).toEqual(undefinedFor('constant-target'));
  });

  it('has an R squared far from zero', () => {
    const targets = [1, 2, 4, 8].map((value) => value + 1e9);
    const far = pairsOf(
      targets,
      targets.map((value, row) => value + row / 4),
    );

    expect(rSquaredOfWeights(far)(Float64Array.of(1, 1, 1, 1)).value).toBeCloseTo(Number(rSquared(far).value), 9);
    expect(rSquaredOfWeights(pairsOf([1, 2], [1, 2]))(Float64Array.of(1, 1))).toEqual(defined(1));
  });
});
