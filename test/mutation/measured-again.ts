import type { Room } from './rooms.ts';
import { digestsOf, isAbout, type RoomResult, readReasons, readResult } from './stored-result.ts';

/** Sources of a room with a survivor that has no reason: those that a new test may change the result of. */
export function sourcesToMeasureAgain(room: Room): readonly string[] {
  const reasons = readReasons(room);
  const survivors = storedResult(room).survivors.filter((one) => !reasons.some((reason) => isAbout(reason, one)));
  return [...new Set(survivors.map(({ file }) => file))];
}

/**
 * The stored result with some sources measured again. Their changes are the same ones, so that what does not survive any
 * more is noticed now.
 *
 * @throws when a source changed since: then its changes are others.
 */
export function withMeasuredAgain(room: Room, sources: readonly string[], again: RoomResult): RoomResult {
  const stored = storedResult(room);
  const digests = digestsOf(room);
  const changed = Object.keys({ ...digests, ...stored.sources }).filter(
    (path) => digests[path] !== stored.sources[path],
  );
  if (changed.length > 0) throw new Error(`${changed.join(', ')} changed: measure the room ${room.name} as a whole.`);
  const kept = stored.survivors.filter(({ file }) => !sources.includes(file));
  const survivors = [...kept, ...again.survivors].toSorted(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line,
  );
  const survived = survivors.filter(({ covered }) => covered).length;
  const uncovered = survivors.length - survived;
  const noticed = stored.survivors.length - survivors.length;
  return {
    ...stored,
    tests: again.tests,
    counts: { ...stored.counts, killed: stored.counts.killed + noticed, survived, uncovered },
    survivors,
  };
}

function storedResult(room: Room): RoomResult {
  const result = readResult(room);
  if (result === null) throw new Error(`The room ${room.name} was not measured.`);
  return result;
}
