import { ActionError, type Fault, type ReasonCode } from '@gatehouse/core';

/** A table that breaks its contract: never a statistical result, whatever it holds. */
export function refusedInput(reasonCode: ReasonCode, fault: Fault, cause?: unknown): ActionError {
  return new ActionError('refused', fault, { reasonCode, ...(cause === undefined ? {} : { cause }) });
}
