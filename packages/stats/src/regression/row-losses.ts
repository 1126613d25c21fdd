/** What the prediction of one row costs. Both numbers are finite; nothing is checked, since it is called for every row. */
export type RowLoss = (truth: number, predicted: number) => number;

/** |y - ŷ|. */
export function absoluteLoss(truth: number, predicted: number): number {
  return Math.abs(truth - predicted);
}

/** (y - ŷ)². */
export function squaredLoss(truth: number, predicted: number): number {
  return (truth - predicted) ** 2;
}

/** (ln(1 + y) - ln(1 + ŷ))², for numbers from 0. */
export function squaredLogLoss(truth: number, predicted: number): number {
  return (Math.log1p(truth) - Math.log1p(predicted)) ** 2;
}

/** |(y - ŷ)/y|, infinite for a true value of 0. */
export function absolutePercentageLoss(truth: number, predicted: number): number {
  return Math.abs((truth - predicted) / truth);
}

/** tau·e for a residual e = y - ŷ from 0 on, (tau - 1)·e below; tau from 0 to 1. */
export function pinballRowLoss(tau: number): RowLoss {
  return (truth, predicted) => (truth >= predicted ? tau : tau - 1) * (truth - predicted);
}
