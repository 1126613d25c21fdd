import { ActionError, ConfigError, formatFault, isReasonCode } from '@gatehouse/core';
import { combined, type PullVerdict, plainVerdict } from '@gatehouse/governance';

/**
 * What an error means for a check that must not stay as it was: a refusal or a fault of the rules in its own words; and
 * for what nobody foresaw, such as GitHub not answering, that nothing could be judged.
 */
export function verdictOfError(
  error: unknown,
  detailsUrl: string,
): { readonly verdict: PullVerdict; readonly known: boolean } {
  const told = refusalOf(error);
  if (told !== null) return { verdict: combined([told]), known: true };
  const isService = error instanceof ActionError && (error.code === 'service' || error.code === 'permission');
  const reasonCode = isService ? 'service-unavailable' : 'evaluation-error';
  const notes = [`The log says what stopped it: ${detailsUrl}`];
  return { verdict: combined([plainVerdict('', reasonCode, { state: 'failure', notes })]), known: false };
}

function refusalOf(error: unknown): ReturnType<typeof plainVerdict> | null {
  if (error instanceof ConfigError) {
    const named =
      error.reasonCode !== undefined && isReasonCode(error.reasonCode) ? error.reasonCode : 'policy-invalid';
    return plainVerdict('', named, { state: 'failure', notes: error.faults.map(formatFault) });
  }
  const reasonCode = error instanceof ActionError ? error.reasonCode : undefined;
  if (!(error instanceof ActionError) || reasonCode === undefined || !isReasonCode(reasonCode)) return null;
  return plainVerdict('', reasonCode, { state: 'failure', notes: [formatFault(error.fault)] });
}
