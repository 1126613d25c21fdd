import { checkBinary, checkSameLength, checkWeights, type Numbers } from '../../sample-checks.ts';

/**
 * True and false positives, false and true negatives of a binary classifier: numbers of rows, or sums of their weights.
 */
export interface BinaryConfusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** Rows counted, or the sum of their weights. */
export function confusionTotal({ tp, fp, fn, tn }: BinaryConfusion): number {
  return tp + fp + fn + tn;
}

/**
 * The confusion of aligned labels and predictions, 1 is positive. No row gives four zeros. O(N).
 *
 * @throws RangeError when a label is not 0 or 1, a weight is not positive and finite, or lengths differ.
 */
export function binaryConfusion(labels: Numbers, predicted: Numbers, weights?: Numbers): BinaryConfusion {
  checkSameLength(labels, predicted, 'labels and predictions');
  checkBinary(labels, 'A label');
  checkBinary(predicted, 'A prediction');
  checkWeights(weights, labels);
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (let row = 0; row < labels.length; row += 1) {
    const positive = labels[row] === 1;
    const cell = predicted[row] === 1 ? (positive ? 'tp' : 'fp') : positive ? 'fn' : 'tn';
    counts[cell] += weights === undefined ? 1 : Number(weights[row]);
  }
  return counts;
}

/** The same rows with the other label called positive: for a favourable outcome that is coded 0. */
export function withLabelsSwapped({ tp, fp, fn, tn }: BinaryConfusion): BinaryConfusion {
  return { tp: tn, fp: fn, fn: fp, tn: tp };
}

/** The rows of several confusions together; four zeros for none. */
export function mergeConfusions(parts: Iterable<BinaryConfusion>): BinaryConfusion {
  const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const part of parts) {
    for (const cell of ['tp', 'fp', 'fn', 'tn'] as const) sum[cell] += part[cell];
  }
  return sum;
}

/** @throws RangeError when a count is negative, NaN or infinite. */
export function checkConfusion(confusion: BinaryConfusion): void {
  for (const cell of ['tp', 'fp', 'fn', 'tn'] as const) {
    const count = confusion[cell];
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A count of a confusion must be finite and not negative, got ${count} for ${cell}.`);
    }
  }
}
