import { checkBinary, checkProbabilities, checkSameLength, checkWeights } from '../../sample-checks.ts';

/** Binary labels (1 is positive) with a score for each; a higher score means more likely positive. */
export interface ScoredLabels {
  readonly labels: Uint8Array;
  readonly scores: Float64Array;
  /** Positive and finite; left out, every row counts once. */
  readonly weights?: Float64Array;
}

/** @throws RangeError when a label is not 0 or 1, a weight not positive and finite, or lengths differ. */
export function checkScoredLabels({ labels, scores, weights }: ScoredLabels): void {
  checkSameLength(labels, scores, 'labels and scores');
  checkBinary(labels, 'A label');
  checkWeights(weights, labels);
}

/** @throws RangeError as {@link checkScoredLabels}, and when a score is not a probability. */
export function checkProbabilityLabels(sample: ScoredLabels): void {
  checkScoredLabels(sample);
  checkProbabilities(sample.scores, 'A probability');
}
