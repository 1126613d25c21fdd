import { type AggregateTables, type ColumnRef, nearestName, TASKS, type Task, type TaskColumns } from '@gatehouse/core';
import type { GateColumns, ModelColumns } from '@gatehouse/gate-runner';
import type { Flag } from '../flags/flag.ts';
import type { Flags } from '../flags/read-flags.ts';
import { LABEL_FLAGS, quickLabels, quickValues, refuseNumbers } from './quick-labels.ts';
import { quickColumn } from './quick-table.ts';

/** Flags that say what the values mean. */
export const TASK_FLAGS: readonly Flag[] = [
  { name: 'task', value: TASKS.join('|'), help: 'What the model does (default: binary-classification)' },
  ...LABEL_FLAGS,
  { name: 'classes', value: 'A,B,C', help: 'Of several classes, all in their order (default: those that are there)' },
  { name: 'id', value: 'COLUMN', help: 'What names a row, and no other; without it copied rows cannot be seen' },
  { name: 'query', value: 'COLUMN', help: 'Of a ranking, the query of a row; what the model says is then its score' },
  { name: 'item', value: 'COLUMN', help: 'Of a ranking, the item of a row' },
  { name: 'weight', value: 'COLUMN', help: 'How many rows a row stands for' },
  { name: 'cluster', value: 'COLUMN', help: 'Rows with one value depend on each other, as those of one person' },
];

/** Flags among {@link TASK_FLAGS} that name columns. */
export const TASK_COLUMNS = ['id', 'query', 'item', 'weight', 'cluster'] as const;

/** Those columns. */
export function taskRefs(flags: Flags): Pick<GateColumns, (typeof TASK_COLUMNS)[number]> {
  const [id, query, item, weight, cluster] = TASK_COLUMNS.map((name) => quickColumn(flags.text(name)));
  return { id: id ?? null, query: query ?? null, item: item ?? null, weight: weight ?? null, cluster: cluster ?? null };
}

/** The task; what does not go with it is a fault. */
export function quickTask(flags: Flags): Task {
  const given = flags.text('task') ?? 'binary-classification';
  const task = TASKS.find((known) => known === given);
  if (task === undefined) {
    const fault = { where: '--task', found: `got ${JSON.stringify(given)}`, allowed: `One of ${TASKS.join(', ')}` };
    const near = nearestName(given, TASKS);
    flags.fault({ ...fault, remedy: near === null ? 'Write one of them' : `Did you mean "${near}"?` });
    return 'binary-classification';
  }
  const own = FLAGS_OF[task];
  for (const name of ['positive', 'negative', 'classes', 'query', 'item']) {
    if (!flags.has(name) || own.includes(name)) continue;
    const fault = { where: `--${name}`, found: `it is given for the task ${task}` };
    flags.fault({ ...fault, allowed: 'It belongs to another task', remedy: 'Remove it, or correct --task' });
  }
  if (task === 'ranking') for (const name of FLAGS_OF[task]) flags.required(name);
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
  const common = { id: '', label: '', protected: [], control: [], ...samplingOf(flags) };
  const said = { prediction: '', score: '' };
  const valued = [columns.label, columns.prediction, columns.champion?.prediction ?? null].filter(isColumn);
  switch (task) {
    case 'binary-classification':
      return { ...common, ...said, task, ...(await quickLabels(flags, tables, valued)) };
    case 'multiclass-classification': {
      const named = flags.text('classes')?.split(',');
      if (named === undefined) await refuseNumbers(tables, valued);
      return { ...common, ...said, task, classes: named ?? (await quickValues(tables, valued)), scores: null };
    }
    case 'regression':
      return { ...common, ...said, task };
    case 'ranking':
      return { ...common, ...said, task, query: '', item: '' };
  }
}

function samplingOf(flags: Flags): Pick<TaskColumns, 'weight' | 'cluster'> {
  return { weight: flags.text('weight') ?? null, cluster: flags.text('cluster') ?? null };
}

function isColumn(ref: ColumnRef | null): ref is ColumnRef {
  return ref !== null;
}
