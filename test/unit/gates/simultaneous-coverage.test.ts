import { evaluateFairness } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

/** A small seeded generator (mulberry32), so that a simulation gives the same result everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often a limit that all groups keep exactly at its edge is called broken. */
function falseAlarms(options: { readonly groups: number; readonly n: number; readonly runs: number }): number {
  const random = generator(20261123);
  let alarms = 0;
  for (let run = 0; run < options.runs; run += 1) {
    const counts = Array.from({ length: options.groups }, (_, index) => {
      let selected = 0;
      for (let row = 0; row < options.n; row += 1) if (random() < 0.3) selected += 1;
      return [`g${index}`, { tp: selected, fp: 0, fn: 0, tn: options.n - selected }] as const;
    });
    const decision = evaluateFairness({
      config: fairnessConfig({ 'selection-rate-difference': { limit: 0 } }),
      context: CONTEXT,
      groups: new Map([['race', new Map(counts)]]),
    });
    if (decision.outcome === 'fail') alarms += 1;
  }
  return alarms / options.runs;
}

describe('simultaneous intervals', () => {
  // All groups share one rate, so every pair keeps the limit 0. Without the correction 6 groups would fail in about 35 %.
  it.each([
    { groups: 2, n: 100, runs: 600 },
    { groups: 6, n: 100, runs: 600 },
    { groups: 12, n: 50, runs: 200 },
  ])('call equal groups different in at most 5 % of runs: %o', (options) => {
    const share = falseAlarms(options);

    // Three standard errors of simulation above the nominal 5 %; above zero, or the simulation would show nothing.
    expect(share).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / options.runs));
    expect(share).toBeGreaterThan(0.002);
  });
});
