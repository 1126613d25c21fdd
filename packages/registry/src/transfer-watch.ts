/** Who is told of long transfers. */
export interface TransferWatch {
  /** One line of the log. */
  progress(line: string): void;
  /** For throughput and time left only. */
  now(): Date;
}

/** Tells nobody. */
export const UNWATCHED: TransferWatch = { progress: () => undefined, now: () => new Date(0) };

/** Counts the bytes of one transfer. */
export interface TransferMeter {
  add(bytes: number): void;
  /** The last line, whatever was told before. */
  finish(): void;
}

/** A line of the log at most this often. */
const INTERVAL_MS = 5000;

/**
 * Tells how far a transfer is: bytes, throughput and the time that is left.
 *
 * @param what as in "Uploading parts"
 */
export function transferMeter(watch: TransferWatch, what: string, totalBytes: number): TransferMeter {
  const begun = watch.now().getTime();
  let told = begun;
  let done = 0;
  const line = (at: number): string => {
    const seconds = (at - begun) / 1000;
    const speed = seconds > 0 ? done / seconds : 0;
    const left = speed > 0 && done < totalBytes ? `, ${Math.ceil((totalBytes - done) / speed)} s left` : '';
    return `${what}: ${megabytes(done)} of ${megabytes(totalBytes)} MB, ${megabytes(speed)} MB/s${left}`;
  };
  return {
    add(bytes) {
      done += bytes;
      const at = watch.now().getTime();
      if (at - told < INTERVAL_MS) return;
      told = at;
      watch.progress(line(at));
    },
    finish() {
      if (done > 0) watch.progress(line(watch.now().getTime()));
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
