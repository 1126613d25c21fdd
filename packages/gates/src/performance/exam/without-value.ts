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
