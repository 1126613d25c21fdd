import type { FairnessGateConfig } from '@gatehouse/core';
import type { GateContext } from '../decision/assemble-decision.ts';
import type { GroupCounts } from '../decision/group-counts.ts';
import type { ChampionSplits } from './champion/champion-split.ts';
import type { IntersectionCounts } from './groups/intersections.ts';
import type { ScoredGroupRows } from './rows/scored-measures.ts';
import type { PredictionNames } from './selection-meaning.ts';
import type { ControlStratum } from './strata/control-strata.ts';
import type { FinestCell } from './withheld/cross-counts.ts';

/** What the fairness gate is told of rows with two labels; all counts are of the same rows. */
export interface FairnessInput {
  readonly config: FairnessGateConfig;
  readonly context: GateContext;
  /** Counts by sensitive column and group, as `countGroups` makes them. */
  readonly groups: ReadonlyMap<string, GroupCounts>;
  /** Counts of every two sensitive columns together, as `countIntersections` makes them. */
  readonly intersections?: readonly IntersectionCounts[];
  /** Counts of all sensitive columns together, as `crossTables` makes them. */
  readonly joint?: GroupCounts;
  /** What all counts are sums of, as `crossTables` makes it: it decides which numbers may be printed. */
  readonly finest?: readonly FinestCell[];
  /** Counts by sensitive column, apart by the champion's predictions on the same rows. */
  readonly champion?: ReadonlyMap<string, ChampionSplits>;
  /** `none` where nothing is known of what was true: every row counts as negative, and only selection is judged. */
  readonly labels?: 'known' | 'none';
  /** What is said of a row by either prediction. */
  readonly predictions?: PredictionNames;
  /** Of a multiclass model, the counts of every class against the rest by sensitive column; reported. */
  readonly classes?: ReadonlyMap<string, ReadonlyMap<string, GroupCounts>>;
  /** Scores row by row, for the measures that need them. */
  readonly scored?: ScoredGroupRows;
  /** Why the champion's predictions are not there although there is a champion. */
  readonly championUnavailable?: string;
  /** There is no champion, though versions are published: no stage names one of them. */
  readonly versionsExist?: boolean;
  /** Counts by sensitive column within each combination of values of the control columns. */
  readonly strata?: ReadonlyMap<string, readonly ControlStratum[]>;
}
