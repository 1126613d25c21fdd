import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ActionError, ConfigError, type Decision, formatFault, parseDecision } from '@gatehouse/core';
import { renderDecisionText } from '@gatehouse/report';
import { duckDbEngine } from '@gatehouse/tables';
import { onTestFinished } from 'vitest';
import { foldersOf } from '../../../../packages/cli/src/gate/engine/readable-folders.ts';
import { readFlags } from '../../../../packages/cli/src/gate/flags/read-flags.ts';
import { COMMON_FLAGS } from '../../../../packages/cli/src/gate/gate-help.ts';
import type { GateKind, GatePlace } from '../../../../packages/cli/src/gate/gate-kind.ts';
import { readSmall } from '../../../../packages/cli/src/gate/gate-place.ts';
import { type Ended, launcher, root, type StartOptions, start } from '../command.ts';

/** A folder with files, removed when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-gate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  return folder;
}

/** Runs `gatehouse gate` as a person does, in a folder, with the engine of this checkout. */
export async function gate(folder: string, args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  return await start([launcher, 'gate', ...args], {
    ...options,
    cwd: folder,
    env: { HOME: folder, GATEHOUSE_ENGINE_PATH: root, ...options.env },
  }).ended;
}

/** The one decision that `--json` prints. */
export function decisionOf({ stdout, stderr }: Ended): Decision {
  if (!/^\{[^\n]*\}\n$/.test(stdout)) throw new Error(`Standard output is not one decision: ${stdout}\n${stderr}`);
  return parseDecision(JSON.parse(stdout));
}

/** Rows of a CSV file, each so many times. */
export function csvOf(header: readonly string[], rows: readonly (readonly [readonly string[], number])[]): string {
  const lines = rows.flatMap(([cells, count]) => Array.from({ length: count }, () => cells.join(',')));
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/** Judges as `gatehouse gate` does, in this process: starting one takes longer than most of what is judged. */
export async function judgeHere(kind: GateKind, folder: string, args: readonly string[]): Promise<Decision> {
  const place = {
    engineFor: (paths: readonly string[]) =>
      duckDbEngine({
        addon: { explicit: root },
        root: folder,
        alsoReadable: foldersOf(paths, folder),
        tempFolder: join(folder, 'temp'),
      }),
    open: (options: Parameters<GatePlace['open']>[0]) => duckDbEngine({ ...options, addon: { explicit: root } }),
    temp: join(folder, 'temp'),
    read: (path: string) => readSmall(resolve(folder, path)),
  };
  return parseDecision(await kind.judge(readFlags(args, [...kind.flags, ...COMMON_FLAGS]), place));
}

/** The messages of a look that must not end with a decision. */
export async function refusalHere(kind: GateKind, folder: string, args: readonly string[]): Promise<string> {
  try {
    return JSON.stringify(await judgeHere(kind, folder, args));
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault).join('\n');
    if (error instanceof ActionError) return `${error.reasonCode}: ${error.message}`;
    throw error;
  }
}

/** What a person sees of it. */
export function shown(decision: Decision, width = 80): string {
  return renderDecisionText(decision, { width, color: false });
}

/** Selection rates 0.4 and 0.6 in 500 rows each, half of each group positive. */
export const TABLE = csvOf(
  ['group', 'y', 'yhat'],
  [
    [['a', '1', '1'], 150],
    [['a', '0', '1'], 50],
    [['a', '1', '0'], 100],
    [['a', '0', '0'], 200],
    [['b', '1', '1'], 200],
    [['b', '0', '1'], 100],
    [['b', '1', '0'], 50],
    [['b', '0', '0'], 150],
  ],
);
