import type { ScoredRows } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import type { Sampling } from '../estimate/sampling.ts';
import { unfitInput } from '../exam/exam-input.ts';

export interface BinaryRows {
  /** True where the row is positive. */
  readonly labels: readonly boolean[];
  readonly challenger: ScoredRows;
  readonly champion: ScoredRows | null;
  readonly sampling?: Sampling;
  readonly withoutScores?: boolean;
}

/** @throws ActionError `bug` when there is no champion and one is asked for. */
export function modelOf({ challenger, champion }: BinaryRows, side: Side): ScoredRows {
  const model = side === 'challenger' ? challenger : champion;
  if (model === null) throw unfitInput('no champion', 'the answers of both models');
  return model;
}
