import type { BoundDecision } from '@gatehouse/attest';
import { type CheckState, type Digest, type Outcome, REASON_CODES, type ReasonCode } from '@gatehouse/core';
import { type LedgerFact, POLICY_SUBJECT } from '../ledger/entry.ts';
import type { RoleDefinition } from '../required-roles.ts';
import type { ApprovalResult } from '../review-rule.ts';
import type { MissingRole } from './missing-roles.ts';
import type { StaleApproval } from './stale-approval.ts';

/** A waiver that an evaluation rests on, as the check tells it. */
export interface ShownWaiver {
  readonly id: string;
  readonly waives: string;
  readonly owner: string;
  readonly expiresOn: string;
}

/** What the check of a pull request says about one model, or about the change of rules. */
export interface ModelVerdict {
  /** The model, or `_policy`. */
  readonly model: string;
  readonly state: CheckState;
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  /** One line; with one model it is the title of the check. */
  readonly title: string;
  readonly modelDigest: Digest | null;
  /** What people approve; `null` while there is nothing to approve. */
  readonly tuple: Digest | null;
  readonly decisions: readonly BoundDecision[];
  readonly roles: readonly RoleDefinition[];
  readonly approvals: ApprovalResult | null;
  readonly missing: readonly MissingRole[];
  readonly stale: StaleApproval | null;
  readonly waivers: readonly ShownWaiver[];
  /** Further sentences for the reader. */
  readonly notes: readonly string[];
  /** What the ledger does not say yet. */
  readonly ledger: readonly LedgerFact[];
}

/** A verdict without evidence: something is missing, refused or not governed. */
export function plainVerdict(
  model: string,
  reasonCode: ReasonCode,
  detail: { readonly state: CheckState } & Partial<ModelVerdict>,
): ModelVerdict {
  const { state } = detail;
  return {
    model,
    outcome: state === 'success' ? 'pass' : state === 'failure' ? 'fail' : 'inconclusive',
    reasonCode,
    title: `${reasonCode}: ${REASON_CODES[reasonCode]}`,
    modelDigest: null,
    tuple: null,
    decisions: [],
    roles: [],
    approvals: null,
    missing: [],
    stale: null,
    waivers: [],
    notes: [],
    ledger: [],
    ...detail,
  };
}

/** What the check says about everything that a pull request concerns. */
export interface PullVerdict extends Pick<ModelVerdict, 'state' | 'outcome' | 'reasonCode' | 'title'> {
  readonly models: readonly ModelVerdict[];
  /** Tuples that wait for approvals or have them. */
  readonly tuples: readonly Digest[];
  /** Sentences about rules that become laxer; first of all that is shown. */
  readonly loosened: readonly string[];
  /** Sentences about other changes of rules. */
  readonly changed: readonly string[];
  readonly ledger: readonly LedgerFact[];
}

const WORST_FIRST: readonly CheckState[] = ['failure', 'waiting', 'success'];

/** Of two that wait, the one that is further from green comes first: nobody approves what was not evaluated. */
function byDistance(a: ModelVerdict, b: ModelVerdict): number {
  const isJudged = ({ approvals }: ModelVerdict): number => (approvals === null ? 0 : 1);
  return isJudged(a) - isJudged(b) || b.missing.length - a.missing.length;
}

/** The worst verdict is the check's; with several models the title says whose it is. */
export function combined(
  models: readonly ModelVerdict[],
  rules: Pick<PullVerdict, 'loosened' | 'changed'> = { loosened: [], changed: [] },
): PullVerdict {
  const worst = WORST_FIRST.flatMap((state) => {
    const rows = models.filter((verdict) => verdict.state === state);
    return state === 'waiting' ? rows.toSorted(byDistance) : rows;
  })[0];
  if (worst === undefined) throw new RangeError('a check is about at least one model');
  const { state, outcome, reasonCode, title, model } = worst;
  const plain = models.length === 1 || model === '' || model === POLICY_SUBJECT;
  const named = plain ? title : `${model}: ${title}`;
  const count = rules.loosened.length;
  const laxer = count === 0 ? '' : `${count} ${count === 1 ? 'rule' : 'rules'} loosened; `;
  return {
    state,
    outcome,
    reasonCode,
    title: `${laxer}${named}`,
    models,
    tuples: models.flatMap(({ tuple }) => tuple ?? []),
    ...rules,
    ledger: models.flatMap(({ ledger }) => ledger),
  };
}
