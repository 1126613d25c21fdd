import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowRunRecord } from '@gatehouse/local-github';
import { type DemoWorld, REPOSITORY } from './world.ts';

/** Writes what people would read on GitHub's pages: the log and the summary of every job, by run. */
export async function writeLeftovers(world: DemoWorld): Promise<void> {
  const repository = world.github.state.repositories.get(REPOSITORY);
  for (const [index, run] of (repository?.runs ?? []).entries()) {
    const place = `${String(index + 1).padStart(2, '0')}-${fileName(run.name)}`;
    for (const job of run.jobs) {
      await write(join(world.folder, 'logs', place), `${fileName(job.name)}.log`, headed(run, job.log));
      if (job.summaries.length > 0) {
        await write(join(world.folder, 'summaries', place), `${fileName(job.name)}.md`, job.summaries.join('\n'));
      }
    }
  }
  for (const [name, text] of [...world.found].filter(([name]) => name.startsWith('check-'))) {
    await write(join(world.folder, 'summaries'), `${name}.md`, text);
  }
}

function headed(run: WorkflowRunRecord, lines: readonly string[]): string {
  return [`${run.name}, ${run.event}, ${run.headSha}: ${run.conclusion ?? run.status}`, ...lines, ''].join('\n');
}

function fileName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80);
}

async function write(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}
