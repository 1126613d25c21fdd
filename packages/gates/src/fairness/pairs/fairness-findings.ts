import type { Finding } from '@gatehouse/core';
import { totalOf } from '../../decision/confusion.ts';
import type { Verdict } from '../../decision/limit-rules.ts';
import { boundsInWords, inWords } from '../../decision/wording.ts';
import type { SensitiveColumn } from '../groups/compared-column.ts';
import { ALL_ROWS } from '../groups/group-pairs.ts';
import { rowsBehind } from '../rows/row-sampling.ts';
import type { PairComparison } from './compare-pair.ts';
import type { GroupRate } from './fairness-measures.ts';
import type { FairnessRule } from './judged-measure.ts';
import { judgePair } from './pair-verdict.ts';
import { rowsForPair } from './rows-for-pair.ts';

// A column with many groups has thousands of pairs; the decision lists all of them under its measures.
const MOST_FINDINGS = 20;

/**
 * One finding per pair that fails or cannot be told, worst first, at most twenty of each kind, and one for the pair whose
 * bound is nearest to the limit among those that pass.
 */
export function pairFindings(
  column: SensitiveColumn,
  pairs: readonly PairComparison[],
  rule: FairnessRule,
): readonly Finding[] {
  const judged = pairs.map((pair) => ({ pair, verdict: judgePair(pair, rule) }));
  const failing = judged.filter(({ verdict }) => verdict.outcome === 'fail');
  const spanning = judged.filter(({ verdict }) => verdict.outcome === 'inconclusive');
  const isRatio = rule.rule.by === 'ratio';
  const least = ({ interval }: PairComparison): number => (isRatio ? -interval[1] : interval[0]);
  const most = ({ ownInterval }: PairComparison): number => (isRatio ? -ownInterval[0] : ownInterval[1]);
  const passing = judged.filter(({ verdict }) => verdict.outcome === 'pass');
  return [
    ...[...worstFirst(failing, least), ...worstFirst(spanning, most)].map((own) => pairFinding(column, own, rule)),
    ...worstFirst(passing, most)
      .slice(0, 1)
      .map((own) => nearestFinding(pairFinding(column, own, rule), passing.length)),
  ];
}

/** The pair that passes with the least room speaks for the others. */
function nearestFinding(finding: Finding, passing: number): Finding {
  if (passing === 1) return finding;
  return { ...finding, message: `${finding.message}, the nearest to it of ${passing} comparisons within it` };
}

interface JudgedPair {
  readonly pair: PairComparison;
  readonly verdict: Verdict;
}

function worstFirst(judged: readonly JudgedPair[], by: (pair: PairComparison) => number): readonly JudgedPair[] {
  return [...judged].sort((a, b) => by(b.pair) - by(a.pair)).slice(0, MOST_FINDINGS);
}

function pairFinding(column: SensitiveColumn, { pair, verdict }: JudgedPair, rule: FairnessRule): Finding {
  const { by } = rule.rule;
  const { n } = pair;
  const passes = verdict.outcome === 'pass';
  const interval = passes ? pair.ownInterval : pair.interval;
  const { confidence } = rule;
  // A pass rests on one bound of the pair by itself, a fail on the intervals of all pairs together.
  const coverage = passes ? 'each-bound' : 'all-intervals';
  const is =
    pair.value === null
      ? `has no value: both rates are 0 (n = ${n.join('/')})`
      : `is ${inWords(pair.value)} (${boundsInWords(interval, confidence, coverage)}, n = ${n.join('/')})`;
  const tips = verdict.reasonCode === 'one-decision-tips' ? '; one decision the other way round would meet it' : '';
  return {
    measure: rule.measure,
    severity: 'block',
    groups: pair.groups.map((group) => (group === ALL_ROWS ? group : column.label(group))),
    value: pair.value,
    interval,
    confidence,
    coverage,
    n,
    ...requiredRows({ pair, verdict }, rule),
    limit: rule.limit,
    failsWhen: by === 'ratio' ? 'below' : 'above',
    method: `${pair.method}, ${passes ? 'each pair' : 'simultaneous'}`,
    message: `${compared(column, pair, by)} ${is}; policy limit ${inWords(rule.limit)}${tips}`,
    ...verdict,
  };
}

/** Rows that would tell, where rows are what is missing. */
function requiredRows({ pair, verdict }: JudgedPair, rule: FairnessRule): Pick<Finding, 'requiredN'> {
  const rows = verdict.reasonCode === 'interval-spans-limit' ? rowsForPair(pair, rule) : null;
  return rows === null ? {} : { requiredN: rows };
}

function compared(column: SensitiveColumn, { groups, words }: PairComparison, by: 'difference' | 'ratio'): string {
  const [first, second] = groups;
  if (first === undefined) return `${words} over the groups of ${column.name}`;
  if (second === undefined) return `${words} of group ${first} of ${column.name}`;
  const named = (group: string): string => (group === ALL_ROWS ? group : `group ${group}`);
  if (by === 'ratio') return `ratio of ${words} of ${named(first)} to ${named(second)} of ${column.name}`;
  const group = groups.find((name) => name !== ALL_ROWS);
  return groups.includes(ALL_ROWS)
    ? `difference in ${words} between group ${group} of ${column.name} and all rows`
    : `difference in ${words} between groups ${first} and ${second} of ${column.name}`;
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

/** The group that the others are compared with, where no row is in it. */
export function referenceFinding(column: SensitiveColumn, group: string): readonly Finding[] {
  if (column.groups.has(group)) return [];
  const message = `no row is in the reference group ${group} of ${column.name}`;
  return [{ ...notJudged('group-size', 'empty-group'), groups: [column.label(group)], n: [0], message }];
}

/** Groups in which a gated rate has no denominator, or one that is too small to be judged. */
export function undefinedRateFindings(
  column: SensitiveColumn,
  rule: FairnessRule,
  minimum: number,
): readonly Finding[] {
  return rule.rule.rates.flatMap((rate) =>
    [...column.groups]
      .filter(([, counts]) => rowsBehind(rate, counts) < minimum)
      .map(([group, counts]) => {
        const { n } = rate.count(counts);
        return {
          ...notJudged(rule.measure, n === 0 ? rate.whenUndefined : 'insufficient-n'),
          groups: [column.label(group)],
          n: [n === 0 ? totalOf(counts) : n],
          limit: rule.limit,
          failsWhen: rule.rule.by === 'ratio' ? ('below' as const) : ('above' as const),
          message: `${rate.words} of group ${group} of ${column.name} ${whyNot(rate, group, column)}`,
        };
      }),
  );

  function whyNot(rate: GroupRate, group: string, { groups }: SensitiveColumn): string {
    const counts = groups.get(group) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
    const { n } = rate.count(counts);
    if (n === 0) return `has no value: its denominator is 0 (n = ${totalOf(counts)})`;
    const effective = rowsBehind(rate, counts);
    const by = effective < n ? `, by their weights on as many as ${inWords(effective)}` : '';
    return `rests on ${rows(n)}${by}; policy minimum ${minimum}`;
  }
}

type NotJudged = Pick<Finding, 'measure' | 'outcome' | 'severity' | 'reasonCode' | 'value'>;

function notJudged(measure: string, reasonCode: Finding['reasonCode']): NotJudged {
  return { measure, outcome: 'inconclusive', severity: 'block', reasonCode, value: null };
}

function rows(n: number): string {
  return n === 1 ? '1 row' : `${n} rows`;
}
