import { REASON_CODES, type ReasonCode } from '@gatehouse/core';
import { type ModelVerdict, POLICY_SUBJECT, type PullVerdict } from '@gatehouse/governance';
import { LONGEST_CHECK_SUMMARY, type ModelSummary, type RoleSummary, renderCheckSummary } from '@gatehouse/report';

/** The Markdown of the check, within so many bytes. */
export function renderCheck(verdict: PullVerdict, maxBytes = LONGEST_CHECK_SUMMARY): string {
  const [only, ...others] = verdict.tuples;
  const summary = {
    headline: verdict.title,
    tuple: verdict.state === 'failure' || only === undefined || others.length > 0 ? null : only,
    models: verdict.models.map(modelSummary),
    loosened: verdict.loosened,
    changed: verdict.changed,
    notes: [...new Set(verdict.models.flatMap(({ notes }) => notes))],
  };
  return renderCheckSummary(summary, maxBytes);
}

/** Required roles without a counting approval, over all models. */
export function missingRoleNames({ models }: Pick<PullVerdict, 'models'>): readonly string[] {
  return [...new Set(models.flatMap(({ missing }) => missing.map(({ role }) => role)))];
}

/** How the row of a verdict is called; what concerns no model is about the repository. */
export function rowName(model: string): string {
  if (model === '') return 'this pull request';
  return model.endsWith(POLICY_SUBJECT) ? `${model.slice(0, -POLICY_SUBJECT.length)}rules` : model;
}

function modelSummary(verdict: ModelVerdict): ModelSummary {
  const { approvals, stale } = verdict;
  return {
    model: rowName(verdict.model),
    outcome: verdict.outcome,
    modelDigest: verdict.modelDigest,
    state: verdict.title,
    decisions: verdict.decisions,
    roles: verdict.roles.map(({ role }) => roleSummary(role, verdict)),
    stale:
      stale === null ? null : { sentence: stale.sentence, by: stale.by.map(({ login, role }) => `${login} (${role})`) },
    waivers: verdict.waivers,
    uncounted: (approvals?.reviews ?? [])
      .filter((review) => !review.counts)
      .map(({ reviewer, reasonCode }) => ({
        reviewer: reviewer.login,
        reasonCode,
        sentence: REASON_CODES[reasonCode],
      })),
  };
}

function roleSummary(role: string, { approvals, missing }: ModelVerdict): RoleSummary {
  const by = approvals?.approvals.filter((approval) => approval.role === role) ?? [];
  const gap = missing.find((each) => each.role === role);
  return {
    role,
    // Of a quorum that is met, a role without a person is not missing.
    approved: gap === undefined,
    approvedBy: by.map(({ login }) => login),
    from: gap?.from ?? [],
    not: (gap?.not ?? []).map(({ login, reasonCode }) => ({ login, why: DEEDS[reasonCode] ?? reasonCode })),
  };
}

/** What somebody did who may not approve, as it follows a login and a colon. */
const DEEDS: Partial<Record<ReasonCode, string>> = {
  'reviewer-is-author': 'opened it',
  'reviewer-is-committer': 'committed',
  'reviewer-co-authored': 'co-authored',
  'reviewer-is-pusher': 'pushed',
  'reviewer-started-training': 'started the training',
  'reviewer-owns-waiver': 'owns a waiver',
};
