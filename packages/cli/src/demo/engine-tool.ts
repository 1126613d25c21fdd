import { constants, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { addonPins, addonTool } from '@gatehouse/tables';

/**
 * The data engine of a checkout as the image of a runner would hold it, by its place in the tool cache. It is a copy: the jobs
 * of the local runner must neither see the checkout nor write to it.
 */
export async function engineTool(sources: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const { name, version, arch } = addonTool();
  const { shared, platform } = addonPins();
  for (const { name: pack } of [...shared, platform]) {
    const to = join(folder, 'node_modules', pack);
    await cp(join(sources, 'node_modules', pack), to, { recursive: true, mode: constants.COPYFILE_FICLONE });
  }
  return { [`${name}/${version}/${arch}`]: folder };
}
