import type { BinaryConfusion } from '../classification/confusion/binary-confusion.ts';
import { checkBinary, checkProbabilities, checkSameLength } from '../sample-checks.ts';

/**
 * The confusion table that calibrated probabilities let expect where no label is known: a row predicted positive adds its
 * probability to the true positives and the rest to the false ones. Rates, F-scores and others are then taken of the
 * table as of a counted one; four zeros without rows.
 *
 * Confidence-based performance estimation (NannyML CBPE). It rests on one assumption, that the probability of the label
 * given the features has not changed; where that fails, the estimate does not see it. So it may warn, never pass a gate.
 *
 * @param probabilities Calibrated probability of the positive label.
 * @param predicted 1 where the model predicts the positive label.
 * @throws RangeError when a probability is not in [0, 1], a prediction not 0 or 1, or lengths differ.
 */
export function expectedConfusion(probabilities: Float64Array, predicted: Uint8Array): BinaryConfusion {
  checkSameLength(probabilities, predicted, 'probabilities and predictions');
  checkProbabilities(probabilities, 'A probability');
  checkBinary(predicted, 'A prediction');
  const table = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const [row, probability] of probabilities.entries()) {
    const [positive, negative] = predicted[row] === 1 ? (['tp', 'fp'] as const) : (['fn', 'tn'] as const);
    table[positive] += probability;
    table[negative] += 1 - probability;
  }
  return table;
}
