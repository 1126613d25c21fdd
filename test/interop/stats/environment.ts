import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A set of pinned libraries, and the folder in which its environments are made. */
export interface PinnedSet {
  readonly lock: string;
  readonly cache: string;
}

const STATS: PinnedSet = pinnedSet('stats');

const INTERPRETER = process.env['PYTHON'] ?? 'python3';

interface Place {
  readonly folder: string;
  readonly python: string;
  /** Is there when all is installed. */
  readonly finished: string;
}

/** How a child process ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The Python of the pinned environment, or why there is none and nobody is to blame. */
export type Environment = { readonly python: string } | { readonly skipped: string };

/** The set of one folder beside this one. */
export function pinnedSet(name: string): PinnedSet {
  const root = resolve(import.meta.dirname, '..', '..', '..');
  return {
    lock: join(import.meta.dirname, '..', name, 'requirements.txt'),
    cache: join(root, '.cache', `interop-${name}`),
  };
}

/** Where the environment of this lock and interpreter is or will be. @throws Error when the interpreter does not start. */
async function placeOf(interpreter: string, { lock, cache }: PinnedSet): Promise<Place> {
  const { status, stdout: version, stderr } = await run(interpreter, ['-VV']);
  if (status !== 0)
    throw new Error(`"${interpreter}" does not start. Install Python 3.11 or name it in PYTHON.\n${stderr}`);
  const key = createHash('sha256').update(readFileSync(lock)).update(version).digest('hex').slice(0, 16);
  const folder = join(cache, key);
  return { folder, python: join(folder, 'bin', 'python'), finished: join(folder, 'finished') };
}

/** The Python of the pinned environment where it is there already; null otherwise. Nothing is installed. */
export async function installedPython(): Promise<string | null> {
  const place = await placeOf(INTERPRETER, STATS).catch(() => null);
  return place !== null && existsSync(place.finished) ? place.python : null;
}

/**
 * The pinned environment, made where it is not there yet. It is named after the lock and the interpreter, so a change of
 * either makes a new one; one that was not finished is made anew.
 *
 * @throws Error when PyPI can be reached and the environment still cannot be made.
 */
export async function pythonEnvironment(pinned: PinnedSet = STATS): Promise<Environment> {
  const { lock, cache } = pinned;
  const { folder, python, finished } = await placeOf(INTERPRETER, pinned);
  if (existsSync(finished)) return { python };
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  await must(INTERPRETER, ['-m', 'venv', folder]);
  console.log(`installs the pinned libraries into ${folder} …`);
  const installed = await run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...PINNED,
    lock,
  ]);
  if (installed.status === 0) {
    writeFileSync(finished, '');
    return { python };
  }
  rmSync(folder, { recursive: true, force: true });
  const why = await whyUnreachable(INTERPRETER);
  if (why === null) throw new Error(`PyPI answers, and the pinned libraries cannot be installed.\n${installed.stderr}`);
  return { skipped: why };
}

const PINNED = ['--no-deps', '--no-compile', '--only-binary', ':all:', '--require-hashes', '--requirement'];

/**
 * Asks the package index, as pip is set up to, for anything at all: any answer, also an error, says that it is there. The
 * certificate is not checked, because nothing is taken from the answer and a wrong one is no reason to skip.
 */
const PROBE = `
import sys
from pip._internal.cli.main_parser import create_main_parser
from pip._internal.commands import create_command
from pip._vendor import requests, urllib3
urllib3.disable_warnings()
options, _ = create_command("download").parse_args([])
reached, why = False, "no index is configured"
for index in [options.index_url, *options.extra_index_urls] if not options.no_index else []:
    try:
        requests.get(index.rstrip("/") + "/pip/", timeout=20, verify=False)
        reached = True
    except requests.exceptions.SSLError:
        reached = True
    except (requests.exceptions.ConnectionError, requests.exceptions.Timeout) as error:
        why = f"{index}: {type(error).__name__}"
print("reached" if reached else "unreachable " + why)
`;

/** Why the index cannot be reached; null when it can. @throws Error when that cannot be found out. */
async function whyUnreachable(interpreter: string): Promise<string | null> {
  const { status, stdout, stderr } = await run(interpreter, ['-c', PROBE]);
  if (status !== 0) throw new Error(`Whether PyPI can be reached cannot be found out.\n${stderr}`);
  return stdout.startsWith('unreachable ') ? stdout.slice('unreachable '.length).trim() : null;
}

/** Runs a child process to its end and keeps what it says. */
export function run(command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text;
    });
    child.on('error', ({ message }) => done({ ...said, status: null, stderr: message }));
    child.on('close', (status) => done({ ...said, status }));
  });
}

/** As {@link run}. @throws Error unless it ends with 0. */
export async function must(command: string, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.\n${stderr}`);
  return stdout;
}
