import { checkFinite, checkSameLength, checkWeights } from '../sample-checks.ts';
import type { RowLoss } from './row-losses.ts';

/** True and predicted numbers of the same rows, in the unit of the target. */
export interface NumericPairs {
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
  /** Positive and finite; left out, every row counts once. */
  readonly weights?: Float64Array;
}

/** Pairs for a measure that knows no weights. */
export type PlainPairs = Omit<NumericPairs, 'weights'>;

/** @throws RangeError when a number is not finite, a weight not positive, or lengths differ. */
export function checkPairs({ truth, predicted, weights }: NumericPairs): void {
  checkSameLength(truth, predicted, 'true and predicted values');
  checkFinite(truth, 'A true value');
  checkFinite(predicted, 'A prediction');
  checkWeights(weights, truth);
}

/** The loss of each row. */
export function lossOfRow({ truth, predicted }: PlainPairs, loss: RowLoss): (row: number) => number {
  return (row) => loss(Number(truth[row]), Number(predicted[row]));
}

/** True minus predicted value of a row. */
export function residualOf({ truth, predicted }: PlainPairs): (row: number) => number {
  return (row) => Number(truth[row]) - Number(predicted[row]);
}
