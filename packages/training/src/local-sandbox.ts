import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSet, Sandbox, SandboxJob } from '@gatehouse/core';
import { cleanEnvironment, type Environment } from './clean-environment.ts';
import { readContained, writeFiles } from './contained-file.ts';
import { findIsolation, ISOLATION_ENV } from './isolation.ts';
import { readableFolders } from './isolation-folders.ts';
import { type CommandJob, runCommand } from './run-command.ts';

export interface LocalSandboxOptions {
  /** Folder below which the fresh folders are made. */
  readonly temp: string;
  readonly env: Environment;
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal;
}

const MAX_COLLECTED_BYTES = 1024 ** 3;

/**
 * Runs a command in a fresh folder that holds what it was given and nothing else, with a home and a temporary folder
 * of its own, and removes all of it afterwards. Without isolation it is no prison: the process has the rights of the
 * job, so only reviewed code may run so. With isolation the process sees nothing else of the machine.
 */
export function createLocalSandbox(options: LocalSandboxOptions): Sandbox {
  return {
    run: async (job) => {
      const root = await realpath(await mkdtemp(join(options.temp, 'gatehouse-sandbox-')));
      const [work, home, temp] = [join(root, 'work'), join(root, 'home'), join(root, 'tmp')];
      try {
        for (const folder of [work, home, temp]) await mkdir(folder);
        await writeFiles(work, job.files);
        const given = Object.entries(job.env).map(([name, value]) => [name, absolute(work, value)]);
        const env = cleanEnvironment(options.env, { HOME: home, TMPDIR: temp, ...Object.fromEntries(given) });
        const plain = { command: job.command, cwd: work, env };
        const how = job.isolation === 'none' ? plain : await isolated(options, job, { ...plain, root });
        await runCommand({
          ...how,
          timeoutMs: job.timeoutMs,
          shownAs: job.command,
          onLine: options.onLine,
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
        return { files: await collected(work, job.collect) };
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    },
  };
}

/** The same command inside the isolation that this machine offers, which is named in the log. */
async function isolated(
  options: LocalSandboxOptions,
  job: SandboxJob,
  plain: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly root: string },
): Promise<Pick<CommandJob, 'command' | 'cwd' | 'env'>> {
  const root = join(plain.root, 'isolated');
  await mkdir(root);
  const seen = {
    root,
    cwd: plain.cwd,
    writable: ['work', 'home', 'tmp'].map((name) => join(plain.root, name)),
    readable: await readableFolders(options.env, job.command[0] ?? '', plain.root),
  };
  const isolation = await findIsolation(seen);
  options.onLine(`isolated (${isolation.name}): without network, other processes and files of the job`);
  return {
    command: isolation.command({ ...seen, command: job.command, env: plain.env, timeoutMs: job.timeoutMs }),
    cwd: '/',
    env: ISOLATION_ENV,
  };
}

function absolute(folder: string, value: string): string {
  return value.startsWith('./') ? join(folder, value) : value;
}

async function collected(folder: string, names: readonly string[]): Promise<FileSet> {
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    const bytes = await readContained(folder, name, MAX_COLLECTED_BYTES);
    if (bytes !== null) files.set(name, bytes);
  }
  return files;
}
