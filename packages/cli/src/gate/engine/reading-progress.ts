/** Says on one line of a terminal how far files are read, and how long it counts. */
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
const TICK_MS = 1000;
/** Counting that takes longer than this is told, also of files that were read at once, as Parquet is. */
const LONG_MS = 2000;

/** What a terminal can do, and a clock in milliseconds. */
export interface Screen {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
  now(): number;
  /** Calls again and again, and keeps nothing alive; what it gives stops that. */
  every(milliseconds: number, call: () => void): () => void;
}

/** Writes to a terminal and to nothing else: a log would hold every step. */
export function readingProgress(screen: Screen, show: (path: string) => string): ReadingProgress {
  if (!screen.isTTY) return { at: () => undefined, counting: () => undefined, done: () => undefined };
  const began = screen.now();
  let last = began + QUIET_MS - STEP_MS;
  let written = false;
  let stop: (() => void) | null = null;
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
      const started = screen.now();
      stop?.();
      // A domain classifier holds this up while it is fitted: then the last line stays.
      stop = screen.every(TICK_MS, () => {
        const spent = screen.now() - started;
        if (spent >= LONG_MS) line(`read; counting and comparing for ${Math.floor(spent / 1000)} s`);
      });
    },
    done() {
      stop?.();
      stop = null;
      if (written) screen.write('\r\u001b[K');
      written = false;
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}
