import type { Decision, FairnessGateConfig, Finding } from '@gatehouse/core';
import { bonferroniConfidence, twoSidedConfidence } from '@gatehouse/stats';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { championDisparities } from './champion-disparity.ts';
import type { Levels } from './compare-pair.ts';
import { constantPredictionFindings } from './constant-prediction.ts';
import { coverageFindings } from './coverage-findings.ts';
import { nameIn, type ReportedColumn, type ReportRequest, reportedMeasures } from './fairness-aggregates.ts';
import { type ControlStratum, controlledDifferences, extraAggregates } from './fairness-extras.ts';
import { groupSizeFindings, pairFindings, referenceFinding, undefinedRateFindings } from './fairness-findings.ts';
import { comparisonsPerPair, gatedMeasures, knownMeasures, type LimitedMeasure } from './fairness-measures.ts';
import { fairnessPower } from './fairness-power.ts';
import type { GroupCounts } from './group-counts.ts';
import { familySize } from './group-pairs.ts';
import type { IntersectedColumn, IntersectionCounts } from './intersections.ts';
import { type JudgedColumn, type JudgedMeasure, judgeColumns } from './judge-columns.ts';
import { intersections, sensitiveColumns } from './sensitive-columns.ts';
import { withheldFinding, withheldGroups } from './withheld-groups.ts';

export interface FairnessInput {
  readonly config: FairnessGateConfig;
  readonly context: GateContext;
  /** Counts by sensitive column and group, as `countGroups` makes them. */
  readonly groups: ReadonlyMap<string, GroupCounts>;
  /** Counts of every two sensitive columns together, as `countIntersections` makes them. */
  readonly intersections?: readonly IntersectionCounts[];
  /** Counts of the champion's predictions on the same rows, by sensitive column. */
  readonly champion?: ReadonlyMap<string, GroupCounts>;
  /** Counts by sensitive column within each combination of values of the control columns. */
  readonly strata?: ReadonlyMap<string, readonly ControlStratum[]>;
}

/**
 * Judges the differences in rates between every two groups of every sensitive column (stats.md §2).
 *
 * Each pair gets two intervals. The simultaneous one has the Bonferroni level 1 - (1 - confidence)/k, with k the number of
 * comparisons times the number of limited measures, summed over the sensitive columns; so all of them hold together with
 * the configured confidence, and a pair fails when its simultaneous interval is beyond the limit. The own one bounds the
 * pair alone, one-sided at the configured confidence; a pair passes when that bound keeps the limit, and every pair must
 * pass. A group that is empty, too small or without the rate's denominator, and a column with one group, are
 * inconclusive. So are predictions that are all equal: their differences are zero whatever the model has learnt. Groups
 * that two columns form together are reported, and judged where the policy says so and they are large enough. No number
 * is printed from which the counts of a very small group could be solved.
 *
 * @throws ConfigError when a sensitive column is not among `groups` or has more than 50 groups; ActionError `bug` when a
 * count is not a whole number from 0.
 */
export function evaluateFairness(input: FairnessInput): Decision {
  const { config } = input;
  const columns = sensitiveColumns(config, input.groups);
  const crossed = intersections(config, columns, input.intersections);
  const withheld = withheldGroups(columns, crossed, config);
  const gated = gatedMeasures(config);
  const all: readonly JudgedColumn[] = [
    ...columns.map((column) => ({ ...column, isIntersection: false })),
    ...(config.intersections.gate ? crossed.map(asColumn) : []),
  ];
  const levels = levelsOf(all, config);
  const judged = judgeColumns(all, config, levels);
  const request = { measures: knownMeasures(config), listed: listedMeasures(gated), levels, withheld };
  return assembleDecision('fairness', input.context, {
    findings: [...rowFindings(columns, config, withheld), ...measureFindings(judged, config)].flatMap((finding) =>
      withheldFinding(finding, withheld, config['suppress-below']),
    ),
    measures: {
      ...measuresOf(input, columns, request),
      ...(crossed.length === 0 ? {} : { intersections: reportedIntersections(crossed, request) }),
      'per-comparison-confidence': levels.simultaneous,
      'pass-confidence': levels.own,
    },
    power: fairnessPower(
      judged.map(({ column, rule, pairs }) => ({
        name: nameIn(all, column.name, rule.measure),
        pairs: pairs.filter(({ groups }) => !groups.some((group) => withheld.has(column.label(group)))),
        rule: rule.rule,
        limit: rule.limit,
      })),
      levels,
    ),
    notMeasured: notMeasured(input, crossed),
  });
}

/** What the rows say before any measure. */
function rowFindings(
  columns: readonly ReportedColumn[],
  config: FairnessGateConfig,
  withheld: ReadonlySet<string>,
): readonly Finding[] {
  const minimum = config['minimum-group-size'];
  return [
    ...constantPredictionFindings(columns, minimum),
    ...columns.flatMap((column) => groupSizeFindings(column, minimum)),
    ...columns.flatMap((column) => {
      const hidden = [...column.groups.keys()].some((group) => withheld.has(column.label(group)));
      return coverageFindings(column, config, hidden);
    }),
    ...columns.flatMap((column) =>
      typeof column.reference === 'object' ? referenceFinding(column, column.reference.group) : [],
    ),
  ];
}

function measureFindings(judged: readonly JudgedMeasure[], config: FairnessGateConfig): readonly Finding[] {
  return [
    // A combination that few rows have is expected, and reported with the others.
    ...judged
      .filter(({ column }) => !column.isIntersection)
      .flatMap(({ column, rule }) => undefinedRateFindings(column, rule, config['minimum-denominator'])),
    ...judged.flatMap(({ column, pairs, rule }) => pairFindings(column, pairs, rule)),
  ];
}

/** What is computed of the columns, gated or not. */
function measuresOf(
  { config, champion, strata }: FairnessInput,
  columns: readonly ReportedColumn[],
  request: ReportRequest,
): Readonly<Record<string, unknown>> {
  const { groups, aggregates, comparisons } = reportedMeasures(columns, request);
  const controlled = columns.flatMap((column) => {
    const own = strata?.get(column.name);
    const { withheld } = request;
    if (own === undefined) return [];
    return [[column.name, controlledDifferences(column, own, { withheld, confidence: config.confidence })]];
  });
  return {
    groups,
    aggregates: { ...aggregates, ...extraAggregates(columns, request.withheld) },
    comparisons,
    ...(controlled.length === 0 ? {} : { controlled: Object.fromEntries(controlled) }),
    ...(champion === undefined ? {} : { champion: championDisparities(columns, champion, request) }),
  };
}

function asColumn(crossed: IntersectedColumn): JudgedColumn {
  return { ...crossed, reference: 'none', isIntersection: true };
}

function reportedIntersections(
  crossed: readonly IntersectedColumn[],
  request: ReportRequest,
): Readonly<Record<string, unknown>> {
  // Hundreds of groups make ten thousands of pairs: of those only what is asked for is computed.
  const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
  return Object.fromEntries(
    crossed.map((column) => {
      const { groups, aggregates } = reportedMeasures([{ ...column, reference: 'none' }], {
        ...request,
        measures,
        listed: new Set(),
      });
      return [column.name, { groups, aggregates, empty: column.empty }];
    }),
  );
}

function levelsOf(columns: readonly JudgedColumn[], config: FairnessGateConfig): Levels {
  const pairs = columns.reduce((sum, { groups, reference }) => sum + familySize(groups, reference), 0);
  const perPair = gatedMeasures(config).reduce((sum, { rule }) => sum + comparisonsPerPair(rule), 0);
  return {
    simultaneous: bonferroniConfidence(config.confidence, Math.max(1, pairs * perPair)),
    // 2 · 0.95 - 1 is not 0.9 in binary, and people read this number.
    own: Number(twoSidedConfidence(config.confidence).toPrecision(12)),
  };
}

/** All pairs of 28 measures would bury the decision; these are what people ask for, gated or not. */
function listedMeasures(gated: readonly LimitedMeasure[]): ReadonlySet<string> {
  return new Set([
    'selection-rate-difference',
    'false-positive-rate-difference',
    'false-negative-rate-difference',
    ...gated.map(({ measure }) => measure),
  ]);
}

function notMeasured({ config, strata }: FairnessInput, crossed: readonly unknown[]): readonly string[] {
  return [
    ...(crossed.length > 0 ? [] : ['groups formed by several sensitive columns together']),
    ...(strata === undefined ? ['differences within the values of the control columns'] : []),
    'calibration within groups',
    ...(config.favorable === undefined ? ['disparate impact, which needs the favourable label'] : []),
    'effects outside the evaluation rows',
  ];
}
