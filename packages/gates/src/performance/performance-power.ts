import { criticalValue, normalQuantile, twoSidedConfidence } from '@gatehouse/stats';
import { isUndefined } from './estimate/metric-estimate.ts';
import type { JudgedMetric } from './exam/judged-metric.ts';

/** Power of one comparison; both `null` where the data show no variation or the metric is not limited. */
export interface MetricPower {
  /** The smallest difference that these rows would show with power 0.8. */
  readonly minimumDetectable: number | null;
  /** The rows that two equal models need to be told non-inferior with power 0.8, whatever these rows say; `null` without a champion. */
  readonly requiredN: number | null;
}

const POWER = 0.8;

/**
 * Power of the comparison (stats.md §1.4.4): SE = width of the one-sided bounds / 2z; the minimum detectable difference is
 * (z + z(0.80))·SE; the required n is n·(that / margin)². Data that show no variation say nothing about power.
 */
export function metricPower({ challenger, difference, rule, margin }: JudgedMetric, confidence: number): MetricPower {
  const estimate = difference ?? challenger;
  if (rule === null || isUndefined(estimate)) return { minimumDetectable: null, requiredN: null };
  const z = criticalValue(twoSidedConfidence(confidence));
  const width = estimate.bounds[1] - estimate.bounds[0];
  const detectable = ((z + normalQuantile(POWER)) * width) / (2 * z);
  if (!(detectable > 0)) return { minimumDetectable: null, requiredN: null };
  const n = estimate.n.reduce((sum, count) => sum + count, 0);
  const isCompared = difference !== null && margin !== null && margin.value !== 0;
  const required = !isCompared ? null : Math.ceil(n * (detectable / margin.value) ** 2);
  return { minimumDetectable: detectable, requiredN: required };
}

/** The largest difference in a metric that could be missed; `null` where no metric shows any variation. */
export function minimumDetectable(judged: readonly JudgedMetric[], confidence: number): number | null {
  const detectable = judged.flatMap((metric) => metricPower(metric, confidence).minimumDetectable ?? []);
  return detectable.length === 0 ? null : Math.max(...detectable);
}
