import type { BinaryConfusion } from '../classification/confusion/binary-confusion.ts';
import { confusionRate } from '../classification/confusion/confusion-rates.ts';
import { defined, type Measured, quotient } from '../measured.ts';
import { GROUP_RATES, type GroupRate } from './group-rates.ts';

/** The two groups of a signed comparison. */
export interface GroupPair {
  readonly unprivileged: BinaryConfusion;
  readonly privileged: BinaryConfusion;
}

/** How two groups are compared: by the difference unprivileged - privileged or the ratio unprivileged / privileged. */
export interface PairRule {
  readonly rate: GroupRate;
  readonly by: 'difference' | 'ratio';
}

/**
 * Signed comparisons of two groups, under the names of AIF360. Differences are from -1 to 1 and best at 0; ratios are
 * from 0 and best at 1. `disparate-impact` is of the favourable outcome: where that is the negative prediction, give it
 * `withLabelsSwapped` confusions.
 */
export const PAIR_DISPARITIES = {
  'statistical-parity-difference': { rate: 'selection-rate', by: 'difference' },
  'disparate-impact': { rate: 'selection-rate', by: 'ratio' },
  'equal-opportunity-difference': { rate: 'tpr', by: 'difference' },
  'predictive-parity-difference': { rate: 'ppv', by: 'difference' },
  'true-negative-rate-difference': { rate: 'tnr', by: 'difference' },
  'false-positive-rate-difference': { rate: 'fpr', by: 'difference' },
  'false-positive-rate-ratio': { rate: 'fpr', by: 'ratio' },
  'false-negative-rate-difference': { rate: 'fnr', by: 'difference' },
  'false-negative-rate-ratio': { rate: 'fnr', by: 'ratio' },
  'false-discovery-rate-difference': { rate: 'fdr', by: 'difference' },
  'false-discovery-rate-ratio': { rate: 'fdr', by: 'ratio' },
  'false-omission-rate-difference': { rate: 'for', by: 'difference' },
  'false-omission-rate-ratio': { rate: 'for', by: 'ratio' },
  'error-rate-difference': { rate: 'error-rate', by: 'difference' },
  'error-rate-ratio': { rate: 'error-rate', by: 'ratio' },
} as const satisfies Readonly<Record<string, PairRule>>;

export type PairDisparity = keyof typeof PAIR_DISPARITIES;

/**
 * One of {@link PAIR_DISPARITIES}. Undefined when a rate is, with the reason of that rate, and a ratio whose privileged
 * rate is zero (`zero-denominator`).
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function pairDisparity(disparity: PairDisparity, pair: GroupPair): Measured {
  const { rate, by } = PAIR_DISPARITIES[disparity];
  const unprivileged = confusionRate(GROUP_RATES[rate], pair.unprivileged);
  const privileged = confusionRate(GROUP_RATES[rate], pair.privileged);
  if (unprivileged.value === null) return unprivileged;
  if (privileged.value === null) return privileged;
  if (by === 'ratio') return quotient(unprivileged.value, privileged.value, 'zero-denominator');
  return defined(unprivileged.value - privileged.value);
}
