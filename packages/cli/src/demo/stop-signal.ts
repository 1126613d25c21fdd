/** Exit codes as shells give them: 128 and the number of the signal. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export type StopCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

export interface StopSignal {
  /** The exit code that belongs to the first signal; pending until one comes. */
  readonly stopped: Promise<StopCode>;
  happened(): boolean;
  /** Gives the signals back to Node. */
  release(): void;
}

/**
 * Waits for whoever wants the process to end. Later signals are ignored while it cleans up: a terminal and npm may both
 * send the same one.
 */
export function listenForStop(): StopSignal {
  const { promise: stopped, resolve } = Promise.withResolvers<StopCode>();
  let happened = false;
  const listeners = Object.entries(EXIT_CODES).map(([signal, code]) => ({
    signal,
    stop: (): void => {
      happened = true;
      resolve(code);
    },
  }));
  for (const { signal, stop } of listeners) process.on(signal, stop);
  return {
    stopped,
    happened: () => happened,
    release: () => {
      for (const { signal, stop } of listeners) process.off(signal, stop);
    },
  };
}
