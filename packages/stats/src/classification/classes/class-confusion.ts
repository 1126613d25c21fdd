import { checkClasses, checkNotNegative, checkSameLength, checkWeights } from '../../sample-checks.ts';

/** A confusion of K classes: numbers of rows, or sums of their weights. */
export interface ClassConfusion {
  readonly classes: number;
  /** K·K cells; the cell of true class i and predicted class j is at `i * classes + j`. */
  readonly cells: Float64Array;
}

/** What the labels of a {@link ClassConfusion} are. */
export interface ClassRows {
  readonly labels: Int32Array;
  readonly predicted: Int32Array;
  readonly classes: number;
  readonly weights?: Float64Array;
}

/**
 * Counts rows by true and predicted class, classes from 0 to K-1. O(N + K²).
 *
 * @throws RangeError when a class is out of range, K is below 2, a weight is not positive and finite, or lengths differ.
 */
export function classConfusion({ labels, predicted, classes, weights }: ClassRows): ClassConfusion {
  checkSameLength(labels, predicted, 'labels and predictions');
  checkClasses(labels, classes, 'A label');
  checkClasses(predicted, classes, 'A prediction');
  checkWeights(weights, labels);
  const cells = new Float64Array(classes * classes);
  for (let row = 0; row < labels.length; row += 1) {
    const cell = Number(labels[row]) * classes + Number(predicted[row]);
    cells[cell] = Number(cells[cell]) + (weights === undefined ? 1 : Number(weights[row]));
  }
  return { classes, cells };
}

/** Sums of a {@link ClassConfusion} that its measures share. */
export interface ClassMargins {
  readonly total: number;
  /** Rows rightly predicted, by class. */
  readonly right: Float64Array;
  /** Rows of each true class. */
  readonly actual: Float64Array;
  /** Rows of each predicted class. */
  readonly predicted: Float64Array;
}

/** @throws RangeError when the cells are not K·K counts, finite and not negative. */
export function classMargins({ classes, cells }: ClassConfusion): ClassMargins {
  checkClasses([], classes, 'A class');
  if (cells.length !== classes * classes) {
    throw new RangeError(
      `A confusion of ${classes} classes must have ${classes * classes} cells, got ${cells.length}.`,
    );
  }
  checkNotNegative(cells, 'A count of a confusion');
  const right = new Float64Array(classes);
  const actual = new Float64Array(classes);
  const predicted = new Float64Array(classes);
  let total = 0;
  for (let cell = 0; cell < cells.length; cell += 1) {
    const count = Number(cells[cell]);
    const row = Math.floor(cell / classes);
    const column = cell % classes;
    actual[row] = Number(actual[row]) + count;
    predicted[column] = Number(predicted[column]) + count;
    if (row === column) right[row] = count;
    total += count;
  }
  return { total, right, actual, predicted };
}

/** How many classes have a row. */
export function presentClasses(margin: Float64Array): number {
  return margin.filter((count) => count > 0).length;
}
