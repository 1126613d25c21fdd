import type { PublishPlan } from '@gatehouse/registry';
import { noise } from './chunks/stored-bytes.ts';
import { COMMIT, digestOf, plan, planned } from './plans.ts';

/** Large enough for several chunks of the sizes that every version has. */
export const WEIGHTS = noise(3_000_000, 7);

/** The weights with a run of other bytes at a place. */
export function changedAt(offset: number, seed: number): Buffer {
  return Buffer.concat([WEIGHTS.subarray(0, offset), noise(2000, seed), WEIGHTS.subarray(offset + 2000)]);
}

/** A version of one large file and a small one. */
export function largePlan(tag: string, weights: Uint8Array, change: Partial<PublishPlan> = {}): PublishPlan {
  const files = [planned('w.bin', weights), planned('config.json', '{"threshold":0.5}')];
  return plan({ tag, files, modelDigest: digestOf(files), commit: COMMIT, ...change });
}
