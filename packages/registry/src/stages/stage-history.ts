import type { RecordedStage } from '@gatehouse/core';

/** A version in a stage, from one instant to another. */
export interface StageInterval {
  readonly stage: RecordedStage;
  readonly from: string;
  /** When the next one took its place; `null` while it is there. */
  readonly until: string | null;
}

/** Every assignment of a model with its end, oldest first. The same version assigned again is two of them. */
export function stageIntervals(recorded: readonly RecordedStage[]): readonly StageInterval[] {
  return recorded.map((stage, index) => {
    const next = recorded.slice(index + 1).find((later) => later.stage === stage.stage);
    return { stage, from: stage.at, until: next?.at ?? null };
  });
}

/**
 * Intervals that have an instant in common with a time, which is a whole day such as `2026-03-01`, or an instant in UTC.
 * One that ended before or at the beginning, and one of no length, were not there.
 *
 * @throws RangeError for text that is no time.
 */
export function intervalsDuring(intervals: readonly StageInterval[], time: string): readonly StageInterval[] {
  const start = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(time) ? `${time}T00:00:00.000Z` : instantText(time));
  if (Number.isNaN(start)) throw new RangeError(`${time} is no time`);
  const end = time.length === '2026-03-01'.length ? start + DAY_MS : start + 1;
  return intervals.filter(({ from, until }) => {
    const begins = Date.parse(from);
    const ends = until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
    return begins < end && ends > start && ends > begins;
  });
}

const DAY_MS = 86_400_000;

function instantText(time: string): string {
  return time.endsWith('Z') ? time : `${time}Z`;
}
