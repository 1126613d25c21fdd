import {
  type ColumnRef,
  ConfigError,
  type FetchedValues,
  type MulticlassColumns,
  type WantedValues,
} from '@gatehouse/core';
import type { ClassedRows } from '@gatehouse/gates';
import { quotedList } from '@gatehouse/tables';
import { nameOf, type Others, otherValues, refusedPredictions } from '../rows/binary-values.ts';
import { probabilityColumns, requireProbabilities } from '../rows/class-probabilities.ts';
import type { GateRows } from '../rows/gate-rows.ts';
import { need } from '../rows/needed-columns.ts';
import { fetchTask, numbersOf, type RowContext } from './task-columns.ts';

/** Rows of a model of several classes. */
export interface MulticlassRows extends RowContext {
  readonly task: 'multiclass-classification';
  readonly classes: readonly string[];
  readonly labels: Int32Array;
  readonly challenger: ClassedRows;
  readonly champion: ClassedRows | null;
}

/**
 * Fetches the rows of a model of several classes.
 *
 * @throws ConfigError for a label that is no class; ActionError `refused`, `predictions-refused`, for a prediction that is
 *   none, a probability out of range and probabilities that do not sum to 1; and all of `fetchTask`.
 */
export async function collectMulticlass(rows: GateRows, { classes }: MulticlassColumns): Promise<MulticlassRows> {
  const { columns, tables } = rows;
  const label = need(columns.label, 'label');
  const models = [columns, ...(columns.champion === null ? [] : [columns.champion])].map((model) => ({
    prediction: need(model.prediction, 'prediction'),
    scores: probabilityColumns(model, classes),
  }));
  await tables.requireSameType([label, ...models.map(({ prediction }) => prediction)]);
  const wanted: readonly WantedValues[] = [
    { column: label, as: 'codes' },
    ...models.flatMap(({ prediction, scores }): readonly WantedValues[] => [
      { column: prediction, as: 'codes' },
      ...(scores ?? []).map((column): WantedValues => ({ column, as: 'numbers' })),
    ]),
  ];
  const { fetched, context } = await fetchTask(rows, wanted);
  const labels = classesOf(fetched[0], classes, (found) => otherLabels(label, found, classes));
  const answers: ClassedRows[] = [];
  let at = 1;
  for (const { prediction, scores } of models) {
    const predicted = classesOf(fetched[at], classes, (found) => otherPredictions(prediction, found, classes));
    const own = fetched.slice(at + 1, at + 1 + (scores?.length ?? 0)).map(numbersOf);
    answers.push({ predicted, probabilities: scores === null ? null : probabilitiesOf(own) });
    at += 1 + (scores?.length ?? 0);
  }
  await requireProbabilities(rows, classes);
  const [challenger, champion = null] = answers;
  if (challenger === undefined) throw new Error('The rows have a challenger.');
  return { ...context, task: 'multiclass-classification', classes, labels, challenger, champion };
}

function classesOf(
  fetched: FetchedValues | undefined,
  classes: readonly string[],
  refuse: (found: Others) => Error,
): Int32Array {
  if (fetched?.as !== 'codes') return new Int32Array(0);
  const places = fetched.keys.map((key) => classes.indexOf(key));
  const classed = fetched.values.map((code) => places[code] ?? -1);
  const wrong = classed.reduce((count, place) => count + Number(place < 0), 0);
  if (wrong === 0) return classed;
  const others = fetched.keys.filter((_, code) => places[code] === -1 && fetched.values.includes(code));
  const examples = others.length === 0 ? 'a missing value' : quotedList(others.slice(0, 3));
  throw refuse({ count: wrong, examples });
}

function otherLabels(column: ColumnRef, found: Others, classes: readonly string[]): ConfigError {
  const allowed = `one of the classes ${quotedList(classes)}`;
  const remedy = 'Correct the rows, or the classes of the label';
  return new ConfigError([{ where: nameOf(column), found: otherValues(found, 'label'), allowed, remedy }]);
}

function otherPredictions(column: ColumnRef, found: Others, classes: readonly string[]): Error {
  const allowed = `one of the classes ${quotedList(classes)}`;
  const remedy = 'Predict one of the classes';
  return refusedPredictions({ where: nameOf(column), found: otherValues(found, 'prediction'), allowed, remedy });
}

/** Row by row, the classes of a row beside each other. */
function probabilitiesOf(columns: readonly Float64Array[]): Float64Array {
  const classes = columns.length;
  const probabilities = new Float64Array((columns[0]?.length ?? 0) * classes);
  for (const [k, column] of columns.entries()) {
    for (const [row, value] of column.entries()) probabilities[row * classes + k] = value;
  }
  return probabilities;
}
