export type { ColumnFacts, DataFacts, DataRules, DomainRule, LeakFact, SeenTable } from './data/data-facts.ts';
export { descriptionFindings } from './data/description-findings.ts';
export { type DataInput, domainRules, evaluateData } from './data/evaluate-data.ts';
export { identityFindings, type ReadBytes } from './data/identity-findings.ts';
export { isOfKind } from './data/profile-findings.ts';
export { type ReadSchema, readSchema } from './data/table-schema.ts';
export { assembleDecision, type GateContext } from './decision/assemble-decision.ts';
export {
  type ConfusionCounts,
  type CountSampling,
  countConfusion,
  type OutcomeSums,
  ratesOf,
} from './decision/confusion.ts';
export type { ComparedColumn, ComparedValues, DriftRole } from './drift/compared-column.ts';
export type { DomainTable } from './drift/domain-measure.ts';
export { type DriftInput, evaluateDrift } from './drift/evaluate-drift.ts';
export { MOST_DISTINCT_CATEGORIES } from './drift/numeric-rows.ts';
export { type ChampionSplit, type ChampionSplits, countChampion } from './fairness/champion-split.ts';
export type { ControlStratum } from './fairness/control-strata.ts';
export { type CrossCell, type CrossCounts, type CrossTables, crossTables } from './fairness/cross-counts.ts';
export { evaluateFairness } from './fairness/evaluate-fairness.ts';
export { evaluateRankingFairness, evaluateRegressionFairness } from './fairness/evaluate-row-fairness.ts';
export type { FairnessInput } from './fairness/fairness-input.ts';
export { countGroups, type GroupCounts, MISSING_GROUP, type SensitiveRows } from './fairness/group-counts.ts';
export { countIntersections, type IntersectionCounts } from './fairness/intersections.ts';
export type { RankedRows } from './fairness/ranking-measures.ts';
export type { ResidualRows } from './fairness/regression-measures.ts';
export type { RowGroups } from './fairness/row-groups.ts';
export type { ScoredGroupRows } from './fairness/scored-measures.ts';
export { BINARY_METRICS, binaryMetric } from './performance/binary-metrics.ts';
export { evaluatePerformance } from './performance/evaluate-performance.ts';
export { holmLevels } from './performance/holm-levels.ts';
export type {
  DifferenceEstimate,
  Estimate,
  Metric,
  MetricQuestion,
  PairedRows,
  ScoredRows,
} from './performance/metric-estimate.ts';
export type { ClassedRows } from './performance/multiclass-exam.ts';
export { oneSidedP } from './performance/one-sided-p.ts';
export type {
  AnyPerformanceInput,
  Champion,
  MulticlassInput,
  PerformanceInput,
  RankingInput,
  RegressionInput,
} from './performance/performance-input.ts';
export type { RankedItems } from './performance/ranking-exam.ts';
export type { NumberedRows } from './performance/regression-exam.ts';
export type { Sampling } from './performance/sampling.ts';
export type { SliceColumns } from './performance/slice-rows.ts';
export { reuseConfidence } from './performance/test-set-reuse.ts';
