import { mkdir, symlink, writeFile } from 'node:fs/promises';
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

/** What the image of a runner holds in its tool cache: `name/version/arch` to the folder that is there. */
export type ImageTools = Readonly<Record<string, string>>;

export async function createJobFolders(
  root: string,
  job: { readonly repositoryName: string; readonly event: unknown; readonly tools: ImageTools },
): Promise<JobFolders> {
  const { repositoryName, event, tools } = job;
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
  for (const [tool, source] of Object.entries(tools)) {
    const place = join(folders.tools, ...tool.split('/'));
    await mkdir(dirname(place), { recursive: true });
    await symlink(source, place, 'dir');
    // As setup actions leave it: without this file the folder does not count.
    await writeFile(`${place}.complete`, '');
  }
  return folders;
}
