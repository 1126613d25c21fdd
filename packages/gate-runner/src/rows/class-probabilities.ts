import type { ColumnRef } from '@gatehouse/core';
import { quoted, quotedList } from '@gatehouse/tables';
import { nameOf, refusedPredictions } from './binary-values.ts';
import type { GateRows, ModelColumns } from './gate-rows.ts';
import { need } from './needed-columns.ts';

/** How far the probabilities of a row may be from 1 together (stats.md §1.1). */
const SUM_TOLERANCE = 1e-6;

/** The probability of each class in the order of the classes; `null` where the model gives none. */
export function probabilityColumns({ scores }: ModelColumns, classes: readonly string[]): readonly ColumnRef[] | null {
  return scores === null ? null : classes.map((name) => need(scores.get(name), `probability of ${name}`));
}

/**
 * Makes sure that the probabilities of the classes are some, of the model and of its champion. Every gate asks, also one that
 * does not read them: a file that one gate refuses is no evidence for another.
 *
 * @throws ActionError `refused`: `value-missing`, `value-not-finite`, and `predictions-refused` below 0, above 1, or where
 *   those of a row do not sum to 1.
 */
export async function requireProbabilities(rows: GateRows, classes: readonly string[]): Promise<void> {
  const { columns } = rows;
  for (const model of [columns, columns.champion]) {
    const scores = model === null ? null : probabilityColumns(model, classes);
    if (scores !== null) await requireEach(rows, scores);
  }
}

async function requireEach({ tables, relation }: GateRows, scores: readonly ColumnRef[]): Promise<void> {
  // Refuses what has no sum: missing values, NaN and infinities.
  await tables.groupedSums(
    relation,
    [],
    scores.map((of) => ({ of })),
  );
  const moments = await tables.moments(relation, scores, { squares: false });
  for (const [at, score] of scores.entries()) {
    const [min, max] = [moments[at]?.min ?? 0, moments[at]?.max ?? 0];
    if (min < 0 || max > 1) throw notProbability(score, `scores from ${min} to ${max}`);
  }
  const apart = await tables.unequalSums(relation, { columns: scores, total: 1, tolerance: SUM_TOLERANCE });
  if (apart > 0) throw notSummed(scores, apart);
}

function notProbability(score: ColumnRef, found: string): Error {
  const allowed = 'numbers from 0 to 1, the probability of the class';
  return refusedPredictions({ where: nameOf(score), found, allowed, remedy: 'Write probabilities, as in 0.25' });
}

function notSummed(scores: readonly ColumnRef[], apart: number): Error {
  return refusedPredictions({
    where: `table ${quoted(scores[0]?.table ?? '')}, columns ${quotedList(scores.map(({ column }) => column))}`,
    found: `${apart} ${apart === 1 ? 'row' : 'rows'} whose probabilities do not sum to 1`,
    allowed: `1 in every row, up to ${SUM_TOLERANCE}`,
    remedy: 'Write the probability of every class',
  });
}
