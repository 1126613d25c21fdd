/** The minutes, hours, days, months and weekdays of a POSIX cron expression, in UTC. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly daysOfWeek: ReadonlySet<number>;
  /** True when both day fields are restricted: then either may match. */
  readonly eitherDay: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MINUTE_MS = 60_000;

/** `null` when the text is not five valid fields. */
export function parseCron(text: string): Cron | null {
  const fields = text.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (fields.length !== 5 || minute === undefined || hour === undefined) return null;
  if (day === undefined || month === undefined || weekday === undefined) return null;
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const daysOfMonth = parseField(day, 1, 31);
  const months = parseField(namesToNumbers(month, MONTHS, 1), 1, 12);
  const daysOfWeek = parseField(namesToNumbers(weekday, DAYS, 0), 0, 6);
  if (minutes === null || hours === null || daysOfMonth === null || months === null || daysOfWeek === null) return null;
  return {
    minutes,
    hours,
    daysOfMonth,
    months,
    daysOfWeek,
    eitherDay: !day.startsWith('*') && !weekday.startsWith('*'),
  };
}

function namesToNumbers(field: string, names: readonly string[], first: number): string {
  return field.toLowerCase().replaceAll(/[a-z]{3}/g, (word) => {
    const index = names.indexOf(word);
    return index === -1 ? word : String(index + first);
  });
}

function parseField(field: string, low: number, high: number): ReadonlySet<number> | null {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) return null;
    const [, star, from, to, step] = match;
    const start = star === undefined ? Number(from) : low;
    // `5/15` means from 5 on; `5` alone means 5.
    const last = star === undefined ? Number(to ?? (step === undefined ? from : high)) : high;
    const stride = Number(step ?? 1);
    if (start < low || last > high || start > last || stride < 1) return null;
    for (let value = start; value <= last; value += stride) values.add(value);
  }
  return values;
}

export function cronMatches(cron: Cron, at: Date): boolean {
  const day = cron.daysOfMonth.has(at.getUTCDate());
  const weekday = cron.daysOfWeek.has(at.getUTCDay());
  return (
    cron.minutes.has(at.getUTCMinutes()) &&
    cron.hours.has(at.getUTCHours()) &&
    cron.months.has(at.getUTCMonth() + 1) &&
    (cron.eitherDay ? day || weekday : day && weekday)
  );
}

/** Every matching minute after `from` and not after `to`, in order. */
export function cronTimes(cron: Cron, from: Date, to: Date): readonly Date[] {
  const times: Date[] = [];
  const first = Math.floor(from.getTime() / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  for (let time = first; time <= to.getTime(); time += MINUTE_MS) {
    const at = new Date(time);
    if (cronMatches(cron, at)) times.push(at);
  }
  return times;
}
