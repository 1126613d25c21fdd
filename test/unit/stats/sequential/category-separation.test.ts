import { betaMixtureInterval, categorySeparation, clopperPearson, multinomialDraw } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';

const design = { tolerance: 0, alpha: 0.05 };

describe('categorySeparation', () => {
  it('is the gap of the two intervals, at alpha over twice the categories', () => {
    const found = categorySeparation({ reference: [500, 500], current: [300, 700] }, design);
    const low = clopperPearson(500, 1000, 1 - 0.0125)[0];
    const high = betaMixtureInterval(300, 1000, 0.0125)[1];

    expect(found?.gaps[0]).toBeCloseTo(low - high, 14);
    expect(found?.gaps[1]).toBeCloseTo(low - high, 9);
    expect(found?.alarm).toBe(true);
  });

  it.each([
    ['equal shares', [300, 700], [30, 70], 0, false],
    ['a difference within the tolerance', [500, 500], [300, 700], 0.15, false],
    ['a difference beyond the tolerance', [500, 500], [100, 900], 0.15, true],
    ['a new category', [1000, 0], [800, 200], 0.05, true],
  ])('of %s', (_, reference, current, tolerance, alarm) => {
    expect(categorySeparation({ reference, current }, { ...design, tolerance })?.alarm).toBe(alarm);
  });

  it('rarely alarms in eight looks at the same shares', () => {
    const random = seededRandom(91);
    const shares = Float64Array.of(0.6, 0.3, 0.1);
    let alarms = 0;
    for (let run = 0; run < 60; run += 1) {
      const reference = multinomialDraw(1000, shares, random);
      let current = new Float64Array(3);
      for (let look = 0; look < 8; look += 1) {
        const batch = multinomialDraw(250, shares, random);
        current = current.map((count, i) => count + Number(batch[i]));
        if (categorySeparation({ reference, current }, design)?.alarm) {
          alarms += 1;
          break;
        }
      }
    }

    // At most 5 % of 60 runs; four standard errors of 1.7 above.
    expect(alarms).toBeLessThanOrEqual(3 + 7);
  });

  it('is unknown while a side has no row', () => {
    expect(categorySeparation({ reference: [0, 0], current: [1, 2] }, design)).toBeNull();
    expect(categorySeparation({ reference: [1, 2], current: [0, 0] }, design)).toBeNull();
  });

  it.each([
    ['one category', { reference: [1], current: [1] }, design],
    ['other categories', { reference: [1, 2], current: [1, 2, 3] }, design],
    ['half a row', { reference: [1, 2], current: [1, 0.5] }, design],
    ['a negative count', { reference: [-1, 2], current: [1, 2] }, design],
    ['a negative tolerance', { reference: [1, 2], current: [1, 2] }, { ...design, tolerance: -1 }],
    ['an alpha of one', { reference: [1, 2], current: [1, 2] }, { ...design, alpha: 1 }],
  ])('refuses %s', (_, counts, bad) => {
    expect(() => categorySeparation(counts, bad)).toThrow(RangeError);
  });

  it.each([
    ['half a row', { reference: [0, 0], current: [1, 0.5] }, design],
    ['a negative count', { reference: [0, 0], current: [-1, 2] }, design],
    ['a tolerance of one', { reference: [0, 0], current: [1, 2] }, { ...design, tolerance: 1 }],
    ['an alpha of zero', { reference: [0, 0], current: [1, 2] }, { ...design, alpha: 0 }],
    ['a negative alpha', { reference: [0, 0], current: [1, 2] }, { ...design, alpha: -0.1 }],
  ])('refuses %s also while a side has no row', (_, counts, bad) => {
    expect(() => categorySeparation(counts, bad)).toThrow(RangeError);
  });

  it('alarms where some categories moved and others did not', () => {
    const found = categorySeparation({ reference: [9000, 9000, 9000], current: [9000, 12_000, 6000] }, design);

    expect(found?.gaps[0]).toBe(0);
    expect(found?.alarm).toBe(true);
  });
});
