import { existsSync } from 'node:fs';
import { type JobSession, log } from '../jobs/job-session.ts';
import { type ProcessRequest, runProcess } from './child-process.ts';
import { createFileCommands, type FileCommandResults } from './file-command.ts';
import { type StepVariables, stepEnvironment } from './step-environment.ts';
import { createCommandReader } from './workflow-command.ts';

export interface StepProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly variables: Omit<StepVariables, 'files'>;
  readonly signal: AbortSignal;
  /** Called with what the process wrote to its files, whether it failed or not. */
  readonly onFiles: (results: FileCommandResults) => void;
}

/** Runs one process of a step: its lines are masked and logged, its commands obeyed, its files read. */
export async function runStepProcess(session: JobSession, step: StepProcess): Promise<void> {
  if (!existsSync(step.cwd)) throw new Error(`The working directory "${step.cwd}" does not exist.`);
  const files = await createFileCommands(session.folders.commands);
  const env = stepEnvironment(session, { ...step.variables, files: files.variables });
  const read = createCommandReader({
    addMask: (value) => session.masker.add(value),
    log: (line) => log(session, line),
  });
  const request: ProcessRequest = {
    command: step.command,
    args: step.args,
    cwd: step.cwd,
    env,
    onLine: read,
    signal: step.signal,
    kill: session.engine.closing,
  };
  const { exitCode, processId } = await runProcess(request);
  if (processId !== null) session.processes.push(processId);
  step.onFiles(await files.read());
  if (step.signal.aborted) throw new Error('The operation was canceled.');
  if (exitCode !== 0) throw new Error(`Process completed with exit code ${exitCode ?? 'unknown'}.`);
}
