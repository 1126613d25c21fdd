import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSet, Sandbox } from '@gatehouse/core';
import { cleanEnvironment, type Environment } from './clean-environment.ts';
import { readContained, writeFiles } from './contained-file.ts';
import { runCommand } from './run-command.ts';

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
 * of its own, and removes all of it afterwards. It is no prison: the process has the rights of the job, which is why
 * the job around it holds no secret.
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
        await runCommand({
          command: job.command,
          cwd: work,
          env: cleanEnvironment(options.env, { HOME: home, TMPDIR: temp, ...Object.fromEntries(given) }),
          timeoutMs: job.timeoutMs,
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
