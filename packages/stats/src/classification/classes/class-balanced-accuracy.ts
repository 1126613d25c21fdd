import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { sumOver } from '../../weighted-mean.ts';
import { type ClassConfusion, classMargins, presentClasses } from './class-confusion.ts';

/**
 * Mean recall over the classes that have a true row, from 0 to 1, higher is better.
 * Undefined with fewer than two such classes (`single-class`) and without rows (`empty-group`).
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
export function classBalancedAccuracy(confusion: ClassConfusion): Measured {
  const { right, actual, total } = classMargins(confusion);
  if (total === 0) return undefinedFor('empty-group');
  const present = presentClasses(actual);
  if (present < 2) return undefinedFor('single-class');
  const recall = (k: number): number => (Number(actual[k]) === 0 ? 0 : Number(right[k]) / Number(actual[k]));
  return defined(sumOver(confusion.classes, recall) / present);
}
