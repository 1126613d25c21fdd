import { ActionError, ConfigError, type Decision, type FairnessGateConfig } from '@gatehouse/core';
import { bonferroniConfidence, twoSidedConfidence } from '@gatehouse/stats';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { type ConfusionCounts, totalOf } from '../decision/confusion.ts';
import { comparePair, type Levels } from './compare-pair.ts';
import { constantPredictionFindings } from './constant-prediction.ts';
import { coverageFindings } from './coverage-findings.ts';
import { nameIn, type ReportedColumn, reportedMeasures } from './fairness-aggregates.ts';
import {
  groupSizeFindings,
  pairFindings,
  referenceFinding,
  type SensitiveColumn,
  undefinedRateFindings,
} from './fairness-findings.ts';
import { comparisonsPerPair, gatedMeasures, knownMeasures, type LimitedMeasure } from './fairness-measures.ts';
import { fairnessPower } from './fairness-power.ts';
import type { GroupCounts } from './group-counts.ts';
import { ALL_ROWS, familySize, pairsOf } from './group-pairs.ts';

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
 * Each pair gets two intervals. The simultaneous one has the Bonferroni level 1 - (1 - confidence)/k, with k the number of
 * comparisons times the number of limited measures, summed over the sensitive columns; so all of them hold together with
 * the configured confidence, and a pair fails when its simultaneous interval is beyond the limit. The own one bounds the
 * pair alone, one-sided at the configured confidence; a pair passes when that bound keeps the limit, and every pair must
 * pass. A group that is empty, too small or without the rate's denominator, and a column with one group, are
 * inconclusive. So are predictions that are all equal: their differences are zero whatever the model has learnt.
 *
 * @throws ConfigError when a sensitive column is not among `groups` or has more than 50 groups; ActionError `bug` when a
 * count is not a whole number from 0.
 */
export function evaluateFairness(input: FairnessInput): Decision {
  const columns = sensitiveColumns(input);
  const { config } = input;
  const gated = gatedMeasures(config);
  const levels = levelsOf(columns, config);
  const minimum = config['minimum-group-size'];
  const denominator = config['minimum-denominator'];
  const judged = columns.flatMap((column) => {
    const large = withGroups(column, ([, counts]) => totalOf(counts) >= minimum);
    return gated.map((limited) => {
      const rule = { ...limited, confidence: config.confidence, ownConfidence: levels.own };
      const known = withGroups(large, ([, counts]) =>
        limited.rule.rates.every((r) => r.count(counts).n >= denominator),
      );
      const pairs = pairsOf(known.groups, column.reference, column.groups).flatMap((pair) =>
        comparePair(pair, limited.rule, levels),
      );
      return {
        ...limited,
        column: large,
        name: nameIn(columns, column.name, limited.measure),
        rule,
        of: limited.rule,
        pairs,
      };
    });
  });
  return assembleDecision('fairness', input.context, {
    findings: [
      ...constantPredictionFindings(columns, minimum),
      ...columns.flatMap((column) => groupSizeFindings(column, minimum)),
      ...columns.flatMap((column) => coverageFindings(column, config)),
      ...columns.flatMap((column) =>
        typeof column.reference === 'object' ? referenceFinding(column, column.reference.group) : [],
      ),
      ...judged.flatMap(({ column, rule }) => undefinedRateFindings(column, rule, denominator)),
      ...judged.flatMap(({ column, pairs, rule }) => pairFindings(column, pairs, rule)),
    ],
    measures: {
      ...reportedMeasures(columns, { measures: knownMeasures(config), listed: listedMeasures(gated), levels }),
      'per-comparison-confidence': levels.simultaneous,
      'pass-confidence': levels.own,
    },
    power: fairnessPower(
      judged.map(({ name, pairs, of, limit }) => ({ name, pairs, rule: of, limit })),
      levels,
    ),
    notMeasured: NOT_MEASURED.filter((text) => config.favorable === undefined || !text.startsWith('disparate impact')),
  });
}

function levelsOf(columns: readonly ReportedColumn[], config: FairnessGateConfig): Levels {
  const pairs = columns.reduce((sum, { groups, reference }) => sum + familySize(groups, reference), 0);
  const perPair = gatedMeasures(config).reduce((sum, { rule }) => sum + comparisonsPerPair(rule), 0);
  return {
    simultaneous: bonferroniConfidence(config.confidence, Math.max(1, pairs * perPair)),
    // 2 · 0.95 - 1 is not 0.9 in binary, and people read this number.
    own: Number(twoSidedConfidence(config.confidence).toPrecision(12)),
  };
}

function withGroups<C extends SensitiveColumn>(column: C, keep: (entry: [string, ConfusionCounts]) => boolean): C {
  return { ...column, groups: new Map([...column.groups].filter(keep)) };
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

const NOT_MEASURED = [
  'groups formed by several sensitive columns together',
  'differences within the values of the control columns',
  'calibration within groups',
  'disparate impact, which needs the favourable label',
  'effects outside the evaluation rows',
];

function sensitiveColumns({ config, groups }: FairnessInput): readonly ReportedColumn[] {
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
    const group = config['reference-groups'][name];
    return {
      name,
      groups: own,
      label: (value) => (names.length === 1 || value === ALL_ROWS ? value : `${name}=${value}`),
      reference: group === undefined ? config.reference : { group },
    };
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
