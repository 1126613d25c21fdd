import { ActionError, sha256 } from '@gatehouse/core';
import { type ColumnFacts, descriptionFindings, identityFindings, readSchema } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import {
  breaches,
  categoriesProfile,
  column,
  decided,
  factsOf,
  leak,
  linesOf,
  numbersProfile,
  profileOf,
  rulesOf,
} from './made-facts.ts';

/** What a decision says of one measure of a table of these columns. */
function saidOf(
  columns: Readonly<Record<string, ColumnFacts>>,
  rules: object,
  measure: string,
  more: object = {},
): string {
  return linesOf(factsOf(columns, more), rulesOf(rules), measure).join('\n');
}

function two(make: () => ColumnFacts): Readonly<Record<string, ColumnFacts>> {
  return { a: make(), b: make() };
}

describe('columns that all keep a rule', () => {
  const unique = { distinct: 10, repeated: 0, singletons: 10 };
  const asked = (rule: object): object => ({ columns: { a: rule, b: rule } });

  it.each<[string, () => string]>([
    [
      '2 columns have few enough missing values; nearest: 0 of 10 values of a',
      () =>
        saidOf(
          two(() => column('text')),
          { 'missing-rate': 0.5 },
          'missing-rate',
        ),
    ],
    [
      '2 columns of numbers are finite; nearest: 0 of 10 values of a',
      () =>
        saidOf(
          two(() => column('number')),
          asked({}),
          'finite-values',
        ),
    ],
    [
      '2 rules of columns are kept; nearest: 0 of 10 values of a',
      () => {
        const made = two(() => column('number', { breaches: [{ rule: 'min', ...breaches(0) }] }));
        return saidOf(made, asked({ type: 'number', min: 0 }), 'domain');
      },
    ],
    [
      '2 columns have no value twice; nearest: 0 of 10 values of a',
      () =>
        saidOf(
          two(() => column('text', { distinct: unique })),
          asked({ unique: true }),
          'unique-values',
        ),
    ],
    [
      '2 columns vary',
      () =>
        saidOf(
          two(() => column('text', { varies: true })),
          { 'constant-columns': 'fail' },
          'constant-columns',
        ),
    ],
    [
      '2 lists of probabilities add to 1; nearest: in 0 of 10 rows a, b do not',
      () => {
        const lists = [
          ['a', 'b'],
          ['a', 'b'],
        ];
        return saidOf(
          two(() => column('number')),
          { probabilities: lists },
          'probability-sum',
          { unequalSums: [0, 0] },
        );
      },
    ],
    [
      '2 columns do not give the label away; nearest: in 55 % of all pairs a is',
      () => {
        const columns = [leak({ column: 'a' }), leak({ column: 'b' })];
        const facts = factsOf(
          two(() => column('number')),
          { leaks: { label: 'y', columns } },
        );
        return linesOf(facts, rulesOf({}, { leakage: { correlation: 0.9, ignore: [] } }), 'label-leakage').join('\n');
      },
    ],
  ])('are told together: %s', (expected, make) => {
    expect(make()).toContain(`| ${expected}`);
    expect(make().split('\n')).toHaveLength(1);
  });
});

describe('columns that are all as in the profile', () => {
  const numbers = { a: numbersProfile(), b: numbersProfile() };
  const texts = { a: categoriesProfile({}), b: categoriesProfile({}) };

  it.each<[string, string, () => ColumnFacts, Parameters<typeof profileOf>[0]]>([
    [
      'profile-columns',
      'the 2 columns of the profile are there, with their types',
      () => column('number', { outside: 0 }),
      numbers,
    ],
    [
      'missing-rate-difference',
      '2 columns miss as many values as in the profile; nearest: 0 % of a',
      () => column('number', { outside: 0 }),
      numbers,
    ],
    [
      'new-category-rate',
      '2 columns have the categories of the profile; nearest: 0 of 10 values of a',
      () => column('text', { newCategories: breaches(0) }),
      texts,
    ],
    [
      'out-of-range-rate',
      '2 columns have the range of the profile; nearest: 0 of 10 values of a',
      () => column('number', { outside: 0 }),
      numbers,
    ],
    [
      'unit-jump',
      '2 columns are in the unit of the profile; nearest: the median of a',
      () => column('number', { outside: 0, median: 4 }),
      numbers,
    ],
  ])('are told together by %s', (measure, expected, make, profiled) => {
    const facts = factsOf(two(make), { profile: profileOf(profiled) });
    const lines = linesOf(facts, rulesOf({}, { against: {} }), measure);

    expect(lines).toEqual([expect.stringContaining(`| ${expected}`)]);
  });
});

describe('columns compared with a profile', () => {
  // Two rates of two columns share 0.05, and an interval has two sides: 1 - 2·0.05/4.
  it.each([
    [{ a: 1 }, 0.95],
    [{ a: 1, b: 1 }, 0.975],
  ])('share the error of all: %j', (names, expected) => {
    const of = <T>(make: () => T): Record<string, T> =>
      Object.fromEntries(Object.keys(names).map((name) => [name, make()]));
    const facts = factsOf(
      of(() => column('number', { outside: 0, integrity: { nulls: 5 } })),
      { profile: profileOf(of(() => numbersProfile())) },
    );
    const { findings } = decided(facts, rulesOf({}, { against: {} }));

    expect(findings.find(({ measure }) => measure === 'missing-rate-difference')?.confidence).toBeCloseTo(expected, 12);
  });
});

describe('numbers against a profile without a value', () => {
  it('lie in no range, which is no pass', () => {
    const facts = factsOf(
      { a: column('number', { outside: 0 }) },
      { profile: profileOf({ a: numbersProfile({ n: 0 }) }) },
    );

    expect(linesOf(facts, rulesOf({}, { against: {} }), 'out-of-range-rate')).toEqual([
      'inconclusive empty-group out-of-range-rate [a] null above 0.01 n 10 0 by exact tail of exchangeable values | a has no value here or in the profile, so they cannot be compared',
    ]);
  });
});

describe('a table that breaks its schema', () => {
  it('has no sum of probabilities where one of them is missing', () => {
    const rules = { probabilities: [['p', 'q']] };

    expect(saidOf({ p: column('number') }, rules, 'probability-sum', { unequalSums: [null] })).toBe('');
  });

  it.each(['number', 'boolean'] as const)('is not read again as text where the policy says %s', (type) => {
    const table = { format: 'csv', rows: 2, columns: [{ name: 'a', type: 'mixed' }] } as const;
    const { usable, reread } = readSchema(rulesOf({ columns: { a: { type } } }), table);

    expect({ usable, reread }).toEqual({ usable: [], reread: {} });
  });

  it('by many columns names the first fifty', () => {
    const names = Array.from({ length: 51 }, (_, at) => `c${at}`);
    const made = Object.fromEntries(['a', ...names].map((name) => [name, column('text')]));
    const { findings } = decided(factsOf(made), rulesOf({ columns: { a: {} } }));

    expect(findings.find(({ measure }) => measure === 'schema')?.groups).toEqual(names.slice(0, 50));
  });

  it.each(['unique-values', 'constant-columns'])('is not judged by %s where nobody could count them', (measure) => {
    const rules = { columns: { a: { type: 'number', unique: true } }, 'constant-columns': 'fail' };

    expect(saidOf({ a: column('text') }, rules, measure)).toBe('');
    expect(saidOf({ a: column('text') }, rules, 'schema')).toMatch(/^fail schema-broken schema \[a\]/);
  });

  it('has no key to count where a part of it is missing', () => {
    expect(saidOf({ a: column('text') }, { key: ['a', 'z'] }, 'key')).toBe('');
    expect(saidOf({ a: column('text') }, { key: ['a', 'z'] }, 'schema')).toMatch(/^fail schema-broken schema \[z\]/);
  });
});

describe('a column without a value', () => {
  it('breaks no rule of values, as there are none to count', () => {
    const rules = { columns: { a: { type: 'number', min: 0 } } };

    expect(decided(factsOf({ a: column('empty') }), rulesOf(rules)).outcome).toBe('pass');
    expect(saidOf({ a: column('empty') }, rules, 'domain')).toBe('');
  });
});

describe('a rule that was not counted', () => {
  it('is named beside one that was', () => {
    const made = { a: column('number', { breaches: [{ rule: 'min', ...breaches(0) }] }) };

    expect(() => saidOf(made, { columns: { a: { type: 'number', min: 0, max: 1 } } }, 'domain')).toThrow(
      /a rule for "max" of the column a and nothing counted for it/,
    );
  });

  it('is a bug that says where, what is allowed and what to do', () => {
    const judge = (): string => saidOf({ a: column('text') }, { 'duplicate-rows': 0 }, 'duplicate-rows');
    const fault = {
      where: 'The data gate',
      found: 'a rule for the copies and nothing counted for it',
      allowed: 'a count for every rule',
      remedy: 'Report this as a bug of Gatehouse',
    };

    expect(judge).toThrow(new ActionError('bug', fault));
    expect(judge).toThrow(expect.objectContaining({ code: 'bug', fault }));
  });
});

describe('missing values', () => {
  it('of a rare label tell nothing, however the labels are ordered', () => {
    const telling = {
      rows: 60,
      missing: 20,
      labels: [
        { label: 'rare', rows: 10, missing: 10, above: null },
        { label: 'half', rows: 30, missing: 10, above: null },
        { label: 'third', rows: 20, missing: 0, above: null },
      ],
      repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
    };
    const facts = factsOf(
      { f: column('number') },
      { leaks: { label: 'y', columns: [leak({ pearson: null, telling })] } },
    );

    expect(linesOf(facts, rulesOf({}, { leakage: { correlation: 0.9, ignore: [] } }), 'label-leakage')).toEqual([
      'pass within-limit label-leakage [f] 0.5 above 0.9 n 60 by correlation of missing values | f is missing in 0 of the 20 rows with the label "third" and in 20 of the 40 others, limit 0.9',
    ]);
  });
});

describe('a description', () => {
  const described = (files: number, names: readonly string[], silent: readonly string[] = []) => {
    const description = {
      name: 'ds',
      version: null,
      files: Array.from({ length: files }, (_, at) => ({ id: `f${at}`, contentUrl: null, digest: sha256('x') })),
      fields: names.map((name) => ({ id: name, file: 'f0', column: name, types: [] })),
    };
    const columns = [...names, ...silent].map((name) => ({ name, type: 'text' as const }));
    return descriptionFindings(description, {
      digest: sha256('x'),
      table: { format: 'parquet', rows: 3, columns },
    });
  };

  it('that has the file twice names both', () => {
    expect(described(2, ['a'])[0]?.message).toBe('ds describes the file as f0, f1');
  });

  it('of several columns that fit is told in one line', () => {
    expect(described(1, ['a', 'b']).map(({ message }) => message)).toEqual([
      'ds describes the file as f0',
      '2 columns are as they are described',
    ]);
  });

  it('that is silent on many names the first fifty', () => {
    const silent = Array.from({ length: 51 }, (_, at) => `c${at}`);

    expect(described(1, ['a'], silent).find(({ severity }) => severity === 'warn')?.groups).toEqual(
      silent.slice(0, 50),
    );
  });
});

describe('bytes that both the policy and a pointer name', () => {
  it('are judged by each', () => {
    const pointer = { kind: 'git-lfs', digest: sha256('y'), bytes: 7 } as const;
    const found = identityFindings({ digest: sha256('x'), bytes: 7, md5: null, named: sha256('x'), pointer });

    expect(found.map(({ measure, outcome }) => `${measure} ${outcome}`)).toEqual([
      'dataset-digest pass',
      'dataset-pointer fail',
    ]);
  });
});
