import { describe, expect, it } from 'vitest';
import { breaches, column, factsOf, linesOf, rulesOf } from './made-facts.ts';

describe('a column by itself', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'of which every kind of missing counts',
      () =>
        linesOf(
          factsOf({
            a: column('number', {
              integrity: { nulls: 1, nans: 1, positiveInfinities: 1, negativeInfinities: 1, emptyTexts: 1 },
            }),
          }),
          rulesOf({ 'missing-rate': 0.4 }),
          'missing-rate',
        ),
      [
        'fail limit-exceeded missing-rate [a] 0.5 above 0.4 n 10 by all rows | 5 of 10 values of a are missing (50 %), limit 40 %',
      ],
    ],
    [
      'with as many missing as allowed',
      () =>
        linesOf(
          factsOf({ a: column('text', { integrity: { nulls: 2 } }) }),
          rulesOf({ 'missing-rate': 0.2 }),
          'missing-rate',
        ),
      [
        'pass within-limit missing-rate [a] 0.2 above 0.2 n 10 by all rows | 2 of 10 values of a are missing (20 %), limit 20 %',
      ],
    ],
    [
      'with a rate of its own',
      () =>
        linesOf(
          factsOf({ a: column('text', { integrity: { nulls: 2 } }) }),
          rulesOf({ 'missing-rate': 0.9, columns: { a: { 'missing-rate': 0.1 } } }),
          'missing-rate',
        ),
      [
        'fail limit-exceeded missing-rate [a] 0.2 above 0.1 n 10 by all rows | 2 of 10 values of a are missing (20 %), limit 10 %',
      ],
    ],
    [
      'that may miss nothing',
      () =>
        linesOf(
          factsOf({ a: column('text', { integrity: { nulls: 1 } }) }),
          rulesOf({ 'missing-rate': 0.9, columns: { a: { nullable: false } } }),
          'missing-rate',
        ),
      [
        'fail limit-exceeded missing-rate [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a are missing (10 %), limit 0 %',
      ],
    ],
    [
      'that no rule of missing values is for',
      () => linesOf(factsOf({ a: column('text') }), rulesOf({ columns: { a: {} } }), 'missing-rate'),
      [],
    ],
    [
      'of infinities',
      () =>
        linesOf(
          factsOf({ a: column('number', { integrity: { positiveInfinities: 1, negativeInfinities: 2 } }) }),
          rulesOf({ columns: { a: {} } }),
          'finite-values',
        ),
      ['fail value-not-finite finite-values [a] 0.3 above 0 n 10 by all rows | 3 of 10 values of a are infinite'],
    ],
    [
      'of finite integers',
      () => linesOf(factsOf({ a: column('integer') }), rulesOf({ columns: { a: {} } }), 'finite-values'),
      ['pass within-limit finite-values [a] 0 above 0 n 10 by all rows | 0 of 10 values of a are infinite'],
    ],
    [
      'of text, which is never infinite',
      () => linesOf(factsOf({ a: column('text') }), rulesOf({ columns: { a: {} } }), 'finite-values'),
      [],
    ],
    [
      'of infinities that nobody declared',
      () =>
        linesOf(
          factsOf({ a: column('number', { integrity: { positiveInfinities: 1 } }) }),
          rulesOf({}),
          'finite-values',
        ),
      [],
    ],
    [
      'below its least value',
      () =>
        linesOf(
          factsOf({ a: column('number', { breaches: [{ rule: 'min', ...breaches(2, '-1', '-2') }] }) }),
          rulesOf({ columns: { a: { type: 'number', min: 0.5 } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.2 above 0 n 10 by all rows | 2 of 10 values of a (20 %) are below 0.5, such as "-1" in row 3, "-2" in row 4',
      ],
    ],
    [
      'within its largest value',
      () =>
        linesOf(
          factsOf({ a: column('number', { breaches: [{ rule: 'max', ...breaches(0) }] }) }),
          rulesOf({ columns: { a: { type: 'number', max: 5 } } }),
          'domain',
        ),
      ['pass within-limit domain [a] 0 above 0 n 10 by all rows | 0 of 10 values of a (0 %) are above 5'],
    ],
    [
      'above its largest value',
      () =>
        linesOf(
          factsOf({ a: column('number', { breaches: [{ rule: 'max', ...breaches(1, '7') }] }) }),
          rulesOf({ columns: { a: { type: 'number', max: 5 } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a (10 %) are above 5, such as "7" in row 3',
      ],
    ],
    [
      'of no probabilities, without rows',
      () =>
        linesOf(
          factsOf({
            a: column('number', { breaches: [{ rule: 'probability', count: 1, examples: ['2'], rows: [] }] }),
          }),
          rulesOf({ columns: { a: { type: 'number', probability: true } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a (10 %) are not between 0 and 1, such as "2"',
      ],
    ],
    [
      'off its pattern',
      () =>
        linesOf(
          factsOf({
            a: column('text', { breaches: [{ rule: 'pattern', count: 2, examples: ['Ann', 'Bob'], rows: [9, 4] }] }),
          }),
          rulesOf({ columns: { a: { type: 'text', pattern: 'x' } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.2 above 0 n 10 by all rows | 2 of 10 values of a (20 %) do not match the pattern, such as in row 4, 9',
      ],
    ],
    [
      'off its pattern, without rows',
      () =>
        linesOf(
          factsOf({ a: column('text', { breaches: [{ rule: 'pattern', count: 1, examples: ['Ann'], rows: [] }] }) }),
          rulesOf({ columns: { a: { type: 'text', pattern: 'x' } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a (10 %) do not match the pattern',
      ],
    ],
    [
      'off its list by a long value',
      () =>
        linesOf(
          factsOf({ a: column('text', { breaches: [{ rule: 'values', ...breaches(1, 'z'.repeat(41)) }] }) }),
          rulesOf({ columns: { a: { values: ['x'] } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a (10 %) are not among the allowed ones, such as "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz…" in row 3',
      ],
    ],
    [
      'off its list by a value that fits',
      () =>
        linesOf(
          factsOf({ a: column('text', { breaches: [{ rule: 'values', ...breaches(1, 'z'.repeat(40)) }] }) }),
          rulesOf({ columns: { a: { values: ['x'] } } }),
          'domain',
        ),
      [
        'fail value-outside-domain domain [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a (10 %) are not among the allowed ones, such as "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz" in row 3',
      ],
    ],
    [
      'that repeats',
      () =>
        linesOf(
          factsOf({
            a: column('text', {
              integrity: { nulls: 1 },
              distinct: { distinct: 8, repeated: 1, singletons: 7 },
              repeated: breaches(1, 'x'),
            }),
          }),
          rulesOf({ columns: { a: { unique: true } } }),
          'unique-values',
        ),
      [
        'fail value-repeated unique-values [a] 0.1 above 0 n 10 by all rows | 1 of 10 values of a repeat an earlier one, such as "x" in row 3',
      ],
    ],
    [
      'that does not repeat',
      () =>
        linesOf(
          factsOf({
            a: column('text', { integrity: { nulls: 2 }, distinct: { distinct: 8, repeated: 0, singletons: 8 } }),
          }),
          rulesOf({ columns: { a: { unique: true } } }),
          'unique-values',
        ),
      ['pass within-limit unique-values [a] 0 above 0 n 10 by all rows | 0 of 10 values of a repeat an earlier one'],
    ],
    [
      'that may repeat',
      () =>
        linesOf(
          factsOf({ a: column('text', { distinct: { distinct: 8, repeated: 0, singletons: 8 } }) }),
          rulesOf({ columns: { a: {} } }),
          'unique-values',
        ),
      [],
    ],
    [
      'of one value',
      () =>
        linesOf(
          factsOf({ a: column('text', { varies: false }) }),
          rulesOf({ 'constant-columns': 'fail' }),
          'constant-columns',
        ),
      ['fail column-constant constant-columns [a] null n 10 by all rows | a has the same value in all 10 rows'],
    ],
    [
      'of one value and missing ones',
      () =>
        linesOf(
          factsOf({ a: column('text', { varies: false, integrity: { nulls: 3 } }) }),
          rulesOf({ 'constant-columns': 'warn' }),
          'constant-columns',
        ),
      [
        'inconclusive/warn column-constant constant-columns [a] null n 10 by all rows | a has the same value in all 7 rows that have one',
      ],
    ],
    [
      'of no value',
      () =>
        linesOf(
          factsOf({ a: column('text', { varies: false, integrity: { nulls: 10 } }) }),
          rulesOf({ 'constant-columns': 'fail' }),
          'constant-columns',
        ),
      ['fail column-constant constant-columns [a] null n 10 by all rows | a has no value in any of its 10 rows'],
    ],
    [
      'that may have one value',
      () =>
        linesOf(
          factsOf({ a: column('text', { varies: false }) }),
          rulesOf({ 'constant-columns': 'fail', columns: { a: { constant: true } } }),
          'constant-columns',
        ),
      [],
    ],
    [
      'where all may have one value',
      () => linesOf(factsOf({ a: column('text', { varies: false }) }), rulesOf({}), 'constant-columns'),
      [],
    ],
    [
      'of several values',
      () =>
        linesOf(
          factsOf({ a: column('text', { varies: true }) }),
          rulesOf({ 'constant-columns': 'fail' }),
          'constant-columns',
        ),
      ['pass within-limit constant-columns [a] null n 10 by all rows | a has several values'],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
