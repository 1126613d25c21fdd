import { defined, type Measured } from '../measured.ts';
import { type GroupPair, pairDisparity } from './pair-disparities.ts';

/**
 * Average odds difference ½[(FPR_u - FPR_p) + (TPR_u - TPR_p)], from -1 to 1, best at 0: errors of opposite sign cancel.
 * As AIF360. Undefined when a rate is.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function averageOddsDifference(pair: GroupPair): Measured {
  return halfOfSum(pair, (difference) => difference);
}

/**
 * Average absolute odds difference ½[|FPR_u - FPR_p| + |TPR_u - TPR_p|], from 0 to 1, lower is more equal. As AIF360.
 * Undefined when a rate is.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function averageAbsoluteOddsDifference(pair: GroupPair): Measured {
  return halfOfSum(pair, Math.abs);
}

function halfOfSum(pair: GroupPair, of: (difference: number) => number): Measured {
  const fpr = pairDisparity('false-positive-rate-difference', pair);
  const tpr = pairDisparity('equal-opportunity-difference', pair);
  if (fpr.value === null) return fpr;
  return tpr.value === null ? tpr : defined((of(fpr.value) + of(tpr.value)) / 2);
}
