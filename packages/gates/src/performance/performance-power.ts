import type { Decision } from '@gatehouse/core';
import { criticalValue, normalQuantile, twoSidedConfidence } from '@gatehouse/stats';
import type { Estimate, Metric } from './metric-estimate.ts';

/** What a metric was judged by, for the power of the test. */
export interface JudgedMetric {
  readonly metric: Metric;
  /** The difference where there is a champion, else the value itself; `null` where it is undefined. */
  readonly estimate: Estimate | null;
  readonly margin: number;
}

const POWER = 0.8;

/**
 * Power of the comparison (stats.md §1.4.4): SE = width of the one-sided bounds / 2z; the minimum detectable difference is
 * (z + z(0.80))·SE, the largest over the metrics; the required n is n·(that / margin)² for each metric. `null` and absent
 * where SE is zero or unknown, because data that show no variation say nothing about power.
 */
export function performancePower(judged: readonly JudgedMetric[], confidence: number): Decision['power'] {
  const z = criticalValue(twoSidedConfidence(confidence));
  const rows = judged.flatMap(({ metric, estimate, margin }) => {
    if (estimate === null) return [];
    const detectable = ((z + normalQuantile(POWER)) * (estimate.bounds[1] - estimate.bounds[0])) / (2 * z);
    const n = estimate.n.reduce((sum, count) => sum + count, 0);
    return detectable > 0 ? [{ metric, detectable, required: Math.ceil(n * (detectable / margin) ** 2) }] : [];
  });
  return {
    minimumDetectable: rows.length === 0 ? null : Math.max(...rows.map((row) => row.detectable)),
    requiredN: Object.fromEntries(rows.map((row) => [row.metric, row.required])),
  };
}
