import type { Bounds, Measured } from '@gatehouse/stats';
import { type DifferenceEstimate, type Undefined, undefinedMetric } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import { LEAST_UNITS } from '../estimate/resampled-estimate.ts';
import type { MetricEstimates } from './exam.ts';

/**
 * A metric of which these rows have a value and other rows no bound, as a largest error. The bounds are the value itself, and the
 * method says what share of other rows may lie beyond it: 1 - α^(1/n), since n rows that all lie within are seen with a
 * probability of at least α only where that share is at most that.
 */
export function observedMetric(value: (side: Side) => Measured<string>, n: number): MetricEstimates {
  const fixed = (of: Measured<string>, confidence: number): DifferenceEstimate | Undefined => {
    if (of.value === null) return undefinedMetric(of.undefinedReason);
    if (n < LEAST_UNITS) return undefinedMetric('insufficient-n');
    const bounds: Bounds = [of.value, of.value];
    const beyond = Number(((1 - (1 - confidence) ** (1 / n)) * 100).toPrecision(2));
    const method = `of these rows; up to ${beyond} % of other rows may lie beyond`;
    return {
      value: of.value,
      bounds,
      interval: bounds,
      method,
      n: [n],
      boundsAt: () => bounds,
      resampling: null,
      p: null,
    };
  };
  return {
    value,
    estimate: ({ confidence }) => fixed(value('challenger'), confidence),
    compare({ confidence }) {
      const [first, second] = [value('challenger'), value('champion')];
      if (first.value === null) return fixed(first, confidence);
      const difference = second.value === null ? second : { ...second, value: first.value - second.value };
      return fixed(difference, confidence);
    },
  };
}
