import { ActionError, ConfigError, isReasonCode, type ReasonCode } from '@gatehouse/core';

/**
 * What the jobs before may say of themselves. They ran code of the pull request and could say anything: a word that sounds
 * like an approval must not get into the ledger.
 */
const REASONS_OF_JOBS: readonly ReasonCode[] = [
  'candidate-missing',
  'candidate-expired',
  'champion-unavailable',
  'decision-missing',
  'decision-mismatch',
  'digest-mismatch',
  'evaluation-error',
  'evaluation-failed',
  'format-not-allowed',
  'isolation-unavailable',
  'policy-changed',
  'policy-invalid',
  'predictions-refused',
  'service-unavailable',
];

/** The reason code that a job before gave, or `evaluation-error` for a word that it cannot mean. */
export function reasonOfJob(given: string | undefined): ReasonCode {
  return REASONS_OF_JOBS.find((reasonCode) => reasonCode === given) ?? 'evaluation-error';
}

/** Why an error kept the head from a decision. */
export function reasonOfError(error: unknown): ReasonCode {
  const named = error instanceof ActionError || error instanceof ConfigError ? error.reasonCode : undefined;
  if (named !== undefined && isReasonCode(named)) return named;
  if (error instanceof ConfigError) return 'policy-invalid';
  // A 403 or 404 is an answer: what a job before named is not there, or not for this token.
  return error instanceof ActionError && error.code === 'service' ? 'service-unavailable' : 'decision-missing';
}
