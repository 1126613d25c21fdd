import { ActionError } from '../errors.ts';
import type { ModelConfig } from './schema.ts';

interface CommonColumns {
  readonly id: string;
  /** Column of what is true: a class, a number or a relevance. */
  readonly label: string;
  readonly protected: readonly string[];
  readonly control: readonly string[];
  readonly weight: string | null;
  readonly cluster: string | null;
}

export interface BinaryColumns extends CommonColumns {
  readonly task: 'binary-classification';
  readonly positive: string;
  readonly negative: string;
  readonly prediction: string;
  readonly score: string;
}

export interface MulticlassColumns extends CommonColumns {
  readonly task: 'multiclass-classification';
  readonly classes: readonly string[];
  readonly prediction: string;
  /** Columns of the probabilities in the order of `classes`; `null` where the model gives none. */
  readonly scores: readonly string[] | null;
}

export interface RegressionColumns extends CommonColumns {
  readonly task: 'regression';
  readonly prediction: string;
}

export interface RankingColumns extends CommonColumns {
  readonly task: 'ranking';
  readonly query: string;
  readonly item: string;
  readonly score: string;
}

/** The columns of a model by its task, with the names that may be left out. */
export type TaskColumns = BinaryColumns | MulticlassColumns | RegressionColumns | RankingColumns;

/**
 * The columns of a model whose configuration was checked.
 *
 * @throws ActionError `bug` when the columns are not those of the task, which `parseConfig` refuses.
 */
export function taskColumns({ task, columns }: Pick<ModelConfig, 'task' | 'columns'>): TaskColumns {
  const { id, label, protected: protectedColumns, control } = columns;
  const common: CommonColumns = {
    id,
    label: label.column,
    protected: protectedColumns,
    control,
    weight: columns.weight ?? null,
    cluster: columns.cluster ?? null,
  };
  const { prediction = 'prediction', score = 'score', scores } = columns;
  switch (task) {
    case 'binary-classification': {
      const [positive, negative] = [given(label.positive, 'positive'), given(label.negative, 'negative')];
      return { ...common, task, positive, negative, prediction, score };
    }
    case 'multiclass-classification': {
      const classes = given(label.classes, 'classes');
      const ofClass = (name: string): string =>
        given(Object.hasOwn(scores ?? {}, name) ? scores?.[name] : undefined, name);
      return { ...common, task, classes, prediction, scores: scores === undefined ? null : classes.map(ofClass) };
    }
    case 'regression':
      return { ...common, task, prediction };
    case 'ranking':
      return { ...common, task, query: given(columns.query, 'query'), item: given(columns.item, 'item'), score };
  }
}

/** The columns that a table of predictions has: the id, and what the model says of a row. */
export function predictionColumns(columns: TaskColumns): readonly string[] {
  switch (columns.task) {
    case 'binary-classification':
      return [columns.id, columns.prediction, columns.score];
    case 'multiclass-classification':
      return [columns.id, columns.prediction, ...(columns.scores ?? [])];
    case 'regression':
      return [columns.id, columns.prediction];
    case 'ranking':
      return [columns.id, columns.score];
  }
}

function given<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw new ActionError('bug', {
    where: 'The columns of the model',
    found: `no "${name}"`,
    allowed: 'the columns of the task, which the configuration was checked for',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
