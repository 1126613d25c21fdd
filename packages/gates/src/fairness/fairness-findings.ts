import type { Finding } from '@gatehouse/core';
import { totalOf } from '../decision/confusion.ts';
import { judgeCeiling } from '../decision/limit-rules.ts';
import { inWords, percent } from '../decision/wording.ts';
import { type FairnessMeasure, GATED_RATES } from './fairness-measures.ts';
import type { GroupCounts } from './group-counts.ts';
import type { PairComparison } from './group-pairs.ts';

/** One sensitive column as findings speak of it. */
export interface SensitiveColumn {
  readonly name: string;
  readonly groups: GroupCounts;
  /** How a group is called in the decision: with its column where there are several columns. */
  readonly label: (group: string) => string;
}

/** What every finding of the gate repeats. */
export interface FairnessRule {
  readonly measure: FairnessMeasure;
  readonly limit: number;
  /** Confidence with which all intervals of the gate hold together. */
  readonly confidence: number;
}

// A column with many groups has thousands of pairs; the decision lists all of them under its measures.
const MOST_FINDINGS = 20;

/**
 * One finding per pair that fails or cannot be told, worst first, at most twenty of each kind; where every pair passes, one
 * finding for the pair with the largest upper bound.
 */
export function pairFindings(
  column: SensitiveColumn,
  pairs: readonly PairComparison[],
  rule: FairnessRule,
): readonly Finding[] {
  const judged = pairs.map((pair) => ({ pair, verdict: judgeCeiling(pair.interval, rule.limit) }));
  const failing = judged.filter(({ verdict }) => verdict.outcome === 'fail');
  const spanning = judged.filter(({ verdict }) => verdict.outcome === 'inconclusive');
  const listed = [
    ...worstFirst(failing, (pair) => pair.interval[0]),
    ...worstFirst(spanning, (pair) => pair.interval[1]),
  ];
  const shown = listed.length > 0 ? listed : worstFirst(judged, (pair) => pair.interval[1]).slice(0, 1);
  return shown.map(({ pair, verdict }) => ({ ...pairFinding(column, pair, rule), ...verdict }));
}

function worstFirst<T extends { readonly pair: PairComparison }>(
  judged: readonly T[],
  by: (pair: PairComparison) => number,
): readonly T[] {
  return [...judged].sort((a, b) => by(b.pair) - by(a.pair)).slice(0, MOST_FINDINGS);
}

function pairFinding(
  column: SensitiveColumn,
  pair: PairComparison,
  rule: FairnessRule,
): Omit<Finding, 'outcome' | 'reasonCode'> {
  const [first, second] = pair.groups;
  const [lower, upper] = pair.interval;
  const n = pair.counts.map((count) => count.n);
  const what = `difference in ${GATED_RATES[rule.measure].words} between groups ${first} and ${second} of ${column.name}`;
  const interval = `simultaneous ${percent(rule.confidence)} interval ${inWords(lower)} to ${inWords(upper)}`;
  return {
    measure: rule.measure,
    severity: 'block',
    groups: pair.groups.map(column.label),
    value: pair.value,
    interval: pair.interval,
    confidence: rule.confidence,
    n,
    limit: rule.limit,
    failsWhen: 'above',
    method: 'newcombe, simultaneous',
    message: `${what} is ${inWords(pair.value)} (${interval}, n = ${n.join('/')}); policy limit ${inWords(rule.limit)}`,
  };
}

/** Groups too small to be compared, and a column that has nothing to compare. */
export function groupSizeFindings(column: SensitiveColumn, minimum: number): readonly Finding[] {
  const sizes = [...column.groups].map(([group, counts]) => ({ group, n: totalOf(counts) }));
  const small = sizes
    .filter(({ n }) => n < minimum)
    .map(({ group, n }) => ({
      ...notJudged('group-size', n === 0 ? 'empty-group' : 'insufficient-n'),
      groups: [column.label(group)],
      value: n,
      n: [n],
      limit: minimum,
      failsWhen: 'below' as const,
      message: `group ${group} of ${column.name} has ${rows(n)}; policy minimum ${minimum}`,
    }));
  if (sizes.length === 0) {
    return [{ ...notJudged('group-size', 'empty-group'), n: [0], message: `no group of ${column.name} has a row` }];
  }
  const [only] = sizes;
  if (sizes.length > 1 || only === undefined || only.n === 0) return small;
  const message = `only the group ${only.group} of ${column.name} is present, so there is nothing to compare`;
  return [...small, { ...notJudged('group-count', 'single-group'), n: [only.n], message }];
}

/** Groups in which a gated rate has no denominator. */
export function undefinedRateFindings(column: SensitiveColumn, rule: FairnessRule): readonly Finding[] {
  const rate = GATED_RATES[rule.measure];
  return [...column.groups]
    .filter(([, counts]) => rate.count(counts).n === 0)
    .map(([group, counts]) => ({
      ...notJudged(rule.measure, rate.whenUndefined),
      groups: [column.label(group)],
      n: [totalOf(counts)],
      limit: rule.limit,
      failsWhen: 'above' as const,
      message:
        `${rate.words} of group ${group} of ${column.name} has no value: its denominator is 0 ` +
        `(n = ${totalOf(counts)})`,
    }));
}

type NotJudged = Pick<Finding, 'measure' | 'outcome' | 'severity' | 'reasonCode' | 'value'>;

function notJudged(measure: string, reasonCode: Finding['reasonCode']): NotJudged {
  return { measure, outcome: 'inconclusive', severity: 'block', reasonCode, value: null };
}

function rows(n: number): string {
  return n === 1 ? '1 row' : `${n} rows`;
}
