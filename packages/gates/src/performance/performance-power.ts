import type { Decision } from '@gatehouse/core';
import { criticalValue, normalQuantile, twoSidedConfidence } from '@gatehouse/stats';
import { isUndefined } from './estimate/metric-estimate.ts';
import type { JudgedMetric } from './exam/judged-metric.ts';

/** Power of one comparison; both `null` where the data show no variation or the metric is not limited. */
export interface MetricPower {
  readonly minimumDetectable: number | null;
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
  const required = margin === null || margin.value === 0 ? null : Math.ceil(n * (detectable / margin.value) ** 2);
  return { minimumDetectable: detectable, requiredN: required };
}

/** The power of the gate: the largest difference of its metrics that could be missed, and the rows that each needs. */
export function performancePower(judged: readonly JudgedMetric[], confidence: number): Decision['power'] {
  const rows = judged.map((metric) => ({ name: metric.metric, ...metricPower(metric, confidence) }));
  const detectable = rows.flatMap(({ minimumDetectable }) => minimumDetectable ?? []);
  return {
    minimumDetectable: detectable.length === 0 ? null : Math.max(...detectable),
    requiredN: Object.fromEntries(
      rows.flatMap(({ name, requiredN }) => (requiredN === null ? [] : [[name, requiredN]])),
    ),
  };
}
