import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A copy of the checkout for a training command. */
export interface Staging {
  readonly from: string;
  /** A folder that does not exist yet. */
  readonly to: string;
  /** Relative paths, `/` between the parts, of files and folders to leave out. */
  readonly exclude: readonly string[];
}

/**
 * Copies regular files, folders and links, without `.git` and without what is excluded. Pipes, sockets and devices are
 * left out. Links that point into the checkout point into the copy afterwards, so that they do not lead to a file that
 * was left out. This keeps honest code honest; a program that reads the checkout by its absolute path is not stopped.
 */
export async function stageWorkspace(staging: Staging): Promise<void> {
  const excluded = new Set(staging.exclude.map((path) => path.replace(/^\.\//, '').replace(/\/$/, '')));
  await copyFolder(staging, excluded, '');
}

async function copyFolder(staging: Staging, excluded: ReadonlySet<string>, folder: string): Promise<void> {
  await mkdir(join(staging.to, folder), { recursive: true });
  for (const entry of await readdir(join(staging.from, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const source = join(staging.from, path);
    if (entry.name === '.git' || excluded.has(path) || source === staging.to) continue;
    const target = join(staging.to, path);
    if (entry.isDirectory()) await copyFolder(staging, excluded, path);
    else if (entry.isFile()) await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    else if (entry.isSymbolicLink()) await symlink(redirected(await readlink(source), staging), target);
  }
}

function redirected(link: string, { from, to }: Staging): string {
  if (!isAbsolute(link)) return link;
  const inside = relative(from, link);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? link : join(to, inside);
}
