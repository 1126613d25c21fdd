/** The switches that Stryker's instrumented code reads from `globalThis`, by the name of its namespace. */
export interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Coverage | undefined;
}

/** How often each change was reached: while the files were loaded, and by each test. */
export interface Coverage {
  readonly static: Readonly<Record<string, number>>;
  readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Run these tests (all where `null`) with this change switched on (none where `null`). */
export interface RunRequest {
  readonly kind: 'run';
  readonly mutant: string | null;
  readonly tests: readonly string[] | null;
  /** How often each test may reach the change, in the order of `tests`; `null` where it does not matter. */
  readonly limits: readonly number[] | null;
}

/** What the worker is asked. */
export type Request = RunRequest | { readonly kind: 'stop' };

/** How one test ended; `failure` is `null` where it passed. */
export interface TestEnd {
  readonly id: string;
  readonly file: string;
  readonly milliseconds: number;
  readonly failure: string | null;
}

/** How the tests ended, in order; with a change switched on, up to the first failure. */
export interface Ran {
  readonly kind: 'ran';
  readonly ends: readonly TestEnd[];
  /** Whether the last test reached the change more often than it may. */
  readonly isEndless: boolean;
  readonly coverage: Coverage;
}

/** What the worker answers. */
export type Reply = Ran | { readonly kind: 'ready' };

/** What the worker is started with. */
export interface Start {
  readonly channel: string;
  readonly namespace: string;
  /** Test files, from the root of the repository. */
  readonly files: readonly string[];
  /** Words of the names of tests that are left out. */
  readonly without: readonly string[];
  /** The change to switch on before the files are loaded. */
  readonly mutant: string | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly start: Start;
  }
}
