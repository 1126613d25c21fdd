import { ActionError, type Decision, type FairnessGateConfig, type Finding } from '@gatehouse/core';
import { bonferroniConfidence, twoSidedConfidence } from '@gatehouse/stats';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { championDisparities } from './champion-disparity.ts';
import type { ChampionSplits } from './champion-split.ts';
import { seeds } from './check-seeds.ts';
import type { Levels } from './compare-pair.ts';
import { comparisonPs } from './comparison-p.ts';
import { constantPredictionFindings } from './constant-prediction.ts';
import type { ControlStratum } from './control-strata.ts';
import { controlledReport } from './controlled-report.ts';
import { coverageFindings } from './coverage-findings.ts';
import type { FinestCell } from './cross-counts.ts';
import { nameIn, type ReportedColumn, type ReportRequest, reportedMeasures } from './fairness-aggregates.ts';
import { extraAggregates } from './fairness-extras.ts';
import { groupSizeFindings, pairFindings, referenceFinding, undefinedRateFindings } from './fairness-findings.ts';
import { comparisonsPerPair, gatedMeasures, knownMeasures, type LimitedMeasure } from './fairness-measures.ts';
import { fairnessPower } from './fairness-power.ts';
import type { GroupCounts } from './group-counts.ts';
import { familySize } from './group-pairs.ts';
import type { IntersectedColumn, IntersectionCounts } from './intersections.ts';
import { type JointGroups, jointCounts, jointGroups, unseenCombinations } from './joint-groups.ts';
import { type JudgedColumn, type JudgedMeasure, judgeColumns } from './judge-columns.ts';
import { increaseComparisons, judgeIncreases, unjudgedIncreases } from './judge-increase.ts';
import { controlledComparisons, judgeStrata, type Strata, usableStrata } from './judge-strata.ts';
import { judgeRows, type RowMeasure, reportedRows, rowFamily } from './row-measure.ts';
import { type ScoredGroupRows, scoredMeasures } from './scored-measures.ts';
import { intersections, sensitiveColumns } from './sensitive-columns.ts';
import { withheldFinding, withheldGroups, withheldWithin } from './withheld-groups.ts';

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
  /** Scores row by row, for the measures that need them. */
  readonly scored?: ScoredGroupRows;
  /** Why the champion's predictions are not there although there is a champion. */
  readonly championUnavailable?: string;
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
  const joint = jointCounts(input.joint, columns);
  const strata = usableStrata(input.strata, config);
  const withheld = withheldGroups(
    { columns, intersections: crossed, joint, strata: strata ?? new Map(), finest: input.finest ?? null },
    config,
  );
  const gated = gatedMeasures(config);
  const all: readonly JudgedColumn[] = [
    ...columns.map((column) => ({ ...column, isIntersection: false })),
    ...(config.intersections.gate ? crossed.map(asColumn) : []),
  ];
  const scored = scoredOf(input, columns);
  const own = all.slice(0, columns.length);
  const family = familyOf(all, config) + rowFamily(own, scored);
  const levels = levelsOf(family, config);
  const rates = judgeColumns(all, config, levels);
  const held = judgeStrata(own, strata ?? new Map(), { config, levels });
  const increases =
    input.champion === undefined ? [] : judgeIncreases(own, input.champion, { config, levels, context: input.context });
  const byRows = judgeRows(own, scored, { config, levels });
  const judged = [...rates, ...held.judged, ...increases, ...byRows.judged];
  const pValues = comparisonPs(judged, family);
  const request = { measures: knownMeasures(config), listed: listedMeasures(gated), levels, withheld, pValues };
  const shown = jointGroups(joint, withheld);
  return assembleDecision('fairness', input.context, {
    findings: [
      ...[
        ...rowFindings(columns, config, withheld),
        ...measureFindings([...rates, ...increases, ...byRows.judged], config),
        ...byRows.findings,
        ...(input.champion === undefined ? unjudgedIncreases(config, input.championUnavailable) : []),
      ].flatMap((finding) => withheldFinding(finding, withheld, config['suppress-below'])),
      ...[
        ...held.findings,
        ...held.judged.flatMap(({ column, pairs, rule }) => pairFindings(column, pairs, rule)),
      ].flatMap((finding) =>
        withheldFinding(finding, withheldWithin(strata, columns, withheld), config['suppress-below']),
      ),
    ],
    measures: {
      ...measuresOf(input, { columns, joint: shown, strata, scored }, request),
      ...(crossed.length === 0 ? {} : { intersections: reportedIntersections(crossed, request) }),
      'per-comparison-confidence': levels.simultaneous,
      'pass-confidence': levels.own,
    },
    power: fairnessPower(
      rates.map(({ column, rule, pairs }) => ({
        name: nameIn(all, column.name, rule.measure),
        pairs: pairs.filter(({ groups }) => !groups.some((group) => withheld.has(column.label(group)))),
        rule: rule.rule,
        limit: rule.limit,
      })),
      levels,
    ),
    notMeasured: [...notMeasured(config, { crossed, strata }), ...unseenCombinations(shown)],
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
  { champion }: FairnessInput,
  { columns, joint, strata, scored }: ReportedTables,
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
  return {
    groups,
    aggregates: {
      ...aggregates,
      ...Object.fromEntries(held),
      ...byRows.aggregates,
      ...extraAggregates(columns, request.withheld, joint),
    },
    comparisons: [...comparisons, ...byRows.comparisons],
    ...(controlled.length === 0
      ? {}
      : { controlled: Object.fromEntries(controlled.map(({ column, report }) => [column.name, report])) }),
    ...(champion === undefined ? {} : { champion: championDisparities(columns, champion, request) }),
  };
}

interface ReportedTables {
  readonly columns: readonly ReportedColumn[];
  readonly joint: JointGroups | null;
  readonly strata: Strata | null;
  readonly scored: readonly RowMeasure[];
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

/** @throws ActionError `bug` when a limit needs scores that are not there. */
function scoredOf(
  { scored, config, context }: FairnessInput,
  columns: readonly ReportedColumn[],
): readonly RowMeasure[] {
  if (scored !== undefined) {
    const kept = [...scored.groups].filter(([name]) => columns.some((column) => column.name === name));
    return scoredMeasures({ ...scored, groups: new Map(kept) }, config, seeds(context));
  }
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

/** Comparisons that the error is divided among. */
function familyOf(columns: readonly JudgedColumn[], config: FairnessGateConfig): number {
  const perPair = gatedMeasures(config).reduce((sum, { rule }) => sum + comparisonsPerPair(rule), 0);
  const perColumn = columns.map(({ groups, reference, isIntersection }) => {
    const ofColumns = isIntersection
      ? 0
      : controlledComparisons(groups.size, config) + increaseComparisons({ groups, reference }, config);
    return familySize(groups, reference) * perPair + ofColumns;
  });
  return perColumn.reduce((sum, own) => sum + own, 0);
}

function levelsOf(family: number, config: FairnessGateConfig): Levels {
  return {
    simultaneous: bonferroniConfidence(config.confidence, Math.max(1, family)),
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

function notMeasured(
  config: FairnessGateConfig,
  { crossed, strata }: { readonly crossed: readonly unknown[]; readonly strata: Strata | null },
): readonly string[] {
  return [
    ...(crossed.length > 0 ? [] : ['groups formed by several sensitive columns together']),
    ...(strata === null ? ['differences within the values of the control columns'] : []),
    'calibration within groups',
    ...(config.favorable === undefined ? ['disparate impact, which needs the favourable label'] : []),
    'effects outside the evaluation rows',
  ];
}
