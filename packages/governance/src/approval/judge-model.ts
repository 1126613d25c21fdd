import { type Digest, resourceUri, tupleDigest } from '@gatehouse/core';
import type { PullHistory } from '../evidence/pull-history.ts';
import type { StoredEvaluation } from '../evidence/stored-evaluation.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { utcDayOf } from '../utc-day.ts';
import { uncoveredFindings } from '../waivers/apply-waivers.ts';
import { judgeUsedWaivers } from '../waivers/judge-used-waivers.ts';
import { approvalVerdict } from './approval-verdict.ts';
import { blockedRemedy } from './blocked-remedy.ts';
import { blockedTitle, decisiveFinding } from './blocked-title.ts';
import { type Approvers, judgeApprovals } from './judge-approvals.ts';
import { staleFact } from './ledger-facts.ts';
import type { PullFacts } from './pull-facts.ts';
import { type StaleApproval, staleApproval } from './stale-approval.ts';
import { type ModelVerdict, plainVerdict, type ShownWaiver } from './verdict.ts';
import { withoutEvaluation } from './without-evaluation.ts';

export interface ModelQuestion {
  readonly model: string;
  readonly history: PullHistory;
  readonly approvers: Approvers;
}

/** Judges one model of a pull request: its evaluation first, then what people said of it. */
export function judgeModel(facts: PullFacts, question: ModelQuestion): ModelVerdict {
  const { model, history } = question;
  const subject = { model, modelDigest: null, pullRequest: facts.pull.number, headSha: facts.headSha };
  const decision = history.decisionOf(facts.headSha);
  // Whatever was evaluated before: the newest word about this head is that it was refused.
  if (decision === null || history.refusalOf(facts.headSha) !== null) {
    const stale = staleHead(facts, history);
    const verdict = withoutEvaluation(facts, { model, history });
    const ended = stale === null ? [] : staleFact(subject, stale, history);
    return { ...verdict, stale, ledger: [...ended, ...verdict.ledger] };
  }
  const evaluation = facts.evaluations.get(model);
  // The ledger was read again, and decide recorded another evaluation meanwhile: its own check comes after it.
  if (evaluation === undefined || !isOf(decision, evaluation)) {
    return plainVerdict(model, 'decision-missing', {
      state: 'waiting',
      title: 'Waiting for the check of an evaluation that was recorded just now',
    });
  }
  return judgeEvaluation(facts, { ...question, evaluation, expiresAt: decision.facts.candidateExpiresAt });
}

function isOf({ subject, facts }: LedgerEntry, { id }: StoredEvaluation): boolean {
  return subject.modelDigest === id.modelDigest && facts.evidenceDigest === id.evidenceDigest;
}

interface EvaluatedModel extends ModelQuestion {
  readonly evaluation: StoredEvaluation;
  readonly expiresAt: string | undefined;
}

function judgeEvaluation(facts: PullFacts, question: EvaluatedModel): ModelVerdict {
  const { model, evaluation, history } = question;
  const { summary, decisions } = evaluation;
  const { modelDigest, evidenceDigest, policyDigest } = summary;
  const parts = { headSha: facts.headSha, modelDigest, evidenceDigest, policyDigest };
  const tuple = tupleDigest(parts);
  const subject = { model, modelDigest, pullRequest: facts.pull.number, headSha: facts.headSha };
  const shown = { modelDigest, decisions, waivers: summary.waivers.map(shownWaiver) };
  const objection = objectionTo(facts, question);
  if (objection !== null) {
    const stale = staleApproval(history.lastApproved(), { ...parts, tuple });
    const ledger = stale === null ? [] : staleFact(subject, stale, history);
    return { ...objection, ...shown, tuple: null, stale, ledger };
  }
  const judged = judgeApprovals(facts, {
    subject,
    parts: { ...parts, tuple },
    history,
    approvers: question.approvers,
    trainingActors: evaluation.training.actorIds.map((id) => ({ id })),
    waiverOwners: summary.waivers.map(({ ownerId }) => ({ id: ownerId })),
  });
  return { ...approvalVerdict(model, question.approvers, judged), ...shown, tuple };
}

/** What stands against an evaluation before people are asked; a lapsed waiver comes before everything else. */
function objectionTo(facts: PullFacts, { model, evaluation, expiresAt }: EvaluatedModel): ModelVerdict | null {
  const { summary, decisions } = evaluation;
  const lapsed = judgeUsedWaivers(summary.waivers, facts.policy.waivers, utcDayOf(facts.now));
  if (lapsed.length > 0) {
    const notes = [...lapsed.map(({ message }) => message), 'Renew the waiver or repair the model; then train again.'];
    return plainVerdict(model, 'waiver-expired', { state: 'failure', notes });
  }
  const expected = resourceUri({ repositoryUrl: facts.repositoryUrl, headSha: facts.headSha, model });
  const uncovered = evaluation.summary.decisions
    .filter(({ waived }) => waived)
    .flatMap(({ gate }) => decisions.filter((decision) => decision.gate === gate))
    .flatMap((decision) => uncoveredFindings(decision, summary.waivers));
  if (summary.resourceUri !== expected || uncovered.length > 0) {
    const found =
      summary.resourceUri === expected
        ? 'calls a decision waived that no waiver covers'
        : `is about ${summary.resourceUri}, not ${expected}`;
    return plainVerdict(model, 'decision-mismatch', { state: 'failure', notes: [`The evaluation ${found}.`] });
  }
  if (expiresAt !== undefined && new Date(expiresAt) <= facts.now && !facts.pull.merged) {
    const notes = [
      `The candidate expired at ${expiresAt}. Run the training workflow again; approvals are needed anew.`,
    ];
    return plainVerdict(model, 'candidate-expired', { state: 'failure', notes });
  }
  if (summary.policyDigest !== facts.policy.digest)
    return ofOlderPolicy(model, summary.policyDigest, facts.policy.digest);
  return summary.result === 'PASSED' ? null : blocked(model, evaluation);
}

function ofOlderPolicy(model: string, decided: Digest, now: Digest): ModelVerdict {
  const notes = [
    `Decided under policy ${decided}, now ${now}. The next sweep decides again, or run the training again.`,
  ];
  return plainVerdict(model, 'policy-changed', { state: 'failure', notes });
}

function blocked(model: string, { summary, decisions }: StoredEvaluation): ModelVerdict {
  const waived = summary.decisions.filter((decision) => decision.waived).map(({ gate }) => gate);
  const standing = decisions.filter(({ gate }) => !waived.includes(gate));
  const worst = standing.find(({ outcome }) => outcome === 'fail') ?? standing.find((d) => d.outcome !== 'pass');
  const finding = worst === undefined ? undefined : decisiveFinding(worst);
  return plainVerdict(model, finding?.reasonCode ?? 'decision-missing', {
    state: 'failure',
    title: blockedTitle(standing),
    notes: blockedRemedy(standing),
    outcome: worst?.outcome === 'inconclusive' ? 'inconclusive' : 'fail',
  });
}

/** An approval of another head, when this one has no evaluation yet. */
function staleHead({ headSha }: PullFacts, history: PullHistory): StaleApproval | null {
  const last = history.lastApproved();
  if (last?.pull?.headSha === headSha) return null;
  return staleApproval(last, { tuple: null, headSha, modelDigest: null, evidenceDigest: null, policyDigest: null });
}

function shownWaiver(waiver: {
  id: string;
  gate: string;
  measure: string;
  owner: string;
  expiresOn: string;
}): ShownWaiver {
  const { id, gate, measure, owner, expiresOn } = waiver;
  return { id, waives: `${gate} ${measure}`, owner, expiresOn };
}
