export { mergeProfiles } from './baseline-profile/merge-profiles.ts';
export { withPrivacyFloor } from './baseline-profile/privacy-floor.ts';
export {
  type BaselineProfile,
  type CategoriesColumn,
  checkedProfile,
  edgesId,
  type NumbersColumn,
  type ProfileColumn,
  parseBaselineProfile,
  profileJsonSchema,
} from './baseline-profile/profile-schema.ts';
export { type ShownColumn, type ShownProfile, showProfile } from './baseline-profile/show-profile.ts';
export type { BranchPull, BranchPulls } from './branch-pulls.ts';
export { candidateKey } from './candidate-key.ts';
export { canonicalJson } from './canonical-json.ts';
export { compareCodePoints } from './code-point-order.ts';
export type { CommitSha } from './commit-sha.ts';
export { type BlockName, type GateBlock, gateBlockSchema, parseGateBlock } from './config/gate-block.ts';
export {
  type DataColumnConfig,
  type DataGateConfig,
  type DataProfileRules,
  type DataRulesConfig,
  dataProfileRules,
  dataRules,
} from './config/gates/data.ts';
export { checkDataRules } from './config/gates/data-checks.ts';
export { DEFAULT_DRIFT_LIMITS, type DriftColumnRule, type DriftRules, driftRules } from './config/gates/drift.ts';
export { CONTROLLED_MEASURES, COUNTED_MEASURES, FAIRNESS_RATIOS } from './config/gates/fairness.ts';
export { TRIVIAL_BASELINES } from './config/gates/performance.ts';
export {
  type BinaryMetricName,
  LOWER_IS_BETTER,
  METRICS_OF_TASK,
  type MetricName,
  type MulticlassMetricName,
  OF_PROBABILITIES,
  OF_SCORES,
  type RankingMetricName,
  type RegressionMetricName,
  WITHOUT_WEIGHTS,
} from './config/gates/performance-metrics.ts';
export { configJsonSchema, describeAllowed, type JsonSchema } from './config/json-schema.ts';
export { parseConfig } from './config/parse-config.ts';
export { type DocumentShape, parseYamlDocument } from './config/parse-document.ts';
export type {
  DatasetConfig,
  DriftGateConfig,
  EmergencyConfig,
  FairnessGateConfig,
  ModelConfig,
  PerformanceGateConfig,
} from './config/schema.ts';
export { type Config, configSchema } from './config/schema.ts';
export type { StageRule } from './config/stage-rule.ts';
export { TASKS, type Task } from './config/task.ts';
export {
  type BinaryColumns,
  type MulticlassColumns,
  predictionColumns,
  type RankingColumns,
  type RegressionColumns,
  type TaskColumns,
  taskColumns,
} from './config/task-columns.ts';
export {
  type CroissantDataset,
  type CroissantField,
  type CroissantFile,
  parseCroissant,
} from './dataset/croissant.ts';
export { type DataPointer, POINTER_NAMES, parsePointer, pointerKind } from './dataset/pointer.ts';
export type { Coverage, Decision, DecisionInput, Finding, GateName, Interval, Outcome, Severity } from './decision.ts';
export { GATE_NAMES, worstOutcome } from './decision.ts';
export { decisionSchema, parseDecision } from './decision-schema.ts';
export { type DescribedModel, describeModel } from './described-model.ts';
export { type Digest, hexOf, isDigest, sha256 } from './digest.ts';
export type {
  Breaches,
  ComparedRows,
  Correlated,
  Correlation,
  LabelTelling,
  TableChecks,
  TellingWord,
  TimeRange,
  ValueRule,
} from './engine-checks.ts';
export {
  type AggregateEngine,
  type AggregateTables,
  type ColumnIntegrity,
  type ColumnType,
  type DeclaredType,
  type DistinctCounts,
  type EdgeCounts,
  ENGINE_OPERATIONS,
  type EngineOperation,
  type FetchedValues,
  type GroupedCount,
  type GroupedSum,
  type Moments,
  type NumberCounts,
  type ReadFile,
  type TableDescription,
  type TableFormat,
  type TableSource,
  type ValueCounts,
  type WantedValues,
} from './engine-ports.ts';
export type { ColumnRef, GroupKey, KeyValue, Relation, RowPart, Term } from './engine-relation.ts';
export { ActionError, type ActionErrorCode, ConfigError, type Fault, formatFault } from './errors.ts';
export {
  EVALUATION_FILES,
  type EvaluatedChampion,
  type EvaluationRecord,
  parseEvaluationRecord,
} from './evaluation-record.ts';
export { modelDigest, type OmsPredicate, type OmsResource, omsPredicate, omsRootDigest } from './model-digest.ts';
export { checkModelFiles, type ModelFile, SIGNATURE_FILE } from './model-files.ts';
export { type ModelFileFormat, modelFileFormat, modelFileHeadBytes } from './model-format.ts';
export { nearestName } from './nearest-name.ts';
export { candidateFileMatcher, needsCandidate } from './needs-candidate.ts';
export { hasInvisibleCharacter, pathMatcher } from './path-globs.ts';
export type {
  Account,
  ArtifactInfo,
  CheckState,
  Checks,
  Clock,
  Comments,
  Comparison,
  EvidenceBranch,
  EvidenceChange,
  GovernanceCheck,
  LedgerHead,
  MergeQueue,
  OwnComment,
  People,
  Permission,
  PostedCheck,
  PullCommit,
  PullRequest,
  PullRequests,
  Pushes,
  QueuedPull,
  RepositoryContents,
  Review,
  TreeFile,
  TreeView,
  Wanted,
  WorkflowRun,
  WorkflowRuns,
} from './ports.ts';
export { isReasonCode, REASON_CODES, type ReasonCode } from './reason-codes.ts';
export type {
  AnnotatedTag,
  AssetSource,
  ByteRange,
  Deployments,
  Dispatch,
  Release,
  ReleaseAsset,
  Releases,
  Tags,
} from './release-ports.ts';
export { resourceUri, type SummaryResource } from './resource-uri.ts';
export { type BaseDoubt, baseDoubtOf } from './run-base.ts';
export {
  checkSafetensors,
  SAFETENSORS_PREFIX_BYTES,
  SafetensorsError,
  type SafetensorsHeader,
  type SafetensorsTensor,
  safetensorsHeaderLength,
} from './safetensors.ts';
export type { RecordedStage, StageChange, StageLedger, StageMove, StageRecording } from './stage-ports.ts';
export { parseStrictJson, StrictJsonError } from './strict-json.ts';
export { policyDigest, type Tuple, tupleDigest } from './tuple.ts';
export type {
  ArtifactUploads,
  FileSet,
  Sandbox,
  SandboxJob,
  SandboxResult,
  Trainer,
  TrainingJob,
  TrainingResult,
} from './work-ports.ts';
