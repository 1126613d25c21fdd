import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock, Trainer } from '@gatehouse/core';
import { cleanEnvironment, type Environment } from './clean-environment.ts';
import { collectModelFiles } from './collect-model-files.ts';
import { checkRelativeName, readContained } from './contained-file.ts';
import { runCommand } from './run-command.ts';
import { stageWorkspace } from './stage-workspace.ts';

/** What a local trainer works with. */
export interface LocalTrainerOptions {
  /** The checkout. */
  readonly workspace: string;
  /** A folder outside the checkout, for the copy. */
  readonly temp: string;
  readonly env: Environment;
  readonly clock: Clock;
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal;
}

const MAX_DATA_BYTES = 1024 ** 3;

/** Trains as a process of this machine. The copy is removed afterwards, also after a failure. */
export function createLocalTrainer(options: LocalTrainerOptions): Trainer {
  return {
    readFile: (path) => readContained(options.workspace, path, MAX_DATA_BYTES),
    train: async (job) => {
      checkRelativeName(job.outputFolder);
      const folder = await mkdtemp(join(options.temp, 'gatehouse-train-'));
      const copy = join(folder, 'workspace');
      try {
        // What lies in the output folder of the checkout is not what this run trained.
        const exclude = [...job.withheld, ...job.replaced.keys(), job.outputFolder];
        await stageWorkspace({ from: options.workspace, to: copy, exclude });
        for (const [path, bytes] of job.replaced) {
          checkRelativeName(path);
          await mkdir(dirname(join(copy, path)), { recursive: true });
          await writeFile(join(copy, path), bytes, { flag: 'wx' });
        }
        await mkdir(join(copy, job.outputFolder), { recursive: true });
        const startedAt = options.clock.now();
        await runCommand({
          command: job.command,
          cwd: copy,
          env: cleanEnvironment(options.env),
          timeoutMs: job.timeoutMs,
          onLine: options.onLine,
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
        const finishedAt = options.clock.now();
        return { files: await collectModelFiles(join(copy, job.outputFolder)), startedAt, finishedAt };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
