import type { ColumnRef, FetchedValues, WantedValues } from '@gatehouse/core';
import type { Sampling, ScoredRows, SliceColumns } from '@gatehouse/gates';
import { isPositive, requireBinary } from '../rows/binary-values.ts';
import type { BinaryLabels, GateRows } from '../rows/gate-rows.ts';
import { knownGroups } from '../rows/known-groups.ts';
import { need } from '../rows/needed-columns.ts';
import { requireIds } from '../rows/row-ids.ts';
import { samplingColumns, samplingFrom } from '../rows/sampled-columns.ts';
import { requireScores } from '../rows/scores.ts';
import { textsOf } from './task-columns.ts';

/** What `evaluatePerformance` is told of the rows. All arrays are aligned. */
export interface PerformanceRows {
  readonly labels: readonly boolean[];
  /** There, and true, where neither model gave scores: then they are 1 and 0, and nothing reads them. */
  readonly withoutScores?: true;
  readonly challenger: ScoredRows;
  /** `null` without a champion. */
  readonly champion: ScoredRows | null;
  /** The values of protected and control columns in each row. */
  readonly slices: SliceColumns;
  /** Values that a protected column has anywhere in its table. */
  readonly knownSlices: ReadonlyMap<string, readonly string[]>;
  readonly sampling: Sampling;
}

/** Measures of ranks need an order, so rows come into JavaScript: about 100 bytes of memory each. */
const MOST_ROWS = 10_000_000;

/**
 * Fetches the rows of a binary model. Their order is one of the data and not of the file: by id, or by all values that are
 * fetched, among which equal rows can change places unseen. So the bounds of drawn samples do not hang on who wrote the file.
 *
 * @throws ConfigError for a label that is neither value, a reserved group name, or no column for label, prediction or score;
 *   ActionError `refused` for predictions and scores that break their contract, and `file-too-large` beyond ten million rows.
 */
export async function collectPerformance(rows: GateRows, labels: BinaryLabels): Promise<PerformanceRows> {
  const { columns } = rows;
  const withoutScores = columns.score === null && (columns.champion?.score ?? null) === null;
  const challenger = scored(columns, withoutScores);
  const champion = columns.champion === null ? null : scored(columns.champion, withoutScores, ' of the champion');
  await requireIds(rows);
  await requireBinary(rows, labels);
  await requireScores(rows);
  const knownSlices = await knownGroups(rows, columns.protected);
  // Of a control column only the reserved name is looked for.
  await knownGroups(rows, columns.control);
  const slices = [...columns.protected, ...columns.control];
  const models = champion === null ? [challenger] : [challenger, champion];
  const wanted: readonly WantedValues[] = [
    { column: need(columns.label, 'label'), as: 'codes' },
    ...models.flatMap(({ prediction, score }): readonly WantedValues[] => [
      { column: prediction, as: 'codes' },
      // One value for two keeps the places of the others.
      score === null ? { column: prediction, as: 'codes' } : { column: score, as: 'numbers' },
    ]),
    ...slices.map(([, column]): WantedValues => ({ column, as: 'codes' })),
    ...samplingColumns(columns),
  ];
  const orderBy = columns.id ?? wanted.map(({ column }) => column);
  const fetched = await rows.tables.columnValues(rows.relation, wanted, { maxRows: MOST_ROWS, orderBy });
  const modelAt = (at: number): ScoredRows => {
    const predicted = booleansOf(fetched[at], labels);
    return { predicted, scores: withoutScores ? predicted.map(Number) : Array.from(fetched[at + 1]?.values ?? []) };
  };
  return {
    labels: booleansOf(fetched[0], labels),
    ...(withoutScores ? { withoutScores } : {}),
    challenger: modelAt(1),
    champion: champion === null ? null : modelAt(3),
    slices: new Map(slices.map(([name], index) => [name, textsOf(fetched[1 + 2 * models.length + index])])),
    knownSlices,
    sampling: samplingFrom(columns, fetched.slice(1 + 2 * models.length + slices.length)),
  };
}

function scored(
  columns: { readonly prediction: ColumnRef | null; readonly score: ColumnRef | null },
  withoutScores: boolean,
  model = '',
): { readonly prediction: ColumnRef; readonly score: ColumnRef | null } {
  return {
    prediction: need(columns.prediction, `prediction${model}`),
    score: withoutScores ? null : need(columns.score, `score${model}`),
  };
}

function booleansOf(fetched: FetchedValues | undefined, labels: BinaryLabels): readonly boolean[] {
  if (fetched?.as !== 'codes') return [];
  const meanings = fetched.keys.map((key) => isPositive(key, labels));
  return Array.from(fetched.values, (code) => meanings[code] ?? isPositive(undefined, labels));
}
