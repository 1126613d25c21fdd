/** `done` is for actions that judge nothing. Broken input and failures are thrown, never returned. */
export type ActionOutcome = 'pass' | 'fail' | 'inconclusive' | 'done';

/** What a finished run hands back; outputs and summary are written from it and from nothing else. */
export interface ActionResult<OutputName extends string> {
  readonly outcome: ActionOutcome;
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** One sentence: printed as notice when the run passes, as error when it fails or is inconclusive. */
  readonly title?: string;
  /** Markdown with foreign text escaped already. */
  readonly summary?: string;
}

/** Exit code of the step: only `pass` and `done` let the job go on. */
export function exitCodeOf(outcome: ActionOutcome | 'error'): 0 | 1 {
  return outcome === 'pass' || outcome === 'done' ? 0 : 1;
}
