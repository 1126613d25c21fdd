import type { Dispatch } from '@gatehouse/core';
import { type LedgerFact, type PullHistory, type PullVerdict, trustRootOf } from '@gatehouse/governance';
import type { Gathered, GatherPorts } from './gather.ts';

/** A decision that rests on an older policy, and the run that trained what it is about. */
interface OldDecision {
  readonly runId: number;
  readonly fact: LedgerFact;
}

export interface DecideAgainPorts extends Pick<GatherPorts, 'evidence'> {
  readonly dispatch: Dispatch;
}

/**
 * Starts the decision again for each model that was decided under an older policy, and writes that into the ledger: once
 * for each head and policy, so that a decision that fails is not started for ever. It is written after the start: what
 * could not be started is started by the next sweep.
 *
 * @returns training runs for which a decision was started.
 */
export async function decideAgain(
  ports: DecideAgainPorts,
  { facts, state }: Gathered,
  request: { readonly verdict: PullVerdict; readonly workflow: string; readonly branch: string },
): Promise<readonly number[]> {
  if (state === null) return [];
  const { pull, policy, headSha } = facts;
  const subject = (model: string): { readonly pullRequest: number; readonly model: string } => ({
    pullRequest: pull.number,
    model,
  });
  const old = request.verdict.models
    .filter(({ reasonCode }) => reasonCode === 'policy-changed')
    .flatMap(({ model }) => oldDecision(state.history(subject(model)), { headSha, policyDigest: policy.digest }) ?? []);
  const runs = [...new Set(old.map(({ runId }) => runId))];
  for (const runId of runs) {
    await ports.dispatch.workflow(request.workflow, request.branch, { 'run-id': String(runId) });
  }
  if (old.length > 0) {
    const draft = { facts: old.map(({ fact }) => fact), files: new Map<string, string>() };
    await ports.evidence.record(state, () => draft, trustRootOf(policy));
  }
  return runs;
}

function oldDecision(
  history: PullHistory,
  now: { readonly headSha: string; readonly policyDigest: LedgerFact['facts']['policyDigest'] & string },
): OldDecision | null {
  const { headSha, policyDigest } = now;
  const decision = history.decisionOf(headSha);
  const runId = decision?.facts.runId;
  const told = history.entries.some(
    ({ kind, pull, facts }) =>
      kind === 'policy-changed' && pull?.headSha === headSha && facts.policyDigest === policyDigest,
  );
  if (told || decision === null || decision.pull === null || runId === undefined) return null;
  const { model } = history.subject;
  const previous = decision.facts.policyDigest;
  return {
    runId,
    fact: {
      kind: 'policy-changed',
      reasonCode: 'policy-changed',
      subject: { model, modelDigest: decision.subject.modelDigest },
      pull: { number: decision.pull.number, headSha },
      people: [],
      facts: { policyDigest, ...(previous === undefined ? {} : { previousPolicyDigest: previous }) },
    },
  };
}
