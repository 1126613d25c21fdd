export { blockedRemedy } from './approval/blocked-remedy.ts';
export { blockedTitle } from './approval/blocked-title.ts';
export { type Concern, concernOf } from './approval/concern.ts';
export {
  governedChanges,
  type HeadTrees,
  type ListedChange,
  type MergedTrees,
  unlistedChanges,
} from './approval/governed-changes.ts';
export type { ApprovalQuestion, Approvers } from './approval/judge-approvals.ts';
export { changesRules, type HistoryOf, judgePull, policyChangeOf } from './approval/judge-pull.ts';
export type { MissingRole } from './approval/missing-roles.ts';
export { policyTupleDigest } from './approval/policy-tuple.ts';
export {
  afterMerge,
  changesParsedRules,
  type ProposedRules,
  proposedKeyFiles,
  proposedRules,
} from './approval/proposed-rules.ts';
export type { PullFacts } from './approval/pull-facts.ts';
export { readySince } from './approval/ready-since.ts';
export { type StaleApproval, staleApproval } from './approval/stale-approval.ts';
export { combined, type ModelVerdict, type PullVerdict, plainVerdict, type ShownWaiver } from './approval/verdict.ts';
export {
  EMERGENCIES_FOLDER,
  type Emergency,
  overdueEmergencies,
  parseEmergencies,
  REVIEW_WITHIN_WORKING_DAYS,
} from './emergencies/emergency.ts';
export {
  type EmergencyChange,
  type EmergencyDays,
  type EmergencyQuestion,
  emergencyOf,
} from './emergencies/emergency-of.ts';
export { type EvidenceDraft, type MakeDraft, requireSigner } from './evidence/draft.ts';
export {
  approvalDraft,
  authorisationDraft,
  type EvaluationToRecord,
  evaluationDraft,
  type ModelUse,
  readyDraft,
  refusalDraft,
  useDraft,
} from './evidence/drafts.ts';
export { type UnverifiedHistories, verifyHistories, WINDOW_LENGTH } from './evidence/histories.ts';
export { evaluationsOn, type JudgedCandidate } from './evidence/judged-candidates.ts';
export {
  type AuthorisationId,
  authorisationPath,
  type EvaluationId,
  type EvaluationPaths,
  evaluationPaths,
  modelSignaturePath,
} from './evidence/layout.ts';
export { factOf, type HistoryLine, type PullHistory, TRAINING_ROLE } from './evidence/pull-history.ts';
export { DEFAULT_PATIENCE, type RecordPatience } from './evidence/recorder.ts';
export type { SignedTraining } from './evidence/signed-training.ts';
export type { EvidenceInterest, EvidenceState } from './evidence/state.ts';
export { EvidenceStore, evaluationIdOf, type ReadyAnnouncement } from './evidence/store.ts';
export type { StoredAuthorisation } from './evidence/stored-authorisation.ts';
export type { CandidateLocation, StoredEvaluation } from './evidence/stored-evaluation.ts';
export { commitMessage, type EvidenceTip, seqOfMessage } from './evidence/tip.ts';
export { entrySignature, type LedgerAnchor, nextEntry } from './ledger/chain.ts';
export { createLedgerCheck, type LedgerCheck, type LedgerReport } from './ledger/check-ledger.ts';
export {
  LEDGER_KINDS,
  type LedgerEntry,
  type LedgerFact,
  type LedgerKind,
  type LedgerPerson,
  mustBeSigned,
  POLICY_SUBJECT,
  STAGE_KINDS,
  subjectOf,
} from './ledger/entry.ts';
export {
  ENTRY_TYPE,
  type LedgerLine,
  type LedgerSigner,
  ledgerSigner,
  parseLedgerFile,
  renderLedgerFile,
} from './ledger/entry-file.ts';
export type { LedgerFacts } from './ledger/facts.ts';
export type { LedgerCheckOptions, LedgerFinding, LedgerFindingCode } from './ledger/findings.ts';
export {
  COPY_FOLDERS,
  copyFolder,
  copyOfPath,
  copyPath,
  LEDGER_FOLDER,
  type LedgerSubject,
  ledgerPath,
  type PullSubject,
  type StagesSubject,
  seqOfLedgerPath,
} from './ledger/paths.ts';
export {
  completePolicy,
  draftPolicy,
  finishPolicy,
  type KeyedPolicy,
  keyedPolicy,
  modelOf,
  POLICY_FILE,
  POLICY_WANTED,
  type Policy,
  type PolicyDraft,
  type PolicyKey,
  type PolicyParts,
  readDataset,
  readPolicy,
  readPolicyTip,
  trustRootOf,
} from './policy.ts';
export { type ComparablePolicy, comparePolicies } from './policy-changes/compare-policies.ts';
export type { PolicyDelta } from './policy-changes/policy-delta.ts';
export { findReleaseRight, mergedPullOf, type ReleaseRight, type ReleaseRightPorts } from './release-right.ts';
export {
  mergedRoles,
  POLICY_PATHS,
  type PolicyChange,
  policyMatcher,
  type RoleDefinition,
  requiredRoles,
} from './required-roles.ts';
export {
  type ApprovalResult,
  evaluateReviews,
  type ReviewInput,
  type ReviewVerdict,
  type RoleMembers,
} from './review-rule.ts';
export { type KnownPeople, peopleToAsk, roleMembers } from './role-members.ts';
export { recordedStages } from './stages/stage-entry.ts';
export { createStageLedger } from './stages/stage-ledger.ts';
export { requireStageMover, type StageMover } from './stages/stage-mover.ts';
export {
  type PullsOfRun,
  pullOfRun,
  pullsOfRun,
  resolveSubject,
  type Subject,
  type SubjectPorts,
} from './subject.ts';
export { addDays, daysBetween, type UtcDay, utcDayOf, workingDaysAfter } from './utc-day.ts';
export { type VersionToVerify, verifyReleaseAuthorisation } from './version-authorisation.ts';
export { verifyVersionStatements } from './version-statements.ts';
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
