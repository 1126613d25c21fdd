import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { evaluateText } from '../expressions/expression.ts';
import type { Template } from '../expressions/template.ts';
import { applyFileCommands, type JobSession, log, stepScope } from '../jobs/job-session.ts';
import type { RunStep } from '../workflow/workflow.ts';
import { shellCommand } from './shell.ts';
import { runStepProcess } from './step-process.ts';

export interface ScriptRequest {
  readonly step: RunStep;
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Record<string, string>;
  readonly signal: AbortSignal;
}

/** A `run:` step: the script in a file, by its shell, in its folder. */
export async function runScript(session: JobSession, { step, env, outputs, signal }: ScriptRequest): Promise<void> {
  const scope = stepScope(session, env);
  const script = evaluateText(step.script, scope);
  const shell = shellCommand(evaluateText(choose(session, step.shell, 'shell'), scope), `${scope.file}:${step.line}`);
  const folder = evaluateText(choose(session, step.workingDirectory, 'workingDirectory'), scope);
  const file = join(session.folders.temp, `${randomUUID()}${shell.extension}`);
  await writeFile(file, script.endsWith('\n') ? script : `${script}\n`, { mode: 0o755 });
  log(session, `##[group]Run ${script.trim().split('\n')[0] ?? ''}`);
  for (const line of script.trimEnd().split('\n')) log(session, line);
  log(session, `shell: ${[shell.command, ...shell.args].join(' ')}`);
  log(session, '##[endgroup]');
  await runStepProcess(session, {
    command: shell.command,
    args: shell.args.map((argument) => argument.replaceAll('{0}', file)),
    cwd: resolve(session.folders.workspace, folder),
    variables: { env, github: { action: step.id ?? '__run' }, extra: {} },
    signal,
    onFiles: (results) => applyFileCommands(session, results, outputs),
  });
}

function choose(session: JobSession, own: Template | null, key: 'shell' | 'workingDirectory'): Template | null {
  return own ?? session.job.defaults[key] ?? session.use.workflow.defaults[key];
}
