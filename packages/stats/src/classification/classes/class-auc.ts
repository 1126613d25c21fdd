import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { rocAucInOrder } from '../scores/roc-auc.ts';
import { scoreOrder } from '../scores/score-order.ts';
import { checkScoredClasses, type ScoredClasses } from './class-probabilities.ts';

/**
 * Macro area under the ROC curve, one class against the rest: plain mean over classes of the area that the score of the
 * class has for "is of this class". From 0 to 1, higher is better, one half at chance. O(K·N log N).
 *
 * Undefined when a class has no row (`absent-class`) and without rows (`empty-group`).
 *
 * @throws RangeError when a class is out of range, a score not finite, a weight not positive, or lengths differ.
 */
export function classAucOneVsRest(sample: ScoredClasses): Measured {
  checkScoredClasses(sample);
  const { labels, classes, weights } = sample;
  const absent = whyAbsent(sample);
  if (absent !== null) return undefinedFor(absent);
  let sum = 0;
  for (let k = 0; k < classes; k += 1) {
    const ofClass = Uint8Array.from(labels, (label) => Number(label === k));
    sum += Number(rocAucInOrder({ order: scoreOrder(columnOf(sample, k)), labels: ofClass, weights }).value);
  }
  return defined(sum / classes);
}

/**
 * M of Hand and Till (2001), Machine Learning 45, 171-186: plain mean over pairs of classes of the two areas that the
 * two scores have on the rows of the pair. From 0 to 1, higher is better; unlike {@link classAucOneVsRest} it does not
 * depend on how many rows each class has. Weights are not supported. O(K·N log N).
 *
 * Undefined when a class has no row (`absent-class`) and without rows (`empty-group`).
 *
 * @throws RangeError when a class is out of range, a score not finite, or lengths differ.
 */
export function classAucOneVsOne({ labels, classes, scores }: Omit<ScoredClasses, 'weights'>): Measured {
  const sample = { labels, classes, scores };
  checkScoredClasses(sample);
  const absent = whyAbsent(sample);
  if (absent !== null) return undefinedFor(absent);
  const rows = rowsByClass(sample);
  let sum = 0;
  for (const [own, ownRows] of rows.entries()) {
    const column = columnOf(sample, own);
    for (const otherRows of rows) {
      if (otherRows !== ownRows) sum += pairArea(column, ownRows, otherRows);
    }
  }
  return defined(sum / (classes * (classes - 1)));
}

function pairArea(column: Float64Array, own: readonly number[], other: readonly number[]): number {
  const scores = new Float64Array(own.length + other.length);
  for (const [at, row] of own.entries()) scores[at] = Number(column[row]);
  for (const [at, row] of other.entries()) scores[own.length + at] = Number(column[row]);
  const labels = new Uint8Array(scores.length).fill(1, 0, own.length);
  return Number(rocAucInOrder({ order: scoreOrder(scores), labels }).value);
}

function columnOf({ labels, classes, scores }: ScoredClasses, k: number): Float64Array {
  return Float64Array.from({ length: labels.length }, (_, row) => Number(scores[row * classes + k]));
}

function rowsByClass({ labels, classes }: ScoredClasses): readonly (readonly number[])[] {
  const rows = Array.from({ length: classes }, (): number[] => []);
  for (const [row, label] of labels.entries()) rows[label]?.push(row);
  return rows;
}

function whyAbsent({ labels, classes }: ScoredClasses): 'empty-group' | 'absent-class' | null {
  if (labels.length === 0) return 'empty-group';
  return new Set(labels).size === classes ? null : 'absent-class';
}
