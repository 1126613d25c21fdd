export type { DatasetConfig, FairnessGateConfig, ModelConfig, PerformanceGateConfig } from './config/schema.ts';
export { type Config, configSchema } from './config/schema.ts';
export type { Decision, DecisionInput, Finding, GateName, Interval, Outcome, Severity } from './decision.ts';
export { GATE_NAMES, worstOutcome } from './decision.ts';
export { type Digest, hexOf, isDigest, sha256 } from './digest.ts';
export { ActionError, type ActionErrorCode, ConfigError, type Fault, formatFault } from './errors.ts';
export type {
  Account,
  AnnotatedTag,
  ArtifactInfo,
  AssetSource,
  Checks,
  CheckState,
  Clock,
  CommitSha,
  Deployments,
  Dispatch,
  EvidenceBranch,
  EvidenceChange,
  GovernanceCheck,
  People,
  Permission,
  PullCommit,
  PullRequest,
  PullRequests,
  Release,
  ReleaseAsset,
  Releases,
  RepositoryContents,
  Review,
  Tags,
  TreeFile,
  WorkflowRun,
  WorkflowRuns,
} from './ports.ts';
export { isReasonCode, REASON_CODES, type ReasonCode } from './reason-codes.ts';
