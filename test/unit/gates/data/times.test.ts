import type { ColumnFacts } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { column, decided, factsOf, lineOf, linesOf, rulesOf } from './made-facts.ts';

const DAY = 86_400_000;
const TODAY = Date.parse('2026-06-15T00:00:00Z');
const JUDGED = ['timestamps', 'future-timestamps', 'age-days'];

function time(latest: number | null, unreadable = 0, count = 9): ColumnFacts {
  return column('text', { times: { count, unreadable, earliest: 0, latest } });
}

function timesOf(a: ColumnFacts, rule: object): readonly string[] {
  const { findings } = decided(
    factsOf({ a }, { asOf: '2026-06-15' }),
    rulesOf({ columns: { a: { type: 'timestamp', ...rule } } }),
  );
  return findings.filter(({ measure }) => JUDGED.includes(measure)).map(lineOf);
}

describe('a column of times', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'that ends today',
      () => timesOf(time(TODAY), {}),
      [
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | the latest value of a is 2026-06-15T00:00:00.000Z',
      ],
    ],
    [
      'that ends in the last moment of today',
      () => timesOf(time(TODAY + DAY - 1), {}),
      [
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | the latest value of a is 2026-06-15T23:59:59.999Z',
      ],
    ],
    [
      'that ends tomorrow',
      () => timesOf(time(TODAY + DAY), {}),
      [
        'fail data-from-future future-timestamps [a] 1 n 9 by all rows | the latest value of a, 2026-06-16T00:00:00.000Z, is after 2026-06-15',
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
      ],
    ],
    [
      'that may end tomorrow',
      () => timesOf(time(TODAY + DAY), { future: true }),
      ['pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601'],
    ],
    [
      'of which some are none',
      () => timesOf(time(TODAY, 2), {}),
      [
        'fail value-outside-domain timestamps [a] 0.2 above 0 n 9 by all rows | 2 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | the latest value of a is 2026-06-15T00:00:00.000Z',
      ],
    ],
    [
      'at its age',
      () => timesOf(time(TODAY - 10 * DAY), { 'max-age-days': 10 }),
      [
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | the latest value of a is 2026-06-05T00:00:00.000Z',
        'pass within-limit age-days [a] 10 above 10 n 9 by all rows | the latest value of a, 2026-06-05T00:00:00.000Z, is 10 days old, limit 10',
      ],
    ],
    [
      'beyond its age',
      () => timesOf(time(TODAY - 10.5 * DAY), { 'max-age-days': 10 }),
      [
        'fail data-stale age-days [a] 10.5 above 10 n 9 by all rows | the latest value of a, 2026-06-04T12:00:00.000Z, is 10.5 days old, limit 10',
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | the latest value of a is 2026-06-04T12:00:00.000Z',
      ],
    ],
    [
      'without a time',
      () => timesOf(time(null, 0, 0), { 'max-age-days': 10 }),
      [
        'inconclusive empty-group age-days [a] null above 10 n 0 by all rows | a holds no time, so its age is not known',
        'pass within-limit timestamps [a] 0 above 0 n 0 by all rows | 0 of 10 values of a are no time in ISO 8601',
      ],
    ],
    [
      'of today, which is no day old',
      () => timesOf(time(TODAY + 5), { 'max-age-days': 10 }),
      [
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | the latest value of a is 2026-06-15T00:00:00.005Z',
        'pass within-limit age-days [a] 0 above 10 n 9 by all rows | the latest value of a, 2026-06-15T00:00:00.005Z, is 0 days old, limit 10',
      ],
    ],
    [
      'with a year that ISO 8601 does not write',
      () => timesOf(time(9e15), {}),
      [
        'fail data-from-future future-timestamps [a] 104146000 n 9 by all rows | the latest value of a, a time out of range, is after 2026-06-15',
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 0 of 10 values of a are no time in ISO 8601',
      ],
    ],
    [
      'that may be left out, and is',
      () =>
        linesOf(
          factsOf({ b: column('text') }),
          rulesOf({ columns: { a: { type: 'timestamp', 'max-age-days': 2, required: false }, b: {} } }),
          'age-days',
        ),
      [
        'inconclusive column-missing age-days [a] null above 2 n 10 by all rows | a is not there, so the age of the data is not known',
      ],
    ],
    [
      'that may be left out, and is not',
      () =>
        linesOf(
          factsOf({ a: time(TODAY) }, { asOf: '2026-06-15' }),
          rulesOf({ columns: { a: { type: 'timestamp', 'max-age-days': 2, required: false } } }),
          'age-days',
        ),
      [
        'pass within-limit age-days [a] 0 above 2 n 9 by all rows | the latest value of a, 2026-06-15T00:00:00.000Z, is 0 days old, limit 2',
      ],
    ],
    [
      'that is missing, which the schema says',
      () =>
        linesOf(
          factsOf({ b: column('text') }),
          rulesOf({ columns: { a: { type: 'timestamp', 'max-age-days': 2 }, b: {} } }),
          'age-days',
        ),
      [],
    ],
    [
      'that may be left out and has no age',
      () =>
        linesOf(
          factsOf({ b: column('text') }),
          rulesOf({ columns: { a: { type: 'timestamp', required: false }, b: {} } }),
          'age-days',
        ),
      [],
    ],
    [
      'beside another, the older of which is shown',
      () =>
        decided(
          factsOf({ a: time(TODAY), b: time(TODAY - DAY) }, { asOf: '2026-06-15' }),
          rulesOf({
            columns: { a: { type: 'timestamp', 'max-age-days': 5 }, b: { type: 'timestamp', 'max-age-days': 5 } },
          }),
        ).findings.map(lineOf),
      [
        'pass within-limit schema 0 n 10 by all rows | 2 columns are there, and those that the policy names have its types',
        'pass within-limit row-count 10 below 1 n 10 by all rows | the table has 10 rows, allowed at least 1',
        'pass within-limit timestamps [a] 0 above 0 n 9 by all rows | 2 columns hold times; nearest: 0 of 10 values of a are no time in ISO 8601',
        'pass within-limit future-timestamps [a] 0 n 9 by all rows | 2 columns end before now; nearest: the latest value of a is 2026-06-15T00:00:00.000Z',
        'pass within-limit age-days [b] 1 above 5 n 9 by all rows | 2 columns are fresh; nearest: the latest value of b, 2026-06-14T00:00:00.000Z, is 1 days old, limit 5',
      ],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
