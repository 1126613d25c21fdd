export {
  EMERGENCIES_FOLDER,
  type Emergency,
  overdueEmergencies,
  parseEmergencies,
  REVIEW_WITHIN_WORKING_DAYS,
} from './emergencies/emergency.ts';
export { type EmergencyChange, type EmergencyQuestion, emergencyOf } from './emergencies/emergency-of.ts';
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
export {
  completePolicy,
  draftPolicy,
  modelOf,
  POLICY_FILE,
  POLICY_WANTED,
  type Policy,
  type PolicyDraft,
  type PolicyKey,
  readDataset,
  readPolicy,
  readPolicyTip,
  trustRootOf,
} from './policy.ts';
export { type ComparablePolicy, comparePolicies } from './policy-changes/compare-policies.ts';
export type { PolicyDelta } from './policy-changes/policy-delta.ts';
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
export { addDays, daysBetween, type UtcDay, utcDayOf, workingDaysAfter } from './utc-day.ts';
export { type VersionToVerify, verifyReleaseAuthorisation } from './version-authorisation.ts';
export {
  type AppliedWaiver,
  applyWaivers,
  uncoveredFindings,
  type WaiverApplication,
} from './waivers/apply-waivers.ts';
export { judgeUsedWaivers, type LapsedWaiver } from './waivers/judge-used-waivers.ts';
export {
  inForce,
  LONGEST_WAIVER_DAYS,
  parseWaivers,
  WAIVERS_FOLDER,
  type WaivedThing,
  type Waiver,
  type WaiverContext,
} from './waivers/waiver.ts';
