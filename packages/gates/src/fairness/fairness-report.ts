import { championDisparities } from './champion/champion-disparity.ts';
import { reportedClasses } from './class-report.ts';
import { extraAggregates } from './fairness-extras.ts';
import type { FairnessInput } from './fairness-input.ts';
import type { FairnessTables } from './fairness-tables.ts';
import type { IntersectedColumn } from './groups/intersections.ts';
import type { JointGroups } from './groups/joint-groups.ts';
import { nameIn, type ReportRequest, reportedMeasures } from './pairs/fairness-aggregates.ts';
import type { LimitedMeasure } from './pairs/fairness-measures.ts';
import { selectionOnly } from './pairs/parity-only.ts';
import { reportedRows } from './rows/row-measure.ts';
import { controlledReport } from './strata/controlled-report.ts';

interface ReportedTables extends Omit<FairnessTables, 'joint'> {
  readonly joint: JointGroups | null;
}

/** What is computed of the columns, gated or not, under its names in `measures`. */
export function reportedFairness(
  { champion, labels, classes }: FairnessInput,
  { columns, crossed, joint, strata, scored }: ReportedTables,
  request: ReportRequest,
): Readonly<Record<string, unknown>> {
  const { groups, aggregates, comparisons } = reportedMeasures(columns, request);
  const byRows = reportedRows(columns, scored, request);
  const controlled = columns.flatMap((column) => {
    const own = strata?.get(column.name);
    return own === undefined ? [] : [{ column, ...controlledReport(column, own, request) }];
  });
  const held = controlled.flatMap(({ column, aggregates: own }) =>
    own.map(([name, aggregate]) => [nameIn(columns, column.name, name), aggregate] as const),
  );
  const named = {
    groups,
    aggregates: {
      ...aggregates,
      ...Object.fromEntries(held),
      ...byRows.aggregates,
      ...extraAggregates(columns, request.withheld, joint),
    },
  };
  return {
    ...(labels === 'none' ? selectionOnly(named) : named),
    comparisons: [...comparisons, ...byRows.comparisons],
    ...(controlled.length === 0
      ? {}
      : { controlled: Object.fromEntries(controlled.map(({ column, report }) => [column.name, report])) }),
    ...(champion === undefined ? {} : { champion: championDisparities(columns, champion, request) }),
    ...(classes === undefined ? {} : { classes: reportedClasses(columns, classes, request) }),
    ...(crossed.length === 0 ? {} : { intersections: reportedIntersections(crossed, labels, request) }),
  };
}

function reportedIntersections(
  crossed: readonly IntersectedColumn[],
  labels: FairnessInput['labels'],
  request: ReportRequest,
): Readonly<Record<string, unknown>> {
  // Hundreds of groups make ten thousands of pairs: of those only what is asked for is computed.
  const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
  return Object.fromEntries(
    crossed.map((column) => {
      const own = reportedMeasures([{ ...column, reference: 'none' }], { ...request, measures, listed: new Set() });
      const { groups, aggregates } = labels === 'none' ? selectionOnly(own) : own;
      return [column.name, { groups, aggregates, empty: column.empty }];
    }),
  );
}

/** All pairs of 28 measures would bury the decision; these are what people ask for, gated or not. */
export function listedMeasures(gated: readonly LimitedMeasure[]): ReadonlySet<string> {
  return new Set([
    'selection-rate-difference',
    'false-positive-rate-difference',
    'false-negative-rate-difference',
    ...gated.map(({ measure }) => measure),
  ]);
}
