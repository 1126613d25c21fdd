import { ActionError, ConfigError, type Decision, type FairnessGateConfig } from '@gatehouse/core';
import { bonferroniConfidence } from '@gatehouse/stats';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { ratesOf, totalOf } from '../decision/confusion.ts';
import { constantPredictionFindings } from './constant-prediction.ts';
import { groupSizeFindings, pairFindings, type SensitiveColumn, undefinedRateFindings } from './fairness-findings.ts';
import { GATED_RATES, gatedMeasures, REPORTED_RATES } from './fairness-measures.ts';
import { fairnessPower } from './fairness-power.ts';
import type { GroupCounts } from './group-counts.ts';
import { type Aggregate, comparePairs, larger, largestDifference, pairCount, smallestRatio } from './group-pairs.ts';

export interface FairnessInput {
  readonly config: FairnessGateConfig;
  readonly context: GateContext;
  /** Counts by sensitive column and group, as `countGroups` makes them. */
  readonly groups: ReadonlyMap<string, GroupCounts>;
}

const MOST_GROUPS = 50;

/**
 * Judges the differences in rates between every two groups of every sensitive column (stats.md §2).
 *
 * Each pair gets a Newcombe interval of its absolute difference at the Bonferroni level 1 - (1 - confidence)/k, with k the
 * number of pairs of groups times the number of limited measures, summed over the sensitive columns; so all intervals hold
 * together with the configured confidence. A pair fails when its lower bound is above the limit and passes when its upper
 * bound is at or below it; every pair must pass. A group that is empty, too small or without the rate's denominator, and a
 * column with one group, are inconclusive. So are predictions that are all equal: their differences are zero whatever the
 * model has learnt.
 *
 * @throws ConfigError when a sensitive column is not among `groups` or has more than 50 groups; ActionError `bug` when a
 * count is not a whole number from 0.
 */
export function evaluateFairness(input: FairnessInput): Decision {
  const columns = sensitiveColumns(input);
  const { config } = input;
  const measures = gatedMeasures(config);
  const pairs = columns.reduce((sum, column) => sum + pairCount(column.groups.size), 0);
  const level = bonferroniConfidence(config.confidence, Math.max(1, pairs * measures.length));
  const minimum = config['minimum-group-size'];
  const judged = columns.flatMap((column) => {
    const large: GroupCounts = new Map([...column.groups].filter(([, counts]) => totalOf(counts) >= minimum));
    return measures.map(({ measure, limit }) => ({
      column: { ...column, groups: large },
      name: columns.length === 1 ? measure : `${column.name}/${measure}`,
      rule: { measure, limit, confidence: config.confidence },
      limit,
      pairs: comparePairs(large, GATED_RATES[measure], level),
    }));
  });
  return assembleDecision('fairness', input.context, {
    findings: [
      ...constantPredictionFindings(columns, minimum),
      ...columns.flatMap((column) => groupSizeFindings(column, minimum)),
      ...judged.flatMap(({ column, rule }) => undefinedRateFindings(column, rule)),
      ...judged.flatMap((entry) => pairFindings(entry.column, entry.pairs, entry.rule)),
    ],
    measures: { ...reportedMeasures(columns, level), 'per-comparison-confidence': level },
    power: fairnessPower(judged, level),
    notMeasured: NOT_MEASURED,
  });
}

const NOT_MEASURED = [
  'groups formed by several sensitive columns together',
  'differences within the values of the control columns',
  'calibration within groups',
  'disparate impact, which needs the favourable label',
  'effects outside the evaluation rows',
];

function sensitiveColumns({ config, groups }: FairnessInput): readonly SensitiveColumn[] {
  const names = [...new Set(config.sensitive)];
  const faults = names.flatMap((name) => {
    const found = groups.get(name);
    if (found !== undefined && found.size <= MOST_GROUPS) return [];
    return [found === undefined ? unknownColumn(name, [...groups.keys()]) : tooManyGroups(name, found.size)];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return names.map((name) => {
    const own = groups.get(name) ?? new Map();
    for (const counts of own.values()) checkCounts(Object.values(counts));
    return { name, groups: own, label: (group) => (names.length === 1 ? group : `${name}=${group}`) };
  });
}

function unknownColumn(name: string, known: readonly string[]): ConfigError['faults'][number] {
  return {
    where: 'gatehouse.yml, gates.fairness.sensitive',
    found: `"${name}"`,
    allowed: `one of the protected columns: ${known.map((column) => `"${column}"`).join(', ') || 'there are none'}`,
    remedy: 'Add the column to "columns.protected", or correct its name',
  };
}

function tooManyGroups(name: string, groups: number): ConfigError['faults'][number] {
  return {
    where: 'gatehouse.yml, gates.fairness.sensitive',
    found: `the column "${name}" has ${groups} groups`,
    allowed: `at most ${MOST_GROUPS} groups`,
    remedy: 'Put its values into fewer groups in the data',
  };
}

function checkCounts(counts: readonly number[]): void {
  const bad = counts.find((count) => !Number.isSafeInteger(count) || count < 0);
  if (bad === undefined) return;
  throw new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `the count ${bad}`,
    allowed: 'a whole number from 0',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

/** Rates of every group, differences and ratios over all groups, and every gated pair; group names as in findings. */
function reportedMeasures(columns: readonly SensitiveColumn[], level: number): Readonly<Record<string, unknown>> {
  const groups = columns.flatMap(({ groups, label }) =>
    [...groups].map(([group, counts]) => [label(group), ratesOf(counts)] as const),
  );
  const aggregates = columns.flatMap((column) =>
    Object.entries(aggregatesOf(column.groups, level)).map(
      ([name, value]) => [columns.length === 1 ? name : `${column.name}/${name}`, value] as const,
    ),
  );
  const comparisons = columns.flatMap((column) =>
    Object.entries(GATED_RATES).flatMap(([measure, rate]) =>
      comparePairs(column.groups, rate, level).map((pair) => ({
        measure,
        groups: pair.groups.map(column.label),
        value: pair.value,
        interval: pair.interval,
        n: pair.counts.map((count) => count.n),
      })),
    ),
  );
  return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates), comparisons };
}

function aggregatesOf(groups: GroupCounts, level: number): Readonly<Record<string, Aggregate>> {
  const pairs = (rate: keyof typeof REPORTED_RATES) => comparePairs(groups, REPORTED_RATES[rate], level);
  const selection = pairs('selection-rate');
  const falsePositive = largestDifference(pairs('false-positive-rate'));
  const truePositive = largestDifference(pairs('true-positive-rate'));
  return {
    'demographic-parity-difference': largestDifference(selection),
    'demographic-parity-ratio': smallestRatio(selection, level),
    'selection-rate-difference': largestDifference(selection),
    'false-positive-rate-difference': falsePositive,
    'false-negative-rate-difference': largestDifference(pairs('false-negative-rate')),
    'equal-opportunity-difference': truePositive,
    'equalized-odds-difference': larger(truePositive, falsePositive),
    'accuracy-difference': largestDifference(pairs('accuracy')),
  };
}
