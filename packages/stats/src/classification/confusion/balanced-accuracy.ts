import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { type BinaryConfusion, checkConfusion, confusionTotal } from './binary-confusion.ts';

/**
 * Mean of recall and specificity, from 0 to 1, higher is better; one half for a constant prediction.
 * Undefined with one class (`single-class`: scikit-learn returns the one recall and warns) and without rows.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function balancedAccuracy(confusion: BinaryConfusion): Measured {
  checkConfusion(confusion);
  const { tp, fp, fn, tn } = confusion;
  if (confusionTotal(confusion) === 0) return undefinedFor('empty-group');
  if (tp + fn === 0 || fp + tn === 0) return undefinedFor('single-class');
  return defined((tp / (tp + fn) + tn / (fp + tn)) / 2);
}
