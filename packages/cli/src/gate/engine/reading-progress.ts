/** Says on one line of a terminal how far files are read. */
export interface ReadingProgress {
  at(read: { readonly path: string; readonly bytes: number; readonly of: number }): void;
  /** All files are read; the engine counts. */
  counting(): void;
  /** Takes the line away. */
  done(): void;
}

/** Files that are read sooner than a person asks what happens. */
const QUIET_MS = 400;
const STEP_MS = 100;

/** What a terminal can do, and a clock in milliseconds. */
export interface Screen {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
  now(): number;
}

/** Writes to a terminal and to nothing else: a log would hold every step. */
export function readingProgress(screen: Screen, show: (path: string) => string): ReadingProgress {
  if (!screen.isTTY) return { at: () => undefined, counting: () => undefined, done: () => undefined };
  const began = screen.now();
  let last = began + QUIET_MS - STEP_MS;
  let written = false;
  const line = (text: string): void => {
    screen.write(
      `\r\u001b[K${Array.from(text)
        .slice(0, Math.max(10, screen.columns - 1))
        .join('')}`,
    );
    written = true;
  };
  return {
    at({ path, bytes, of }) {
      const now = screen.now();
      if (now - last < STEP_MS) return;
      last = now;
      const share = of > 0 ? ` (${Math.floor((100 * bytes) / of)} %)` : '';
      line(`reading ${show(path)}: ${megabytes(bytes)} of ${megabytes(of)} MB${share}`);
    },
    counting() {
      if (written) line('read; counting');
    },
    done() {
      if (written) screen.write('\r\u001b[K');
      written = false;
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}
