import { parseRunRecord, parseStatement } from '@gatehouse/attest';
import { type Account, ActionError, type WorkflowRuns } from '@gatehouse/core';
import type { Subject } from '@gatehouse/governance';
import { type Candidate, FIRST_RUN_RECORD_FILE } from '@gatehouse/registry';

/**
 * Who trained a candidate: whoever started the run that handed it over, and the run that it says it was reused from. That
 * is a claim of a job that nobody trusts, so it can add people who may not approve and never take one away.
 *
 * @throws ActionError `evaluation-error` when the claim is none: who trained would be unknown.
 */
export async function trainedBy(
  runs: Pick<WorkflowRuns, 'get'>,
  subject: Pick<Subject, 'run'>,
  origin: { readonly candidate: Pick<Candidate, 'claims'>; readonly repositoryUrl: string },
): Promise<readonly Account[]> {
  const own = [subject.run.actor, subject.run.triggeringActor];
  const claim = origin.candidate.claims.get(FIRST_RUN_RECORD_FILE);
  if (claim === undefined) return own;
  const first = await runs.get(runOf(invocationOf(claim), origin.repositoryUrl));
  return [...own, first.actor, first.triggeringActor];
}

function runOf(invocationId: string, repositoryUrl: string): number {
  const prefix = `${repositoryUrl}/actions/runs/`;
  const [, id] = /^([1-9]\d{0,14})(?:\/attempts\/\d{1,6})?$/.exec(invocationId.slice(prefix.length)) ?? [];
  if (invocationId.startsWith(prefix) && id !== undefined) return Number(id);
  throw unknownTrainer(`a run "${invocationId.slice(0, 200)}"`, `a run of ${repositoryUrl}`);
}

function invocationOf(claim: Uint8Array): string {
  try {
    return parseRunRecord(parseStatement(claim)).runDetails.metadata.invocationId;
  } catch (cause) {
    throw unknownTrainer('a file that is no run record', 'the record of the run that trained', cause);
  }
}

function unknownTrainer(found: string, allowed: string, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      where: `${FIRST_RUN_RECORD_FILE} of the candidate`,
      found,
      allowed,
      remedy: 'Train again instead of reusing this candidate',
    },
    { reasonCode: 'evaluation-error', cause },
  );
}
