import type { Measured } from '../../measured.ts';
import { meanOver } from '../../weighted-mean.ts';
import { checkClassProbabilities, type ScoredClasses } from '../classes/class-probabilities.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../scores/scored-labels.ts';

/**
 * Brier score of binary probabilities, mean (p - y)², from 0 to 1, lower is better. Brier (1950), Monthly Weather Review
 * 78, 1-3, halved as is usual for two classes. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, a weight not positive, or lengths differ.
 */
export function brier(sample: ScoredLabels): Measured {
  checkProbabilityLabels(sample);
  return meanOver(sample.labels.length, brierOfRow(sample), sample.weights);
}

/** The loss of each row, whose mean {@link brier} is: for intervals from the spread of the rows. */
export function brierOfRow({ labels, scores }: ScoredLabels): (row: number) => number {
  return (row) => (Number(scores[row]) - Number(labels[row])) ** 2;
}

/**
 * Brier score of K classes, mean Σ_k (p_k - y_k)², not halved, from 0 to 2, lower is better. For two classes it is twice
 * {@link brier}. Undefined without rows (`empty-group`). O(N·K).
 *
 * @throws RangeError when the scores of a row are not probabilities that sum to 1, or as {@link brier}.
 */
export function classBrier(sample: ScoredClasses): Measured {
  checkClassProbabilities(sample);
  return meanOver(sample.labels.length, classBrierOfRow(sample), sample.weights);
}

/** The loss of each row, whose mean {@link classBrier} is. */
export function classBrierOfRow({ labels, classes, scores }: ScoredClasses): (row: number) => number {
  return (row) => {
    let sum = 0;
    for (let k = 0; k < classes; k += 1) sum += (Number(scores[row * classes + k]) - Number(labels[row] === k)) ** 2;
    return sum;
  };
}
