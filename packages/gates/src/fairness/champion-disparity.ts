import { ActionError } from '@gatehouse/core';
import type { Bounds } from '@gatehouse/stats';
import { totalOf } from '../decision/confusion.ts';
import {
  type Aggregate,
  nameIn,
  type ReportedColumn,
  type ReportRequest,
  reportedAggregates,
} from './fairness-aggregates.ts';
import type { GroupCounts } from './group-counts.ts';

/** A disparity of both models and by how much it grew; the interval holds when both simultaneous intervals do. */
interface DisparityChange {
  readonly champion: number | null;
  readonly challenger: number | null;
  readonly difference: number | null;
  readonly interval: Bounds | null;
}

/**
 * Disparities of the challenger minus those of the champion on the same rows, for the listed measures. Counts do not say
 * which rows both models get right, so the interval takes each model at its worst: it is wider than a paired one.
 *
 * @throws ActionError `bug` when the champion was counted on other groups or other numbers of rows.
 */
export function championDisparities(
  columns: readonly ReportedColumn[],
  champion: ReadonlyMap<string, GroupCounts>,
  request: ReportRequest,
): Readonly<Record<string, DisparityChange>> {
  const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
  const entries = columns.flatMap((column) => {
    const groups = champion.get(column.name);
    if (groups === undefined || !isOfSameRows(column.groups, groups)) throw otherRows(column.name);
    const own = reportedAggregates(column, { ...request, measures });
    const old = reportedAggregates({ ...column, groups }, { ...request, measures });
    return measures.map(({ measure }) => [
      nameIn(columns, column.name, measure),
      changeOf(old.get(measure) ?? UNKNOWN, own.get(measure) ?? UNKNOWN),
    ]);
  });
  return Object.fromEntries(entries);
}

const UNKNOWN: Aggregate = { value: null, interval: null };

function changeOf(champion: Aggregate, challenger: Aggregate): DisparityChange {
  const values = { champion: champion.value, challenger: challenger.value };
  if (
    champion.value === null ||
    challenger.value === null ||
    champion.interval === null ||
    challenger.interval === null
  ) {
    return { ...values, difference: null, interval: null };
  }
  return {
    ...values,
    difference: challenger.value - champion.value,
    interval: [challenger.interval[0] - champion.interval[1], challenger.interval[1] - champion.interval[0]],
  };
}

function isOfSameRows(groups: GroupCounts, others: GroupCounts): boolean {
  return (
    groups.size === others.size &&
    [...groups].every(([group, counts]) => {
      const other = others.get(group);
      return other !== undefined && totalOf(other) === totalOf(counts) && other.tp + other.fn === counts.tp + counts.fn;
    })
  );
}

function otherRows(column: string): ActionError {
  return new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `counts of the champion by ${column} that are of other rows`,
    allowed: 'the same groups with the same numbers of rows and of positive labels',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
