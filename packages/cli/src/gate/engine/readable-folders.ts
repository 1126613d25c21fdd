import { dirname, resolve, sep } from 'node:path';

const GLOB = /[*?[\]{}]/;

/**
 * The folders that a person opened by naming files: of a path its folder, of a glob the folder before its first wildcard.
 * Links that lead out of them are refused by the reader.
 */
export function foldersOf(paths: readonly string[], from: string): readonly string[] {
  return [...new Set(paths.map((path) => folderOf(resolve(from, path))))];
}

function folderOf(path: string): string {
  const parts = path.split(sep);
  const wild = parts.findIndex((part) => GLOB.test(part));
  // A file may have a name with brackets, and then its folder is still the one before them.
  return wild === -1 ? dirname(path) : parts.slice(0, wild).join(sep) || sep;
}
