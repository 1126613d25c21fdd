import type { FairnessGateConfig, ReasonCode } from '@gatehouse/core';
import { CONFUSION_RATES, type ConfusionRate, type Proportion } from '@gatehouse/stats';
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

const SELECTION_RATE = rate('selection-rate', 'selection rate');
const TRUE_POSITIVE_RATE = rate('recall', 'true positive rate');
const FALSE_POSITIVE_RATE = rate('fpr', 'false positive rate');
const TRUE_NEGATIVE_RATE = rate('specificity', 'true negative rate');
const FALSE_NEGATIVE_RATE = rate('fnr', 'false negative rate');
const POSITIVE_VALUE = rate('precision', 'positive predictive value');
const NEGATIVE_VALUE = rate('npv', 'negative predictive value');
const FALSE_DISCOVERY_RATE = rate('fdr', 'false discovery rate');
const FALSE_OMISSION_RATE = rate('for', 'false omission rate');
const ACCURACY = rate('accuracy', 'accuracy');
const ERROR_RATE = rate('error', 'error rate');
const REJECTION_RATE: GroupRate = {
  ...SELECTION_RATE,
  count: (c) => ({ successes: c.tn + c.fn, n: SELECTION_RATE.count(c).n }),
};
const ODDS = [TRUE_POSITIVE_RATE, FALSE_POSITIVE_RATE];

/** Every measure between groups that needs only confusion counts, in the order of reports (stats.md §2.2). */
const MEASURES: readonly NamedMeasure[] = [
  { measure: 'selection-rate-difference', rule: difference(SELECTION_RATE) },
  { measure: 'demographic-parity-difference', rule: difference(SELECTION_RATE) },
  { measure: 'selection-rate-ratio', rule: ratio(SELECTION_RATE) },
  { measure: 'demographic-parity-ratio', rule: ratio(SELECTION_RATE) },
  { measure: 'disparate-impact', rule: ratio(SELECTION_RATE) },
  { measure: 'true-positive-rate-difference', rule: difference(TRUE_POSITIVE_RATE) },
  { measure: 'equal-opportunity-difference', rule: difference(TRUE_POSITIVE_RATE) },
  { measure: 'true-positive-rate-ratio', rule: ratio(TRUE_POSITIVE_RATE) },
  { measure: 'false-positive-rate-difference', rule: difference(FALSE_POSITIVE_RATE) },
  { measure: 'false-positive-rate-ratio', rule: ratio(FALSE_POSITIVE_RATE) },
  { measure: 'true-negative-rate-difference', rule: difference(TRUE_NEGATIVE_RATE) },
  { measure: 'false-negative-rate-difference', rule: difference(FALSE_NEGATIVE_RATE) },
  { measure: 'false-negative-rate-ratio', rule: ratio(FALSE_NEGATIVE_RATE) },
  { measure: 'equalized-odds-difference', rule: { ...difference(TRUE_POSITIVE_RATE), rates: ODDS } },
  { measure: 'equalized-odds-ratio', rule: { ...ratio(TRUE_POSITIVE_RATE), rates: ODDS } },
  {
    measure: 'average-odds-difference',
    rule: { ...difference(TRUE_POSITIVE_RATE), rates: ODDS, combine: 'mean', words: 'true and false positive rate' },
  },
  { measure: 'predictive-parity-difference', rule: difference(POSITIVE_VALUE) },
  { measure: 'positive-predictive-value-difference', rule: difference(POSITIVE_VALUE) },
  { measure: 'positive-predictive-value-ratio', rule: ratio(POSITIVE_VALUE) },
  { measure: 'negative-predictive-value-difference', rule: difference(NEGATIVE_VALUE) },
  { measure: 'false-discovery-rate-difference', rule: difference(FALSE_DISCOVERY_RATE) },
  { measure: 'false-discovery-rate-ratio', rule: ratio(FALSE_DISCOVERY_RATE) },
  { measure: 'false-omission-rate-difference', rule: difference(FALSE_OMISSION_RATE) },
  { measure: 'false-omission-rate-ratio', rule: ratio(FALSE_OMISSION_RATE) },
  { measure: 'accuracy-difference', rule: difference(ACCURACY) },
  { measure: 'accuracy-ratio', rule: ratio(ACCURACY) },
  { measure: 'error-rate-difference', rule: difference(ERROR_RATE) },
  { measure: 'error-rate-ratio', rule: ratio(ERROR_RATE) },
];

/** A measure and what it compares. */
export interface NamedMeasure {
  readonly measure: FairnessMeasure;
  readonly rule: MeasureRule;
}

/** Every measure that can be computed; without `favorable` there is no disparate impact. */
export function knownMeasures({ favorable }: Pick<FairnessGateConfig, 'favorable'>): readonly NamedMeasure[] {
  return MEASURES.flatMap(({ measure, rule }): readonly NamedMeasure[] => {
    if (measure !== 'disparate-impact') return [{ measure, rule }];
    if (favorable === undefined) return [];
    return [{ measure, rule: favorable === 'negative' ? { ...rule, rates: [REJECTION_RATE] } : rule }];
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

function rate(name: ConfusionRate, words: string): GroupRate {
  const { part, whole, whenUndefined } = CONFUSION_RATES[name];
  return { words, count: (counts) => ({ successes: part(counts), n: whole(counts) }), whenUndefined };
}

function difference(of: GroupRate): MeasureRule {
  return { by: 'difference', rates: [of], combine: 'worst', words: of.words, ofSelection: false };
}

function ratio(of: GroupRate): MeasureRule {
  return { by: 'ratio', rates: [of], combine: 'worst', words: of.words, ofSelection: of === SELECTION_RATE };
}
