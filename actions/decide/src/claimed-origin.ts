import { parseRunRecord, parseStatement, type RunRecord } from '@gatehouse/attest';
import { ActionError } from '@gatehouse/core';
import { type Candidate, FIRST_RUN_RECORD_FILE, RUN_RECORD_FILE } from '@gatehouse/registry';

/**
 * Ids of the runs that a candidate says it comes from: the one that it was taken from, and the one that trained it, as the
 * records beside it name them. Claims of a job that nobody trusts; none for a candidate that was trained in its own run.
 *
 * @throws ActionError `evaluation-error` when a record cannot be read: where the candidate comes from would be unknown.
 */
export function claimedOrigins(
  { claims }: Pick<Candidate, 'claims'>,
  about: { readonly runId: number; readonly repositoryUrl: string },
): readonly number[] {
  const own = recordOf(claims, RUN_RECORD_FILE)?.buildDefinition.internalParameters.reusedFrom?.runId;
  const first = recordOf(claims, FIRST_RUN_RECORD_FILE)?.runDetails.metadata.invocationId;
  const ids = [
    ...(own === undefined ? [] : [own]),
    ...(first === undefined ? [] : [runOf(first, about.repositoryUrl)]),
  ];
  return [...new Set(ids)].filter((id) => id !== about.runId);
}

function recordOf(claims: Candidate['claims'], file: string): RunRecord | null {
  const bytes = claims.get(file);
  if (bytes === undefined) return null;
  try {
    return parseRunRecord(parseStatement(bytes));
  } catch (cause) {
    throw unknownOrigin({ where: `${file} of the candidate`, found: 'a file that is no run record' }, cause);
  }
}

function runOf(invocationId: string, repositoryUrl: string): number {
  const prefix = `${repositoryUrl}/actions/runs/`;
  const [, id] = /^([1-9]\d{0,14})(?:\/attempts\/\d{1,6})?$/.exec(invocationId.slice(prefix.length)) ?? [];
  if (invocationId.startsWith(prefix) && id !== undefined) return Number(id);
  throw unknownOrigin({
    where: `${FIRST_RUN_RECORD_FILE} of the candidate`,
    found: `a run "${invocationId.slice(0, 200)}"`,
  });
}

/** Nobody can tell what made a candidate. */
export function unknownOrigin(fault: { readonly where: string; readonly found: string }, cause?: unknown): ActionError {
  return new ActionError(
    'refused',
    {
      ...fault,
      allowed: 'a candidate of this run, or of an earlier one of the pull request that was made from the same files',
      remedy: 'Train again instead of reusing this candidate, with reuse: false',
    },
    { reasonCode: 'evaluation-error', cause },
  );
}
