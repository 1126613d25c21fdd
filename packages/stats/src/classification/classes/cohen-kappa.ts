import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { sumOver } from '../../weighted-mean.ts';
import { type ClassConfusion, classMargins } from './class-confusion.ts';

/** How much a disagreement counts: always 1, the distance of the classes, or its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

const DISAGREEMENT: Readonly<Record<KappaWeights, (distance: number) => number>> = {
  none: (distance) => Number(distance > 0),
  linear: (distance) => distance,
  quadratic: (distance) => distance * distance,
};

/**
 * Cohen's κ = 1 - Σ w·observed / Σ w·expected, at most 1, 0 at chance, higher is better. Linear and quadratic weights
 * take the classes as ordered and equally spaced. Cohen (1968), Psychological Bulletin 70, 213-220.
 *
 * Undefined when all rows lie in one cell of the diagonal, for there no disagreement can be expected (`single-class`),
 * and without rows (`empty-group`).
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
export function cohenKappa(confusion: ClassConfusion, weights: KappaWeights = 'none'): Measured {
  const { actual, predicted, total } = classMargins(confusion);
  if (total === 0) return undefinedFor('empty-group');
  const { classes, cells } = confusion;
  const disagreement = DISAGREEMENT[weights];
  const rowOf = (cell: number): number => Math.floor(cell / classes);
  const weightOf = (cell: number): number => disagreement(Math.abs(rowOf(cell) - (cell % classes)));
  const observed = sumOver(cells.length, (cell) => weightOf(cell) * Number(cells[cell]));
  const expected = sumOver(
    cells.length,
    (cell) => (weightOf(cell) * Number(actual[rowOf(cell)]) * Number(predicted[cell % classes])) / total,
  );
  return expected === 0 ? undefinedFor('single-class') : defined(1 - observed / expected);
}
