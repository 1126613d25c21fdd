export type { ColumnFacts, DataFacts, DataRules, DomainRule, LeakFact, SeenTable } from './data/data-facts.ts';
export { descriptionFindings } from './data/description-findings.ts';
export { type DataInput, domainRules, evaluateData } from './data/evaluate-data.ts';
export { identityFindings, type ReadBytes } from './data/identity-findings.ts';
export { ROWS_TO_TELL } from './data/leak-findings.ts';
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
export { countGroups, type GroupCounts, MISSING_GROUP, type SensitiveRows } from './decision/group-counts.ts';
export { requiredByMeasure, rowsToSettle } from './decision/required-rows.ts';
export type { ComparedColumn, ComparedValues, DriftRole } from './drift/compared-column.ts';
export type { DomainTable } from './drift/domain-measure.ts';
export type { DriftInput } from './drift/drift-input.ts';
export { MOST_DISTINCT_CATEGORIES } from './drift/effects/numeric-rows.ts';
export { evaluateDrift } from './drift/evaluate-drift.ts';
export { type ChampionSplit, type ChampionSplits, countChampion } from './fairness/champion/champion-split.ts';
export { evaluateFairness } from './fairness/evaluate-fairness.ts';
export type { FairnessInput } from './fairness/fairness-input.ts';
export { countIntersections, type IntersectionCounts } from './fairness/groups/intersections.ts';
export type { RowGroups } from './fairness/groups/row-groups.ts';
export { evaluateRankingFairness, evaluateRegressionFairness } from './fairness/rows/evaluate-row-fairness.ts';
export type { RankedRows } from './fairness/rows/ranking-measures.ts';
export type { ResidualRows } from './fairness/rows/regression-measures.ts';
export type { ScoredGroupRows } from './fairness/rows/scored-measures.ts';
export type { ControlStratum } from './fairness/strata/control-strata.ts';
export { type CrossCell, type CrossCounts, type CrossTables, crossTables } from './fairness/withheld/cross-counts.ts';
export { BINARY_METRICS, binaryMetric } from './performance/binary/binary-metrics.ts';
export { holmLevels } from './performance/estimate/holm-levels.ts';
export type {
  DifferenceEstimate,
  Estimate,
  Metric,
  MetricQuestion,
  PairedRows,
  ScoredRows,
} from './performance/estimate/metric-estimate.ts';
export { oneSidedP } from './performance/estimate/one-sided-p.ts';
export type { Sampling } from './performance/estimate/sampling.ts';
export { evaluatePerformance } from './performance/evaluate-performance.ts';
export type { ClassedRows } from './performance/multiclass/multiclass-exam.ts';
export type {
  AnyPerformanceInput,
  Champion,
  MulticlassInput,
  PerformanceInput,
  RankingInput,
  RegressionInput,
} from './performance/performance-input.ts';
export type { RankedItems } from './performance/ranking/ranking-rows.ts';
export type { NumberedRows } from './performance/regression/regression-exam.ts';
export type { SliceColumns } from './performance/slices/slice-rows.ts';
export { reuseConfidence } from './performance/test-set-reuse.ts';
