import type { Measured } from '../../measured.ts';
import { checkDepth } from '../../sample-checks.ts';
import { meanOver } from '../../weighted-mean.ts';
import { checkScoredClasses, type ScoredClasses } from './class-probabilities.ts';

/**
 * Share of rows whose true class is among the k classes with the highest scores, from 0 to 1, higher is better. Of equal
 * scores the higher class comes first, as in scikit-learn. It is 1 when k is K or more. Undefined without rows
 * (`empty-group`). O(N·K).
 *
 * @throws RangeError when k is not a whole number from 1, a class is out of range, a score not finite, or lengths differ.
 */
export function topKAccuracy(sample: ScoredClasses, k: number): Measured {
  checkScoredClasses(sample);
  checkDepth(k, 'The k of top-k accuracy');
  return meanOver(sample.labels.length, topKHitOfRow(sample, k), sample.weights);
}

/** 1 where the true class of the row is among the k best, else 0: {@link topKAccuracy} is its mean. */
export function topKHitOfRow({ labels, classes, scores }: ScoredClasses, k: number): (row: number) => number {
  return (row) => {
    const label = Number(labels[row]);
    const own = Number(scores[row * classes + label]);
    let before = 0;
    for (let other = 0; other < classes; other += 1) {
      const score = Number(scores[row * classes + other]);
      if (score > own || (score === own && other > label)) before += 1;
    }
    return Number(before < k);
  };
}
