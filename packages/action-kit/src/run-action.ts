import type { ReasonCode } from '@gatehouse/core';
import { type ActionContext, readActionContext } from './action-context.ts';
import { type ActionLog, createActionLog } from './action-log.ts';
import { type ActionResult, exitCodeOf } from './action-result.ts';
import type { Environment, Inputs } from './define-inputs.ts';
import { describeError } from './error-report.ts';
import { toLogLine } from './log-text.ts';
import { type ProcessHost, processHost } from './process-host.ts';
import { maskedForms, maskSecrets } from './secrets.ts';
import { toSummary } from './step-summary.ts';
import { actionsToolkit, type Toolkit } from './toolkit.ts';

/** What a run may touch besides its inputs. */
export interface ActionPorts {
  readonly context: ActionContext;
  readonly log: ActionLog;
  /** The whole environment, for what hands a cleaned part of it to a user's program. */
  readonly env: Environment;
  idToken(audience: string): Promise<string>;
}

export interface Action<Values, OutputName extends string> {
  /** Name of the action's folder. */
  readonly name: string;
  readonly inputs: Inputs<Values>;
  /** Output name to description: the twin of `outputs:` in `action.yml`. */
  readonly outputs: Readonly<Record<OutputName, string>>;
  /** What the output `reason-code` says of an error that names no rule, so that no failure is without a reason. */
  readonly reasonOfErrors?: ReasonCode;
  run(inputs: Values, ports: ActionPorts): Promise<ActionResult<OutputName>>;
}

/** Where the action runs; tests replace it. */
export interface ActionHost {
  readonly env: Environment;
  readonly toolkit: Toolkit;
  readonly process: ProcessHost;
}

/**
 * Runs an action to its end and ends the process. Inputs are read once and checked before any other work; outputs are
 * written only from a finished result; everything thrown, rejected or forgotten ends as outcome `error`, exit code 1.
 * A run whose promise never settles also exits 1, because the code is set before the run starts.
 */
export async function runAction<Values, OutputName extends string>(
  action: Action<Values, OutputName>,
  host: ActionHost = { env: process.env, toolkit: actionsToolkit, process: processHost },
): Promise<void> {
  host.process.setExitCode(1);
  const secrets = action.inputs.secretsIn(host.env);
  for (const form of secrets.flatMap(maskedForms)) host.toolkit.setSecret(form);
  const { name, reasonOfErrors = null } = action;
  const report = new StepReport({ name, outputs: Object.keys(action.outputs), reasonOfErrors, secrets, host });
  // Whichever comes first ends the step: the run, an error nobody awaited, or an event loop with nothing left to do.
  const stray = host.process.strayError();
  try {
    const result = await Promise.race([runOnce(action, secrets, host), stray]);
    await host.process.settle();
    await Promise.race([report.finish(result), stray]);
  } catch (error) {
    await report.fail(error);
  }
}

async function runOnce<Values, OutputName extends string>(
  action: Action<Values, OutputName>,
  secrets: readonly string[],
  host: ActionHost,
): Promise<ActionResult<OutputName>> {
  const inputs = action.inputs.parse(host.env);
  const ports: ActionPorts = {
    context: readActionContext(host.env),
    log: createActionLog(host.toolkit, secrets),
    env: host.env,
    idToken: (audience) => host.toolkit.idToken(audience),
  };
  return action.run(inputs, ports);
}

const MAX_ANNOTATIONS = 9;
// GitHub refuses more than 1 MB of outputs for a job.
const MAX_OUTPUT_CHARACTERS = 400_000;

interface Step {
  readonly name: string;
  /** Names of the declared outputs; no other is ever set. */
  readonly outputs: readonly string[];
  readonly reasonOfErrors: ReasonCode | null;
  readonly secrets: readonly string[];
  readonly host: ActionHost;
}

class StepReport {
  private readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  async finish(result: ActionResult<string>): Promise<void> {
    const outputs = checkedOutputs(result, this.step.outputs);
    const { toolkit, process } = this.step.host;
    await this.summary(result.summary ?? `### ${this.step.name}\n\n${result.outcome}\n`);
    for (const [name, value] of outputs) toolkit.setOutput(name, value);
    const title = this.line(result.title ?? result.outcome);
    if (exitCodeOf(result.outcome) === 0) toolkit.info(title);
    else toolkit.error(title, `${this.step.name}: ${result.outcome}`);
    process.exit(exitCodeOf(result.outcome));
  }

  async fail(error: unknown): Promise<void> {
    const { messages, details, ...described } = describeError(error);
    const reasonCode = described.reasonCode ?? this.step.reasonOfErrors;
    const { toolkit, process } = this.step.host;
    const lines = messages.map((message) => this.line(message));
    for (const line of lines.slice(0, MAX_ANNOTATIONS)) toolkit.error(line, `${this.step.name}: error`);
    for (const line of lines.slice(MAX_ANNOTATIONS)) toolkit.info(line);
    createActionLog(toolkit, this.step.secrets).debug(details);
    if (this.step.outputs.includes('outcome')) toolkit.setOutput('outcome', 'error');
    if (reasonCode !== null && this.step.outputs.includes('reason-code')) toolkit.setOutput('reason-code', reasonCode);
    const fenced = lines.join('\n').replaceAll('```', "'''");
    await this.summary(`### ${this.step.name}: error\n\n\`\`\`text\n${fenced}\n\`\`\`\n`).catch((reason: unknown) => {
      toolkit.info(this.line(`The job summary could not be written: ${String(reason)}`));
    });
    process.exit(1);
  }

  private async summary(markdown: string): Promise<void> {
    await this.step.host.toolkit.writeSummary(toSummary(maskSecrets(markdown, this.step.secrets)));
  }

  private line(text: string): string {
    return toLogLine(maskSecrets(text, this.step.secrets), 4000);
  }
}

function checkedOutputs(result: ActionResult<string>, declared: readonly string[]): readonly [string, string][] {
  const outputs = Object.entries(result.outputs).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const undeclared = outputs.find(([name]) => !declared.includes(name));
  if (undeclared !== undefined) throw new TypeError(`output "${undeclared[0]}" is not declared`);
  const length = outputs.reduce((sum, [, value]) => sum + value.length, 0);
  if (length > MAX_OUTPUT_CHARACTERS) throw new RangeError(`the outputs have ${length} characters`);
  if (declared.includes('outcome') && result.outputs['outcome'] === undefined)
    outputs.push(['outcome', result.outcome]);
  return outputs;
}
