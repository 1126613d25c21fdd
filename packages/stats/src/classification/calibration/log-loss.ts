import type { Measured } from '../../measured.ts';
import { meanOver } from '../../weighted-mean.ts';
import { checkClassProbabilities, type ScoredClasses } from '../classes/class-probabilities.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../scores/scored-labels.ts';

// The smallest probability that counts, so that one sure mistake does not make the mean infinite: the machine epsilon.
const SMALLEST = 2 ** -52;

/**
 * Log loss of binary probabilities, mean of -ln of the probability that was given to the true label, in nats; that
 * probability is clipped to [2⁻⁵², 1 - 2⁻⁵²] as scikit-learn does. From 0, lower is better. Undefined without rows
 * (`empty-group`). O(N).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, a weight not positive, or lengths differ.
 */
export function logLoss(sample: ScoredLabels): Measured {
  checkProbabilityLabels(sample);
  return meanOver(sample.labels.length, logLossOfRow(sample), sample.weights);
}

/** The loss of each row, whose mean {@link logLoss} is: for intervals from the spread of the rows. */
export function logLossOfRow({ labels, scores }: ScoredLabels): (row: number) => number {
  return (row) => {
    const p = clip(Number(scores[row]));
    return labels[row] === 1 ? -Math.log(p) : -Math.log1p(-p);
  };
}

/**
 * Log loss of the probabilities of K classes; see {@link logLoss}. Only the probability of the true class counts.
 *
 * @throws RangeError when the scores of a row are not probabilities that sum to 1, or as {@link logLoss}.
 */
export function classLogLoss(sample: ScoredClasses): Measured {
  checkClassProbabilities(sample);
  return meanOver(sample.labels.length, classLogLossOfRow(sample), sample.weights);
}

/** The loss of each row, whose mean {@link classLogLoss} is. */
export function classLogLossOfRow({ labels, classes, scores }: ScoredClasses): (row: number) => number {
  return (row) => -Math.log(clip(Number(scores[row * classes + Number(labels[row])])));
}

function clip(probability: number): number {
  return Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
}
