/** A fact that a step leaves in the report: a digest, a URL, a count, an answer. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One step of the demo. It throws when anything is not as expected; there is no partial success. */
export interface Step<World> {
  /** Stable name in the report, kebab-case. */
  readonly id: string;
  /** What a person reads while it runs. */
  readonly title: string;
  run(world: World): Promise<StepOutcome>;
}

export interface StepOutcome {
  /** One line for the terminal. */
  readonly line: string;
  readonly facts: Facts;
}

export interface StepReport {
  readonly id: string;
  readonly title: string;
  readonly status: 'done' | 'failed';
  readonly durationMs: number;
  readonly line: string;
  readonly facts: Facts;
  /** Only when failed: what was expected and what was found. */
  readonly reason?: string;
}

/** Receives what the demo does while it does it. */
export interface DemoView {
  begin(step: { readonly id: string; readonly title: string }): void;
  /** A detail of the running step: workflow, job and step names. */
  progress(detail: string): void;
  end(report: StepReport): void;
}

/** Runs the steps in order and stops at the first that fails. */
export async function runSteps<World>(
  steps: readonly Step<World>[],
  world: World,
  view: DemoView,
): Promise<readonly StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    view.begin(step);
    const startedAt = performance.now();
    const report = await runStep(step, world, startedAt);
    reports.push(report);
    view.end(report);
    if (report.status === 'failed') break;
  }
  return reports;
}

async function runStep<World>(step: Step<World>, world: World, startedAt: number): Promise<StepReport> {
  const { id, title } = step;
  try {
    const { line, facts } = await step.run(world);
    return { id, title, status: 'done', durationMs: Math.round(performance.now() - startedAt), line, facts };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const durationMs = Math.round(performance.now() - startedAt);
    return { id, title, status: 'failed', durationMs, line: 'not as expected', facts: {}, reason };
  }
}

/** Ends the step unless `found` is `expected`; both are in the message. */
export function expectEqual<Value>(what: string, found: Value, expected: Value): void {
  if (!Object.is(found, expected)) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}.`);
  }
}

/** Ends the step unless the text contains the part. */
export function expectIncludes(what: string, text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`${what}: expected it to contain "${part}", found "${text}".`);
}

/** Ends the step when there is nothing. */
export function expectPresent<Value>(what: string, found: Value | null | undefined): Value {
  if (found === null || found === undefined) throw new Error(`${what}: expected one, found none.`);
  return found;
}
