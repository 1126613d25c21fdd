import type { UsedWaiver } from '@gatehouse/attest';
import {
  type Decision,
  type Finding,
  type GateName,
  type Outcome,
  type ReasonCode,
  worstOutcome,
} from '@gatehouse/core';
import type { UtcDay } from '../utc-day.ts';
import { inForce, type Waiver } from './waiver.ts';

/**
 * Findings that a waiver may cover: a measure that was judged and missed its limit, or that the data could not settle.
 * What says that the evidence itself is wrong is not here: a broken contract of the predictions, a decision about
 * something else, or a gate that judged nothing.
 */
const WAIVABLE: readonly ReasonCode[] = [
  'limit-exceeded',
  'interval-spans-limit',
  'below-floor',
  'interval-spans-floor',
  'inferior',
  'not-better-than-trivial',
  'empty-group',
  'insufficient-n',
  'no-positives',
  'no-negatives',
  'no-predicted-positives',
  'no-predicted-negatives',
  'undefined-replicates',
  'monte-carlo',
  'single-class',
  'single-group',
  'constant-prediction',
  'champion-unavailable',
];

/** A waiver without which a decision would not count as passed; whose account it is, the caller reads from GitHub. */
export type AppliedWaiver = Omit<UsedWaiver, 'ownerId'>;

export interface WaiverApplication {
  /** The outcome of all decisions, waived ones counted as passed. */
  readonly outcome: Outcome;
  /** Gates whose decision does not pass and counts as passed, because every finding against it is covered. */
  readonly waivedGates: readonly GateName[];
  /** Waivers that the result rests on, by id. */
  readonly used: readonly AppliedWaiver[];
}

/**
 * Applies the waivers that are in force for the model of each decision. A decision counts as passed only if a waiver
 * covers each of its blocking findings that does not pass; where some are not covered, its waivers are not used at all.
 */
export function applyWaivers(
  decisions: readonly Decision[],
  waivers: readonly Waiver[],
  today: UtcDay,
): WaiverApplication {
  const used = new Map<string, AppliedWaiver>();
  const waivedGates: GateName[] = [];
  for (const decision of decisions) {
    if (decision.outcome === 'pass') continue;
    const covering = blockingFindings(decision).map((finding) => coverOf(decision, finding, { waivers, today }));
    if (covering.length === 0) continue;
    const all = covering.flatMap((waiver) => waiver ?? []);
    if (all.length < covering.length) continue;
    waivedGates.push(decision.gate);
    for (const waiver of all) used.set(waiver.id, waiver);
  }
  const outcomes = decisions.map(({ gate, outcome }) => (waivedGates.includes(gate) ? 'pass' : outcome));
  return {
    outcome: worstOutcome(outcomes),
    waivedGates,
    used: [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/**
 * The findings that keep a decision from passing and that none of the named waivers covers. Whoever reads a signed
 * summary asks this of each decision that it calls waived.
 */
export function uncoveredFindings(
  decision: Decision,
  used: readonly Pick<UsedWaiver, 'gate' | 'measure'>[],
): readonly Finding[] {
  return blockingFindings(decision).filter(
    (finding) =>
      !isWaivable(finding) || !used.some(({ gate, measure }) => gate === decision.gate && measure === finding.measure),
  );
}

/** True for what a waiver may cover at all. */
export function isWaivable({ reasonCode }: Pick<Finding, 'reasonCode'>): boolean {
  return WAIVABLE.includes(reasonCode);
}

/** The findings that keep a decision from passing. */
export function blockingFindings(decision: Decision): readonly Finding[] {
  return decision.findings.filter(({ severity, outcome }) => severity === 'block' && outcome !== 'pass');
}

/** The waiver that covers a finding longest, or `null`. */
function coverOf(
  decision: Decision,
  finding: Finding,
  rules: { readonly waivers: readonly Waiver[]; readonly today: UtcDay },
): AppliedWaiver | null {
  if (!isWaivable(finding)) return null;
  const covers = rules.waivers
    .filter((waiver) => waiver.model === decision.subject?.model && inForce(waiver, rules.today))
    .flatMap(({ id, digest, waives, owner, expiresOn }): AppliedWaiver[] =>
      'gate' in waives && waives.gate === decision.gate && waives.measure === finding.measure
        ? [{ id, digest, gate: waives.gate, measure: waives.measure, owner, expiresOn }]
        : [],
    )
    .sort((a, b) => (a.expiresOn === b.expiresOn ? (a.id < b.id ? -1 : 1) : a.expiresOn > b.expiresOn ? -1 : 1));
  return covers[0] ?? null;
}
