import type { FairnessGateConfig } from '@gatehouse/core';
import { checkAligned } from '../../decision/confusion.ts';
import { checkNumbers, type RowGroups } from '../groups/row-groups.ts';
import { estimateMeasure, meanMeasure } from './regression-measures.ts';
import type { RowMeasure } from './row-measure.ts';
import { groupAuc } from './score-intervals.ts';

/** Scores of a binary model; arrays are aligned. */
export interface ScoredGroupRows {
  readonly labels: readonly boolean[];
  /** Probability of the positive label. */
  readonly scores: readonly number[];
  /** By sensitive column. */
  readonly groups: ReadonlyMap<string, RowGroups>;
}

/**
 * Differences between groups that only scores show (stats.md §2.2): how well they order the rows of a group, and by how much
 * they are too high or too low on the whole.
 *
 * @throws ActionError `bug` when arrays are not aligned or a score is not finite.
 */
export function scoredMeasures(
  rows: ScoredGroupRows,
  config: FairnessGateConfig,
  seedOf: (check: string) => Uint8Array,
): readonly RowMeasure[] {
  const { labels, scores, groups } = rows;
  checkAligned(labels.length, scores.length, 'scores');
  checkNumbers(Float64Array.from(scores), 'the score');
  const surplus = Float64Array.from(scores, (score, row) => (labels[row] === true ? 1 : 0) - score);
  const at = <T>(values: readonly T[], own: Int32Array): readonly T[] =>
    [...own].flatMap((row) => values.slice(row, row + 1));
  return [
    estimateMeasure(
      { measure: 'auc-difference', words: 'area under the ROC curve', method: 'delong, square and add' },
      { groups, config, estimate: (own) => groupAuc(at(labels, own), at(scores, own)) },
    ),
    meanMeasure(
      { measure: 'calibration-in-the-large-difference', words: 'calibration in the large', values: surplus },
      { rows, config, seedOf },
    ),
  ];
}
