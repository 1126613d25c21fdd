import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { sumOver } from '../../weighted-mean.ts';
import { type ClassConfusion, classMargins, presentClasses } from './class-confusion.ts';

/**
 * R_K, the Matthews correlation of K classes: (c·s - Σ p_k·t_k) / √((s² - Σp_k²)(s² - Σt_k²)), c right of s rows, p_k
 * predicted and t_k true rows of class k. From about -1 to 1, higher is better; with two classes it is `matthews`.
 * Gorodkin (2004), Computational Biology and Chemistry 28, 367-374.
 *
 * Undefined with one true class (`single-class`), one predicted class (`constant-prediction`) or no row
 * (`empty-group`); scikit-learn says 0.
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
export function classMatthews(confusion: ClassConfusion): Measured {
  const { right, actual, predicted, total } = classMargins(confusion);
  if (total === 0) return undefinedFor('empty-group');
  if (presentClasses(actual) < 2) return undefinedFor('single-class');
  if (presentClasses(predicted) < 2) return undefinedFor('constant-prediction');
  const { classes } = confusion;
  const covariance = sumOver(classes, (k) => total * Number(right[k]) - Number(predicted[k]) * Number(actual[k]));
  const scale = Math.sqrt(spread(actual)) * Math.sqrt(spread(predicted));
  return defined(Math.min(1, Math.max(-1, covariance / scale)));
}

/** s² - Σ m_k² as twice the sum of m_k·m_l over k < l: every term is positive, so nothing cancels. */
function spread(margin: Float64Array): number {
  let before = 0;
  let sum = 0;
  for (const count of margin) {
    sum += count * before;
    before += count;
  }
  return 2 * sum;
}
