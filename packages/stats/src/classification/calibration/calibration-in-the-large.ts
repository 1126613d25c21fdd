import type { Measured } from '../../measured.ts';
import { meanOver } from '../../weighted-mean.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../scores/scored-labels.ts';

/**
 * Calibration in the large: mean label minus mean probability, from -1 to 1; 0 is best, above 0 the probabilities are
 * too low. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, a weight not positive, or lengths differ.
 */
export function calibrationInTheLarge(sample: ScoredLabels): Measured {
  checkProbabilityLabels(sample);
  const { labels, scores, weights } = sample;
  return meanOver(labels.length, (row) => Number(labels[row]) - Number(scores[row]), weights);
}
