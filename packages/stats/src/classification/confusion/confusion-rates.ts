import { type Measured, quotient, type UndefinedReason } from '../../measured.ts';
import { type BinaryConfusion, checkConfusion, confusionTotal } from './binary-confusion.ts';

/** A rate as it is counted: a share `part / whole`, and the reason when `whole` is zero. */
export interface ConfusionRateRule {
  readonly part: (confusion: BinaryConfusion) => number;
  readonly whole: (confusion: BinaryConfusion) => number;
  readonly whenUndefined: UndefinedReason;
}

const all = { whole: confusionTotal, whenUndefined: 'empty-group' } as const;
const positives = { whole: (c: BinaryConfusion) => c.tp + c.fn, whenUndefined: 'no-positives' } as const;
const negatives = { whole: (c: BinaryConfusion) => c.fp + c.tn, whenUndefined: 'no-negatives' } as const;
const selected = { whole: (c: BinaryConfusion) => c.tp + c.fp, whenUndefined: 'no-predicted-positives' } as const;
const rejected = { whole: (c: BinaryConfusion) => c.tn + c.fn, whenUndefined: 'no-predicted-negatives' } as const;

/**
 * Every rate that is one share of a confusion. With P = TP+FN, N = FP+TN, n = P+N:
 * accuracy (TP+TN)/n, error (FP+FN)/n, selection rate (TP+FP)/n, base rate P/n, recall TP/P, fnr FN/P,
 * specificity TN/N, fpr FP/N, precision TP/(TP+FP), fdr FP/(TP+FP), npv TN/(TN+FN), for FN/(TN+FN).
 */
export const CONFUSION_RATES = {
  accuracy: { ...all, part: (c) => c.tp + c.tn },
  error: { ...all, part: (c) => c.fp + c.fn },
  'selection-rate': { ...all, part: (c) => c.tp + c.fp },
  'base-rate': { ...all, part: (c) => c.tp + c.fn },
  recall: { ...positives, part: (c) => c.tp },
  fnr: { ...positives, part: (c) => c.fn },
  specificity: { ...negatives, part: (c) => c.tn },
  fpr: { ...negatives, part: (c) => c.fp },
  precision: { ...selected, part: (c) => c.tp },
  fdr: { ...selected, part: (c) => c.fp },
  npv: { ...rejected, part: (c) => c.tn },
  for: { ...rejected, part: (c) => c.fn },
} as const satisfies Readonly<Record<string, ConfusionRateRule>>;

export type ConfusionRate = keyof typeof CONFUSION_RATES;

/**
 * A rate of a confusion, from 0 to 1; the direction of each is in `METRIC_DIRECTIONS`. Without a denominator it is
 * undefined (scikit-learn says 0 there).
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function confusionRate(rate: ConfusionRate, confusion: BinaryConfusion): Measured {
  checkConfusion(confusion);
  const { part, whole, whenUndefined } = CONFUSION_RATES[rate];
  return quotient(part(confusion), whole(confusion), whenUndefined);
}
