import {
  absoluteLoss,
  absolutePercentageLoss,
  pinballRowLoss,
  type RowLoss,
  squaredLogLoss,
  squaredLoss,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

describe('the loss of a row', () => {
  it.each<[string, RowLoss, truth: number, predicted: number, loss: number]>([
    ['absolute, below', absoluteLoss, 3, 1, 2],
    ['absolute, above', absoluteLoss, -3, 1, 4],
    ['squared', squaredLoss, 3, 1, 4],
    ['squared logarithmic', squaredLogLoss, Math.E - 1, 0, 1],
    ['of percent, of the true value', absolutePercentageLoss, -4, 1, 1.25],
    ['of percent of nothing', absolutePercentageLoss, 0, 1, Number.POSITIVE_INFINITY],
    ['pinball, predicted too low', pinballRowLoss(0.9), 3, 1, 1.8],
    ['pinball, predicted too high', pinballRowLoss(0.75), 1, 3, 0.5],
    ['pinball of a right prediction', pinballRowLoss(0.9), 3, 3, 0],
  ])('is %s', (_, loss, truth, predicted, expected) => {
    expect(loss(truth, predicted)).toBeCloseTo(expected, 12);
  });
});
