import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { type BinaryConfusion, checkConfusion, confusionTotal } from './binary-confusion.ts';

/**
 * Matthews correlation coefficient (TP·TN - FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)), from -1 to 1, higher is better.
 * Matthews (1975), Biochimica et Biophysica Acta 405, 442-451.
 *
 * Undefined when a factor of the radicand is zero (scikit-learn says 0): `empty-group`, `single-class`, or
 * `constant-prediction`.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function matthews(confusion: BinaryConfusion): Measured {
  checkConfusion(confusion);
  const { tp, fp, fn, tn } = confusion;
  if (confusionTotal(confusion) === 0) return undefinedFor('empty-group');
  if (tp + fn === 0 || fp + tn === 0) return undefinedFor('single-class');
  if (tp + fp === 0 || fn + tn === 0) return undefinedFor('constant-prediction');
  // Two roots, not one: the product of four large counts would overflow, and this pairing is exact for a perfect model.
  const scale = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
  return defined(Math.min(1, Math.max(-1, (tp * tn - fp * fn) / scale)));
}
