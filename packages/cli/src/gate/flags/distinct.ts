import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Flags } from './read-flags.ts';

/**
 * Flags of the first list name no column of the second; of one list, no two flags name one column. A label that is also the
 * prediction is without error, and a champion that is the challenger is never beaten.
 */
export function requireDistinctColumns(flags: Flags, first: readonly string[], second?: readonly string[]): void {
  for (const [at, name] of first.entries()) {
    for (const other of second ?? first.slice(at + 1)) {
      const known = new Set(flags.list(name));
      for (const column of flags.list(other).filter((one) => known.has(one))) {
        flags.fault({
          where: `--${other}`,
          found: `got ${JSON.stringify(column)}, the column of --${name}`,
          allowed: 'A column that no other of these flags names',
          remedy: `Correct --${other} or --${name}`,
        });
      }
    }
  }
}

/** Files of two flags that are compared with each other: a file does not differ from itself. */
export function requireDistinctFiles(flags: Flags, first: string, second: string): void {
  const known = new Set(flags.list(first).map(fileOf));
  for (const path of flags.list(second).filter((file) => known.has(fileOf(file)))) {
    flags.fault({
      where: `--${second}`,
      found: `got ${JSON.stringify(path)}, the file of --${first}`,
      allowed: 'Another file: compared with itself nothing is ever found',
      remedy: `Correct --${second} or --${first}`,
    });
  }
}

/** Each file of a list once, also where it is written in two ways. */
export function requireOneOfEach(flags: Flags, name: string): void {
  const known = new Set<string>();
  for (const path of flags.list(name)) {
    const file = fileOf(path);
    if (known.has(file)) {
      const found = `got ${JSON.stringify(path)}, a file that is named before`;
      flags.fault({ where: `--${name}`, found, allowed: 'Each file once', remedy: 'Remove one of the two' });
    }
    known.add(file);
  }
}

/** What a path leads to. One that is not there yet, or is a glob, is compared as it is written. */
function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
