import { nameOf, refusedPredictions } from './binary-values.ts';
import type { GateRows } from './gate-rows.ts';

/**
 * Makes sure that every score is a probability.
 *
 * @throws ActionError `refused`: `value-missing`, `value-not-finite`, and `predictions-refused` below 0 or above 1.
 */
export async function requireScores({ tables, relation, columns }: GateRows): Promise<void> {
  for (const score of [columns.score, columns.champion?.score ?? null]) {
    if (score === null) continue;
    // Refuses what has no sum: missing values, NaN and infinities.
    const counts = await tables.groupedSums(relation, [{ of: score, atLeast: 0 }], [{ of: score }]);
    const [moments] = await tables.moments(relation, [score]);
    const below = counts.find(({ key: [value] }) => value === 'false')?.count ?? 0;
    const [min, max] = [moments?.min ?? 0, moments?.max ?? 0];
    if (below === 0 && max <= 1) continue;
    throw refusedPredictions({
      where: nameOf(score),
      found: `scores from ${min} to ${max}`,
      allowed: 'numbers from 0 to 1, the probability of the positive label',
      remedy: 'Write probabilities, as in 0.25',
    });
  }
}
