import { scoreOrder } from '../classification/scores/score-order.ts';
import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkProbabilities, checkSameLength } from '../sample-checks.ts';

/**
 * The area under the ROC curve that calibrated probabilities let expect where no label is known: rows by descending raw
 * score, each a positive by its probability and a negative by the rest. From 0 to 1, higher is better. Rows of one score
 * count together, ties one half, so the value does not depend on the order of the rows; NannyML leaves them apart.
 *
 * The same assumption as `expectedConfusion`. A row is paired with itself too, as in the area of any weighted sample; that
 * is of the order of 1/n.
 *
 * Undefined without rows (`empty-group`), or when all probability is on one class (`single-class`).
 *
 * @throws RangeError when a probability is not in [0, 1], a score is not finite, or lengths differ.
 */
export function expectedAuc(
  probabilities: Float64Array,
  scores: Float64Array,
): Measured<'empty-group' | 'single-class'> {
  checkSameLength(probabilities, scores, 'probabilities and scores');
  checkProbabilities(probabilities, 'A probability');
  if (scores.length === 0) return undefinedFor('empty-group');
  const { rows, ends } = scoreOrder(scores);
  let [positives, negatives, rightPairs, at] = [0, 0, 0, 0];
  for (const end of ends) {
    let [runPositives, runNegatives] = [0, 0];
    for (; at < end; at += 1) {
      const probability = Number(probabilities[Number(rows[at])]);
      runPositives += probability;
      runNegatives += 1 - probability;
    }
    rightPairs += runNegatives * (positives + runPositives / 2);
    positives += runPositives;
    negatives += runNegatives;
  }
  if (positives === 0 || negatives === 0) return undefinedFor('single-class');
  return defined(Math.min(1, rightPairs / (positives * negatives)));
}
