import { type AggregateTables, type ColumnRef, TASKS, type Task, type TaskColumns } from '@gatehouse/core';
import type { GateColumns, ModelColumns } from '@gatehouse/gate-runner';
import type { Flag } from '../flags/flag.ts';
import type { Flags } from '../flags/read-flags.ts';
import { LABEL_FLAGS, quickLabels, quickValues } from './quick-labels.ts';
import { quickColumn } from './quick-table.ts';

/** Flags that say what the values mean. */
export const TASK_FLAGS: readonly Flag[] = [
  { name: 'task', value: TASKS.join('|'), help: 'What the model does (default: binary-classification)' },
  ...LABEL_FLAGS,
  { name: 'classes', value: 'A,B,C', help: 'Of several classes, all in their order (default: those that are there)' },
  { name: 'query', value: 'COLUMN', help: 'Of a ranking, the query of a row; what the model says is then its score' },
  { name: 'item', value: 'COLUMN', help: 'Of a ranking, the item of a row' },
];

/** Columns of {@link TASK_FLAGS}. */
export const TASK_COLUMNS = ['query', 'item'] as const;

/** The task; what does not go with it is a fault. */
export function quickTask(flags: Flags): Task {
  const given = flags.text('task') ?? 'binary-classification';
  const task = TASKS.find((known) => known === given);
  if (task === undefined) {
    const fault = { where: '--task', found: `got ${JSON.stringify(given)}`, allowed: `One of ${TASKS.join(', ')}` };
    flags.fault({ ...fault, remedy: 'Write one of them' });
    return 'binary-classification';
  }
  const own = FLAGS_OF[task];
  for (const name of ['positive', 'negative', 'classes', 'query', 'item']) {
    if (!flags.has(name) || own.includes(name)) continue;
    const fault = { where: `--${name}`, found: `it is given for the task ${task}` };
    flags.fault({ ...fault, allowed: 'It belongs to another task', remedy: 'Remove it, or correct --task' });
  }
  if (task === 'ranking') for (const name of TASK_COLUMNS) flags.required(name);
  return task;
}

const FLAGS_OF: Readonly<Record<Task, readonly string[]>> = {
  'binary-classification': ['positive', 'negative'],
  'multiclass-classification': ['classes'],
  regression: [],
  ranking: ['query', 'item'],
};

/** Flags of columns that hold numbers, which are not compared by their text. */
export function numberFlags(task: Task, label: string, models: readonly string[]): ReadonlySet<string> {
  const counted = task === 'regression' || task === 'ranking' ? [label, ...models] : [];
  return new Set([...counted, ...models.map((model) => `${model}-score`), 'score', 'weight']);
}

/** What one model says, of which the column is the score in a ranking. */
export function quickModel(task: Task, column: string | undefined, score: string | undefined): ModelColumns {
  const none: ModelColumns = { prediction: null, score: null, scores: null };
  if (task === 'ranking') return { ...none, score: quickColumn(column) };
  return { ...none, prediction: quickColumn(column), score: quickColumn(score) };
}

/** The meaning of the columns; where they are, the rows say. */
export async function quickColumns(
  flags: Flags,
  { task, tables, columns }: { readonly task: Task; readonly tables: AggregateTables; readonly columns: GateColumns },
): Promise<TaskColumns> {
  const common = { id: '', label: '', protected: [], control: [], weight: null, cluster: null };
  const said = { prediction: '', score: '' };
  const valued = [columns.label, columns.prediction, columns.champion?.prediction ?? null].filter(isColumn);
  switch (task) {
    case 'binary-classification':
      return { ...common, ...said, task, ...(await quickLabels(flags, tables, valued)) };
    case 'multiclass-classification': {
      const named = flags.text('classes')?.split(',');
      return { ...common, ...said, task, classes: named ?? (await quickValues(tables, valued)), scores: null };
    }
    case 'regression':
      return { ...common, ...said, task };
    case 'ranking':
      return { ...common, ...said, task, query: '', item: '' };
  }
}

function isColumn(ref: ColumnRef | null): ref is ColumnRef {
  return ref !== null;
}
