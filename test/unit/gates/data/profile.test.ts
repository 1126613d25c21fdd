import { describe, expect, it } from 'vitest';
import { breaches, categoriesProfile, column, compared, numbersProfile } from './made-facts.ts';

describe('data against a profile', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'that lack a column',
      () => compared({ b: column('text') }, { a: numbersProfile() }, {}, 'profile-columns'),
      ['fail column-missing profile-columns [a] null n 10 by all rows | a is in the profile and cannot be read here'],
    ],
    [
      'that are texts and were numbers',
      () => compared({ a: column('text') }, { a: numbersProfile() }, {}, 'profile-columns'),
      [
        'fail type-mismatch profile-columns [a] null n 10 by all rows | a holds numbers in the profile and values of type text here',
      ],
    ],
    [
      'that have no value',
      () => compared({ a: column('empty', { outside: 0 }) }, { a: numbersProfile() }, {}, 'profile-columns'),
      ['pass within-limit profile-columns 0 n 10 by all rows | the column of the profile is there, with its type'],
    ],
    [
      'that are booleans as they were',
      () =>
        compared(
          { a: column('boolean', { newCategories: breaches(0) }) },
          { a: categoriesProfile({ of: 'booleans' }) },
          {},
          'profile-columns',
        ),
      ['pass within-limit profile-columns 0 n 10 by all rows | the column of the profile is there, with its type'],
    ],
    [
      'that are integers of few values',
      () =>
        compared(
          { a: column('integer', { newCategories: breaches(0) }) },
          { a: categoriesProfile({ of: 'numbers' }) },
          {},
          'profile-columns',
        ),
      ['pass within-limit profile-columns 0 n 10 by all rows | the column of the profile is there, with its type'],
    ],
    [
      'that are texts of few values',
      () =>
        compared(
          { a: column('text', { newCategories: breaches(0) }) },
          { a: categoriesProfile({}) },
          {},
          'profile-columns',
        ),
      ['pass within-limit profile-columns 0 n 10 by all rows | the column of the profile is there, with its type'],
    ],
    [
      'that are numbers and were texts',
      () => compared({ a: column('number') }, { a: categoriesProfile({}) }, {}, 'profile-columns'),
      [
        'fail type-mismatch profile-columns [a] null n 10 by all rows | a holds texts in the profile and values of type number here',
      ],
    ],
    [
      'with as many rows as allowed',
      () =>
        compared(
          { a: column('number', { outside: 0 }) },
          { a: numbersProfile() },
          { 'row-count-change': 0.5 },
          'row-count-change',
          20,
        ),
      [
        'pass within-limit row-count-change 0.5 above 0.5 n 10 20 by all rows | the table has 10 rows and the profile 20, a change of 50 %, limit 50 %',
      ],
    ],
    [
      'with fewer rows',
      () =>
        compared(
          { a: column('number', { outside: 0 }) },
          { a: numbersProfile() },
          { 'row-count-change': 0.4 },
          'row-count-change',
          20,
        ),
      [
        'fail limit-exceeded row-count-change 0.5 above 0.4 n 10 20 by all rows | the table has 10 rows and the profile 20, a change of 50 %, limit 40 %',
      ],
    ],
    [
      'with more rows',
      () =>
        compared(
          { a: column('number', { outside: 0 }) },
          { a: numbersProfile() },
          { 'row-count-change': 0.4 },
          'row-count-change',
          5,
        ),
      [
        'fail limit-exceeded row-count-change 1 above 0.4 n 10 5 by all rows | the table has 10 rows and the profile 5, a change of 100 %, limit 40 %',
      ],
    ],
    [
      'of no row',
      () =>
        compared(
          { a: column('number', { outside: 0 }) },
          { a: numbersProfile({ n: 0 }) },
          { 'row-count-change': 0.4 },
          'row-count-change',
          0,
        ),
      [
        'inconclusive empty-group row-count-change null above 0.4 n 10 0 by all rows | the profile has no row to compare with',
      ],
    ],
    [
      'whose rows nobody counts',
      () => compared({ a: column('number', { outside: 0 }) }, { a: numbersProfile() }, {}, 'row-count-change', 20),
      [],
    ],
    [
      'missing as much',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 1000, nulls: 50 }, outside: 0 }) },
          { a: numbersProfile({ missing: { null: 10, nan: 10, positiveInfinity: 10, negativeInfinity: 20 } }) },
          {},
          'missing-rate-difference',
        ),
      [
        'pass within-limit missing-rate-difference [a] 0 above 0.05 0..0.0193753 at 0.95 n 1000 1000 by newcombe, simultaneous | 5 % of a are missing, 5 % in the profile, limit 5 % either way',
      ],
    ],
    [
      'missing far more',
      () =>
        compared(
          {
            a: column('number', {
              integrity: { rows: 1000, nulls: 100, nans: 50, positiveInfinities: 25, negativeInfinities: 25 },
              outside: 0,
            }),
          },
          { a: numbersProfile() },
          {},
          'missing-rate-difference',
        ),
      [
        'fail limit-exceeded missing-rate-difference [a] 0.2 above 0.05 0.176069..0.225919 at 0.95 n 1000 1000 by newcombe, simultaneous | 20 % of a are missing, 0 % in the profile, limit 5 % either way',
      ],
    ],
    [
      'missing far less',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 1000 }, outside: 0 }) },
          { a: numbersProfile({ missing: { null: 200, nan: 0, positiveInfinity: 0, negativeInfinity: 0 } }) },
          {},
          'missing-rate-difference',
        ),
      [
        'fail limit-exceeded missing-rate-difference [a] 0.2 above 0.05 0.176069..0.225919 at 0.95 n 1000 1000 by newcombe, simultaneous | 0 % of a are missing, 20 % in the profile, limit 5 % either way',
      ],
    ],
    [
      'missing more, which chance may explain',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 10, nulls: 1 }, outside: 0 }) },
          { a: numbersProfile() },
          {},
          'missing-rate-difference',
        ),
      [
        'inconclusive effect-without-evidence missing-rate-difference [a] 0.1 above 0.05 0.0177871..0.40415 at 0.95 n 10 1000 by newcombe, simultaneous | 10 % of a are missing, 0 % in the profile, limit 5 % either way',
      ],
    ],
    [
      'against a profile of no row',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 10 }, outside: 0 }) },
          { a: numbersProfile() },
          {},
          'missing-rate-difference',
          0,
        ),
      [
        'inconclusive empty-group missing-rate-difference [a] null above 0.05 n 10 0 by newcombe, simultaneous | a has no value here or in the profile, so they cannot be compared',
      ],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
