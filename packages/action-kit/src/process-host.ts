/** The process around an action. */
export interface ProcessHost {
  setExitCode(code: 0 | 1): void;
  /** Rejects on an unhandled rejection, an uncaught exception, or when nothing is left that could finish the run. */
  strayError(): Promise<never>;
  /** Lets rejections that nobody awaited surface before a result is believed. */
  settle(): Promise<void>;
  /** Ends the process once standard output is flushed. */
  exit(code: 0 | 1): void;
}

/** The real process. */
export const processHost: ProcessHost = {
  setExitCode: (code) => {
    process.exitCode = code;
  },
  strayError: () =>
    new Promise<never>((_, reject) => {
      process.once('unhandledRejection', reject);
      process.once('uncaughtException', reject);
      process.once('beforeExit', () => reject(new Error('the run stopped without a result')));
    }),
  settle: () => new Promise((resolve) => setImmediate(resolve)),
  // Waiting for idle keep-alive sockets would cost seconds; pipes are flushed by the empty write.
  exit: (code) => {
    process.exitCode = code;
    process.stdout.write('', () => process.exit());
  },
};
