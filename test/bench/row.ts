/** One line of the table of benchmarks. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly verdict: 'ok' | 'over' | '';
  /** True of a time: a slow moment of the machine must not fail a build. */
  readonly isTime?: true;
}

/** Sizes, memory, numbers of calls, lost entries and seeded simulations have no slow moment: over their budget is red. */
export function isRed(rows: readonly Row[]): boolean {
  return rows.some(({ verdict, isTime }) => verdict === 'over' && isTime !== true);
}

/** Memory beside its budget; memory that was not measured is over it. */
export function memoryRow(
  what: string,
  { megabytes = Number.NaN, budget }: { readonly megabytes: number | undefined; readonly budget: number },
): Row {
  const verdict = megabytes <= budget ? 'ok' : 'over';
  return { what, measured: `${megabytes.toFixed(0)} MB`, budget: `${budget} MB`, verdict };
}

/** Says what is done now, beside the table: a reader of a silent terminal would wonder. */
export function announce(what: string): void {
  process.stderr.write(`${what} …\n`);
}
