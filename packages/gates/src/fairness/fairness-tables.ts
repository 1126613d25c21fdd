import { ActionError } from '@gatehouse/core';
import type { GroupCounts } from '../decision/group-counts.ts';
import type { FairnessInput } from './fairness-input.ts';
import { seeds } from './groups/check-seeds.ts';
import type { ReportedColumn } from './groups/compared-column.ts';
import type { IntersectedColumn } from './groups/intersections.ts';
import { jointCounts } from './groups/joint-groups.ts';
import { intersections, sensitiveColumns } from './groups/sensitive-columns.ts';
import type { RowMeasure } from './rows/row-measure.ts';
import { scoredMeasures } from './rows/scored-measures.ts';
import { type Strata, usableStrata } from './strata/judge-strata.ts';
import type { FinestCell } from './withheld/cross-counts.ts';

/** The input as the policy wants it looked at. */
export interface FairnessTables {
  readonly columns: readonly ReportedColumn[];
  readonly crossed: readonly IntersectedColumn[];
  /** Of all sensitive columns together; `null` where they were not counted. */
  readonly joint: GroupCounts | null;
  readonly strata: Strata | null;
  readonly finest: readonly FinestCell[] | null;
  readonly scored: readonly RowMeasure[];
}

/**
 * @throws ConfigError when a sensitive column is not among the groups or has too many of them, or a limit needs control
 * strata that are not there; ActionError `bug` when a limit needs what was not counted.
 */
export function fairnessTables(input: FairnessInput): FairnessTables {
  const { config } = input;
  const columns = sensitiveColumns(config, input.groups);
  return {
    columns,
    crossed: intersections(config, columns, input.intersections),
    joint: jointCounts(input.joint, columns),
    strata: usableStrata(input.strata, config),
    finest: input.finest ?? null,
    scored: scoredOf(input),
  };
}

function scoredOf({ scored, config, context }: FairnessInput): readonly RowMeasure[] {
  if (scored !== undefined) return scoredMeasures(scored, config, seeds(context));
  const limited = SCORED.filter((measure) => config.measures[measure] !== undefined);
  if (limited.length === 0) return [];
  throw new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `no scores, and limits on ${limited.join(' and ')}`,
    allowed: 'the scores of every row',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

const SCORED = ['auc-difference', 'calibration-in-the-large-difference'] as const;
