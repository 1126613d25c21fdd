import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { sumOver } from '../../weighted-mean.ts';
import { type ClassConfusion, classMargins } from './class-confusion.ts';

/** How the F1 scores of the classes become one. */
export type F1Average = 'macro' | 'micro' | 'weighted';

/**
 * F1 of K classes, from 0 to 1, higher is better. Per class F1 = 2·TP / (true rows + predicted rows).
 * `macro`: plain mean over the classes that have a true or a predicted row. `micro`: over pooled counts, which with one
 * label a row is the accuracy. `weighted`: mean weighted by true rows. Undefined without rows (`empty-group`).
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
export function classF1(confusion: ClassConfusion, average: F1Average): Measured {
  const { right, actual, predicted, total } = classMargins(confusion);
  if (total === 0) return undefinedFor('empty-group');
  const { classes } = confusion;
  const seen = (k: number): number => Number(actual[k]) + Number(predicted[k]);
  const f1 = (k: number): number => (seen(k) === 0 ? 0 : (2 * Number(right[k])) / seen(k));
  switch (average) {
    case 'micro':
      return defined(sumOver(classes, (k) => Number(right[k])) / total);
    case 'weighted':
      return defined(sumOver(classes, (k) => Number(actual[k]) * f1(k)) / total);
    case 'macro':
      return defined(sumOver(classes, f1) / sumOver(classes, (k) => Number(seen(k) > 0)));
  }
}
