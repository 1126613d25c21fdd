import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOMS, type Room, root, sourcesOf } from './rooms.ts';

const count = z.int().min(0);
const change = {
  file: z.string(),
  /** The line of the source, without the space around it: it stays when lines above it come and go. */
  code: z.string(),
  from: z.string(),
  to: z.string(),
};

const survivor = z.strictObject({
  ...change,
  line: z.int().min(1),
  mutator: z.string(),
  covered: z.boolean(),
});

const result = z.strictObject({
  room: z.string(),
  tool: z.string(),
  /** First 16 hexadecimal digits of the SHA-256 of each source as it was measured. */
  sources: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)),
  tests: z.array(z.string()).min(1),
  counts: z.strictObject({
    killed: count,
    timeout: count,
    survived: count,
    uncovered: count,
    error: count,
    ignored: count,
  }),
  survivors: z.array(survivor),
});

const reasons = z.array(z.strictObject({ ...change, reason: z.string().min(20) }));

/** What one run over a room found. */
export type RoomResult = z.output<typeof result>;
/** A change of the sources that no test noticed. */
export type Survivor = z.output<typeof survivor>;
/** Why a change cannot or need not be noticed. */
export type Reason = z.output<typeof reasons>[number];

/** Path of a room's result from the root. */
export function resultPath({ name }: Room): string {
  return `test/mutation/results/${name}.json`;
}

/** Path of the reasons for a room's survivors from the root. */
export function reasonsPath({ name }: Room): string {
  return `test/mutation/reasons/${name}.json`;
}

/** The stored result of a room, `null` where it was not measured. */
export function readResult(room: Room): RoomResult | null {
  const path = join(root, resultPath(room));
  return existsSync(path) ? result.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/** The reasons given for a room's survivors. */
export function readReasons(room: Room): readonly Reason[] {
  const path = join(root, reasonsPath(room));
  return existsSync(path) ? reasons.parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/** Whether a reason is about this survivor. */
export function isAbout(reason: Reason, { file, code, from, to }: Survivor): boolean {
  return reason.file === file && reason.code === code && reason.from === from && reason.to === to;
}

/** Share of the changes that tests noticed. Throws where there are none: 0 of 0 is no score. */
export function scoreOf({ counts }: RoomResult): number {
  const noticed = counts.killed + counts.timeout;
  const all = noticed + counts.survived + counts.uncovered;
  if (all === 0) throw new Error('No change was measured.');
  return noticed / all;
}

/** The digests of a room's sources as they are now. */
export function digestsOf(room: Room): Readonly<Record<string, string>> {
  return Object.fromEntries(sourcesOf(room).map((path) => [path, digestOf(path)]));
}

/** Sources of the measured rooms that changed, came or went since. */
export function changedSince(): readonly string[] {
  return ROOMS.flatMap((room) => {
    const measured = readResult(room)?.sources;
    if (measured === undefined) return [];
    const now = digestsOf(room);
    return [...new Set([...Object.keys(measured), ...Object.keys(now)])].filter((path) => measured[path] !== now[path]);
  });
}

function digestOf(path: string): string {
  return createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('hex')
    .slice(0, 16);
}
