export { assembleDecision, type GateContext } from './assemble-decision.ts';
export { type ConfusionCounts, countConfusion, ratesOf } from './confusion.ts';
export { evaluateFairness, type FairnessInput } from './evaluate-fairness.ts';
export { type Champion, evaluatePerformance, type PerformanceInput } from './evaluate-performance.ts';
export { countGroups, type GroupCounts, MISSING_GROUP, type SensitiveRows } from './group-counts.ts';
export type { Metric, ScoredRows } from './metric-estimate.ts';
