import { z } from 'zod';

/** What a model does; it decides which columns, metrics and measures there are. */
export const TASKS = ['binary-classification', 'multiclass-classification', 'regression', 'ranking'] as const;
export type Task = (typeof TASKS)[number];

export const task = z
  .enum(TASKS)
  .describe('What the model does; it decides which columns, metrics and measures there are.');
