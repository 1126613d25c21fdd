import type { AggregateEngine, Decision } from '@gatehouse/core';
import type { OpenEngine } from '@gatehouse/gate-runner';
import type { Flag } from './flags/flag.ts';
import type { Flags } from './flags/read-flags.ts';

/** One `gatehouse gate <name>`. */
export interface GateKind {
  readonly name: string;
  /** What it judges, in one line. */
  readonly summary: string;
  /** Its ways to be called, without `gatehouse gate <name>`, one a line. */
  readonly usage: readonly string[];
  /** Its own flags; those of every gate come with them. */
  readonly flags: readonly Flag[];
  /** Example calls for the help. */
  readonly examples?: readonly string[];
  /**
   * Reads the flags, calls `check()` of them before any file is opened, and judges.
   *
   * @throws ConfigError, ActionError as the gate and the engine do.
   */
  judge(flags: Flags, place: GatePlace): Promise<Decision>;
}

/** What a gate on the command line has at hand. */
export interface GatePlace {
  /** The engine; it may read the current folder and the folders of these paths and globs. */
  engineFor(paths: readonly string[]): AggregateEngine;
  /** An engine that may read one folder and nothing else. */
  readonly open: OpenEngine;
  /** A private folder, removed afterwards. */
  readonly temp: string;
  /** A small file, such as a configuration. */
  read(path: string): Promise<Uint8Array>;
}
