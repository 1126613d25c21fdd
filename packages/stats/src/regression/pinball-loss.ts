import type { Measured } from '../measured.ts';
import { meanOver } from '../weighted-mean.ts';
import { checkPairs, lossOfRow, type NumericPairs } from './numeric-pairs.ts';
import { pinballRowLoss } from './row-losses.ts';

/**
 * Mean pinball (quantile) loss for predictions of the quantile `tau`: tau·e for a residual e = true - predicted from 0
 * on, (tau - 1)·e below. In the unit of the target, from 0, lower is better; at tau = ½ half the mean absolute error.
 * Koenker and Bassett (1978), Econometrica 46, 33-50. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when tau is not in [0, 1], a number not finite, a weight not positive, or lengths differ.
 */
export function pinballLoss(pairs: NumericPairs, tau: number): Measured {
  checkPairs(pairs);
  if (!(tau >= 0 && tau <= 1)) throw new RangeError(`The quantile of a pinball loss must be from 0 to 1, got ${tau}.`);
  return meanOver(pairs.truth.length, lossOfRow(pairs, pinballRowLoss(tau)), pairs.weights);
}
