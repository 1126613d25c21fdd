import { type Contradiction, duplicate, type ReadableModel, repeated } from './contradiction.ts';
import type { ModelConfig } from './schema.ts';
import type { Task } from './task.ts';
import { predictionColumns, taskColumns } from './task-columns.ts';
import type { DataPath } from './yaml-source.ts';

type Columns = ModelConfig['columns'];
type ColumnKey = 'score' | 'scores' | 'prediction' | 'query' | 'item' | 'weight';
type LabelKey = 'positive' | 'negative' | 'classes';

interface TaskKeys {
  readonly columns: readonly ColumnKey[];
  readonly label: readonly LabelKey[];
  readonly required: readonly (ColumnKey | LabelKey)[];
}

/** Which keys a task has; the other tasks' keys would be ignored, so they are faults. */
const KEYS: Readonly<Record<Task, TaskKeys>> = {
  'binary-classification': {
    columns: ['score', 'prediction', 'weight'],
    label: ['positive', 'negative'],
    required: ['positive', 'negative'],
  },
  'multiclass-classification': {
    columns: ['scores', 'prediction', 'weight'],
    label: ['classes'],
    required: ['classes'],
  },
  regression: { columns: ['prediction', 'weight'], label: [], required: [] },
  // What a query of rows with several weights would count is not defined.
  ranking: { columns: ['score', 'query', 'item'], label: [], required: ['query', 'item'] },
};

const COLUMN_KEYS: readonly ColumnKey[] = ['score', 'scores', 'prediction', 'query', 'item', 'weight'];
const LABEL_KEYS: readonly LabelKey[] = ['positive', 'negative', 'classes'];

/** Rules between the columns of a model and its task. Paths begin at the model. */
export function checkColumns({ task, columns }: ReadableModel): readonly Contradiction[] {
  if (columns === undefined) return [];
  const faults = repeated(columns.control).map((index) =>
    duplicate(['columns', 'control', index], columns.control[index] ?? ''),
  );
  if (task === undefined) return faults;
  const ofTask = [...checkKeys(task, columns), ...checkClasses(task, columns)];
  faults.push(...ofTask);
  // Without the columns of its task a model has no list of columns.
  if (ofTask.length === 0) faults.push(...checkDistinct(task, columns));
  if (columns.label.positive !== undefined && columns.label.positive === columns.label.negative) {
    faults.push({
      path: ['columns', 'label', 'negative'],
      found: `got "${columns.label.negative}" for the positive and for the negative label`,
      allowed: 'The two labels must differ',
      remedy: 'Write the two values as they stand in the data.',
    });
  }
  return faults;
}

function checkKeys(task: Task, columns: Columns): readonly Contradiction[] {
  const known = KEYS[task];
  const places = [
    ...COLUMN_KEYS.map((key) => ({
      key,
      path: ['columns', key],
      value: columns[key],
      has: known.columns.includes(key),
    })),
    ...LABEL_KEYS.map((key) => ({
      key,
      path: ['columns', 'label', key],
      value: columns.label[key],
      has: known.label.includes(key),
    })),
  ];
  return places.flatMap(({ key, path, value, has }): readonly Contradiction[] => {
    if (value !== undefined && !has) {
      const keys = [...known.columns, ...known.label.map((name) => `label.${name}`)];
      const found = `got "${key}", which the task ${task} does not have`;
      return [{ path, found, allowed: `Its columns are ${keys.join(', ')}`, remedy: 'Remove it, or correct "task".' }];
    }
    if (value === undefined && known.required.includes(key)) {
      const found = `got nothing, "${key}" is missing`;
      return [
        { path, found, allowed: `The task ${task} needs ${known.required.join(' and ')}`, remedy: `Add "${key}".` },
      ];
    }
    return [];
  });
}

function checkClasses(task: Task, { label, scores }: Columns): readonly Contradiction[] {
  const { classes = [] } = label;
  if (task !== 'multiclass-classification' || label.classes === undefined) return [];
  const faults = repeated(classes).map((index) =>
    duplicate(['columns', 'label', 'classes', index], classes[index] ?? ''),
  );
  if (scores === undefined) return faults;
  const allowed = `Every class must have a column, and no other: the classes are ${classes.join(', ')}`;
  for (const name of Object.keys(scores).filter((key) => !classes.includes(key))) {
    const found = `got a column for "${name}", which is not a class`;
    faults.push({ path: ['columns', 'scores', name], found, allowed, remedy: 'Remove it, or add it to the classes.' });
  }
  for (const name of classes.filter((key) => !Object.hasOwn(scores, key))) {
    const found = `got no column for the class "${name}"`;
    faults.push({ path: ['columns', 'scores'], found, allowed, remedy: `Add the column of "${name}".` });
  }
  return faults;
}

/** A column that has two parts would be hidden and shown at once. */
function checkDistinct(task: Task, columns: Columns): readonly Contradiction[] {
  const of = taskColumns({ task, columns });
  const declared = (key: 'query' | 'item' | 'weight' | 'cluster'): readonly (readonly [DataPath, string])[] => {
    const column = columns[key];
    return column === undefined ? [] : [[['columns', key], column]];
  };
  const single: readonly (readonly [DataPath, string])[] = [
    [['columns', 'label', 'column'], of.label],
    ...predictionColumns(of).map((column) => [placeOf(columns, column), column] as const),
    ...(['query', 'item', 'weight'] as const).flatMap(declared),
    // A query may be the cluster: then the declaration says nothing new and does no harm.
    ...declared('cluster').filter(([, column]) => column !== columns.query),
    ...columns.protected.map((name, index) => [['columns', 'protected', index], name] as const),
  ];
  return repeated(single.map(([, name]) => name)).map((index) => {
    const [path, name] = single[index] ?? [['columns'], ''];
    return {
      path,
      found: `got the column "${name}", which has another part already`,
      allowed:
        'The id, the label, the predictions, the query, the item, the weight, the cluster and the protected columns must be different columns',
      remedy: 'Name another column.',
    };
  });
}

function placeOf({ id, prediction, score, scores }: Columns, column: string): DataPath {
  if (column === id) return ['columns', 'id'];
  const name = Object.entries(scores ?? {}).find(([, of]) => of === column)?.[0];
  if (name !== undefined) return ['columns', 'scores', name];
  if (column === (prediction ?? 'prediction')) return ['columns', 'prediction'];
  return score === undefined ? ['columns'] : ['columns', 'score'];
}
