/** Says how far a long reading has come. */
export interface Progress {
  at(count: number, total: number): void;
  done(): void;
}

/** So many entries are read before a line is written: a short ledger is done sooner than it is read. */
const STEP = 5000;

/** Writes to a terminal and to nothing else: a log would hold every step. */
export function progressTo(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { at: () => undefined, done: () => undefined };
  let written = false;
  return {
    at(count, total) {
      if (count % STEP !== 0) return;
      stream.write(`\r${count} of ${total} entries`);
      written = true;
    },
    done() {
      if (written) stream.write('\r\u001b[K');
    },
  };
}
