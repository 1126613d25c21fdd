import { describe, expect, it } from 'vitest';
import { breaches, column, factsOf, linesOf, rulesOf } from './made-facts.ts';

const TWO = { a: column('integer'), b: column('text') };

describe('a table as a whole', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'of enough rows',
      () => linesOf(factsOf(TWO, {}), rulesOf({}), 'row-count'),
      ['pass within-limit row-count 10 below 1 n 10 by all rows | the table has 10 rows, allowed at least 1'],
    ],
    [
      'of too few rows',
      () => linesOf(factsOf(TWO, {}), rulesOf({ rows: { min: 11 } }), 'row-count'),
      ['fail row-count-outside row-count 10 below 11 n 10 by all rows | the table has 10 rows, allowed at least 11'],
    ],
    [
      'of just the rows',
      () => linesOf(factsOf(TWO, {}), rulesOf({ rows: { min: 10, max: 10 } }), 'row-count'),
      ['pass within-limit row-count 10 below 10 n 10 by all rows | the table has 10 rows, allowed 10 to 10'],
    ],
    [
      'of too many rows',
      () => linesOf(factsOf(TWO, {}), rulesOf({ rows: { min: 1, max: 9 } }), 'row-count'),
      ['fail row-count-outside row-count 10 above 9 n 10 by all rows | the table has 10 rows, allowed 1 to 9'],
    ],
    [
      'with a key of two columns',
      () =>
        linesOf(
          factsOf(TWO, { key: { missing: 0, distinct: 10, repeated: null } }),
          rulesOf({ key: ['a', 'b'] }),
          'key',
        ),
      ['pass within-limit key [a b] 0 above 0 n 10 by all rows | 0 of 10 rows have the key a, b of an earlier one'],
    ],
    [
      'with a key that is missing',
      () =>
        linesOf(
          factsOf(TWO, { key: { missing: 1, distinct: 9, repeated: null } }),
          rulesOf({ key: ['a', 'b'] }),
          'key',
        ),
      ['fail ids-missing key [a b] 0.1 above 0 n 10 by all rows | 1 of 10 rows have no value in the key a, b'],
    ],
    [
      'with a key that repeats',
      () =>
        linesOf(
          factsOf(TWO, { key: { missing: 0, distinct: 9, repeated: breaches(1, '7') } }),
          rulesOf({ key: ['a'] }),
          'key',
        ),
      [
        'fail ids-duplicated key [a] 0.1 above 0 n 10 by all rows | 1 of 10 rows have the key a of an earlier one, such as "7" in row 3',
      ],
    ],
    [
      'without a key',
      () => linesOf(factsOf(TWO, { key: { missing: 1, distinct: 9, repeated: null } }), rulesOf({}), 'key'),
      [],
    ],
    [
      'with as many copies as allowed',
      () => linesOf(factsOf(TWO, { distinctRows: 8 }), rulesOf({ 'duplicate-rows': 0.2 }), 'duplicate-rows'),
      [
        'pass within-limit duplicate-rows 0.2 above 0.2 n 10 by all rows | 2 of 10 rows equal an earlier one in all columns (20 %), limit 20 %',
      ],
    ],
    [
      'with more copies',
      () =>
        linesOf(
          factsOf(TWO, { distinctRows: 7, key: { missing: 0, distinct: 10, repeated: null } }),
          rulesOf({ 'duplicate-rows': 0.2, key: ['a', 'b'] }),
          'duplicate-rows',
        ),
      [
        'fail rows-duplicated duplicate-rows 0.3 above 0.2 n 10 by all rows | 3 of 10 rows equal an earlier one in all columns but a, b (30 %), limit 20 %',
      ],
    ],
    [
      'whose copies nobody asked for',
      () => linesOf(factsOf(TWO, { distinctRows: 7 }), rulesOf({}), 'duplicate-rows'),
      [],
    ],
    [
      'whose probabilities add to 1',
      () => linesOf(factsOf(TWO, { unequalSums: [0] }), rulesOf({ probabilities: [['a', 'b']] }), 'probability-sum'),
      [
        'pass within-limit probability-sum [a b] 0 above 0 n 10 by all rows | in 0 of 10 rows a, b do not add to 1, give or take 0.000001',
      ],
    ],
    [
      'whose probabilities do not',
      () => linesOf(factsOf(TWO, { unequalSums: [3] }), rulesOf({ probabilities: [['a', 'b']] }), 'probability-sum'),
      [
        'fail value-outside-domain probability-sum [a b] 0.3 above 0 n 10 by all rows | in 3 of 10 rows a, b do not add to 1, give or take 0.000001',
      ],
    ],
    [
      'that shares nothing, as there is nothing',
      () =>
        linesOf(
          factsOf(TWO, { overlap: { shared: 0, rows: 0 } }),
          rulesOf({}, { overlap: { rows: false, limit: 0.5 } }),
          'shared-rows',
        ),
      ['inconclusive empty-group shared-rows null above 0.5 n 0 by all rows | no row to compare with the other data'],
    ],
    [
      'that shares as much as allowed',
      () =>
        linesOf(
          factsOf(TWO, { overlap: { shared: 2, rows: 4 } }),
          rulesOf({}, { overlap: { rows: false, limit: 0.5 } }),
          'shared-rows',
        ),
      [
        'pass within-limit shared-rows 0.5 above 0.5 n 4 by all rows | 2 of 4 rows are also in the other data (50 %), limit 50 %',
      ],
    ],
    [
      'that shares more',
      () =>
        linesOf(
          factsOf(TWO, { overlap: { shared: 3, rows: 4 } }),
          rulesOf({}, { overlap: { rows: false, limit: 0.5 } }),
          'shared-rows',
        ),
      [
        'fail training-rows-in-evaluation shared-rows 0.75 above 0.5 n 4 by all rows | 3 of 4 rows are also in the other data (75 %), limit 50 %',
      ],
    ],
    [
      'whose sharing nobody asked for',
      () => linesOf(factsOf(TWO, { overlap: { shared: 1, rows: 1 } }), rulesOf({}), 'shared-rows'),
      [],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
