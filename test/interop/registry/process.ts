import { spawn } from 'node:child_process';

/** How a child process ended that was given bytes and gave bytes. */
export interface EndedWith {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a child process to its end, with bytes on standard input. */
export function runWith(
  command: string,
  args: readonly string[],
  given: { readonly input?: Uint8Array; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<EndedWith> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 120_000,
      ...(given.cwd === undefined ? {} : { cwd: given.cwd }),
      env: { ...process.env, ...given.env },
    });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    // A child that refuses its input closes the pipe before it has read all.
    child.stdin.on('error', () => undefined);
    child.on('error', ({ message }) => done({ status: null, stdout: Buffer.alloc(0), stderr: message }));
    child.on('close', (status) => done({ status, stdout: Buffer.concat(out), stderr: Buffer.concat(said).toString() }));
    child.stdin.end(given.input ?? Buffer.alloc(0));
  });
}

/** As {@link runWith}. @throws Error unless it ends with 0. */
export async function mustWith(
  command: string,
  args: readonly string[],
  input?: Uint8Array,
  given: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Buffer> {
  const { status, stdout, stderr } = await runWith(command, args, {
    ...given,
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.\n${stderr.slice(-2000)}`);
  return stdout;
}
