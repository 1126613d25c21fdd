import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '@gatehouse/core';

/** Variables that name the files which a step writes to talk to the runner. */
export const FILE_COMMANDS = {
  env: 'GITHUB_ENV',
  path: 'GITHUB_PATH',
  output: 'GITHUB_OUTPUT',
  state: 'GITHUB_STATE',
  summary: 'GITHUB_STEP_SUMMARY',
} as const;

export type FileCommand = keyof typeof FILE_COMMANDS;

/** What a step wrote. Raw: nothing is masked yet. */
export interface FileCommandResults {
  readonly env: ReadonlyMap<string, string>;
  readonly path: readonly string[];
  readonly output: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly summary: string;
}

export interface FileCommandFiles {
  readonly variables: Readonly<Record<string, string>>;
  /** @throws ActionError when a file is malformed or sets what it may not */
  read(): Promise<FileCommandResults>;
}

/** Creates the five empty files of one step. */
export async function createFileCommands(folder: string): Promise<FileCommandFiles> {
  await mkdir(folder, { recursive: true });
  const id = randomUUID();
  const files = new Map<FileCommand, string>();
  const variables: Record<string, string> = {};
  for (const [command, variable] of Object.entries(FILE_COMMANDS)) {
    const file = join(folder, `${command}_${id}`);
    await writeFile(file, '');
    files.set(toFileCommand(command), file);
    variables[variable] = file;
  }
  async function text(command: FileCommand): Promise<string> {
    const file = files.get(command);
    return file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  }
  return {
    variables,
    read: async () => ({
      env: parseEnvironment(await text('env')),
      path: (await text('path')).split(/\r?\n/).filter((line) => line !== ''),
      output: parseKeyValues(await text('output'), 'GITHUB_OUTPUT'),
      state: parseKeyValues(await text('state'), 'GITHUB_STATE'),
      summary: await text('summary'),
    }),
  };
}

function toFileCommand(name: string): FileCommand {
  return name === 'env' || name === 'path' || name === 'output' || name === 'state' ? name : 'summary';
}

function parseEnvironment(text: string): ReadonlyMap<string, string> {
  const values = parseKeyValues(text, 'GITHUB_ENV');
  for (const name of values.keys()) {
    if (name.toUpperCase() !== 'NODE_OPTIONS') continue;
    throw malformed('GITHUB_ENV', `Can't store ${name} output parameter using '$GITHUB_ENV' command`);
  }
  return values;
}

/** `name=value` lines and `name<<DELIMITER` blocks, as the runner reads them. */
export function parseKeyValues(text: string, file: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals > 0 && (heredoc === -1 || equals < heredoc)) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
      continue;
    }
    const name = line.slice(0, Math.max(heredoc, 0));
    const delimiter = line.slice(heredoc + 2);
    if (heredoc < 1 || delimiter === '') throw malformed(file, `Invalid format '${line}'`);
    const end = lines.indexOf(delimiter, index + 1);
    if (end === -1) throw malformed(file, `Invalid value. Matching delimiter not found '${delimiter}'`);
    values.set(name, lines.slice(index + 1, end).join('\n'));
    index = end;
  }
  return values;
}

function malformed(file: string, found: string): ActionError {
  return new ActionError('command', {
    where: file,
    found,
    allowed: 'lines are name=value, or name<<DELIMITER followed by the value and the delimiter',
    remedy: 'write the file as GitHub describes for environment files',
  });
}
