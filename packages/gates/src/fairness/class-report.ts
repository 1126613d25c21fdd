import type { GroupCounts } from '../decision/group-counts.ts';
import type { ReportedColumn } from './groups/compared-column.ts';
import { type ReportRequest, reportedMeasures } from './pairs/fairness-aggregates.ts';

/** With more classes nobody reads the tables. */
const MOST_CLASSES = 20;

/**
 * Every class against the rest (stats.md §2.1), by its name: the rates of every group and the measures over all groups, for
 * at most twenty classes. The groups are those of the decision, so what may not be printed of them is withheld here too.
 */
export function reportedClasses(
  columns: readonly ReportedColumn[],
  classes: ReadonlyMap<string, ReadonlyMap<string, GroupCounts>>,
  request: ReportRequest,
): Readonly<Record<string, unknown>> {
  const reported = [...classes].slice(0, MOST_CLASSES).map(([name, groups]) => {
    const own = columns.map((column) => ({ ...column, groups: groups.get(column.name) ?? column.groups }));
    const { pValues: _, ...rest } = request;
    const { groups: rates, aggregates } = reportedMeasures(own, { ...rest, listed: new Set() });
    return [name, { groups: rates, aggregates }] as const;
  });
  return Object.fromEntries(reported);
}
