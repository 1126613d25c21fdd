import { ActionError, type Fault } from '@gatehouse/core';

/** The engine is nowhere to be had. */
export function engineUnavailable(fault: Fault, cause?: unknown): ActionError {
  return new ActionError('service', fault, {
    reasonCode: 'engine-unavailable',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A copy of the engine is not the pinned one: nothing of it may run. */
export function engineUntrusted(where: string, found: string, allowed: string): ActionError {
  const remedy = 'Remove that copy: an earlier job or a mirror may have replaced it. Then run again';
  return new ActionError('integrity', { where, found, allowed, remedy }, { reasonCode: 'engine-untrusted' });
}
