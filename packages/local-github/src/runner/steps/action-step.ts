import { join } from 'node:path';
import { evaluateText, evaluateTexts } from '../expressions/expression.ts';
import { applyFileCommands, type JobSession, log, stepScope } from '../jobs/job-session.ts';
import { inputVariable } from '../workflow/action-definition.ts';
import type { UsesStep } from '../workflow/workflow.ts';
import type { ResolvedAction } from './action-library.ts';
import { runStepProcess } from './step-process.ts';

/** One use of a JavaScript action in a job; `pre`, `main` and `post` share its state. */
export interface ActionUse {
  readonly step: UsesStep;
  readonly action: ResolvedAction;
  /** What its parts wrote to GITHUB_STATE. */
  readonly state: Map<string, string>;
}

export interface ActionRequest {
  readonly use: ActionUse;
  /** File below the action's folder. */
  readonly entry: string;
  readonly phase: 'pre' | 'main' | 'post';
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Record<string, string>;
  readonly signal: AbortSignal;
}

/** Runs one part of a JavaScript action on this process's Node, in the workspace. */
export async function runAction(session: JobSession, request: ActionRequest): Promise<void> {
  const { step, action, state } = request.use;
  const inputs = actionInputs(session, request);
  log(session, `##[group]Run ${step.uses}${request.phase === 'main' ? '' : ` (${request.phase})`}`);
  for (const [name, value] of Object.entries(inputs)) if (value !== '') log(session, `  ${name}: ${value}`);
  log(session, '##[endgroup]');
  const extra: Record<string, string> = { ...session.actionVariables };
  for (const [name, value] of Object.entries(inputs)) extra[inputVariable(name)] = value;
  for (const [name, value] of state) extra[`STATE_${name}`] = value;
  await runStepProcess(session, {
    command: process.execPath,
    args: [join(action.folder, request.entry)],
    cwd: session.folders.workspace,
    variables: {
      env: request.env,
      github: {
        action: step.id ?? `__${action.repository.replace('/', '_')}`,
        action_repository: action.repository,
        action_ref: action.ref,
      },
      extra,
    },
    signal: request.signal,
    onFiles: (results) => {
      for (const [name, value] of results.state) state.set(name, value);
      applyFileCommands(session, results, request.outputs);
    },
  });
}

/** Given inputs, then the defaults of `action.yml`; an input that the action does not know is a warning, as on GitHub. */
function actionInputs(session: JobSession, request: ActionRequest): Readonly<Record<string, string>> {
  const { step, action } = request.use;
  const scope = stepScope(session, request.env);
  const given = evaluateTexts(step.with, scope);
  const known = new Map([...action.definition.inputs].map(([name, value]) => [name.toLowerCase(), value]));
  const unexpected = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  if (unexpected.length > 0 && request.phase === 'main') {
    const valid = [...action.definition.inputs.keys()].map((name) => `'${name}'`).join(', ');
    log(
      session,
      `##[warning]Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid}]`,
    );
  }
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const inputs: Record<string, string> = { ...given };
  for (const [name, value] of action.definition.inputs) {
    // The runner passes an input without default as an empty string.
    if (!names.has(name.toLowerCase())) inputs[name] = evaluateText(value, { ...scope, file: action.definition.file });
  }
  return inputs;
}
