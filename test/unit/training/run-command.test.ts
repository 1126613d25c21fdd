import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ActionError } from '@gatehouse/core';
import { type CommandJob, cleanEnvironment, MAX_LINES, runCommand } from '@gatehouse/training';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'run-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly lines: readonly string[];
  readonly error: ActionError | null;
}

async function run(source: string, more: Partial<CommandJob> = {}): Promise<Run> {
  const lines: string[] = [];
  try {
    await runCommand({
      command: [process.execPath, '-e', source],
      cwd: folder,
      env: cleanEnvironment(process.env),
      timeoutMs: 20_000,
      onLine: (line) => lines.push(line),
      ...more,
    });
    return { lines, error: null };
  } catch (error) {
    if (error instanceof ActionError) return { lines, error };
    throw error;
  }
}

async function isAlive(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      process.kill(pid, 0);
      // A killed process stays as a zombie until its new parent collects it, which may take long in a container.
      if (process.platform === 'linux' && /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')))
        return false;
    } catch {
      return false;
    }
    await delay(50);
  }
  return true;
}

describe('a program that succeeds', () => {
  it('hands on both streams line by line', async () => {
    const { lines, error } = await run(
      'console.log("one\\r\\ntwo"); console.error("three"); process.stdout.write("four")',
    );

    expect(error).toBeNull();
    expect(lines.toSorted()).toEqual(['four', 'one', 'three', 'two']);
  });

  it('keeps characters that arrive in pieces', async () => {
    const source =
      'const b = Buffer.from("€"); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 50)';

    expect((await run(source)).lines).toEqual(['€']);
  });

  it('gets its arguments as they are, with no shell between', async () => {
    const { lines } = await run('', {
      command: [process.execPath, '-e', 'console.log(process.argv[1])', '--', '$(echo no) && `no`'],
    });

    expect(lines).toEqual(['$(echo no) && `no`']);
  });

  it('sees no token', async () => {
    const env = cleanEnvironment({
      PATH: process.env['PATH'],
      LC_ALL: 'C',
      'INPUT_GITHUB-TOKEN': 'x',
      GITHUB_TOKEN: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      RUNNER_TEMP: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      NODE_OPTIONS: '--require=/x',
    });

    expect(JSON.parse((await run('console.log(JSON.stringify(process.env))', { env })).lines.join(''))).toEqual({
      PATH: process.env['PATH'],
      LC_ALL: 'C',
    });
  });

  it('cannot fill the log', async () => {
    const { lines } = await run(`for (let i = 0; i < ${MAX_LINES + 50}; i++) console.log(i)`);

    expect(lines).toHaveLength(MAX_LINES + 1);
    expect(lines.at(-1)).toContain('the rest is not shown');
  });

  it('cannot fill memory with one line', async () => {
    const { lines } = await run('process.stdout.write("x".repeat(5_000_000)); console.log("\\nnext")');

    expect(lines[0]).toHaveLength(4001);
    expect(lines[1]).toBe('next');
  });
});

describe('a program that fails', () => {
  it.each([
    [
      'an error with its stack',
      'throw new TypeError("no model")',
      {},
      'it ended with exit code 1; its error was "TypeError: no model".',
    ],
    ['exit code', 'console.log("why"); process.exit(3)', {}, 'it ended with exit code 3; its last line was "why".'],
    ['silence', 'process.exit(1)', {}, 'exit code 1; it printed nothing.'],
    ['signal', 'process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 9000)', {}, 'Out of memory ends this way.'],
    [
      'missing program',
      '',
      { command: ['no-such-program-here'] },
      'Command "no-such-program-here": the program or its folder was not found.',
    ],
    ['no program', '', { command: [] }, 'no program is named'],
    [
      'time',
      'console.log("busy"); setInterval(() => {}, 1000)',
      { timeoutMs: 500 },
      'still running after 0.5 s and was stopped; its last line was "busy". It must end with exit code 0 within its time. Raise "timeout-minutes"',
    ],
    ['cancelled before', '', { signal: AbortSignal.abort() }, 'it was cancelled before it started'],
    ['cancelled', 'setInterval(() => {}, 1000)', { signal: AbortSignal.timeout(300) }, 'it was cancelled'],
  ])('%s', async (_, source, more, expected) => {
    const { error } = await run(source, more);

    expect(error?.code).toBe('command');
    expect(error?.message).toContain(expected);
  });
});

describe('what a program started', () => {
  const child = `const { spawn } = require("child_process");
    const c = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
    require("fs").writeFileSync("pid", String(c.pid));`;

  it.each([
    ['ends with it when it succeeds', `${child} c.unref(); process.exit(0)`, 20_000],
    ['ends with it when its time is up', child, 700],
  ])('%s', async (_, source, timeoutMs) => {
    await run(source, { timeoutMs });

    expect(await isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')))).toBe(false);
  });
});
