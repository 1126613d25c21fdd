import {
  type ColumnRef,
  ConfigError,
  type FetchedValues,
  type MulticlassColumns,
  type WantedValues,
} from '@gatehouse/core';
import type { ClassedRows } from '@gatehouse/gates';
import { quoted, quotedList } from '@gatehouse/tables';
import { nameOf, refusedPredictions } from '../rows/binary-values.ts';
import type { GateRows, ModelColumns } from '../rows/gate-rows.ts';
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

/** How far the probabilities of a row may be from 1 together (stats.md §1.1). */
const SUM_TOLERANCE = 1e-6;

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
    scores: scoresOf(model, classes),
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
    answers.push({ predicted, probabilities: scores === null ? null : probabilitiesOf(own, scores) });
    at += 1 + (scores?.length ?? 0);
  }
  const [challenger, champion = null] = answers;
  if (challenger === undefined) throw new Error('The rows have a challenger.');
  return { ...context, task: 'multiclass-classification', classes, labels, challenger, champion };
}

function scoresOf({ scores }: ModelColumns, classes: readonly string[]): readonly ColumnRef[] | null {
  return scores === null ? null : classes.map((name) => need(scores.get(name), `probability of ${name}`));
}

function classesOf(
  fetched: FetchedValues | undefined,
  classes: readonly string[],
  refuse: (found: string) => Error,
): Int32Array {
  if (fetched?.as !== 'codes') return new Int32Array(0);
  const places = fetched.keys.map((key) => classes.indexOf(key));
  const classed = fetched.values.map((code) => places[code] ?? -1);
  const wrong = classed.reduce((count, place) => count + Number(place < 0), 0);
  if (wrong === 0) return classed;
  const others = fetched.keys.filter((_, code) => places[code] === -1 && fetched.values.includes(code));
  const examples = others.length === 0 ? 'a missing value' : quotedList(others.slice(0, 3));
  throw refuse(`${wrong} of another value, such as ${examples}`);
}

function otherLabels(column: ColumnRef, found: string, classes: readonly string[]): ConfigError {
  const allowed = `one of the classes ${quotedList(classes)}`;
  const remedy = 'Correct the rows, or the classes of the label';
  return new ConfigError([{ where: nameOf(column), found: `labels: ${found}`, allowed, remedy }]);
}

function otherPredictions(column: ColumnRef, found: string, classes: readonly string[]): Error {
  const allowed = `one of the classes ${quotedList(classes)}`;
  const remedy = 'Predict one of the classes';
  return refusedPredictions({ where: nameOf(column), found: `predictions: ${found}`, allowed, remedy });
}

function probabilitiesOf(columns: readonly Float64Array[], refs: readonly ColumnRef[]): Float64Array {
  const classes = columns.length;
  const rows = columns[0]?.length ?? 0;
  const probabilities = new Float64Array(rows * classes);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (const [k, column] of columns.entries()) {
      const value = Number(column[row]);
      if (!(value >= 0 && value <= 1)) throw notProbability(refs[k], value);
      probabilities[row * classes + k] = value;
      sum += value;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) throw notSummed(refs, sum);
  }
  return probabilities;
}

function notProbability(ref: ColumnRef | undefined, value: number): Error {
  const where = ref === undefined ? 'The probabilities' : nameOf(ref);
  const allowed = 'numbers from 0 to 1, the probability of the class';
  return refusedPredictions({ where, found: `the score ${value}`, allowed, remedy: 'Write probabilities, as in 0.25' });
}

function notSummed(refs: readonly ColumnRef[], sum: number): Error {
  const where = `table ${quoted(refs[0]?.table ?? '')}, columns ${quotedList(refs.map(({ column }) => column))}`;
  const allowed = `1 in every row, up to ${SUM_TOLERANCE}`;
  return refusedPredictions({
    where,
    found: `probabilities that sum to ${sum}`,
    allowed,
    remedy: 'Write the probability of every class',
  });
}
