import { undefinedFor } from '@gatehouse/stats';
import { undefinedMetric } from '../estimate/metric-estimate.ts';
import type { MetricEstimates } from './exam.ts';

/** A metric that these rows cannot give, for both models. */
export function metricWithoutValue(reason: string): MetricEstimates {
  return {
    value: () => undefinedFor(reason),
    estimate: () => undefinedMetric(reason),
    compare: () => undefinedMetric(reason),
  };
}

/** A metric that has a value on these units, and too few of them to say anything of others. */
export function metricOfFewUnits({ value }: MetricEstimates): MetricEstimates {
  const few = undefinedMetric('insufficient-n');
  return { value, estimate: () => few, compare: () => few };
}
