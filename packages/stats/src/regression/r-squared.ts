import { defined, type Measured, undefinedFor } from '../measured.ts';
import { meanOver, sumOver } from '../weighted-mean.ts';
import { checkPairs, type NumericPairs, residualOf } from './numeric-pairs.ts';

/**
 * Coefficient of determination R² = 1 - SSE/SST: at most 1, 0 for the mean of the target, below 0 for worse; higher is
 * better. Undefined without rows (`empty-group`) and when the true values are all equal (`constant-target`, where
 * scikit-learn says 1 or 0). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function rSquared(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  const { truth, weights } = pairs;
  const n = truth.length;
  const mean = meanOver(n, (row) => Number(truth[row]), weights);
  if (mean.value === null) return mean;
  const centre = mean.value;
  // Compared, not computed: rounding of the mean would leave a tiny spread.
  if (truth.every((value) => value === truth[0])) return undefinedFor('constant-target');
  const weight = (row: number): number => (weights === undefined ? 1 : Number(weights[row]));
  const residual = residualOf(pairs);
  const unexplained = sumOver(n, (row) => weight(row) * residual(row) ** 2);
  const total = sumOver(n, (row) => weight(row) * (Number(truth[row]) - centre) ** 2);
  return defined(1 - unexplained / total);
}
