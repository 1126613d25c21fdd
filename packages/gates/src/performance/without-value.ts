import { undefinedFor } from '@gatehouse/stats';
import type { MetricEstimates } from './exam.ts';
import { undefinedMetric } from './metric-estimate.ts';

/** A metric that these rows cannot give, for both models. */
export function metricWithoutValue(reason: string): MetricEstimates {
  return {
    value: () => undefinedFor(reason),
    estimate: () => undefinedMetric(reason),
    compare: () => undefinedMetric(reason),
  };
}
