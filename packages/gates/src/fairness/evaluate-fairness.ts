import type { Decision, FairnessGateConfig, Finding } from '@gatehouse/core';
import { assembleDecision } from '../decision/assemble-decision.ts';
import { requiredByMeasure } from '../decision/required-rows.ts';
import { uncomparedChampion, unjudgedIncreases } from './champion/judge-increase.ts';
import { coverageFindings } from './coverage-findings.ts';
import type { FairnessInput } from './fairness-input.ts';
import { listedMeasures, reportedFairness } from './fairness-report.ts';
import { type FairnessTables, fairnessTables } from './fairness-tables.ts';
import type { ReportedColumn } from './groups/compared-column.ts';
import { jointGroups, unseenCombinations } from './groups/joint-groups.ts';
import { judgeFairness } from './judge-fairness.ts';
import { comparisonPs } from './pairs/comparison-p.ts';
import { constantPredictionFindings } from './pairs/constant-prediction.ts';
import type { ReportRequest } from './pairs/fairness-aggregates.ts';
import { groupSizeFindings, pairFindings, referenceFinding, undefinedRateFindings } from './pairs/fairness-findings.ts';
import { gatedMeasures } from './pairs/fairness-measures.ts';
import { detectableDifference } from './pairs/fairness-power.ts';
import { judgedCounts } from './pairs/judged-counts.ts';
import type { JudgedMeasure } from './pairs/judged-measure.ts';
import { measuresKnown, refuseUnlabelled } from './pairs/parity-only.ts';
import { selectionFindings, selectionMeaning } from './selection-meaning.ts';
import { withheldFinding, withheldGroups, withheldWithin } from './withheld/withheld-groups.ts';

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
  refuseUnlabelled(input);
  const tables = fairnessTables(input);
  const { columns, crossed, strata } = tables;
  const withheld = withheldGroups({ ...tables, intersections: crossed, strata: strata ?? new Map() }, config);
  const judged = judgeFairness(input, tables);
  const { levels } = judged;
  const all = [...judged.rates, ...judged.held.judged, ...judged.increases.judged, ...judged.byRows.judged];
  const request: ReportRequest = {
    measures: measuresKnown(input),
    listed: listedMeasures(gatedMeasures(config)),
    levels,
    withheld,
    pValues: comparisonPs(all, judged.family),
  };
  const joint = jointGroups(tables.joint, withheld);
  const least = config['suppress-below'];
  const findings = [
    ...[
      ...selectionFindings(config, input.predictions),
      ...rowFindings(columns, config, withheld),
      ...measureFindings([...judged.rates, ...judged.increases.judged, ...judged.byRows.judged], config),
      ...judged.increases.findings,
      ...judged.byRows.findings,
      ...(input.champion === undefined ? unjudgedIncreases(config, input) : []),
    ].flatMap((finding) => withheldFinding(finding, withheld, least)),
    ...[...judged.held.findings, ...measureFindings(judged.held.judged, config)].flatMap((finding) =>
      withheldFinding(finding, withheldWithin(strata, columns, withheld), least),
    ),
  ];
  return assembleDecision('fairness', input.context, {
    findings,
    measures: {
      selection: selectionMeaning(config, input.predictions),
      judged: judgedCounts(all),
      ...reportedFairness(input, { ...tables, joint }, request),
      'per-comparison-confidence': levels.simultaneous,
      'pass-confidence': levels.own,
    },
    power: {
      minimumDetectable: detectableDifference(judged.rates, levels, withheld),
      requiredN: requiredByMeasure(findings),
    },
    notMeasured: [...notMeasured(input, tables), ...unseenCombinations(joint)],
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

function notMeasured(input: FairnessInput, { crossed, strata, scored }: FairnessTables): readonly string[] {
  const { config, labels } = input;
  return [
    ...(labels === 'none' ? ['everything that needs to know what was true: only selection is compared'] : []),
    ...(crossed.length > 0 ? [] : ['groups formed by several sensitive columns together']),
    ...(strata === null ? ['differences within the values of the control columns'] : []),
    ...(scored.length > 0 ? [] : ['calibration within groups']),
    ...(config.favorable === undefined ? ['disparate impact, which needs the favourable label'] : []),
    ...uncomparedChampion(input),
    'effects outside the evaluation rows',
  ];
}
