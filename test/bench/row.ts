/** One line of the table of benchmarks. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly verdict: 'ok' | 'over' | '';
}

/** Says what is done now, beside the table: a reader of a silent terminal would wonder. */
export function announce(what: string): void {
  process.stderr.write(`${what} …\n`);
}
