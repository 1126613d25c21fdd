import { parseDecision } from '@gatehouse/core';
import { type DataFacts, type DataRules, domainRules, readSchema } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { breaches, column, decided, factsOf, leak, numbersProfile, profileOf, rulesOf } from './made-facts.ts';

describe('a decision on data', () => {
  const spearman = { rows: 60, value: 0.4 };

  it('says what was counted of the table and of each column', () => {
    const facts = factsOf(
      {
        a: column('number', {
          integrity: { nulls: 1, nans: 1, positiveInfinities: 1, negativeInfinities: 1 },
          distinct: { distinct: 6, repeated: 0, singletons: 6 },
          outside: 2,
        }),
        g: column('text', { integrity: { emptyTexts: 5 }, newCategories: breaches(3, 'x') }),
        h: column('text'),
      },
      {
        distinctRows: 7,
        overlap: { shared: 2, rows: 4 },
        profile: profileOf({ a: numbersProfile() }),
        asOf: '2026-06-15',
        leaks: { label: 'y', columns: [leak({ column: 'a' }), leak({ column: 'g', pearson: null, spearman })] },
      },
    );
    const { measures } = parseDecision(decided(facts, rulesOf({})));

    expect(measures).toEqual({
      dataset: {
        rows: 10,
        columns: 3,
        'duplicate-rows': 3,
        'shared-rows': 2,
        'profile-rows': 1000,
        'as-of': '2026-06-15',
      },
      columns: {
        a: {
          ...{ type: 'number', n: 6, nulls: 1, nans: 1, infinities: 2, 'empty-texts': 0, 'missing-rate': 0.4 },
          ...{ distinct: 6, 'out-of-range': 2, 'tells-label-by': 'auc, as 2·auc - 1', 'correlation-with-label': 0.05 },
          'tells-label': expect.closeTo(0.1, 12),
        },
        g: {
          ...{ type: 'text', n: 5, nulls: 0, nans: 0, infinities: 0, 'empty-texts': 5, 'missing-rate': 0.5 },
          ...{
            'new-categories': 3,
            'tells-label': 0.4,
            'tells-label-by': 'spearman',
            'rank-correlation-with-label': 0.4,
          },
        },
        h: { type: 'text', n: 10, nulls: 0, nans: 0, infinities: 0, 'empty-texts': 0, 'missing-rate': 0 },
      },
    });
  });

  it('says that a column tells nothing known where too few rows are there', () => {
    const telling = { rows: 0, missing: 0, labels: [], repeated: { rows: 0, values: 0, told: 0, commonest: 0 } };
    const leaks = { label: 'y', columns: [leak({ column: 'a', pearson: null, telling })] };
    const { measures } = decided(factsOf({ a: column('text') }, { leaks }), rulesOf({}));

    expect(measures).toMatchObject({ dataset: { rows: 10, columns: 1 }, columns: { a: { 'tells-label': null } } });
    expect(Object.keys(Object(Object(measures['columns']).a))).not.toContain('tells-label-by');
    expect(Object.keys(Object(measures['dataset']))).toEqual(['rows', 'columns']);
  });

  const ALL = [
    'columns and types, of which the policy names none',
    'whether a row occurs twice under one key',
    'copies of rows',
    'change against a profile',
    'whether a column gives the label away',
    'whether training has seen rows of the evaluation',
    'how late the labels came',
  ];
  const key = { missing: 0, distinct: 10, repeated: null };
  const unique = { distinct: 10, repeated: 0, singletons: 10 };
  const without = (...positions: readonly number[]): readonly string[] =>
    ALL.filter((_, at) => !positions.includes(at));
  const hint = (name: string): readonly string[] =>
    ALL.map((text, at) =>
      at === 1 ? `${text}; ${name} has another value in every row and could be named as the key` : text,
    );

  it.each<[string, DataRules, Partial<DataFacts>, readonly string[]]>([
    ['nothing but the rows is asked for', rulesOf({}), {}, ALL],
    ['columns are declared', rulesOf({ columns: { a: {} }, 'extra-columns': 'allow' }), {}, without(0)],
    ['a key is named', rulesOf({ key: ['a'] }), { key }, without(1)],
    ['copies are counted', rulesOf({ 'duplicate-rows': 0 }), { distinctRows: 10 }, without(2)],
    ['a profile is there', rulesOf({}, { against: {} }), { profile: profileOf({}) }, without(3)],
    [
      'leakage is looked for',
      rulesOf({}, { leakage: { correlation: 1, ignore: [] } }),
      { leaks: { label: 'y', columns: [leak()] } },
      without(4),
    ],
    [
      'leakage of numbers is looked for',
      rulesOf({}, { leakage: { correlation: 1, ignore: [] } }),
      { leaks: { label: 'y', columns: [leak(), leak({ spearman })] } },
      [...without(4, 5, 6), 'whether words of a text give away a label that is a number', ...ALL.slice(5)],
    ],
    [
      'an overlap is looked for',
      rulesOf({}, { overlap: { rows: false, limit: 0 } }),
      { overlap: { shared: 0, rows: 1 } },
      without(5),
    ],
    [
      'a column could be the key',
      rulesOf({}),
      {
        columns: new Map([
          ['a', column('text')],
          ['b', column('integer', { distinct: unique })],
        ]),
      },
      hint('b'),
    ],
    [
      'a column of texts could be the key',
      rulesOf({}),
      {
        columns: new Map([
          ['a', column('text', { distinct: unique })],
          ['b', column('text')],
        ]),
      },
      hint('a'),
    ],
    [
      'a fraction is no key',
      rulesOf({}),
      {
        columns: new Map([
          ['a', column('number', { distinct: unique })],
          ['b', column('text', { distinct: { ...unique, distinct: 9 } })],
        ]),
      },
      ALL,
    ],
    [
      'one row has no key',
      rulesOf({}),
      {
        table: { format: 'csv', rows: 1, columns: [] },
        columns: new Map([['a', column('text', { distinct: { distinct: 1, repeated: 0, singletons: 1 } })]]),
      },
      ALL,
    ],
    [
      'lists are there',
      rulesOf({}),
      {
        table: {
          format: 'parquet',
          rows: 10,
          columns: [
            { name: 'l', type: 'unsupported' },
            { name: 'm', type: 'unsupported' },
          ],
        },
        columns: new Map(),
      },
      ['columns of lists, structures or bytes: l, m', ...ALL],
    ],
  ])('names what was not measured where %s', (_, rules, more, expected) => {
    expect(decided(factsOf({ a: column('text'), b: column('text') }, more), rules).notMeasured).toEqual(expected);
  });
});

describe('the schema', () => {
  it.each([
    ['csv', 'integer', { a: 'text' }],
    ['tsv', 'mixed', { a: 'text' }],
    ['csv', 'number', { a: 'text' }],
    ['csv', 'boolean', { a: 'text' }],
    ['csv', 'text', {}],
    ['jsonl', 'integer', {}],
  ] as const)('of %s reads %s again as declared', (format, type, expected) => {
    const { reread, usable } = readSchema(rulesOf({ columns: { a: { type: 'text' } } }), {
      format,
      rows: 2,
      columns: [{ name: 'a', type }],
    });

    expect(reread).toEqual(expected);
    expect(usable).toEqual(format === 'jsonl' ? [] : ['a']);
  });

  const TYPES = ['integer', 'number', 'text', 'boolean', 'temporal', 'empty', 'mixed', 'unsupported'] as const;
  it.each([
    ['integer', ['integer', 'empty']],
    ['number', ['integer', 'number', 'empty']],
    ['text', ['text', 'empty']],
    ['boolean', ['boolean', 'empty']],
    ['timestamp', ['text', 'temporal', 'empty']],
    ['any', ['integer', 'number', 'text', 'boolean', 'temporal', 'empty']],
  ] as const)('takes for %s what it may be in a file that says its types', (type, expected) => {
    const fits = TYPES.filter((found) => {
      const table = { format: 'parquet', rows: 2, columns: [{ name: 'a', type: found }] } as const;
      const { findings, usable } = readSchema(rulesOf({ columns: { a: { type } } }), table);
      expect(usable).toEqual(findings.some(({ outcome }) => outcome === 'fail') ? [] : ['a']);
      return usable.length === 1;
    });

    expect(fits).toEqual(expected);
  });

  it('asks the engine about every rule of a column', () => {
    const { columns } = rulesOf({
      columns: {
        a: { type: 'number', min: 0, max: 1, probability: true },
        b: { type: 'text', pattern: 'x', values: ['x'] },
        c: {},
      },
    });

    expect(['a', 'b', 'c', 'd'].map((name) => domainRules(columns[name]))).toEqual([
      ['min', 'max', 'probability'],
      ['pattern', 'values'],
      [],
      [],
    ]);
  });
});
