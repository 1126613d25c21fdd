import type { TaskColumns } from '@gatehouse/core';
import type { GateContext } from '@gatehouse/gates';
import type { GateChampion } from '../gate-inputs.ts';
import type { GateRows } from '../rows/gate-rows.ts';

/** Rows that a gate judges, wherever they come from, and what is known about them. */
export interface JudgedRows {
  readonly rows: GateRows;
  /** What the columns mean by the task of the model; where they are, `rows` says. */
  readonly columns: TaskColumns;
  readonly champion: GateChampion;
  readonly context: GateContext;
  /** How many other candidates these rows have judged; absent where nobody keeps count. */
  readonly evaluations?: number;
  /** Ids of these rows that training has seen; absent where they could not be compared. */
  readonly sharedIds?: number;
}
