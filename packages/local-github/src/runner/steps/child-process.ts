import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { descendantsOf } from './process-tree.ts';

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Ends the process as the runner does: SIGINT, SIGTERM after 7.5 s, SIGKILL 2.5 s later. */
  readonly signal: AbortSignal;
  /** Kills the process and everything below it at once. */
  readonly kill: AbortSignal;
}

export interface ProcessResult {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  /** Leader of the process group, for the clean-up at the end of the job. */
  readonly processId: number | null;
}

const TERMINATE_AFTER_MS = 7500;
const KILL_AFTER_MS = 10_000;
/** How long output is awaited after the end, when a background process keeps the pipe open. */
const DRAIN_MS = 500;

/** Runs a program in its own process group and hands over every line that it prints. */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(request.command, request.args, {
      cwd: request.cwd,
      env: { ...request.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const processId = child.pid ?? null;
    const timers: NodeJS.Timeout[] = [];
    function stop(): void {
      signalGroup(processId, 'SIGINT');
      timers.push(setTimeout(() => signalGroup(processId, 'SIGTERM'), TERMINATE_AFTER_MS));
      timers.push(setTimeout(kill, KILL_AFTER_MS));
    }
    function kill(): void {
      killTree(processId);
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', request.onLine);
    child.once('error', reject);
    function finish(exitCode: number | null): void {
      for (const timer of timers) clearTimeout(timer);
      request.signal.removeEventListener('abort', stop);
      request.kill.removeEventListener('abort', kill);
      resolve({ exitCode, processId });
    }
    child.once('close', finish);
    child.once('exit', (code) => timers.push(setTimeout(() => finish(code), DRAIN_MS)));
    request.kill.addEventListener('abort', kill, { once: true });
    if (request.kill.aborted) kill();
    else if (request.signal.aborted) stop();
    else request.signal.addEventListener('abort', stop, { once: true });
  });
}

/** Signals a whole process group; a group that is gone is no fault. */
export function signalGroup(processId: number | null, signal: NodeJS.Signals): void {
  if (processId === null) return;
  try {
    process.kill(-processId, signal);
  } catch {
    // The group ended before the signal came.
  }
}

/** An action may start programs in groups of their own, which the end of its group would leave behind. */
function killTree(processId: number | null): void {
  if (processId === null) return;
  const below = descendantsOf(processId);
  signalGroup(processId, 'SIGKILL');
  for (const child of below) {
    try {
      process.kill(child, 'SIGKILL');
    } catch {
      // It ended with its parent, or belongs to another user.
    }
  }
}
