export { authorisationPath, type EvaluationId, evaluationPaths, type PullSubject } from './evidence-layout.ts';
export {
  type EvaluationToRecord,
  EvidenceStore,
  type ReadyAnnouncement,
  type StoredAuthorisation,
} from './evidence-store.ts';
export { readLedger } from './evidence-writer.ts';
export {
  LEDGER_KINDS,
  type LedgerAnchor,
  type LedgerEntry,
  type LedgerFact,
  type LedgerFile,
  type LedgerKind,
  ledgerPath,
  nextEntry,
  parseLedgerEntry,
  verifyLedger,
} from './ledger.ts';
export { modelOf, POLICY_FILE, type Policy, type PolicyKey, readDataset, readPolicy, trustRootOf } from './policy.ts';
export { findReleaseRight, mergedPullOf, type ReleaseRight, type ReleaseRightPorts } from './release-right.ts';
export { POLICY_PATHS, policyMatcher, readRoleMembers, requiredRoles } from './required-roles.ts';
export {
  type ApprovalResult,
  evaluateReviews,
  type ReviewInput,
  type ReviewVerdict,
  type RoleMembers,
} from './review-rule.ts';
export type { SignedTraining } from './signed-training.ts';
export type { CandidateLocation, StoredEvaluation } from './stored-evaluation.ts';
export { resolveSubject, type Subject, type SubjectPorts } from './subject.ts';
export { type VersionToVerify, verifyReleaseAuthorisation } from './version-authorisation.ts';
