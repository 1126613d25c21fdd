import { isReasonCode, pathMatcher, type ReasonCode, resourceUri, type Tuple, tupleDigest } from '@gatehouse/core';
import {
  type EvidenceStore,
  policyMatcher,
  requiredRoles,
  type StoredEvaluation,
  type Subject,
  trustRootOf,
} from '@gatehouse/governance';
import { type ApprovalPorts, type PolicyChange, readApprovals } from './approval-state.ts';
import { blockedTitle, plainVerdict, type Verdict } from './verdict.ts';

export interface JudgePorts extends ApprovalPorts {
  readonly evidence: EvidenceStore;
}

/** What is known of the run that triggered the check. It can explain a red check and never makes one green. */
export interface Trigger {
  /** Reason code of the step that gave up, if any. */
  readonly reasonCode: string | undefined;
  readonly conclusion: string | null;
  readonly runId: number;
  readonly repositoryUrl: string;
  readonly detailsUrl: string;
}

/** One model of a pull request before people are asked: decided already, or an evaluation that passed. */
export type Assessment =
  | { readonly kind: 'decided'; readonly verdict: Verdict }
  | {
      readonly kind: 'passed';
      readonly subject: Subject;
      readonly evaluation: StoredEvaluation;
      readonly tuple: Tuple;
    };

/** True when a change concerns a model: its files, its evaluation's code, or the rules it is judged by. */
export function governs(subject: Subject, change: PolicyChange): boolean {
  const isModelFile = pathMatcher(subject.modelConfig.paths);
  const isPolicy = policyMatcher(subject.modelConfig, change.policyFiles);
  const isExam = pathMatcher(subject.modelConfig.evaluate.files);
  return change.files.some((file) => isModelFile(file) || isPolicy(file) || isExam(file));
}

/** Reads the evaluation of the head and says what can be said without reviews. */
export async function assess(ports: JudgePorts, subject: Subject, trigger: Trigger): Promise<Assessment> {
  const about = { pullRequest: subject.pull.number, model: subject.model };
  const evaluation = await ports.evidence.readEvaluation(about, subject.headSha, trustRootOf(subject.policy));
  if (evaluation === null) {
    const refused = await ports.evidence.readRefusal(about, subject.headSha);
    const verdict = withoutEvaluation(trigger, refused);
    // Another head came in between: should the one before return, its approvals must be given again.
    if (verdict.state === 'failure') {
      await ports.evidence.recordRefusal(about, subject.headSha, verdict.reasonCode);
    }
    return { kind: 'decided', verdict };
  }
  const stale = staleReason(evaluation, subject, trigger.repositoryUrl);
  if (stale !== null) {
    return { kind: 'decided', verdict: plainVerdict('decision-mismatch', 'failure', { notes: [stale] }) };
  }
  const tuple = tupleOf(subject.headSha, evaluation);
  if (evaluation.summary.result === 'PASSED') return { kind: 'passed', subject, evaluation, tuple };
  return { kind: 'decided', verdict: blockedVerdict(evaluation, tuple) };
}

/** What people approve: this head with this evidence. */
export function tupleOf(headSha: string, evaluation: StoredEvaluation): Tuple {
  const { modelDigest, evidenceDigest, policyDigest } = evaluation.summary;
  return { headSha, modelDigest, evidenceDigest, policyDigest };
}

/** Announces a tuple that passed and applies the review rule to what people said since. */
export async function judgeApprovals(
  ports: JudgePorts,
  passed: Extract<Assessment, { kind: 'passed' }>,
  change: PolicyChange,
): Promise<Verdict> {
  const { subject, evaluation, tuple } = passed;
  const about = { pullRequest: subject.pull.number, model: subject.model };
  const ready = await ports.evidence.announceReady(about, tuple);
  const approvals = await readApprovals(ports, {
    pull: subject.pull,
    modelConfig: subject.modelConfig,
    change,
    tuple: tupleDigest(tuple),
    readyAt: ready.at,
    training: evaluation.training,
  });
  const { state, missingRoles, reasonCode, message } = approvals;
  if (state === 'approved') await ports.evidence.recordApproval(about, tuple, approvals.approvals);
  const by = approvals.approvals.map(({ role, login }) => `${role} by ${login}`).join(', ');
  const titles = {
    approved: `Approved: ${by}`,
    waiting: `Ready for approval; missing ${missingRoles.join(', ')}`,
    inconclusive: message,
  };
  const checkState = state === 'approved' ? 'success' : state === 'waiting' ? 'waiting' : 'failure';
  return {
    ...plainVerdict(reasonCode, checkState, { title: titles[state] }),
    outcome: state === 'approved' ? 'pass' : 'inconclusive',
    modelDigest: tuple.modelDigest,
    tuple: tupleDigest(tuple),
    decisions: evaluation.decisions,
    requiredRoles: requiredRoles(subject.modelConfig, change),
    approvals,
  };
}

function blockedVerdict({ summary, decisions }: StoredEvaluation, tuple: Tuple): Verdict {
  const worst = decisions.find(({ outcome }) => outcome === 'fail') ?? decisions.find((d) => d.outcome !== 'pass');
  const finding = worst?.findings.find((f) => f.severity === 'block' && f.outcome === worst.outcome);
  return {
    ...plainVerdict(finding?.reasonCode ?? 'decision-missing', 'failure', { title: blockedTitle(decisions) }),
    outcome: worst?.outcome === 'inconclusive' ? 'inconclusive' : 'fail',
    modelDigest: summary.modelDigest,
    tuple: tupleDigest(tuple),
    decisions,
  };
}

/**
 * No evaluation of this head: a failed training or evaluation is red and stays so whatever happens to the pull request
 * afterwards; one that has not happened yet waits. The note leads to the log that says what to do.
 */
function withoutEvaluation(trigger: Trigger, refused: ReasonCode | null): Verdict {
  const { reasonCode: given, conclusion, repositoryUrl, runId, detailsUrl } = trigger;
  if (given !== undefined) {
    const notes = [`The failed job of ${detailsUrl} says what was found, what is allowed and what to do.`];
    return plainVerdict(isReasonCode(given) ? given : 'evaluation-error', 'failure', { notes });
  }
  if (conclusion !== 'success') {
    const training = `${repositoryUrl}/actions/runs/${runId}`;
    const notes = [`Training ended with "${conclusion ?? 'no conclusion'}". Its log says why: ${training}`];
    return plainVerdict('candidate-missing', 'failure', { notes });
  }
  if (refused !== null) {
    const notes = ['This head was refused before. Push a commit that puts it right, or run the training again.'];
    return plainVerdict(refused, 'failure', { notes });
  }
  return plainVerdict('decision-missing', 'waiting', { title: 'Waiting for training and evaluation of this head' });
}

function staleReason(evaluation: StoredEvaluation, subject: Subject, repositoryUrl: string): string | null {
  const { summary } = evaluation;
  const expected = resourceUri({ repositoryUrl, headSha: subject.headSha, model: subject.model });
  if (summary.resourceUri !== expected) return `The evaluation is about ${summary.resourceUri}, not ${expected}.`;
  if (summary.policyDigest === subject.policy.digest) return null;
  return `Decided under policy ${summary.policyDigest}, now ${subject.policy.digest}: run the training workflow again.`;
}
