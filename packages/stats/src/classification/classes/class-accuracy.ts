import { type Measured, quotient } from '../../measured.ts';
import { sumOver } from '../../weighted-mean.ts';
import { type ClassConfusion, classMargins } from './class-confusion.ts';

/**
 * Share of rows whose class is predicted right, from 0 to 1, higher is better; `empty-group` without rows.
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
export function classAccuracy(confusion: ClassConfusion): Measured {
  const { right, total } = classMargins(confusion);
  return quotient(
    sumOver(right.length, (k) => Number(right[k])),
    total,
    'empty-group',
  );
}
