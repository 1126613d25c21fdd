import { ActionError, ConfigError, formatFault } from '@gatehouse/core';

/** An error as a person reads it: one message for each thing to do, and what only a developer wants to see. */
export interface ErrorReport {
  readonly messages: readonly string[];
  /** The rule that refused the work, for the `reason-code` output. */
  readonly reasonCode: string | null;
  /** Stacks of the error and its causes; printed in debug runs only. */
  readonly details: string;
}

/** Describes anything that can be thrown, also what is no Error and what lies about itself. */
export function describeError(error: unknown): ErrorReport {
  const details = stacksOf(error);
  if (error instanceof ConfigError) {
    return { messages: error.faults.map(formatFault), reasonCode: error.reasonCode ?? null, details };
  }
  if (error instanceof ActionError) {
    const reason = error.reasonCode === undefined ? '' : `[${error.reasonCode}] `;
    return { messages: [`${reason}${formatFault(error.fault)}`], reasonCode: error.reasonCode ?? null, details };
  }
  const found = `an unexpected error, ${JSON.stringify(messageOf(error))}`;
  const fault = {
    where: 'Gatehouse',
    found,
    allowed: 'Nothing was decided or published by this step',
    remedy: 'Run the job again with debug logging and report the log as an issue.',
  };
  return { messages: [formatFault(fault)], reasonCode: null, details };
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return 'a value that cannot be shown';
  }
}

const DEEPEST_CAUSE = 5;

function stacksOf(error: unknown): string {
  const stacks: string[] = [];
  let current = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && current instanceof Error; depth += 1) {
    stacks.push(current.stack ?? messageOf(current));
    current = current.cause;
  }
  return stacks.join('\ncaused by ');
}
