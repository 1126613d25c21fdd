import { ActionError } from '@gatehouse/core';
import type { EvaluationData } from './evaluation-data.ts';
import type { Predictions } from './predictions.ts';
import { quoted } from './quoted.ts';

/** The predictions of one model, aligned with the ids of the evaluation rows. */
export interface AlignedPredictions {
  /** True where the model predicts the positive label. */
  readonly predicted: readonly boolean[];
  /** Probability of the positive label, 0 to 1. */
  readonly scores: readonly number[];
}

/**
 * Brings predictions into the order of the evaluation rows, so that element i of every array is about the same row.
 *
 * @throws ActionError `bug` when an id has no prediction: `readPredictions` refuses such a table.
 */
export function joinById(data: Pick<EvaluationData, 'ids'>, predictions: Predictions): AlignedPredictions {
  const rows = data.ids.map((id) => {
    const prediction = predictions.get(id);
    if (prediction === undefined) {
      throw new ActionError('bug', {
        where: 'The join of predictions and labels',
        found: `no prediction for the id ${quoted(id)}`,
        allowed: 'one prediction per evaluation row',
        remedy: 'Report this as a bug of Gatehouse',
      });
    }
    return prediction;
  });
  return { predicted: rows.map((row) => row.positive), scores: rows.map((row) => row.score) };
}
