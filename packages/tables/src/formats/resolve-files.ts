import { glob, lstat, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted } from '../quoted.ts';

/** A regular file inside the folder that may be read. */
export interface InputFile {
  /** Below the folder, with `/`; how messages and the evidence call it. */
  readonly path: string;
  /** Absolute and without links. */
  readonly realPath: string;
  readonly bytes: number;
}

/** What may be read: nothing outside these folders, also through links. */
export interface ReadableFolders {
  /** Paths and globs begin here. */
  readonly root: string;
  /** Further folders, absolute; none if left out. */
  readonly alsoReadable?: readonly string[] | undefined;
}

const GLOB = /[*?[\]{}]/;

/**
 * The files that paths and globs name, sorted by path, each once. A name that exists is never taken for a glob.
 *
 * @throws ActionError `refused`: `file-missing`, `file-not-regular`, `file-outside-workspace`.
 */
export async function resolveFiles(
  { root, alsoReadable = [] }: ReadableFolders,
  patterns: readonly string[],
): Promise<readonly InputFile[]> {
  const readable = await Promise.all([root, ...alsoReadable].map((folder) => realpath(folder)));
  const found = new Map<string, InputFile>();
  for (const pattern of patterns) {
    for (const path of await namesOf(root, pattern)) {
      const file = await inputFile({ root, readable, path });
      found.set(file.realPath, file);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function namesOf(root: string, pattern: string): Promise<readonly string[]> {
  const exists = await lstat(resolve(root, pattern)).then(
    () => true,
    () => false,
  );
  if (exists) return [pattern];
  const names: string[] = [];
  if (GLOB.test(pattern)) for await (const name of glob(pattern, { cwd: root })) names.push(name);
  if (names.length > 0) return names;
  throw refusedInput('file-missing', {
    where: quoted(pattern),
    found: 'no such file',
    allowed: 'a path or glob of files that are there',
    remedy: 'Correct the path, or fetch the data first',
  });
}

async function inputFile(at: {
  readonly root: string;
  readonly readable: readonly string[];
  readonly path: string;
}): Promise<InputFile> {
  const absolute = resolve(at.root, at.path);
  const realPath = await realpath(absolute).catch((cause: unknown) => {
    const allowed = 'a file, or a link to one';
    const fault = { where: quoted(at.path), found: 'a link to nowhere', allowed, remedy: 'Fetch the data first' };
    throw refusedInput('file-missing', fault, cause);
  });
  if (!at.readable.some((folder) => isBelow(folder, realPath))) {
    throw refusedInput('file-outside-workspace', {
      where: quoted(at.path),
      found: 'a path that leads out of the workspace',
      allowed: 'files inside the workspace, also through links',
      remedy: 'Copy the data into the workspace',
    });
  }
  const status = await lstat(realPath);
  if (!status.isFile()) {
    throw refusedInput('file-not-regular', {
      where: quoted(at.path),
      found: status.isDirectory() ? 'a folder' : 'no regular file',
      allowed: 'a file; for the files of a folder a glob such as "data/*.parquet"',
      remedy: 'Name the files',
    });
  }
  return { path: relative(at.root, absolute).replaceAll('\\', '/'), realPath, bytes: status.size };
}

function isBelow(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
