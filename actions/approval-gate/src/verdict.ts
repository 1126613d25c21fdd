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
  const { measure, value, interval, limit } = finding;
  // What could not be measured is told in words: "group yes of afam has 12 rows; policy minimum 30".
  if (value === null || interval === undefined) return `${gate}: ${finding.message}`;
  const range = ` (${interval.map(short).join(' to ')})`;
  return `${gate}: ${measure} is ${short(value)}${range}${limit === undefined ? '' : `, limit ${limit}`}`;
}

function short(value: number | null): string {
  return value === null ? '∞' : value.toFixed(2);
}

/** What the check says about all models that a pull request concerns. */
export interface CheckVerdict extends Pick<Verdict, 'state' | 'outcome' | 'reasonCode' | 'title'> {
  readonly models: readonly (readonly [model: string, verdict: Verdict])[];
  /** Tuples of the models that have one. */
  readonly tuples: readonly Digest[];
}

const WORST_FIRST: readonly CheckState[] = ['failure', 'waiting', 'success'];

/** The worst verdict is the check's; with several models the title says whose it is. */
export function combined(models: readonly (readonly [model: string, verdict: Verdict])[]): CheckVerdict {
  const worst = WORST_FIRST.flatMap((state) => models.filter(([, verdict]) => verdict.state === state))[0];
  if (worst === undefined) throw new RangeError('a check is about at least one model');
  const [model, { state, outcome, reasonCode, title }] = worst;
  const tuples = models.flatMap(([, verdict]) => verdict.tuple ?? []);
  return { state, outcome, reasonCode, title: models.length === 1 ? title : `${model}: ${title}`, models, tuples };
}

/** Required roles without a counting approval, over all models. */
export function missingRoles(verdict: CheckVerdict): readonly string[] {
  return [...new Set(verdict.models.flatMap(([, { approvals }]) => approvals?.missingRoles ?? []))];
}

/** The Markdown of the check. */
export function renderCheck(verdict: CheckVerdict): string {
  const [only, ...others] = verdict.tuples;
  return renderCheckSummary({
    headline: verdict.title,
    tuple: verdict.state === 'failure' || only === undefined || others.length > 0 ? null : only,
    models: verdict.models.map(([model, each]) => modelSummary(model, each)),
    notes: verdict.models.flatMap(([, { notes }]) => notes),
  });
}

function modelSummary(model: string, verdict: Verdict): ModelSummary {
  const { approvals } = verdict;
  return {
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
}
