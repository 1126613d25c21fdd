import {
  type BootstrapInterval,
  bootstrapInterval,
  createRandom,
  type ResamplingUnits,
  resampler,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { at } from '../relative-error.ts';

const random = (byte = 1) => createRandom(new Uint8Array(16).fill(byte));
const cells = (...counts: readonly number[]): ResamplingUnits => ({ kind: 'cells', counts: Int32Array.from(counts) });
const share = (m: Int32Array): number => at([...m], 1) / m.reduce((sum, count) => sum + count, 0);

function interval(units: ResamplingUnits, statistic: (m: Int32Array) => number | null): BootstrapInterval {
  const result = bootstrapInterval({ units, statistic, confidence: 0.9, random: random(), replicates: 2000 });
  if (result.undefinedReason !== null) throw new Error(result.undefinedReason);
  return result;
}

describe('rows counted in cells', () => {
  it('are drawn as often as there are rows, and none from an empty cell', () => {
    const next = resampler(cells(30, 0, 70));
    const source = random(3);
    const draws = Array.from({ length: 200 }, () => [...next(source)]);

    expect(draws.every(([a = 0, b = 0, c = 0]) => a + b + c === 100 && b === 0)).toBe(true);
    const mean = draws.reduce((sum, draw) => sum + at(draw, 0), 0) / draws.length;
    expect(Math.abs(mean - 30)).toBeLessThan(4 * Math.sqrt(21 / 200));
  });

  it('give the interval of the rows that they count', () => {
    const ofRows = interval({ kind: 'rows', rows: 200 }, (m) => m.subarray(0, 60).reduce((sum, k) => sum + k, 0) / 200);
    const ofCells = interval(cells(140, 60), share);

    expect(ofCells.estimate).toBe(0.3);
    // 200 rows are left out one by one either way.
    expect(ofCells.acceleration).toBeCloseTo(ofRows.acceleration ?? Number.NaN, 12);
    for (const side of [0, 1] as const) {
      expect(Math.abs(ofCells.interval[side] - ofRows.interval[side])).toBeLessThan(0.0051);
    }
  });

  it('have no acceleration where a statistic ends without one row', () => {
    const result = bootstrapInterval({
      units: cells(99, 1),
      statistic: (m) => (at([...m], 1) === 0 ? null : share(m)),
      confidence: 0.9,
      random: random(),
    });

    expect(result.undefinedReason).toBe('undefined-replicates');
  });

  it.each([[[]], [[0, 0]], [[1, -1, 3]]])('are refused as %o', (counts) => {
    expect(() => resampler(cells(...counts))).toThrow(RangeError);
  });
});
