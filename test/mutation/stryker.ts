/**
 * What is used of Stryker. Its own types do not compile where declarations of libraries are checked as well
 * (mutation-testing-metrics 3.8.4), so they are not imported and what is needed of them is written down here.
 */
export interface StrykerModule {
  readonly Stryker: new (
    options: Readonly<Record<string, unknown>>,
  ) => {
    runMutationTest(): Promise<readonly MutantResult[]>;
  };
}

/** How one change ended. Lines and columns count from 1. */
export interface MutantResult {
  readonly fileName: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: MutantStatus;
}

/** A place in a source. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type MutantStatus =
  | 'Killed'
  | 'Survived'
  | 'NoCoverage'
  | 'Timeout'
  | 'CompileError'
  | 'RuntimeError'
  | 'Ignored'
  | 'Pending';

/** The port behind which Stryker runs tests. */
export interface TestRunner {
  capabilities(): { readonly reloadEnvironment: boolean };
  init(): Promise<void>;
  dryRun(): Promise<DryRunResult>;
  mutantRun(options: MutantRunOptions): Promise<MutantRunResult>;
  dispose(): Promise<void>;
}

/** How the tests end without a change. */
export type DryRunResult =
  | { readonly status: 'complete'; readonly tests: readonly TestResult[]; readonly mutantCoverage: object }
  | { readonly status: 'error'; readonly errorMessage: string };

/** Number 0 says passed, 1 failed. */
export interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly timeSpentMs: number;
  readonly status: 0 | 1;
  readonly failureMessage?: string;
}

/** Which change to switch on, before or after the files are loaded, and which tests reach it. */
export interface MutantRunOptions {
  readonly activeMutant: { readonly id: string };
  readonly mutantActivation: 'runtime' | 'static';
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

/** How the tests ended with a change. */
export type MutantRunResult =
  | {
      readonly status: 'killed';
      readonly killedBy: readonly string[];
      readonly failureMessage: string;
      readonly nrOfTests: number;
    }
  | { readonly status: 'survived'; readonly nrOfTests: number }
  | { readonly status: 'timeout'; readonly reason: string }
  | { readonly status: 'error'; readonly errorMessage: string };
