import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { eachRun, type OrderedLabels, scoreOrder } from './score-order.ts';
import { checkScoredLabels, type ScoredLabels } from './scored-labels.ts';

/**
 * Area under the ROC curve: the share of (positive, negative) pairs, by product of weights, that the score puts in the
 * right order, ties one half. From 0 to 1, higher is better, one half at chance. Hanley and McNeil (1982), Radiology
 * 143, 29-36. O(N log N).
 *
 * Undefined with one class (`single-class`) and without rows (`empty-group`).
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, a weight not positive, or lengths differ.
 */
export function rocAuc(sample: ScoredLabels): Measured {
  checkScoredLabels(sample);
  return rocAucInOrder({ order: scoreOrder(sample.scores), labels: sample.labels, weights: sample.weights });
}

/** {@link rocAuc} over rows that are sorted already; nothing is checked, weights of 0 are allowed. O(N). */
export function rocAucInOrder(ordered: OrderedLabels): Measured {
  let positives = 0;
  let negatives = 0;
  let rightPairs = 0;
  eachRun(ordered, (ownPositives, ownNegatives) => {
    rightPairs += ownNegatives * (positives + ownPositives / 2);
    positives += ownPositives;
    negatives += ownNegatives;
  });
  if (positives + negatives === 0) return undefinedFor('empty-group');
  if (positives === 0 || negatives === 0) return undefinedFor('single-class');
  // Sums of weights can end one rounding step above the product of the totals.
  return defined(Math.min(1, rightPairs / (positives * negatives)));
}
