import {
  ActionError,
  type Checks,
  type CommitSha,
  ConfigError,
  formatFault,
  isReasonCode,
  pathMatcher,
  type ReasonCode,
  resourceUri,
  sha256,
  type Tuple,
  tupleDigest,
} from '@gatehouse/core';
import {
  type EvidenceStore,
  POLICY_PATHS,
  requiredRoles,
  resolveSubject,
  type StoredEvaluation,
  type Subject,
  type SubjectPorts,
  trustRootOf,
} from '@gatehouse/governance';
import { type ApprovalPorts, type PolicyChange, readApprovals } from './approval-state.ts';
import { blockedTitle, plainVerdict, renderVerdict, type Verdict } from './verdict.ts';

export interface CheckPorts extends SubjectPorts, ApprovalPorts {
  readonly checks: Checks;
  readonly evidence: EvidenceStore;
}

export interface CheckRequest {
  readonly model: string;
  readonly runId: number;
  /** Why an earlier step gave up. It can explain a red check and never make one green. */
  readonly reasonCode: string | undefined;
  readonly repositoryUrl: string;
  readonly detailsUrl: string;
}

/**
 * Decides what the check of a pull request says now, and posts it on the head. Everything is read anew: evidence and
 * policy by digest, reviews and roles from GitHub.
 *
 * @returns `null` when no open pull request has the head of the run, so that there is nothing to post on.
 */
export async function checkPullRequest(request: CheckRequest, ports: CheckPorts): Promise<Verdict | null> {
  const { headSha, conclusion } = await ports.runs.get(request.runId);
  try {
    const verdict = await judge(request, ports, conclusion);
    if (verdict === null) return null;
    await post(request, ports, { headSha, verdict });
    return verdict;
  } catch (error) {
    // Also when nothing can be judged: a green check of before must not stay.
    const verdict = refusalVerdict(error);
    if (verdict === null) {
      // When this fails too, the first error says more.
      await post(request, ports, { headSha, verdict: unforeseen(request) }).catch(() => undefined);
      throw error;
    }
    await post(request, ports, { headSha, verdict });
    return verdict;
  }
}

function unforeseen({ detailsUrl }: CheckRequest): Verdict {
  return plainVerdict('evaluation-error', 'failure', { notes: [`The log says what stopped it: ${detailsUrl}`] });
}

/** What a refusal or a fault of the policy means for the check, in its own words; `null` for what nobody foresaw. */
function refusalVerdict(error: unknown): Verdict | null {
  if (error instanceof ConfigError) {
    return plainVerdict('policy-invalid', 'failure', { notes: error.faults.map(formatFault) });
  }
  const reasonCode = error instanceof ActionError ? error.reasonCode : undefined;
  if (!(error instanceof ActionError) || reasonCode === undefined || !isReasonCode(reasonCode)) return null;
  return plainVerdict(reasonCode, 'failure', { notes: [formatFault(error.fault)] });
}

async function judge(request: CheckRequest, ports: CheckPorts, conclusion: string | null): Promise<Verdict | null> {
  let subject: Subject;
  try {
    subject = await resolveSubject(ports, request);
  } catch (error) {
    if (error instanceof ActionError && error.reasonCode === 'head-moved') return null;
    throw error;
  }
  const changedFiles = await ports.pulls.changedFiles(subject.pull.number);
  const policyFiles = subject.policy.config.trust.keys.map((key) => key.file);
  const governed = pathMatcher([
    ...subject.modelConfig.paths,
    ...POLICY_PATHS,
    ...subject.modelConfig.evaluate.files,
    ...policyFiles,
  ]);
  if (!changedFiles.some(governed)) {
    const paths = subject.modelConfig.paths.join(', ');
    return plainVerdict('no-governed-file', 'success', { title: `No governed file changed (${paths})` });
  }
  const evaluation = await ports.evidence.readEvaluation(
    { pullRequest: subject.pull.number, model: subject.model },
    subject.headSha,
    trustRootOf(subject.policy),
  );
  if (evaluation === null) {
    const about = { pullRequest: subject.pull.number, model: subject.model };
    const refused = await ports.evidence.readRefusal(about, subject.headSha);
    const verdict = withoutEvaluation(request, { conclusion, refused });
    // Another head came in between: should the one before return, its approvals must be given again.
    if (verdict.state === 'failure') {
      await ports.evidence.recordRefusal(about, subject.headSha, verdict.reasonCode);
    }
    return verdict;
  }
  const stale = staleReason(evaluation, subject, request.repositoryUrl);
  if (stale !== null) return plainVerdict('decision-mismatch', 'failure', { notes: [stale] });
  return judgeEvaluation(ports, { subject, evaluation, change: { files: changedFiles, policyFiles } });
}

/**
 * No evaluation of this head: a failed training or evaluation is red and stays so whatever happens to the pull request
 * afterwards; one that has not happened yet waits. The note leads to the log that says what to do.
 */
function withoutEvaluation(
  { reasonCode: given, repositoryUrl, runId, detailsUrl }: CheckRequest,
  { conclusion, refused }: { readonly conclusion: string | null; readonly refused: ReasonCode | null },
): Verdict {
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

async function judgeEvaluation(
  ports: CheckPorts,
  facts: {
    readonly subject: Subject;
    readonly evaluation: StoredEvaluation;
    readonly change: PolicyChange;
  },
): Promise<Verdict> {
  const { subject, evaluation, change } = facts;
  const { summary, decisions } = evaluation;
  const tuple = tupleOf(subject.headSha, evaluation);
  const about = {
    modelDigest: summary.modelDigest,
    tuple: tupleDigest(tuple),
    decisions,
    requiredRoles: requiredRoles(subject.modelConfig, change),
  };
  if (summary.result !== 'PASSED') {
    const worst = decisions.find(({ outcome }) => outcome === 'fail') ?? decisions.find((d) => d.outcome !== 'pass');
    const finding = worst?.findings.find((f) => f.severity === 'block' && f.outcome === worst.outcome);
    const verdict = plainVerdict(finding?.reasonCode ?? 'decision-missing', 'failure', {
      title: blockedTitle(decisions),
    });
    return { ...verdict, ...about, outcome: worst?.outcome === 'inconclusive' ? 'inconclusive' : 'fail' };
  }
  const pullSubject = { pullRequest: subject.pull.number, model: subject.model };
  const ready = await ports.evidence.announceReady(pullSubject, tuple);
  const approvals = await readApprovals(ports, {
    pull: subject.pull,
    modelConfig: subject.modelConfig,
    change,
    tuple: about.tuple,
    readyAt: ready.at,
    trainingRunId: evaluation.candidate.runId,
  });
  if (approvals.state === 'approved') await ports.evidence.recordApproval(pullSubject, tuple, approvals.approvals);
  const title =
    approvals.state === 'approved'
      ? `Approved: ${approvals.approvals.map(({ role, login }) => `${role} by ${login}`).join(', ')}`
      : approvals.state === 'waiting'
        ? `Ready for approval; missing ${approvals.missingRoles.join(', ')}`
        : approvals.message;
  const state = approvals.state === 'approved' ? 'success' : approvals.state === 'waiting' ? 'waiting' : 'failure';
  return {
    ...plainVerdict(approvals.reasonCode, state, { title }),
    ...about,
    outcome: approvals.state === 'approved' ? 'pass' : 'inconclusive',
    approvals,
  };
}

/** What people approve: this head with this evidence. */
export function tupleOf(headSha: CommitSha, evaluation: StoredEvaluation): Tuple {
  const { modelDigest, evidenceDigest, policyDigest } = evaluation.summary;
  return { headSha, modelDigest, evidenceDigest, policyDigest };
}

async function post(
  request: CheckRequest,
  ports: CheckPorts,
  found: { readonly headSha: CommitSha; readonly verdict: Verdict },
): Promise<void> {
  const { headSha, verdict } = found;
  await ports.checks.post({
    headSha,
    state: verdict.state,
    title: verdict.title,
    summary: renderVerdict(request.model, verdict),
    externalId: verdict.tuple ?? sha256(`${headSha} ${verdict.reasonCode}`),
    detailsUrl: request.detailsUrl,
  });
}
