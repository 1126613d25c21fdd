import { requireTrustedKey } from '@gatehouse/attest';
import { needsCandidate, type ReasonCode } from '@gatehouse/core';
import { resolveSubject, type Subject, trustRootOf } from '@gatehouse/governance';
import { type DecisionArtifact, parseDecisionLines } from './decision-artifacts.ts';
import { type Evaluated, evaluate } from './evaluate.ts';
import { reasonOfError, reasonOfJob } from './refusal-reason.ts';
import type { DecidePorts, DecideRequest } from './request.ts';

/** What became of the head for this model. */
export type Decided =
  | ({ readonly kind: 'evaluated' } & Evaluated)
  | { readonly kind: 'refused'; readonly reasonCode: ReasonCode }
  | { readonly kind: 'not-governed' };

/**
 * Decides about one model at the head of a pull request. Whatever keeps it from an evaluation is recorded as a refusal of
 * this head, so that the check is red for that reason and nobody waits for a decision that does not come.
 *
 * @returns `not-governed` when the pull request changes nothing that the model is made from: nothing is recorded then.
 * @throws ActionError `decision-mismatch` for lines that are none, whatever GitHub answers; all of `resolveSubject`,
 *   about which nothing can be recorded; all of `evaluate`, after recording.
 */
export async function decide(request: DecideRequest, ports: DecidePorts): Promise<Decided> {
  let decisions: readonly DecisionArtifact[] = [];
  try {
    if (request.reasonCode === undefined) decisions = parseDecisionLines(request.decisions);
  } catch (fault) {
    // Refused, too, where that can be recorded; the fault of the workflow says more than whatever goes wrong then.
    await decideBy(request, ports, () => Promise.reject(fault)).catch(() => undefined);
    throw fault;
  }
  return decideBy(request, ports, (subject) => evaluate({ ...request, decisions, subject }, ports));
}

async function decideBy(
  request: DecideRequest,
  ports: DecidePorts,
  evaluateSubject: (subject: Subject) => Promise<Evaluated>,
): Promise<Decided> {
  const subject = await resolveSubject(ports, request);
  requireTrustedKey(ports.key, trustRootOf(subject.policy), 'Input "signing-key"');
  try {
    const { files } = await ports.contents.comparison(subject.policy.commit, subject.headSha);
    if (!needsCandidate(subject.modelConfig, files)) return { kind: 'not-governed' };
    if (request.reasonCode === undefined) {
      return { kind: 'evaluated', ...(await evaluateSubject(subject)) };
    }
  } catch (error) {
    // When this fails too, the first error says more.
    await refuse(ports, subject, { reasonCode: reasonOfError(error), runId: request.thisRun }).catch(() => undefined);
    throw error;
  }
  const reasonCode = reasonOfJob(request.reasonCode);
  await refuse(ports, subject, { reasonCode, runId: request.thisRun });
  return { kind: 'refused', reasonCode };
}

/** @param why `runId` is the run whose log says more. */
async function refuse(
  { evidence }: DecidePorts,
  subject: Subject,
  why: { readonly reasonCode: ReasonCode; readonly runId: number },
): Promise<void> {
  const { pull, model, headSha, policy } = subject;
  await evidence.recordRefusal({ pullRequest: pull.number, model }, { headSha, ...why }, trustRootOf(policy));
}
