import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOT_MEASURED, ROOMS, type Room, root, sourcesOf, testsOf } from '../mutation/rooms.ts';
import {
  changedSince,
  isAbout,
  readReasons,
  readResult,
  reasonsPath,
  resultPath,
  scoreOf,
} from '../mutation/stored-result.ts';
import { read } from './repository-files.ts';

const GOAL = 0.9;
const measured = ROOMS.filter((room) => readResult(room) !== null);

function resultOf(room: Room): NonNullable<ReturnType<typeof readResult>> {
  const result = readResult(room);
  if (result === null) throw new Error(`${resultPath(room)} is missing.`);
  return result;
}

function foldersBelow(path: string): readonly string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${path}/${name}`);
}

describe('the mutation check', () => {
  it('has a room for every folder of the statistics and the gates', () => {
    const folders = ['packages/stats/src', 'packages/gates/src'].flatMap(foldersBelow);
    const known = ROOMS.map(({ sources }) => sources);

    expect(folders.length).toBeGreaterThan(15);
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([]);
  });

  it('measures every source in one room', () => {
    const sources = ROOMS.flatMap(sourcesOf);

    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((path, at) => sources.indexOf(path) !== at)).toEqual([]);
  });

  it('has a room for every source of the statistics and the gates', () => {
    const sources = ['packages/stats/src', 'packages/gates/src'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && path !== 'index.ts')
        .map((path) => `${folder}/${path}`),
    );
    const known = new Set(ROOMS.flatMap(sourcesOf));

    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((path) => !known.has(path))).toEqual([]);
  });

  it('has no result and no reasons of a room that is gone', () => {
    const files = ['results', 'reasons'].flatMap((kind) =>
      readdirSync(join(root, 'test/mutation', kind)).map((name) => `test/mutation/${kind}/${name}`),
    );
    const known = ROOMS.flatMap((room) => [resultPath(room), reasonsPath(room)]);

    expect(files.filter((file) => !known.includes(file))).toEqual([]);
  });

  it.each(ROOMS)('has sources and tests of $name', (room) => {
    expect(sourcesOf(room).length).toBeGreaterThan(0);
    expect(testsOf(room).length).toBeGreaterThan(0);
  });

  it.each(ROOMS)('names tests of $name that are there, where it leaves out slow ones', ({ without = [], ...room }) => {
    const texts = testsOf(room).map(read);

    expect(without.filter((words) => !texts.some((text) => text.includes(words)))).toEqual([]);
  });

  it.each(ROOMS)('has either a result of $name or a word on why there is none', (room) => {
    expect(readResult(room) === null).toBe(NOT_MEASURED[room.name] !== undefined);
  });

  it.each(measured)('has a result of $name alone, in which the survivors are all named', (room) => {
    const { room: name, counts, survivors, sources } = resultOf(room);

    expect(name).toBe(room.name);
    expect(survivors.filter(({ covered }) => covered)).toHaveLength(counts.survived);
    expect(survivors.filter(({ covered }) => !covered)).toHaveLength(counts.uncovered);
    expect(survivors.filter(({ file }) => sources[file] === undefined)).toEqual([]);
  });

  it.each(measured)('has a reason for every change of $name that no test noticed', (room) => {
    const reasons = readReasons(room);
    const without = resultOf(room).survivors.filter((one) => !reasons.some((reason) => isAbout(reason, one)));

    expect(without.map(({ file, line, from, to }) => `${file}:${line}: ${from} -> ${to}`)).toEqual([]);
  });

  it.each(measured)('has no reason for a change of $name that is noticed', (room) => {
    const { survivors } = resultOf(room);
    const idle = readReasons(room).filter((reason) => !survivors.some((survivor) => isAbout(reason, survivor)));

    expect(idle.map(({ file, from, to }) => `${file}: ${from} -> ${to}`)).toEqual([]);
  });

  it.each(measured)('scores 90 % in $name, or says why not', (room) => {
    const low = scoreOf(resultOf(room)) < GOAL;

    expect(low).toBe(room.note !== undefined);
  });

  it('says which sources changed since they were measured', async ({ annotate }) => {
    const changed = changedSince();
    if (changed.length > 0) await annotate(`Changed since the mutation check: ${changed.join(', ')}`, 'notice');

    expect(changed).toEqual([...new Set(changed)]);
  });
});
