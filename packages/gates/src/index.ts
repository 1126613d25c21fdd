export { assembleDecision, type GateContext } from './decision/assemble-decision.ts';
export { type ConfusionCounts, countConfusion, ratesOf } from './decision/confusion.ts';
export { evaluateFairness, type FairnessInput } from './fairness/evaluate-fairness.ts';
export type { ControlStratum } from './fairness/fairness-extras.ts';
export { countGroups, type GroupCounts, MISSING_GROUP, type SensitiveRows } from './fairness/group-counts.ts';
export { countIntersections, type IntersectionCounts } from './fairness/intersections.ts';
export { BINARY_METRICS, binaryMetric } from './performance/binary-metrics.ts';
export { type Champion, evaluatePerformance, type PerformanceInput } from './performance/evaluate-performance.ts';
export { holmLevels } from './performance/holm-levels.ts';
export type {
  DifferenceEstimate,
  Estimate,
  Metric,
  MetricQuestion,
  PairedRows,
  ScoredRows,
} from './performance/metric-estimate.ts';
export { oneSidedP } from './performance/one-sided-p.ts';
export type { SliceColumns } from './performance/slice-rows.ts';
export { reuseConfidence } from './performance/test-set-reuse.ts';
