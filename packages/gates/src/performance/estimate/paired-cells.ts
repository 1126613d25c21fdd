import type { BinaryConfusion } from '@gatehouse/stats';
import { checkAligned } from '../../decision/confusion.ts';

/** The confusion of one row, by 2·label + prediction. */
const ONE_ROW: readonly BinaryConfusion[] = [
  { tp: 0, fp: 0, fn: 0, tn: 1 },
  { tp: 0, fp: 1, fn: 0, tn: 0 },
  { tp: 0, fp: 0, fn: 1, tn: 0 },
  { tp: 1, fp: 0, fn: 0, tn: 0 },
];

const CELLS = 8;

/** Which of two models. */
export type Side = 'challenger' | 'champion';

interface Predictions {
  readonly challenger: readonly boolean[];
  readonly champion: readonly boolean[];
}

/**
 * Rows by label and both predictions: all that metrics of predictions need of two models on the same rows, and eight numbers
 * however many rows there are. The place of a cell is 4·label + 2·challenger + champion.
 */
export function pairedCells(labels: readonly boolean[], { challenger, champion }: Predictions): Int32Array {
  checkAligned(labels.length, challenger.length, 'predictions');
  checkAligned(labels.length, champion.length, 'predictions of the champion');
  const cells = new Int32Array(CELLS);
  for (let row = 0; row < labels.length; row += 1) {
    const cell = 4 * Number(labels[row]) + 2 * Number(challenger[row]) + Number(champion[row]);
    cells[cell] = Number(cells[cell]) + 1;
  }
  return cells;
}

/** The confusion of one model in rows counted by {@link pairedCells}. */
export function confusionOf(cells: ArrayLike<number>, side: Side): BinaryConfusion {
  const count = (label: number, predicted: number): number =>
    [0, 1].reduce((sum, other) => {
      const [challenger, champion] = side === 'challenger' ? [predicted, other] : [other, predicted];
      return sum + Number(cells[4 * label + 2 * challenger + champion]);
    }, 0);
  return { tp: count(1, 1), fp: count(0, 1), fn: count(1, 0), tn: count(0, 0) };
}

/** The confusion of the one row of each cell, for one model. */
export function rowConfusion(cell: number, side: Side): BinaryConfusion {
  const predicted = side === 'challenger' ? (cell >> 1) & 1 : cell & 1;
  return ONE_ROW[2 * (cell >> 2) + predicted] ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
}
