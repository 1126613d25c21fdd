import type { Numbers } from './sample-checks.ts';

// Below this many values a comparing sort is faster than the passes over 65,536 buckets.
const FEWEST_FOR_RADIX = 8192;
const BITS = 16;
const BUCKETS = 1 << BITS;
const SIGN = 0x8000_0000;

/**
 * Positions of finite numbers from the largest to the smallest; equal ones in the order given. By a radix sort of their
 * bits where they are many: O(N).
 */
export function descendingOrder(values: Numbers): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  if (values.length < FEWEST_FOR_RADIX) return order.sort((a, b) => Number(values[b]) - Number(values[a]));
  const { high, low } = descendingKeys(values);
  let from = order;
  let to = new Uint32Array(values.length);
  for (const { key, shift } of [low, high].flatMap((key) => [0, BITS].map((shift) => ({ key, shift })))) {
    if (distribute({ key, shift }, from, to)) [from, to] = [to, from];
  }
  return from;
}

/** The upper and lower half of each number's bits, changed so that unsigned order is descending order of the numbers. */
function descendingKeys(values: Numbers): { readonly high: Uint32Array; readonly low: Uint32Array } {
  const numbers = new Float64Array(values.length);
  // Adding 0 makes one zero of the two.
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = Number(values[at]) + 0;
  const bits = new Uint32Array(numbers.buffer);
  const upper = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;
  const high = new Uint32Array(values.length);
  const low = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const own = Number(bits[2 * at + upper]);
    const other = Number(bits[2 * at + 1 - upper]);
    const negative = own >= SIGN;
    // Negative numbers descend as their bits ascend; of the others every bit but the sign is turned.
    high[at] = negative ? own : own ^ ~SIGN;
    low[at] = negative ? other : ~other;
  }
  return { high, low };
}

interface Digit {
  readonly key: Uint32Array;
  readonly shift: number;
}

/** One stable pass; `false`, and nothing moved, when all numbers have the same digit. */
function distribute({ key, shift }: Digit, from: Uint32Array, to: Uint32Array): boolean {
  const next = new Uint32Array(BUCKETS);
  const digitOf = (position: number): number => (Number(key[position]) >>> shift) & (BUCKETS - 1);
  for (let at = 0; at < key.length; at += 1) next[digitOf(at)] = Number(next[digitOf(at)]) + 1;
  if (next[digitOf(0)] === key.length) return false;
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit += 1) {
    const count = Number(next[digit]);
    next[digit] = start;
    start += count;
  }
  for (let at = 0; at < from.length; at += 1) {
    const position = Number(from[at]);
    const digit = digitOf(position);
    to[Number(next[digit])] = position;
    next[digit] = Number(next[digit]) + 1;
  }
  return true;
}
