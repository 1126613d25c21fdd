import { checkClasses, checkSameLength, type Numbers } from '../../sample-checks.ts';
import type { ClassConfusion, ClassRows } from './class-confusion.ts';

/**
 * `classConfusion` for rows drawn again. The confusion is reused by the next call. O(N) a call.
 *
 * @throws RangeError when a class is out of range or lengths differ.
 */
export function classConfusionOfWeights({
  labels,
  predicted,
  classes,
}: Omit<ClassRows, 'weights'>): (weights: Numbers) => ClassConfusion {
  checkSameLength(labels, predicted, 'labels and predictions');
  checkClasses(labels, classes, 'A label');
  checkClasses(predicted, classes, 'A prediction');
  const cellOf = labels.map((label, row) => label * classes + Number(predicted[row]));
  const cells = new Float64Array(classes * classes);
  return (weights) => {
    cells.fill(0);
    for (let row = 0; row < cellOf.length; row += 1) {
      const cell = Number(cellOf[row]);
      cells[cell] = Number(cells[cell]) + Number(weights[row]);
    }
    return { classes, cells };
  };
}
