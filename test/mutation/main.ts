/**
 * Changes the sources of packages/stats and packages/gates one place at a time and says which changes no test noticed.
 * Usage: `npm run mutation [-- --room <name>]… [--mutate <glob>] [--incremental] [--again] [--status]`. With `--mutate` or
 * `--incremental` nothing is stored; without, test/mutation/results/<room>.json is written for every room measured.
 * `--again` measures only the sources with a survivor that has no reason, as after a new test.
 */
import { matchesGlob } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRoom } from './measure-room.ts';
import { sourcesToMeasureAgain, withMeasuredAgain } from './measured-again.ts';
import { ROOMS, sourcesOf } from './rooms.ts';
import { storeResult } from './store-result.ts';
import { changedSince, isAbout, type RoomResult, readReasons, type Survivor, scoreOf } from './stored-result.ts';

const { values } = parseArgs({
  options: {
    room: { type: 'string', multiple: true, default: [] },
    mutate: { type: 'string' },
    incremental: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    status: { type: 'boolean', default: false },
  },
});

const unknown = values.room.filter((name) => !ROOMS.some((room) => room.name === name));
if (unknown.length > 0) {
  throw new Error(`There is no room ${unknown.join(', ')}; there are ${ROOMS.map(({ name }) => name).join(', ')}.`);
}
if (values.status) {
  const changed = changedSince();
  process.stdout.write(changed.length === 0 ? 'Nothing changed since it was measured.\n' : `${changed.join('\n')}\n`);
} else {
  process.exitCode = (await measureAll()) ? 0 : 1;
}

async function measureAll(): Promise<boolean> {
  const { mutate, incremental, again } = values;
  const lines: string[] = [];
  let explained = true;
  for (const room of ROOMS.filter(({ name }) => values.room.length === 0 || values.room.includes(name))) {
    const all = again ? sourcesToMeasureAgain(room) : sourcesOf(room);
    const sources = all.filter((path) => mutate === undefined || matchesGlob(path, mutate));
    if (sources.length === 0) continue;
    const measured = await measureRoom(room, { sources, incremental });
    const result = again ? withMeasuredAgain(room, sources, measured) : measured;
    if (mutate === undefined && !incremental) storeResult(room, result);
    const reasons = readReasons(room);
    const open = result.survivors.filter((survivor) => !reasons.some((reason) => isAbout(reason, survivor)));
    if (open.length > 0) explained = false;
    lines.push(summaryOf(result), ...open.map(lineOf));
  }
  if (lines.length === 0 && !again) throw new Error(`No source of a room matches ${mutate ?? ''}.`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return explained;
}

function summaryOf(result: RoomResult): string {
  const { killed, timeout, survived, uncovered, error, ignored } = result.counts;
  const noticed = `${killed + timeout} noticed (${timeout} by time), ${survived + uncovered} not (${uncovered} not covered)`;
  return `${result.room}: ${(100 * scoreOf(result)).toFixed(2)} %, ${noticed}, ${error} do not run, ${ignored} left out`;
}

function lineOf({ file, line, code, from, to, covered }: Survivor): string {
  return `  ${file}:${line}${covered ? '' : ' (not covered)'}\n    ${code}\n    - ${from}\n    + ${to}`;
}
