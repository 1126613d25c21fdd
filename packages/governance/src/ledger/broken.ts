import { ActionError } from '@gatehouse/core';

/** The error for a ledger that is not what our writers leave; `where` is the path of the file. */
export function brokenLedger(where: string, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Ledger, ${where}`,
      found,
      allowed: 'an unbroken chain of signed entries, each naming the digest of the one before',
      remedy:
        'Run "gatehouse ledger verify" in a clone, compare it with an older clone and find who rewrote the branch',
    },
    { reasonCode: 'ledger-broken', ...(cause instanceof Error ? { cause } : {}) },
  );
}
