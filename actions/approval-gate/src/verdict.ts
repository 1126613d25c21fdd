import type { BoundDecision } from '@gatehouse/attest';
import { type CheckState, type Digest, type Outcome, REASON_CODES, type ReasonCode } from '@gatehouse/core';
import type { ApprovalResult } from '@gatehouse/governance';
import { type ModelSummary, renderCheckSummary } from '@gatehouse/report';

/** What the check of a pull request says about one model. */
export interface Verdict {
  readonly state: CheckState;
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly title: string;
  readonly modelDigest: Digest | null;
  readonly tuple: Digest | null;
  readonly decisions: readonly BoundDecision[];
  readonly approvals: ApprovalResult | null;
  readonly requiredRoles: readonly string[];
  readonly notes: readonly string[];
}

/** A verdict that needs no evidence: something is missing, refused or not governed. */
export function plainVerdict(
  reasonCode: ReasonCode,
  state: CheckState,
  detail: { readonly title?: string; readonly notes?: readonly string[] } = {},
): Verdict {
  return {
    state,
    outcome: state === 'success' ? 'pass' : state === 'failure' ? 'fail' : 'inconclusive',
    reasonCode,
    title: detail.title ?? `${reasonCode}: ${REASON_CODES[reasonCode]}`,
    modelDigest: null,
    tuple: null,
    decisions: [],
    approvals: null,
    requiredRoles: [],
    notes: detail.notes ?? [],
  };
}

/**
 * One line for the list of checks, naming every gate that does not pass and the measure that decided it:
 * "Blocked by fairness: false-positive-rate-difference is 0.24 (0.13 to 0.35), limit 0.1".
 */
export function blockedTitle(decisions: readonly BoundDecision[]): string {
  const parts = decisions.filter(({ outcome }) => outcome !== 'pass').map(blockedPart);
  return `Blocked by ${parts.join('; ')}`;
}

function blockedPart(decision: BoundDecision): string {
  const finding = decision.findings.find((f) => f.severity === 'block' && f.outcome === decision.outcome);
  const gate = decision.outcome === 'fail' ? decision.gate : `${decision.gate} (${decision.outcome})`;
  if (finding === undefined) return gate;
  const { measure, value, interval, limit, reasonCode } = finding;
  if (value === null) return `${gate}: ${measure}, ${reasonCode}`;
  const range = interval === undefined ? '' : ` (${interval.map(short).join(' to ')})`;
  return `${gate}: ${measure} is ${short(value)}${range}${limit === undefined ? '' : `, limit ${limit}`}`;
}

function short(value: number | null): string {
  return value === null ? '∞' : value.toFixed(2);
}

/** The Markdown of the check. */
export function renderVerdict(model: string, verdict: Verdict): string {
  const { approvals } = verdict;
  const summary: ModelSummary = {
    model,
    outcome: verdict.outcome,
    modelDigest: verdict.modelDigest,
    state: verdict.title,
    decisions: verdict.decisions,
    roles: verdict.requiredRoles.map((role) => {
      const by = approvals?.approvals.filter((approval) => approval.role === role) ?? [];
      return { role, approved: by.length > 0, approvedBy: by.map(({ login }) => login) };
    }),
    uncounted: (approvals?.reviews ?? [])
      .filter((review) => !review.counts)
      .map((review) => ({ reviewer: review.reviewer.login, reasonCode: review.reasonCode })),
  };
  return renderCheckSummary({
    headline: verdict.title,
    tuple: verdict.state === 'failure' ? null : verdict.tuple,
    models: [summary],
    notes: verdict.notes,
  });
}
