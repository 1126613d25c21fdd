import type { JudgedColumn } from '../groups/compared-column.ts';
import type { Levels, PairComparison } from './compare-pair.ts';
import type { LimitedMeasure } from './fairness-measures.ts';

/** A limited measure and what every finding about it repeats. */
export interface FairnessRule {
  readonly measure: string;
  readonly limit: number;
  /** `rates` is empty where no two rates are compared. */
  readonly rule: Pick<LimitedMeasure['rule'], 'by' | 'rates' | 'combine' | 'ofSelection'>;
  /** Confidence with which all intervals of the gate hold together. */
  readonly confidence: number;
  /** Of each interval. */
  readonly levels: Levels;
}

/** One limited measure on one column, and the pairs that it judges. */
export interface JudgedMeasure {
  /** With the groups that are large enough. */
  readonly column: JudgedColumn;
  readonly rule: FairnessRule;
  readonly pairs: readonly PairComparison[];
}
