import type { WantedValues } from '@gatehouse/core';
import type { NumberedRows } from '@gatehouse/gates';
import type { GateRows } from '../rows/gate-rows.ts';
import { need } from '../rows/needed-columns.ts';
import { fetchTask, numbersOf, type RowContext } from './task-columns.ts';

/** Rows of a regression. */
export interface RegressionRows extends RowContext {
  readonly task: 'regression';
  readonly labels: Float64Array;
  readonly challenger: NumberedRows;
  readonly champion: NumberedRows | null;
}

/**
 * Fetches the rows of a regression.
 *
 * @throws ActionError `refused`: `value-missing` and `value-not-finite` for a label or prediction that is no number, and all of
 *   `fetchTask`.
 */
export async function collectRegression(rows: GateRows): Promise<RegressionRows> {
  const { label, prediction, champion } = rows.columns;
  const predictions = [
    need(prediction, 'prediction'),
    ...(champion === null ? [] : [need(champion.prediction, 'prediction of the champion')]),
  ];
  const wanted = [need(label, 'label'), ...predictions].map((column): WantedValues => ({ column, as: 'numbers' }));
  const { fetched, context } = await fetchTask(rows, wanted);
  return {
    ...context,
    task: 'regression',
    labels: numbersOf(fetched[0]),
    challenger: { predicted: numbersOf(fetched[1]) },
    champion: champion === null ? null : { predicted: numbersOf(fetched[2]) },
  };
}
