import type { Finding } from '@gatehouse/core';
import { inWords } from '../../decision/wording.ts';
import type { ScoredRows } from '../estimate/metric-estimate.ts';

/**
 * Warns when no threshold of the score gives the predictions: some row with a lower score is predicted positive while one
 * with a higher score is predicted negative. The area under the curve reads scores and the rates of groups read
 * predictions; a person should know when the two are not one rule. Equal scores predicted differently are no contradiction.
 */
export function predictionFindings({ predicted, scores }: ScoredRows): readonly Finding[] {
  const lowestPositive = scores.reduce((low, score, row) => (predicted[row] ? Math.min(low, score) : low), Infinity);
  const highestNegative = scores.reduce(
    (high, score, row) => (predicted[row] ? high : Math.max(high, score)),
    -Infinity,
  );
  if (lowestPositive >= highestNegative) return [];
  const against = `predicted positive at the score ${inWords(lowestPositive)} and negative at ${inWords(highestNegative)}`;
  return [
    {
      measure: 'prediction',
      outcome: 'inconclusive',
      severity: 'warn',
      reasonCode: 'prediction-not-a-threshold',
      value: null,
      n: [scores.length],
      message: `the predictions are no threshold of the score: ${against} (n = ${scores.length})`,
    },
  ];
}
