import { mergeConfusions } from '../classification/confusion/binary-confusion.ts';
import { confusionRate } from '../classification/confusion/confusion-rates.ts';
import { defined, type Measured } from '../measured.ts';
import { GROUP_RATES, type GroupConfusions, rateOfGroups } from './group-rates.ts';
import { differenceBetween, differenceToOverall, ratioBetween, ratioToOverall } from './group-spread.ts';
import type { GroupValues } from './group-values.ts';

/** How equalised odds are made of the true and the false positive rate, and what groups are compared with. */
export interface OddsOptions {
  readonly aggregate?: 'worst-case' | 'mean';
  readonly comparison?: 'between-groups' | 'to-overall';
}

/**
 * Equalised odds difference: the larger (or the mean) of the differences of the true and of the false positive rate,
 * from 0 to 1, lower is more equal. Hardt, Price and Srebro (2016), NeurIPS; as fairlearn. Undefined when either
 * difference is; groups without a rate are left out of that rate.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function equalizedOddsDifference(groups: GroupConfusions, options: OddsOptions = {}): Measured {
  const worst = options.aggregate !== 'mean';
  return combine(compareOdds(groups, options, DIFFERENCES), worst ? Math.max : mean);
}

/**
 * Equalised odds ratio: the smaller (or the mean) of the ratios of the true and of the false positive rate, from 0 to 1,
 * higher is more equal. Undefined when either ratio is, so also when no group has a false positive.
 *
 * @throws RangeError when a count is negative or not finite.
 */
export function equalizedOddsRatio(groups: GroupConfusions, options: OddsOptions = {}): Measured {
  const worst = options.aggregate !== 'mean';
  return combine(compareOdds(groups, options, RATIOS), worst ? Math.min : mean);
}

interface Spread {
  readonly between: (values: GroupValues) => Measured;
  readonly toOverall: (values: GroupValues, overall: Measured) => Measured;
}

const DIFFERENCES: Spread = { between: differenceBetween, toOverall: differenceToOverall };
const RATIOS: Spread = { between: ratioBetween, toOverall: ratioToOverall };

function compareOdds(groups: GroupConfusions, options: OddsOptions, spread: Spread): readonly [Measured, Measured] {
  const compare = (rate: 'tpr' | 'fpr'): Measured => {
    const values = rateOfGroups(rate, groups);
    if (options.comparison !== 'to-overall') return spread.between(values);
    return spread.toOverall(values, confusionRate(GROUP_RATES[rate], mergeConfusions(groups.values())));
  };
  return [compare('tpr'), compare('fpr')];
}

function combine([tpr, fpr]: readonly [Measured, Measured], into: (a: number, b: number) => number): Measured {
  if (tpr.value === null) return tpr;
  return fpr.value === null ? fpr : defined(into(tpr.value, fpr.value));
}

function mean(a: number, b: number): number {
  return (a + b) / 2;
}
