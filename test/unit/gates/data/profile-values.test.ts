import { describe, expect, it } from 'vitest';
import { breaches, categoriesProfile, column, compared, numbersProfile } from './made-facts.ts';

describe('data against a profile', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'without a new category',
      () =>
        compared(
          { a: column('text', { integrity: { rows: 1000 }, newCategories: breaches(0) }) },
          { a: categoriesProfile({}) },
          {},
          'new-category-rate',
        ),
      [
        'pass within-limit new-category-rate [a] 0 above 0.01 0..0.00368208 at 0.95 n 1000 1000 by clopper-pearson against good-turing, simultaneous | 0 of 1000 values of a are categories that the profile does not have (0 %), 0 % expected, limit 1 % more',
      ],
    ],
    [
      'with far more new categories',
      () =>
        compared(
          {
            a: column('text', {
              integrity: { rows: 1000, nulls: 10, nans: 20, positiveInfinities: 30, negativeInfinities: 40 },
              newCategories: breaches(100, 'x', 'y'),
            }),
          },
          { a: categoriesProfile({}) },
          {},
          'new-category-rate',
        ),
      [
        'fail limit-exceeded new-category-rate [a] 0.111111 above 0.01 0.0913231..0.133485 at 0.95 n 900 1000 by clopper-pearson against good-turing, simultaneous | 100 of 900 values of a are categories that the profile does not have (11.11 %), 0 % expected, limit 1 % more; such as "x" in row 3, "y" in row 4',
      ],
    ],
    [
      'with new categories that chance may explain',
      () =>
        compared(
          { a: column('text', { integrity: { rows: 10 }, newCategories: breaches(1, 'x') }) },
          { a: categoriesProfile({}) },
          {},
          'new-category-rate',
        ),
      [
        'inconclusive effect-without-evidence new-category-rate [a] 0.1 above 0.01 0.00252858..0.445016 at 0.95 n 10 1000 by clopper-pearson against good-turing, simultaneous | 1 of 10 values of a are categories that the profile does not have (10 %), 0 % expected, limit 1 % more; such as "x" in row 3',
      ],
    ],
    [
      'with as many as singletons and pooled rows let expect',
      () =>
        compared(
          { a: column('text', { integrity: { rows: 1000 }, newCategories: breaches(60, 'x') }) },
          { a: categoriesProfile({ singletons: 20, other: 30 }) },
          {},
          'new-category-rate',
        ),
      [
        'pass within-limit new-category-rate [a] 0.06 above 0.06 0.046095..0.0765605 at 0.95 n 1000 1000 by clopper-pearson against good-turing, simultaneous | 60 of 1000 values of a are categories that the profile does not have (6 %), 5 % expected, limit 1 % more',
      ],
    ],
    [
      'with more than singletons let expect',
      () =>
        compared(
          { a: column('text', { integrity: { rows: 1000 }, newCategories: breaches(100, 'x') }) },
          { a: categoriesProfile({ singletons: 20 }) },
          {},
          'new-category-rate',
        ),
      [
        'fail limit-exceeded new-category-rate [a] 0.1 above 0.03 0.0821053..0.120288 at 0.95 n 1000 1000 by clopper-pearson against good-turing, simultaneous | 100 of 1000 values of a are categories that the profile does not have (10 %), 2 % expected, limit 1 % more; such as "x" in row 3',
      ],
    ],
    [
      'with categories and no value',
      () =>
        compared(
          { a: column('text', { integrity: { rows: 10, nulls: 10 }, newCategories: breaches(0) }) },
          { a: categoriesProfile({}) },
          {},
          'new-category-rate',
        ),
      [
        'inconclusive empty-group new-category-rate [a] null above 0.01 n 0 1000 by clopper-pearson against good-turing, simultaneous | a has no value here or in the profile, so they cannot be compared',
      ],
    ],
    [
      'with categories against none',
      () =>
        compared(
          { a: column('text', { integrity: { rows: 10 }, newCategories: breaches(0) }) },
          { a: categoriesProfile({ n: 0 }) },
          {},
          'new-category-rate',
        ),
      [
        'inconclusive empty-group new-category-rate [a] null above 0.01 n 10 0 by clopper-pearson against good-turing, simultaneous | a has no value here or in the profile, so they cannot be compared',
      ],
    ],
    [
      'within the range',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 1000 }, outside: 10 }) },
          { a: numbersProfile() },
          {},
          'out-of-range-rate',
        ),
      [
        'pass within-limit out-of-range-rate [a] 0.01 above 0.01 0.00544075..0.0183095 at 0.95 n 1000 1000 by exact tail of exchangeable values | 10 of 1000 values of a lie outside the range of the profile (1 %), limit 1 %; p = 0.0058',
      ],
    ],
    [
      'far out of the range',
      () =>
        compared(
          {
            a: column('number', {
              integrity: { rows: 1000, nulls: 100, nans: 50, positiveInfinities: 25, negativeInfinities: 25 },
              outside: 80,
            }),
          },
          { a: numbersProfile() },
          {},
          'out-of-range-rate',
        ),
      [
        'fail limit-exceeded out-of-range-rate [a] 0.1 above 0.01 0.0810848..0.122738 at 0.95 n 800 1000 by exact tail of exchangeable values | 80 of 800 values of a lie outside the range of the profile (10 %), limit 1 %; p = 0',
      ],
    ],
    [
      'out of the range by chance',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 20 }, outside: 1 }) },
          { a: numbersProfile({ n: 20 }) },
          {},
          'out-of-range-rate',
        ),
      [
        'inconclusive effect-without-evidence out-of-range-rate [a] 0.05 above 0.01 0.00888145..0.236131 at 0.95 n 20 20 by exact tail of exchangeable values | 1 of 20 values of a lie outside the range of the profile (5 %), limit 1 %; p = 0.7564',
      ],
    ],
    [
      'out of the range of one value',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 20 }, outside: 20 }) },
          { a: numbersProfile({ n: 1 }) },
          {},
          'out-of-range-rate',
        ),
      [
        'inconclusive effect-without-evidence out-of-range-rate [a] 1 above 0.01 0.838875..1 at 0.95 n 20 1 by exact tail of exchangeable values | 20 of 20 values of a lie outside the range of the profile (100 %), limit 1 %; p = 1',
      ],
    ],
    [
      'out of the range of two values',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 20 }, outside: 20 }) },
          { a: numbersProfile({ n: 2 }) },
          {},
          'out-of-range-rate',
        ),
      [
        'inconclusive effect-without-evidence out-of-range-rate [a] 1 above 0.01 0.838875..1 at 0.95 n 20 2 by exact tail of exchangeable values | 20 of 20 values of a lie outside the range of the profile (100 %), limit 1 %; p = 0.0909',
      ],
    ],
    [
      'without a finite value',
      () =>
        compared(
          { a: column('number', { integrity: { rows: 10, nulls: 10 }, outside: 0 }) },
          { a: numbersProfile() },
          {},
          'out-of-range-rate',
        ),
      [
        'inconclusive empty-group out-of-range-rate [a] null above 0.01 n 0 1000 by exact tail of exchangeable values | a has no value here or in the profile, so they cannot be compared',
      ],
    ],
    [
      'in another unit, which is a note',
      () => compared({ a: column('number', { outside: 0, median: 4000 }) }, { a: numbersProfile() }, {}, 'unit-jump'),
      [
        'inconclusive/warn unit-changed unit-jump [a] 1000 n 10 1000 by ratio of medians | the median of a is 1000 times that of the profile, nearly 1000: look at the unit',
      ],
    ],
    [
      'in another unit, which fails',
      () =>
        compared(
          { a: column('number', { outside: 0, median: 0.004 }) },
          { a: numbersProfile() },
          { 'unit-jumps': 'fail' },
          'unit-jump',
        ),
      [
        'fail unit-changed unit-jump [a] 0.001 n 10 1000 by ratio of medians | the median of a is 0.001 times that of the profile, nearly 1/1000: look at the unit',
      ],
    ],
    [
      'in the same unit',
      () => compared({ a: column('number', { outside: 0, median: 4 }) }, { a: numbersProfile() }, {}, 'unit-jump'),
      [
        'pass within-limit unit-jump [a] 1 n 10 1000 by ratio of medians | the median of a is 1 times that of the profile',
      ],
    ],
    [
      'whose unit nobody asks for',
      () =>
        compared(
          { a: column('number', { outside: 0, median: 4000 }) },
          { a: numbersProfile() },
          { 'unit-jumps': 'allow' },
          'unit-jump',
        ),
      [],
    ],
    [
      'without a median',
      () => compared({ a: column('number', { outside: 0 }) }, { a: numbersProfile() }, {}, 'unit-jump'),
      [],
    ],
    [
      'of no column',
      () => compared({ a: column('number') }, {}, {}, 'profile-columns'),
      ['inconclusive empty-group profile-columns null n 10 by all rows | the profile has no column to compare with'],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
