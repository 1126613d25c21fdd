import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where one job works; laid out as on a hosted runner. */
export interface JobFolders {
  readonly root: string;
  readonly workspace: string;
  readonly temp: string;
  readonly actions: string;
  readonly tools: string;
  readonly home: string;
  readonly commands: string;
  readonly eventFile: string;
}

export async function createJobFolders(root: string, repositoryName: string, event: unknown): Promise<JobFolders> {
  const work = join(root, 'work');
  const temp = join(work, '_temp');
  const folders: JobFolders = {
    root,
    workspace: join(work, repositoryName, repositoryName),
    temp,
    actions: join(work, '_actions'),
    tools: join(root, 'tools'),
    home: join(root, 'home'),
    commands: join(temp, '_runner_file_commands'),
    eventFile: join(temp, '_github_workflow', 'event.json'),
  };
  const needed = [
    folders.workspace,
    folders.commands,
    folders.actions,
    folders.tools,
    folders.home,
    dirname(folders.eventFile),
  ];
  for (const folder of needed) await mkdir(folder, { recursive: true });
  await writeFile(folders.eventFile, `${JSON.stringify(event, null, 2)}\n`);
  return folders;
}
