import type { Part } from './chunk-index.ts';
import type { WantedChunk } from './wanted-chunk.ts';

export interface RangeRules {
  /** Bytes that nobody wants and that are read all the same, because another request takes longer. */
  readonly gapBytes: number;
  /** Requests for one part. */
  readonly maxRanges: number;
  /** Share of a part from which on all of it is read, so that its own digest is verified too. */
  readonly wholeShare: number;
}

/** A request takes about as long as a megabyte; GitHub counts requests by the hour. */
export const DEFAULT_RANGE_RULES: RangeRules = { gapBytes: 1024 * 1024, maxRanges: 16, wholeShare: 0.8 };

/** Bytes of a part that are read at once, and the chunks in them, ascending. */
export interface PartRange {
  readonly begin: number;
  /** Behind the last byte. */
  readonly end: number;
  readonly chunks: readonly WantedChunk[];
}

/** Few ranges that hold all these chunks of a part: the widest gaps stay unread, or none when most is wanted. */
export function partRanges(part: Part, chunks: readonly WantedChunk[], rules: RangeRules): readonly PartRange[] {
  const sorted = chunks.toSorted((a, b) => a.offset - b.offset);
  const breaks = breaksOf(sorted, rules);
  const ranges: PartRange[] = [];
  for (const [number, from] of breaks.entries()) {
    const inside = sorted.slice(from, breaks[number + 1]);
    const first = inside.at(0);
    const last = inside.at(-1);
    if (first === undefined || last === undefined) continue;
    ranges.push({ begin: first.offset, end: last.offset + last.sizeBytes, chunks: inside });
  }
  const bytes = ranges.reduce((sum, { begin, end }) => sum + end - begin, 0);
  return bytes < part.sizeBytes * rules.wholeShare ? ranges : [{ begin: 0, end: part.sizeBytes, chunks: sorted }];
}

/** Numbers of the chunks with which a range begins. */
function breaksOf(sorted: readonly WantedChunk[], { gapBytes, maxRanges }: RangeRules): readonly number[] {
  const gaps = sorted.flatMap((chunk, number) => {
    const before = sorted[number - 1];
    if (before === undefined) return [];
    const bytes = chunk.offset - before.offset - before.sizeBytes;
    return bytes > gapBytes ? [{ number, bytes }] : [];
  });
  const widest = gaps.toSorted((a, b) => b.bytes - a.bytes).slice(0, maxRanges - 1);
  return [0, ...widest.map(({ number }) => number).toSorted((a, b) => a - b)];
}
