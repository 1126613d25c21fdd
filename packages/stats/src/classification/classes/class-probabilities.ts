import { checkClasses, checkFinite, checkProbabilities, checkWeights } from '../../sample-checks.ts';

/** Labels of K classes with a score for every class. */
export interface ScoredClasses {
  /** Classes from 0 to K-1. */
  readonly labels: Int32Array;
  readonly classes: number;
  /** N·K scores; the score of class k in row i is at `i * classes + k`. */
  readonly scores: Float64Array;
  /** Positive and finite; left out, every row counts once. */
  readonly weights?: Float64Array;
}

// How far the probabilities of a row may be from one in sum (stats.md §1.1).
const SUM_TOLERANCE = 1e-6;

/** @throws RangeError when a class is out of range, a score not finite, a weight not positive, or lengths differ. */
export function checkScoredClasses({ labels, classes, scores, weights }: ScoredClasses): void {
  checkClasses(labels, classes, 'A label');
  checkFinite(scores, 'A score');
  checkWeights(weights, labels);
  if (scores.length !== labels.length * classes) {
    throw new RangeError(
      `${labels.length} rows of ${classes} classes must have ${labels.length * classes} scores, got ${scores.length}.`,
    );
  }
}

/** @throws RangeError as {@link checkScoredClasses}, and when the scores of a row are not probabilities that sum to 1. */
export function checkClassProbabilities(sample: ScoredClasses): void {
  checkScoredClasses(sample);
  checkProbabilities(sample.scores, 'A probability');
  for (let row = 0; row < sample.labels.length; row += 1) {
    let sum = 0;
    for (let k = 0; k < sample.classes; k += 1) sum += Number(sample.scores[row * sample.classes + k]);
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new RangeError(
        `The probabilities of a row must sum to 1 within ${SUM_TOLERANCE}, got ${sum} in row ${row}.`,
      );
    }
  }
}
