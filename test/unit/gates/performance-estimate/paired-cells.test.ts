import { ActionError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import {
  confusionOf,
  pairedCells,
  rowConfusion,
} from '../../../../packages/gates/src/performance/estimate/paired-cells.ts';

/** Of each cell as many rows as its place and one. */
function rowsOfCells(): { labels: boolean[]; challenger: boolean[]; champion: boolean[] } {
  const cells = Array.from({ length: 8 }, (_, cell) => new Array<number>(cell + 1).fill(cell)).flat();
  return {
    labels: cells.map((cell) => cell >= 4),
    challenger: cells.map((cell) => cell % 4 >= 2),
    champion: cells.map((cell) => cell % 2 === 1),
  };
}

describe('rows of two models', () => {
  it('are counted by label, challenger and champion', () => {
    const { labels, ...predictions } = rowsOfCells();

    expect([...pairedCells(labels, predictions)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each([
    ['challenger', { tp: 7 + 8, fp: 3 + 4, fn: 5 + 6, tn: 1 + 2 }],
    ['champion', { tp: 6 + 8, fp: 2 + 4, fn: 5 + 7, tn: 1 + 3 }],
  ] as const)('give the confusion of the %s', (side, confusion) => {
    expect(confusionOf([1, 2, 3, 4, 5, 6, 7, 8], side)).toEqual(confusion);
  });

  it.each(['challenger', 'champion'] as const)('are refused where the %s has another number of them', (side) => {
    const both = { challenger: [true, false], champion: [true, false] };

    expect(() => pairedCells([true, false], { ...both, [side]: [true] })).toThrow(ActionError);
  });

  it.each(
    Array.from({ length: 8 }, (_, cell) => cell).flatMap((cell) =>
      (['challenger', 'champion'] as const).map((side) => [cell, side] as const),
    ),
  )('of cell %i are one row each for the %s', (cell, side) => {
    const one = Array.from({ length: 8 }, (_, at) => (at === cell ? 1 : 0));

    expect(rowConfusion(cell, side)).toEqual(confusionOf(one, side));
  });
});
