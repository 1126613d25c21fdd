import { lstat, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ActionError, type FileSet } from '@gatehouse/core';
import { readContained } from './contained-file.ts';

/** Above these a candidate needs the streaming path, which does not exist yet; nothing is cut silently. */
export interface CollectLimits {
  readonly maxFiles: number;
  readonly maxTotalBytes: number;
}

const LIMITS: CollectLimits = { maxFiles: 10_000, maxTotalBytes: 1024 ** 3 };

/**
 * The files that a training command left in its output folder, by name relative to it. Names and formats are judged by
 * the model digest; here only regular files are read, and links, pipes and devices are refused, not skipped.
 *
 * @throws {ActionError} `command` when there is no file; `integrity` for what is no regular file or too large.
 */
export async function collectModelFiles(folder: string, limits: CollectLimits = LIMITS): Promise<FileSet> {
  await checkFolder(folder);
  const names = await namesBelow(folder, '');
  if (names.length === 0) throw nothingWritten(folder);
  if (names.length > limits.maxFiles) throw tooMuch(`${names.length} files`, `at most ${limits.maxFiles} files`);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const name of names.toSorted()) {
    const bytes = await readContained(folder, name, limits.maxTotalBytes - total);
    if (bytes === null) throw tooMuch(`${JSON.stringify(name)} vanished while it was read`, 'files that stay');
    total += bytes.length;
    files.set(name, bytes);
  }
  return files;
}

async function checkFolder(folder: string): Promise<void> {
  const info = await lstat(folder).catch(() => null);
  if (info === null) throw nothingWritten(folder);
  const real = join(await realpath(dirname(folder)), folder.slice(dirname(folder).length + 1));
  if (!info.isDirectory() || (await realpath(folder)) !== real) throw tooMuch('a link or a file', 'a real folder');
}

async function namesBelow(folder: string, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) names.push(...(await namesBelow(folder, name)));
    else names.push(name);
  }
  return names;
}

function nothingWritten(folder: string): ActionError {
  return new ActionError('command', {
    where: 'Training command',
    found: `it wrote no file into ${JSON.stringify(folder.split('/').at(-1))}`,
    allowed: 'It must leave at least one model file in its output folder',
    remedy: 'Let it write into the folder that "train.output" names, or correct "train.output".',
  });
}

function tooMuch(found: string, allowed: string): ActionError {
  return new ActionError('integrity', {
    where: 'Output folder of the training command',
    found: `got ${found}`,
    allowed: `It must hold ${allowed}`,
    remedy: 'Let the training command write only the files of the model there.',
  });
}
