import { ConfigError } from '@gatehouse/core';

interface FaultParts {
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** A fault of a workflow or action file; `where` is `path:line`. */
export function workflowFault(where: string, parts: FaultParts): ConfigError {
  return new ConfigError([{ where, ...parts }]);
}

/** What GitHub would run and the local runner cannot: refused with its line, never skipped. */
export function unsupported(where: string, what: string, remedy: string): ConfigError {
  return workflowFault(where, {
    found: `${what} is not supported by the local runner`,
    allowed: 'what the runner cannot do as GitHub does is an error',
    remedy,
  });
}
