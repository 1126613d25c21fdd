import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { eachRun, type OrderedLabels, scoreOrder } from './score-order.ts';
import { checkScoredLabels, type ScoredLabels } from './scored-labels.ts';

/**
 * Average precision, the area under the precision-recall curve by steps: Σ (R_k - R_{k-1})·P_k over the distinct scores,
 * highest first, without interpolation. From 0 to 1, higher is better; the base rate at chance. O(N log N).
 *
 * Undefined without a positive (`no-positives`; scikit-learn says 0) and without rows (`empty-group`).
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, a weight not positive, or lengths differ.
 */
export function averagePrecision(sample: ScoredLabels): Measured {
  checkScoredLabels(sample);
  return averagePrecisionInOrder({ order: scoreOrder(sample.scores), labels: sample.labels, weights: sample.weights });
}

/** {@link averagePrecision} over rows that are sorted already; nothing is checked, weights of 0 are allowed. O(N). */
export function averagePrecisionInOrder(ordered: OrderedLabels): Measured {
  let positives = 0;
  let selected = 0;
  let sum = 0;
  eachRun(ordered, (ownPositives, ownNegatives) => {
    positives += ownPositives;
    selected += ownPositives + ownNegatives;
    if (ownPositives > 0) sum += ownPositives * (positives / selected);
  });
  if (selected === 0) return undefinedFor('empty-group');
  return positives === 0 ? undefinedFor('no-positives') : defined(Math.min(1, sum / positives));
}
