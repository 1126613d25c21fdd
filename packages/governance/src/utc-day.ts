import { z } from 'zod';

/** A calendar day in UTC, `2026-11-23`; days compare as texts do. */
export type UtcDay = string;

const MS_PER_DAY = 86_400_000;

/** A day as a person writes it in a governance file; 30 February is no day. */
export const utcDaySchema = z
  .string()
  .refine(isUtcDay, { message: 'must be a day of the calendar such as 2026-11-23' });

/** The day of an instant. */
export function utcDayOf(instant: Date): UtcDay {
  return instant.toISOString().slice(0, 10);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: UtcDay, to: UtcDay): number {
  return Math.round((timeOf(to) - timeOf(from)) / MS_PER_DAY);
}

/** The day that comes `days` after another. */
export function addDays(day: UtcDay, days: number): UtcDay {
  return utcDayOf(new Date(timeOf(day) + days * MS_PER_DAY));
}

/**
 * The last day of a period of `count` working days, Monday to Friday, that begins the day after `day`: five working days
 * after a Friday are the next Friday. Public holidays count as working days, since every country has its own.
 */
export function workingDaysAfter(day: UtcDay, count: number): UtcDay {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

function isWorkingDay(day: UtcDay): boolean {
  const weekday = new Date(timeOf(day)).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** True for a day of the calendar. A rule between two days waits until both are one. */
export function isUtcDay(text: string): boolean {
  if (!/^[2-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const time = timeOf(text);
  return !Number.isNaN(time) && utcDayOf(new Date(time)) === text;
}

function timeOf(day: UtcDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}
