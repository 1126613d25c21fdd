import { globSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface FoundFiles {
  readonly files: readonly string[];
  /** Folder that the names in the artifact are relative to. */
  readonly root: string;
}

/** Files that the patterns select; a folder stands for everything in it, `!` takes away. */
export function findFiles(patterns: readonly string[], hidden: boolean): FoundFiles {
  const selected = new Set<string>();
  const searched: string[] = [];
  for (const pattern of patterns) {
    const excluded = pattern.startsWith('!');
    const path = resolve(excluded ? pattern.slice(1) : pattern);
    for (const file of expand(path)) {
      if (excluded) selected.delete(file);
      else selected.add(file);
    }
    if (!excluded) searched.push(fixedPart(path));
  }
  const files = [...selected].filter((file) => hidden || !isHidden(file)).sort();
  return { files, root: rootOf(files, searched) };
}

function expand(path: string): readonly string[] {
  const matches = /[*?[]/.test(path) ? globSync(path) : [path];
  return matches.flatMap((match) => {
    const stats = statSync(match, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    if (stats.isFile()) return [match];
    return globSync('**', { cwd: match })
      .map((name) => join(match, name))
      .filter((name) => statSync(name).isFile());
  });
}

function isHidden(file: string): boolean {
  return relative(process.cwd(), file)
    .split(sep)
    .some((part) => part.startsWith('.') && part !== '..' && part !== '.');
}

/** The longest leading part of a pattern without wildcards. */
function fixedPart(path: string): string {
  const parts = path.split(sep);
  const wild = parts.findIndex((part) => /[*?[]/.test(part));
  return wild === -1 ? path : parts.slice(0, wild).join(sep);
}

/** One search path that is a folder is the root itself; else the common ancestor of all. */
function rootOf(files: readonly string[], searched: readonly string[]): string {
  const [first] = searched;
  const [file] = files;
  if (searched.length === 1 && first !== undefined)
    return files.length === 1 && file === first ? dirname(first) : first;
  const parts = searched.map((path) => (files.includes(path) ? dirname(path) : path).split(sep));
  const [shortest = []] = [...parts].sort((left, right) => left.length - right.length);
  const differs = shortest.findIndex((part, index) => parts.some((each) => each[index] !== part));
  return (differs === -1 ? shortest : shortest.slice(0, differs)).join(sep) || sep;
}
