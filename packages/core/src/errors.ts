/** The four parts of every message that a person must act on, in the order they are printed. */
export interface Fault {
  /** Which input, file and line, run or service: `gatehouse.yml:12:7`, `Input "model"`. */
  readonly where: string;
  /** What was found there, quoted; secrets masked by the caller. */
  readonly found: string;
  /** What is allowed. */
  readonly allowed: string;
  /** What to do. */
  readonly remedy: string;
}

/** One line per fault: `where: found. allowed. remedy`; an allowed value that is no sentence is led by "Allowed:". */
export function formatFault(fault: Fault): string {
  const allowed = /^[A-Z]/.test(fault.allowed) ? fault.allowed : `Allowed: ${fault.allowed}`;
  return `${fault.where}: ${sentence(fault.found)} ${sentence(allowed)} ${sentence(fault.remedy)}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A mistake that the caller can fix: an input, the configuration, the data. Carries every fault found, not the first. */
export class ConfigError extends Error {
  readonly code = 'config' as const;
  readonly faults: readonly Fault[];
  /** Which kind of file has the faults, where it is another one than `gatehouse.yml`. */
  readonly reasonCode: string | undefined;

  constructor(faults: readonly Fault[], options?: ErrorOptions & { readonly reasonCode?: string }) {
    super(faults.map(formatFault).join('\n'), options);
    this.name = 'ConfigError';
    this.faults = faults;
    this.reasonCode = options?.reasonCode;
  }
}

/** Why an action could not do its work although its inputs were in order. */
export type ActionErrorCode =
  | 'service' // GitHub or another service failed or refused
  | 'permission' // the token cannot do or see what is needed
  | 'integrity' // bytes are not what their digest says
  | 'command' // a user's command failed
  | 'refused' // a rule of design §8 forbids it; `reasonCode` says which
  | 'bug';

/** A failure that is not the caller's configuration. `reasonCode` names the rule when one refused the work. */
export class ActionError extends Error {
  readonly code: ActionErrorCode;
  readonly fault: Fault;
  readonly reasonCode: string | undefined;

  constructor(code: ActionErrorCode, fault: Fault, options?: ErrorOptions & { readonly reasonCode?: string }) {
    super(formatFault(fault), options);
    this.name = 'ActionError';
    this.code = code;
    this.fault = fault;
    this.reasonCode = options?.reasonCode;
  }
}
