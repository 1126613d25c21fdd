import { type ChildProcess, spawn } from 'node:child_process';
import { ActionError } from '@gatehouse/core';
import { LineReader } from './line-reader.ts';

/** A user's program: what to run, where, and how long it may take. */
export interface CommandJob {
  /** Program and arguments; no shell is involved. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** The whole environment of the program; build it with `cleanEnvironment`. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** The command as messages show it, where it stands inside another. */
  readonly shownAs?: readonly string[];
  /** Receives standard output and error line by line, at most {@link MAX_LINES}; untrusted text. */
  readonly onLine: (line: string) => void;
  /** Ends the program early, with everything it started. */
  readonly signal?: AbortSignal;
}

/** Lines after this one are read and dropped, with one line that says so. */
export const MAX_LINES = 10_000;

// A program that ignores the polite signal gets this long before it is killed.
const GRACE_MS = 5000;
// A background process may hold the pipes open after the program itself has ended.
const PIPE_WAIT_MS = 1000;

type End = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/**
 * Runs a program to its end and removes every process it left in its group. A process that moves itself to another
 * session escapes this; the job around it is what contains hostile code.
 *
 * @throws {ActionError} `command` when the program is missing, exits non-zero, is ended by a signal or out of time.
 */
export async function runCommand(job: CommandJob): Promise<void> {
  const [program, ...args] = job.command;
  if (program === undefined)
    throw failure(job, { found: 'no program is named', remedy: 'Name a program and its arguments.' });
  if (job.signal?.aborted === true)
    throw failure(job, { found: 'it was cancelled before it started', remedy: 'Run the job again.' });
  const output = new OutputTail(job.onLine);
  const child = spawn(program, args, {
    cwd: job.cwd,
    env: job.env,
    shell: false,
    // Its own process group, so that its children can be ended with it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  output.read(child);
  let ended: 'time' | 'cancelled' | null = null;
  const stop = (why: 'time' | 'cancelled') => (): void => {
    ended ??= why;
    killTree(child, 'SIGTERM');
    setTimeout(() => killTree(child, 'SIGKILL'), GRACE_MS).unref();
  };
  const timer = setTimeout(stop('time'), Math.min(job.timeoutMs, 2 ** 31 - 1));
  const cancel = stop('cancelled');
  job.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const end = await ending(child, job);
    killTree(child, 'SIGKILL');
    await output.drained(child);
    judge(job, { ...end, ended, said: output.said });
  } finally {
    clearTimeout(timer);
    job.signal?.removeEventListener('abort', cancel);
  }
}

function ending(child: ChildProcess, job: CommandJob): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const found =
        cause.code === 'ENOENT' ? 'the program or its folder was not found' : `it could not be started (${cause.code})`;
      const remedy = 'Install the program in an earlier step, or correct the command.';
      reject(failure(job, { found, remedy, cause }));
    });
  });
}

function judge(job: CommandJob, end: End & { readonly ended: 'time' | 'cancelled' | null; readonly said: Said }): void {
  const { text, isError } = end.said;
  const last =
    text === '' ? '; it printed nothing' : `; its ${isError ? 'error' : 'last line'} was ${JSON.stringify(text)}`;
  if (end.ended === 'time') {
    const found = `it was still running after ${job.timeoutMs / 1000} s and was stopped${last}`;
    throw failure(job, { found, remedy: 'Raise "timeout-minutes" in the configuration, or make the program faster.' });
  }
  if (end.ended === 'cancelled') throw failure(job, { found: `it was cancelled${last}`, remedy: 'Run the job again.' });
  if (end.signal !== null) {
    const memory = end.signal === 'SIGKILL' ? ' Out of memory ends this way.' : '';
    throw failure(job, { found: `it was ended by ${end.signal}${last}`, remedy: `Read its output above.${memory}` });
  }
  if (end.code !== 0) {
    throw failure(job, { found: `it ended with exit code ${end.code}${last}`, remedy: 'Read its output above.' });
  }
}

interface Failure {
  readonly found: string;
  readonly remedy: string;
  readonly cause?: unknown;
}

function failure(job: CommandJob, { found, remedy, cause }: Failure): ActionError {
  const shown = (job.shownAs ?? job.command).join(' ');
  return new ActionError(
    'command',
    {
      where: `Command ${JSON.stringify(shown.length > 200 ? `${shown.slice(0, 200)}…` : shown)}`,
      found,
      allowed: 'It must end with exit code 0 within its time',
      remedy,
    },
    { cause },
  );
}

function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: nothing is left in the group, which is what was wanted. EPERM: only processes of another user are left,
    // those of a command that isolates by sudo, which has a time limit of its own.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/** What a program said last, or the last line that looks like its error: stack traces go on after that one. */
interface Said {
  readonly text: string;
  readonly isError: boolean;
}

const ERROR_LINE = /^(?:Uncaught )?[\w.$]*(?:Error|Exception)\b.*:/;

/** Hands lines on up to the limit and remembers for the message of a failure what the program said. */
class OutputTail {
  said: Said = { text: '', isError: false };
  private count = 0;
  private readonly ends: Promise<void>[] = [];
  private readonly onLine: (line: string) => void;

  constructor(onLine: (line: string) => void) {
    this.onLine = onLine;
  }

  read(child: ChildProcess): void {
    for (const stream of [child.stdout, child.stderr]) {
      const reader = new LineReader((line) => this.take(line));
      if (stream === null) continue;
      stream.on('data', (chunk: Buffer) => reader.push(chunk));
      // A stream says that it is closed before its event is out and its last line read.
      const ended = new Promise<void>((resolve) => {
        stream.once('close', () => {
          reader.end();
          resolve();
        });
      });
      this.ends.push(ended);
    }
  }

  async drained(child: ChildProcess): Promise<void> {
    const waited = AbortSignal.timeout(PIPE_WAIT_MS);
    const timeUp = new Promise((resolve) => waited.addEventListener('abort', resolve, { once: true }));
    await Promise.race([Promise.all(this.ends), timeUp]);
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  }

  private take(line: string): void {
    const isError = ERROR_LINE.test(line);
    if (isError || (line.trim() !== '' && !this.said.isError)) this.said = { text: line.slice(0, 200), isError };
    this.count += 1;
    if (this.count <= MAX_LINES) this.onLine(line);
    if (this.count === MAX_LINES + 1) this.onLine(`(more than ${MAX_LINES} lines: the rest is not shown)`);
  }
}
