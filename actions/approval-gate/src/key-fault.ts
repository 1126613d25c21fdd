import { ConfigError, formatFault } from '@gatehouse/core';
import { combined, plainVerdict } from '@gatehouse/governance';
import type { CheckRequest } from './check.ts';
import type { CheckPorts } from './check-ports.ts';
import { postProblem } from './post-verdict.ts';

/**
 * Says on the head of the run that the signing key cannot be read: nothing was decided with it, and nothing will be. The
 * App's token posts a check without it. What goes wrong here is not told: the fault of the key says more.
 */
export async function postKeyFault(
  fault: unknown,
  { runId, detailsUrl }: Pick<CheckRequest, 'runId' | 'detailsUrl'>,
  { runs, checks }: Pick<CheckPorts, 'runs' | 'checks'>,
): Promise<void> {
  const notes = fault instanceof ConfigError ? fault.faults.map(formatFault) : [];
  const title = 'signature-invalid: The signing key of this repository cannot be read.';
  const verdict = combined([plainVerdict('', 'signature-invalid', { state: 'failure', title, notes })]);
  try {
    const { headSha } = await runs.get(runId);
    await postProblem(checks, { headSha, verdict, ledgerHead: null, detailsUrl });
  } catch {
    // Without a check on the head nothing is green either.
  }
}
