import { createHash } from 'node:crypto';

/** Draws that a seed repeats. */
export interface Draws {
  bytes(count: number): Buffer;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Draws of one purpose: what another comparison draws does not move them. */
export function drawsOf(seed: number, purpose: string): Draws {
  let block = 0;
  let held = Buffer.alloc(0);
  function bytes(count: number): Buffer {
    const parts: Buffer[] = [held];
    for (let have = held.length; have < count; have += 64) {
      parts.push(createHash('sha512').update(`${seed} ${purpose} ${block}`).digest());
      block += 1;
    }
    const all = Buffer.concat(parts);
    held = all.subarray(count);
    return all.subarray(0, count);
  }
  const below = (limit: number): number => bytes(6).readUIntBE(0, 6) % limit;
  return { bytes, below, pick: (from) => from[below(from.length)] ?? from[0] };
}
