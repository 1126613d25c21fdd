import { type BinaryConfusion, confusionTotal } from '../classification/confusion/binary-confusion.ts';
import { type ConfusionRate, confusionRate } from '../classification/confusion/confusion-rates.ts';
import { defined, type Measured } from '../measured.ts';
import type { GroupValues } from './group-values.ts';

/** The confusion of each group of one attribute. */
export type GroupConfusions = ReadonlyMap<string, BinaryConfusion>;

/** Names of the rates of a group in decisions, and the rate of its confusion that each is. */
export const GROUP_RATES = {
  'selection-rate': 'selection-rate',
  'base-rate': 'base-rate',
  tpr: 'recall',
  fnr: 'fnr',
  fpr: 'fpr',
  tnr: 'specificity',
  ppv: 'precision',
  fdr: 'fdr',
  npv: 'npv',
  for: 'for',
  accuracy: 'accuracy',
  'error-rate': 'error',
} as const satisfies Readonly<Record<string, ConfusionRate>>;

export type GroupRate = keyof typeof GROUP_RATES;

/**
 * A rate of each group, from 0 to 1; undefined where its denominator is zero.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function rateOfGroups(rate: GroupRate, groups: GroupConfusions): GroupValues {
  return new Map([...groups].map(([group, confusion]) => [group, confusionRate(GROUP_RATES[rate], confusion)]));
}

/**
 * Everything that the confusion of one group says: rows (or their weight), the four counts, and every rate.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function groupMeasures(confusion: BinaryConfusion): ReadonlyMap<string, Measured> {
  const { tp, fp, fn, tn } = confusion;
  const counts = Object.entries({ n: confusionTotal(confusion), tp, fp, fn, tn });
  const rates = Object.entries(GROUP_RATES);
  return new Map([
    ...counts.map(([name, count]): [string, Measured] => [name, defined(count)]),
    ...rates.map(([name, rate]): [string, Measured] => [name, confusionRate(rate, confusion)]),
  ]);
}
