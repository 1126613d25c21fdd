import type { FairnessGateConfig, ReasonCode } from '@gatehouse/core';
import {
  CONFUSION_RATES,
  GROUP_RATES,
  PAIR_DISPARITIES,
  type Proportion,
  type GroupRate as RateName,
  withLabelsSwapped,
} from '@gatehouse/stats';
import type { ConfusionCounts } from '../../decision/confusion.ts';

/** Measures that a policy can limit. */
export type FairnessMeasure = keyof FairnessGateConfig['measures'];

/** A rate of a group: how it is counted, what it is called, and why it may have no value. */
export interface GroupRate {
  readonly words: string;
  readonly count: (counts: ConfusionCounts) => Proportion;
  readonly whenUndefined: ReasonCode;
}

/** What of two groups is compared, and how. */
export interface MeasureRule {
  readonly by: 'difference' | 'ratio';
  /** Of two rates every pair is compared by each ("worst"), or by the mean of both absolute differences. */
  readonly rates: readonly GroupRate[];
  readonly combine: 'worst' | 'mean';
  readonly words: string;
  /** True where the four-fifths rule speaks of it. */
  readonly ofSelection: boolean;
}

const WORDS: Readonly<Record<RateName, string>> = {
  'selection-rate': 'selection rate',
  'base-rate': 'base rate',
  tpr: 'true positive rate',
  fpr: 'false positive rate',
  tnr: 'true negative rate',
  fnr: 'false negative rate',
  ppv: 'positive predictive value',
  npv: 'negative predictive value',
  fdr: 'false discovery rate',
  for: 'false omission rate',
  accuracy: 'accuracy',
  'error-rate': 'error rate',
};
const ODDS: readonly RateName[] = ['tpr', 'fpr'];

/** What is compared under each name: as `stats` says it for two groups, and what only groups without an order have. */
const RULES: readonly (readonly [FairnessMeasure, NamedRule])[] = [
  ['selection-rate-difference', { rate: 'selection-rate', by: 'difference' }],
  ['demographic-parity-difference', PAIR_DISPARITIES['statistical-parity-difference']],
  ['selection-rate-ratio', { rate: 'selection-rate', by: 'ratio' }],
  ['demographic-parity-ratio', { rate: 'selection-rate', by: 'ratio' }],
  ['disparate-impact', PAIR_DISPARITIES['disparate-impact']],
  ['true-positive-rate-difference', { rate: 'tpr', by: 'difference' }],
  ['equal-opportunity-difference', PAIR_DISPARITIES['equal-opportunity-difference']],
  ['true-positive-rate-ratio', { rate: 'tpr', by: 'ratio' }],
  ['false-positive-rate-difference', PAIR_DISPARITIES['false-positive-rate-difference']],
  ['false-positive-rate-ratio', PAIR_DISPARITIES['false-positive-rate-ratio']],
  ['true-negative-rate-difference', PAIR_DISPARITIES['true-negative-rate-difference']],
  ['false-negative-rate-difference', PAIR_DISPARITIES['false-negative-rate-difference']],
  ['false-negative-rate-ratio', PAIR_DISPARITIES['false-negative-rate-ratio']],
  ['equalized-odds-difference', { rate: 'tpr', by: 'difference', rates: ODDS }],
  ['equalized-odds-ratio', { rate: 'tpr', by: 'ratio', rates: ODDS }],
  ['average-odds-difference', { rate: 'tpr', by: 'difference', rates: ODDS, mean: 'true and false positive rate' }],
  ['predictive-parity-difference', PAIR_DISPARITIES['predictive-parity-difference']],
  ['positive-predictive-value-difference', { rate: 'ppv', by: 'difference' }],
  ['positive-predictive-value-ratio', { rate: 'ppv', by: 'ratio' }],
  ['negative-predictive-value-difference', { rate: 'npv', by: 'difference' }],
  ['false-discovery-rate-difference', PAIR_DISPARITIES['false-discovery-rate-difference']],
  ['false-discovery-rate-ratio', PAIR_DISPARITIES['false-discovery-rate-ratio']],
  ['false-omission-rate-difference', PAIR_DISPARITIES['false-omission-rate-difference']],
  ['false-omission-rate-ratio', PAIR_DISPARITIES['false-omission-rate-ratio']],
  ['accuracy-difference', { rate: 'accuracy', by: 'difference' }],
  ['accuracy-ratio', { rate: 'accuracy', by: 'ratio' }],
  ['error-rate-difference', PAIR_DISPARITIES['error-rate-difference']],
  ['error-rate-ratio', PAIR_DISPARITIES['error-rate-ratio']],
];

interface NamedRule {
  readonly rate: RateName;
  readonly by: MeasureRule['by'];
  readonly rates?: readonly RateName[];
  /** Of a mean of both rates, what it is called. */
  readonly mean?: string;
}

/** A measure and what it compares. */
export interface NamedMeasure {
  readonly measure: FairnessMeasure;
  readonly rule: MeasureRule;
}

/** Every measure between groups that needs only confusion counts, in the order of reports (stats.md §2.2). */
const MEASURES: readonly NamedMeasure[] = RULES.map(([measure, rule]) => ({
  measure,
  rule: measureRule(rule),
}));

/** Every measure that can be computed; without `favorable` there is no disparate impact. */
export function knownMeasures({ favorable }: Pick<FairnessGateConfig, 'favorable'>): readonly NamedMeasure[] {
  return MEASURES.flatMap(({ measure, rule }): readonly NamedMeasure[] => {
    if (measure !== 'disparate-impact') return [{ measure, rule }];
    if (favorable === undefined) return [];
    return [{ measure, rule: favorable === 'negative' ? { ...rule, rates: rule.rates.map(ofRejection) } : rule }];
  });
}

/** A measure with the limit of the policy: the most a difference, the least a ratio may be. */
export interface LimitedMeasure extends NamedMeasure {
  readonly limit: number;
}

/** The measures that the policy limits, in the order of reports. */
export function gatedMeasures(config: FairnessGateConfig): readonly LimitedMeasure[] {
  return knownMeasures(config).flatMap((known) => {
    const limited = config.measures[known.measure];
    return limited === undefined ? [] : [{ ...known, limit: limited.limit }];
  });
}

/** Two-sided intervals that one pair of groups needs: two for a mean, whose signs are not known. */
export function comparisonsPerPair({ rates }: MeasureRule): number {
  return rates.length;
}

function measureRule({ rate, by, rates = [rate], mean }: NamedRule): MeasureRule {
  return {
    by,
    rates: rates.map(groupRate),
    combine: mean === undefined ? 'worst' : 'mean',
    words: mean ?? WORDS[rate],
    ofSelection: by === 'ratio' && rate === 'selection-rate',
  };
}

function groupRate(name: RateName): GroupRate {
  const { part, whole, whenUndefined } = CONFUSION_RATES[GROUP_RATES[name]];
  return { words: WORDS[name], count: (counts) => ({ successes: part(counts), n: whole(counts) }), whenUndefined };
}

/** The same of the negative prediction. */
function ofRejection(rate: GroupRate): GroupRate {
  return {
    ...rate,
    words: 'rate of the negative prediction',
    count: (counts) => rate.count(withLabelsSwapped(counts)),
  };
}
