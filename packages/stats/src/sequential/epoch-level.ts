/**
 * The part of the error level `alpha` that epoch r of a monitor may spend: alpha·6/(π²r²). The parts of all epochs add to
 * alpha. Also the rule for the r-th evaluation on one test set.
 *
 * @throws RangeError unless 0 < alpha < 1 and the epoch is a whole number from 1.
 * @example epochLevel(0.01, 1) // 0.00607927
 */
export function epochLevel(alpha: number, epoch: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`An error level is a number between 0 and 1, got ${alpha}.`);
  if (!Number.isSafeInteger(epoch) || epoch < 1) {
    throw new RangeError(`An epoch is a whole number from 1, got ${epoch}.`);
  }
  return (6 * alpha) / (Math.PI ** 2 * epoch ** 2);
}
