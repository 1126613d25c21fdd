import type { Digest } from './digest.ts';

/** Files by relative name, with `/` between its parts. */
export type FileSet = ReadonlyMap<string, Uint8Array>;

/** Uploads artifacts of the current run. */
export interface ArtifactUploads {
  /** Uploads the files as one artifact; the digest is of the zip, as GitHub reports it. */
  upload(name: string, files: FileSet): Promise<{ readonly id: number; readonly digest: Digest }>;
}

/** Runs a user's command where it sees nothing but what it was given. */
export interface Sandbox {
  /**
   * Lays the files out in a fresh folder and runs the command there with a clean environment and no token.
   *
   * @throws ActionError `command` when the program is missing, exits non-zero or runs out of time; `refused`,
   * `isolation-unavailable`, when isolation is required and the machine has none.
   */
  run(job: SandboxJob): Promise<SandboxResult>;
}

export interface SandboxJob {
  readonly command: readonly string[];
  readonly files: FileSet;
  /** Extra variables; values that begin with `./` are made absolute below the fresh folder. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /**
   * `required` for code that nobody has reviewed: it sees no process, no network and no file but its own and the
   * system's, or it does not run. `none` for code of the base branch, which has the rights of the job.
   */
  readonly isolation: 'required' | 'none';
  /** Names of the files to read back after the command. */
  readonly collect: readonly string[];
}

export interface SandboxResult {
  /** The files of `collect` that exist afterwards. */
  readonly files: FileSet;
}

/** Trains in a staged copy of the checked-out repository. */
export interface Trainer {
  /** One file of the checkout, or `null` when there is none. */
  readFile(path: string): Promise<Uint8Array | null>;
  /**
   * Copies the checkout without `.git`, leaves out `withheld`, puts `replaced` in place, runs the command in the copy
   * with a clean environment and returns the files of the output folder.
   *
   * @throws ActionError `command` when the program is missing, fails, runs out of time or writes nothing.
   */
  train(job: TrainingJob): Promise<TrainingResult>;
}

export interface TrainingJob {
  readonly command: readonly string[];
  readonly outputFolder: string;
  readonly withheld: readonly string[];
  readonly replaced: FileSet;
  readonly timeoutMs: number;
}

export interface TrainingResult {
  readonly files: FileSet;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}
