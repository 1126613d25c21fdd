import type { Breaches } from '@gatehouse/core';
import type { ColumnFacts } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { breaches, column, factsOf, linesOf, rulesOf } from './made-facts.ts';

function schemaOf(
  columns: Readonly<Record<string, ColumnFacts>>,
  rules: object,
  misread: Readonly<Record<string, Breaches>> = {},
): readonly string[] {
  const facts = factsOf(columns, {
    misread: new Map(Object.entries(misread)),
    unequalSums: [null],
    key: { missing: 0, distinct: 10, repeated: null },
    asOf: '2026-06-15',
  });
  return linesOf(facts, rulesOf(rules), 'schema');
}

describe('a table', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'that lacks a column',
      () => schemaOf({ a: column('text') }, { columns: { a: {}, z: {} } }),
      ['fail schema-broken schema [z] null n 10 by all rows | the column z is required and is not there'],
    ],
    [
      'that lacks a column which may be left out',
      () => schemaOf({ a: column('text') }, { columns: { a: {}, z: { required: false } } }),
      [
        'pass within-limit schema 0 n 10 by all rows | 1 column is there, and those that the policy names have its types',
      ],
    ],
    [
      'that lacks its key',
      () => schemaOf({ a: column('text') }, { key: ['k'] }),
      ['fail schema-broken schema [k] null n 10 by all rows | the column k is named by a rule and is not there'],
    ],
    [
      'that lacks probabilities',
      () => schemaOf({ a: column('text') }, { probabilities: [['p', 'q']] }),
      [
        'fail schema-broken schema [p] null n 10 by all rows | the column p is named by a rule and is not there',
        'fail schema-broken schema [q] null n 10 by all rows | the column q is named by a rule and is not there',
      ],
    ],
    [
      'with a column more',
      () => schemaOf({ a: column('text'), b: column('text') }, { columns: { a: {} } }),
      ['fail schema-broken schema [b] null n 10 by all rows | the column b is not among those that the policy names'],
    ],
    [
      'with two columns more, which is a note',
      () =>
        schemaOf(
          { a: column('text'), b: column('text'), d: column('text') },
          { columns: { a: {} }, 'extra-columns': 'warn' },
        ),
      [
        'inconclusive/warn schema-broken schema [b d] null n 10 by all rows | 2 columns b, d are not among those that the policy names',
        'pass within-limit schema 0 n 10 by all rows | 3 columns are there, and those that the policy names have its types',
      ],
    ],
    [
      'with a column more, which is allowed',
      () => schemaOf({ a: column('text'), b: column('text') }, { columns: { a: {} }, 'extra-columns': 'allow' }),
      [
        'pass within-limit schema 0 n 10 by all rows | 2 columns are there, and those that the policy names have its types',
      ],
    ],
    [
      'with a column that may be left out and is not',
      () => schemaOf({ a: column('text'), b: column('text') }, { columns: { a: {}, b: { required: false } } }),
      [
        'pass within-limit schema 0 n 10 by all rows | 2 columns are there, and those that the policy names have its types',
      ],
    ],
    [
      'with a key that only the key names',
      () => schemaOf({ a: column('text'), k: column('text') }, { columns: { a: {} }, key: ['k'] }),
      [
        'pass within-limit schema 0 n 10 by all rows | 2 columns are there, and those that the policy names have its types',
      ],
    ],
    ['of which nothing is known', () => schemaOf({ a: column('text') }, {}), []],
    [
      'with a list that a rule names',
      () => schemaOf({ a: column('unsupported') }, { columns: { a: {} } }),
      [
        'fail column-unsupported schema [a] null n 10 by all rows | the column a holds lists, structures or bytes, of which no rule can be judged',
      ],
    ],
    [
      'with a list that no rule names',
      () => schemaOf({ a: column('unsupported'), b: column('text') }, { columns: { b: {} }, 'extra-columns': 'allow' }),
      [
        'pass within-limit schema 0 n 10 by all rows | 2 columns are there, and those that the policy names have its types',
      ],
    ],
    [
      'with mixed values of no declared type',
      () => schemaOf({ a: column('mixed') }, {}, { a: breaches(2, 'n/a', '-') }),
      [
        'fail mixed-types schema [a] null n 10 by all rows | the column a holds values of several types, and the policy declares none: 2 of 10 values are no number, such as "n/a" in row 3, "-" in row 4',
      ],
    ],
    [
      'with a text among numbers',
      () => schemaOf({ a: column('mixed') }, { columns: { a: { type: 'number' } } }, { a: breaches(1, 'n/a') }),
      [
        'fail schema-broken schema [a] null n 10 by all rows | the column a has the type mixed and not number: 1 of 10 values is no number, such as "n/a" in row 3',
      ],
    ],
    [
      'half of which are no numbers',
      () => schemaOf({ a: column('mixed') }, { columns: { a: { type: 'number' } } }, { a: breaches(5, 'n/a') }),
      [
        'fail schema-broken schema [a] null n 10 by all rows | the column a has the type mixed and not number: 5 of 10 values are no number, such as "n/a" in row 3',
      ],
    ],
    [
      'most of which are no numbers',
      () => schemaOf({ a: column('mixed') }, { columns: { a: { type: 'number' } } }, { a: breaches(6, 'n/a') }),
      ['fail schema-broken schema [a] null n 10 by all rows | the column a has the type mixed and not number'],
    ],
    [
      'none of which was found to be wrong',
      () => schemaOf({ a: column('mixed') }, { columns: { a: { type: 'number' } } }, { a: breaches(0) }),
      ['fail schema-broken schema [a] null n 10 by all rows | the column a has the type mixed and not number'],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
