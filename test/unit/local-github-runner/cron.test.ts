import { describe, expect, it } from 'vitest';
import { type Cron, cronTimes, parseCron } from '../../../packages/local-github/src/runner/workflow/cron.ts';

function parsed(text: string): Cron {
  const cron = parseCron(text);
  if (cron === null) throw new Error(`"${text}" is no cron expression.`);
  return cron;
}

describe('cronTimes', () => {
  it.each([
    ['every half hour', '*/30 * * * *', '2026-03-01T00:00:00Z', '2026-03-01T01:00:00Z', ['00:30', '01:00']],
    [
      'a list and a range',
      '5,7 2-3 * * *',
      '2026-03-01T00:00:00Z',
      '2026-03-01T23:00:00Z',
      ['02:05', '02:07', '03:05', '03:07'],
    ],
    ['the start itself has passed', '0 0 * * *', '2026-03-01T00:00:00Z', '2026-03-01T12:00:00Z', []],
    ['weekday names', '0 9 * * MON', '2026-02-28T00:00:00Z', '2026-03-08T00:00:00Z', ['09:00']],
    [
      'either day field when both are restricted',
      '0 0 1 * MON',
      '2026-02-28T12:00:00Z',
      '2026-03-02T12:00:00Z',
      ['00:00', '00:00'],
    ],
    [
      'from five on in steps',
      '5/20 1 * * *',
      '2026-03-01T00:00:00Z',
      '2026-03-01T02:00:00Z',
      ['01:05', '01:25', '01:45'],
    ],
  ])('%s', (_name, expression, from, to, expected) => {
    const times = cronTimes(parsed(expression), new Date(from), new Date(to));

    expect(times.map((time) => time.toISOString().slice(11, 16))).toEqual(expected);
  });

  it.each([
    '',
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    'a * * * *',
    '5-1 * * * *',
    '*/0 * * * *',
    '* * * * * *',
  ])('refuses "%s"', (expression) => {
    expect(parseCron(expression)).toBeNull();
  });
});
