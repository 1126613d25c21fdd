import type { FairnessGateConfig, ReasonCode } from '@gatehouse/core';
import type { Proportion } from '@gatehouse/stats';
import type { ConfusionCounts } from '../decision/confusion.ts';
import { totalOf } from '../decision/confusion.ts';

/** Measures that a policy can limit. */
export type FairnessMeasure = keyof FairnessGateConfig['measures'];

/** A rate of a group: how it is counted, what it is called, and why it may have no value. */
export interface GroupRate {
  readonly words: string;
  readonly count: (counts: ConfusionCounts) => Proportion;
  readonly whenUndefined: ReasonCode;
}

const SELECTION_RATE: GroupRate = {
  words: 'selection rate',
  count: (c) => ({ successes: c.tp + c.fp, n: totalOf(c) }),
  whenUndefined: 'empty-group',
};
const FALSE_POSITIVE_RATE: GroupRate = {
  words: 'false positive rate',
  count: (c) => ({ successes: c.fp, n: c.fp + c.tn }),
  whenUndefined: 'no-negatives',
};
const FALSE_NEGATIVE_RATE: GroupRate = {
  words: 'false negative rate',
  count: (c) => ({ successes: c.fn, n: c.fn + c.tp }),
  whenUndefined: 'no-positives',
};
const ACCURACY: GroupRate = {
  words: 'accuracy',
  count: (c) => ({ successes: c.tp + c.tn, n: totalOf(c) }),
  whenUndefined: 'empty-group',
};

/** The rate behind each measure that can be limited. */
export const GATED_RATES: Readonly<Record<FairnessMeasure, GroupRate>> = {
  'selection-rate-difference': SELECTION_RATE,
  'false-positive-rate-difference': FALSE_POSITIVE_RATE,
  'false-negative-rate-difference': FALSE_NEGATIVE_RATE,
};

/** Rates whose largest difference between groups is reported, gated or not. */
export const REPORTED_RATES = {
  'selection-rate': SELECTION_RATE,
  'false-positive-rate': FALSE_POSITIVE_RATE,
  'false-negative-rate': FALSE_NEGATIVE_RATE,
  'true-positive-rate': { ...FALSE_NEGATIVE_RATE, count: (c) => ({ successes: c.tp, n: c.fn + c.tp }) },
  accuracy: ACCURACY,
} as const satisfies Readonly<Record<string, GroupRate>>;

/** The limits of the policy as pairs, in the order of {@link GATED_RATES}. */
export function gatedMeasures(
  config: FairnessGateConfig,
): readonly { readonly measure: FairnessMeasure; readonly limit: number }[] {
  const limits = config.measures;
  return FAIRNESS_MEASURES.flatMap((measure) => {
    const rule = limits[measure];
    return rule === undefined ? [] : [{ measure, limit: rule.limit }];
  });
}

const FAIRNESS_MEASURES: readonly FairnessMeasure[] = [
  'selection-rate-difference',
  'false-positive-rate-difference',
  'false-negative-rate-difference',
];
