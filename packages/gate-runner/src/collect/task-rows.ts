import type { TaskColumns } from '@gatehouse/core';
import type { GateRows } from '../rows/gate-rows.ts';
import { collectMulticlass, type MulticlassRows } from './multiclass.ts';
import { collectPerformance, type PerformanceRows } from './performance.ts';
import { collectRanking, type RankingRows } from './ranking.ts';
import { collectRegression, type RegressionRows } from './regression.ts';

/** The rows of a task as `evaluatePerformance` wants them. */
export type TaskRows =
  | ({ readonly task: 'binary-classification' } & PerformanceRows)
  | MulticlassRows
  | RegressionRows
  | RankingRows;

/** Fetches the rows of a model by its task, with all the checks of that task. */
export async function collectTask(rows: GateRows, columns: TaskColumns): Promise<TaskRows> {
  switch (columns.task) {
    case 'binary-classification':
      return { task: columns.task, ...(await collectPerformance(rows, columns)) };
    case 'multiclass-classification':
      return await collectMulticlass(rows, columns);
    case 'regression':
      return await collectRegression(rows);
    case 'ranking':
      return await collectRanking(rows);
  }
}
