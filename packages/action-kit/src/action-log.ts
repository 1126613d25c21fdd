import { randomUUID } from 'node:crypto';
import { toLogLine, toLogText } from './log-text.ts';
import { maskSecrets } from './secrets.ts';
import type { Toolkit } from './toolkit.ts';

/** Writes the job log. Every text is made harmless to the runner and masked, wherever it came from. */
export interface ActionLog {
  info(text: string): void;
  debug(text: string): void;
  /** An annotation; only when a person should act. GitHub shows at most ten of a kind for a step. */
  warning(text: string): void;
  notice(text: string): void;
  /** Folds what `body` prints under a title. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /**
   * As `group`, with the runner's commands stopped until `body` ends, for the output of a user's program. Lines given
   * to `print` are harmless already; stopping commands also covers a program that writes to the log by itself.
   */
  untrusted<T>(title: string, body: (print: (line: string) => void) => Promise<T>): Promise<T>;
}

/** The log over the toolkit; `secrets` are the texts to mask, read at every call. */
export function createActionLog(toolkit: Toolkit, secrets: readonly string[]): ActionLog {
  const text = (raw: string): string => toLogText(maskSecrets(raw, secrets));
  const line = (raw: string): string => toLogLine(maskSecrets(raw, secrets));
  async function group<T>(title: string, body: () => Promise<T>): Promise<T> {
    toolkit.startGroup(line(title));
    try {
      return await body();
    } finally {
      toolkit.endGroup();
    }
  }
  return {
    info: (raw) => toolkit.info(text(raw)),
    debug: (raw) => toolkit.debug(text(raw)),
    warning: (raw) => toolkit.warning(text(raw)),
    notice: (raw) => toolkit.notice(text(raw)),
    group,
    untrusted: (title, body) =>
      group(title, async () => {
        // A program that could guess the token could end the stop; a random one it cannot.
        const token = randomUUID();
        toolkit.info(`::stop-commands::${token}`);
        try {
          return await body((raw) => toolkit.info(text(raw)));
        } finally {
          toolkit.info(`::${token}::`);
        }
      }),
  };
}
