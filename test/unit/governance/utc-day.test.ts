import { addDays, daysBetween, utcDayOf, workingDaysAfter } from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('utcDayOf', () => {
  it.each([
    ['2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['2026-11-23T23:59:59.999Z', '2026-11-23'],
    ['2026-11-23T23:00:00-05:00', '2026-11-24'],
  ])('%s is on %s', (instant, day) => {
    expect(utcDayOf(new Date(instant))).toBe(day);
  });
});

describe('workingDaysAfter', () => {
  // 2026-11-23 is a Monday.
  it.each([
    ['Monday', '2026-11-23', 1, '2026-11-24'],
    ['Monday, a week', '2026-11-23', 5, '2026-11-30'],
    ['Friday', '2026-11-27', 1, '2026-11-30'],
    ['Friday, a week', '2026-11-27', 5, '2026-12-04'],
    ['Saturday', '2026-11-28', 1, '2026-11-30'],
    ['Saturday, a week', '2026-11-28', 5, '2026-12-04'],
    ['Sunday, a week', '2026-11-29', 5, '2026-12-04'],
    ['over the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['none', '2026-11-28', 0, '2026-11-28'],
  ])('%s', (_, day, count, expected) => {
    expect(workingDaysAfter(day, count)).toBe(expected);
  });

  it('never ends on a weekend, and counts five for each week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const day = addDays('2000-01-01', offset);
        const last = workingDaysAfter(day, count);

        expect([1, 2, 3, 4, 5]).toContain(new Date(`${last}T00:00:00Z`).getUTCDay());
        expect(daysBetween(last, workingDaysAfter(day, count + 5))).toBe(7);
      }),
    );
  });
});

describe('daysBetween and addDays', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -500, max: 500 }), (offset, days) => {
        const day = addDays('2000-01-01', offset);

        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});
