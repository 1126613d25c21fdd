import { parseDecision } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { finding, judged, type RulesOfTest, told } from './judged-data.ts';

const PEOPLE =
  'id,zip,age,sex,p0,p1,at\n1,01234,30,f,0.25,0.75,2026-06-01\n2,98765,41,m,0.5,0.5,2026-06-10T08:00:00Z\n';

const SOUND: RulesOfTest = {
  key: ['id'],
  rows: { min: 2, max: 10 },
  'constant-columns': 'fail',
  'duplicate-rows': 0,
  'missing-rate': 0.1,
  probabilities: [['p0', 'p1']],
  columns: {
    id: { type: 'integer', unique: true, nullable: false },
    zip: { type: 'text', pattern: '[0-9]{5}' },
    age: { type: 'integer', min: 18, max: 120 },
    sex: { type: 'text', values: ['f', 'm'] },
    p0: { type: 'number', probability: true },
    p1: { type: 'number', probability: true },
    at: { type: 'timestamp', 'max-age-days': 10 },
  },
};

describe('a sound table', () => {
  it('passes every rule, each measure in one line', async () => {
    const decision = parseDecision(await judged(PEOPLE, SOUND));

    expect(decision.outcome).toBe('pass');
    expect(decision.findings.map(({ measure, outcome, reasonCode }) => [measure, outcome, reasonCode])).toEqual(
      [
        'schema',
        'row-count',
        'key',
        'duplicate-rows',
        'probability-sum',
        'missing-rate',
        'finite-values',
        'domain',
        'unique-values',
        'constant-columns',
        'timestamps',
        'future-timestamps',
        'age-days',
      ].map((measure) => [measure, 'pass', 'within-limit']),
    );
    expect(decision.measures).toMatchObject({
      dataset: { rows: 2, columns: 7, 'duplicate-rows': 0, 'as-of': '2026-06-15' },
      columns: { zip: { type: 'text', n: 2, nulls: 0, distinct: 2 }, age: { type: 'integer', 'missing-rate': 0 } },
    });
  });

  it('passes from Parquet and JSON Lines with the same findings', async () => {
    const rows = PEOPLE.trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const jsonl = rows.map(([id, zip, age, sex, p0, p1, at]) =>
      JSON.stringify({ id: Number(id), zip, age: Number(age), sex, p0: Number(p0), p1: Number(p1), at }),
    );
    const parquet = await parquetOf(
      `SELECT * FROM (VALUES ${rows.map(([id, zip, age, sex, p0, p1, at]) => `(${id}, '${zip}', ${age}, '${sex}', ${p0}::DOUBLE, ${p1}::DOUBLE, '${at}')`).join(', ')}) AS v(id, zip, age, sex, p0, p1, "at")`,
    );
    const decisions = [
      await judged(PEOPLE, SOUND),
      await judged(`${jsonl.join('\n')}\n`, SOUND, { file: 'data.jsonl' }),
      await judged(parquet, SOUND, { file: 'data.parquet' }),
    ];

    expect(decisions.map(({ findings, measures }) => ({ findings, measures }))).toEqual(
      decisions.map(() => ({ findings: decisions[0]?.findings, measures: decisions[0]?.measures })),
    );
  });
});

describe('a table that breaks a rule fails with its code', () => {
  it.each<[string, string, RulesOfTest, string, readonly unknown[]]>([
    ['a column is missing', 'a\n1\n', { columns: { a: {}, b: {} } }, 'schema', ['schema-broken', 'b']],
    ['a column of the key is missing', 'a\n1\n', { key: ['id'] }, 'schema', ['schema-broken', 'id']],
    ['a column is unexpected', 'a,b\n1,1\n', { columns: { a: {} } }, 'schema', ['schema-broken', 'b']],
    ['a type is another', 'a\nx\n', { columns: { a: { type: 'integer' } } }, 'schema', ['schema-broken', 'a']],
    ['a fraction is no integer', 'a\n1.5\n', { columns: { a: { type: 'integer' } } }, 'schema', ['schema-broken', 'a']],
    ['1 is no boolean', 'a\n1\n', { columns: { a: { type: 'boolean' } } }, 'schema', ['schema-broken', 'a']],
    [
      'a number is no timestamp',
      'a\n20260101\n',
      { columns: { a: { type: 'timestamp' } } },
      'schema',
      ['schema-broken', 'a'],
    ],
    ['types are mixed', 'a\n1\nx\n', {}, 'schema', ['mixed-types', 'a']],
    ['too few rows', 'a\n1\n', { rows: { min: 2 } }, 'row-count', ['row-count-outside']],
    ['too many rows', 'a\n1\n2\n', { rows: { min: 1, max: 1 } }, 'row-count', ['row-count-outside']],
    ['a key is missing', 'id,a\n1,1\n,2\n', { key: ['id'] }, 'key', ['ids-missing', 'id']],
    ['a key is empty text', 'id,a\nx,1\n"",2\n', { key: ['id'] }, 'key', ['ids-missing', 'id']],
    ['a key repeats', 'id,a\n1,1\n1.0,2\n', { key: ['id'] }, 'key', ['ids-duplicated', 'id']],
    ['two columns name two rows', 'a,b\n1,1\n1,2\n1,1\n', { key: ['a', 'b'] }, 'key', ['ids-duplicated', 'a', 'b']],
    [
      'a row is a copy',
      'id,a\n1,x\n2,x\n',
      { key: ['id'], 'duplicate-rows': 0.4 },
      'duplicate-rows',
      ['rows-duplicated'],
    ],
    [
      'a value is missing',
      'a,b\n1,\n2,1\n',
      { columns: { a: {}, b: { nullable: false } } },
      'missing-rate',
      ['limit-exceeded', 'b'],
    ],
    ['NaN is missing', 'a,b\n1,nan\n2,1\n', { 'missing-rate': 0.4 }, 'missing-rate', ['limit-exceeded', 'b']],
    [
      'a column has its own rate',
      'a,b\n1,\n2,1\n',
      { 'missing-rate': 1, columns: { a: {}, b: { 'missing-rate': 0.4 } } },
      'missing-rate',
      ['limit-exceeded', 'b'],
    ],
    [
      'a value is infinite',
      'a\ninf\n',
      { columns: { a: { type: 'number' } } },
      'finite-values',
      ['value-not-finite', 'a'],
    ],
    [
      'a value is too small',
      'a\n0\n',
      { columns: { a: { type: 'number', min: 0.5 } } },
      'domain',
      ['value-outside-domain', 'a'],
    ],
    [
      'a value is too large',
      'a\n2\n',
      { columns: { a: { type: 'number', max: 1.5 } } },
      'domain',
      ['value-outside-domain', 'a'],
    ],
    [
      'a probability is above 1',
      'a\n1.0000001\n0\n',
      { columns: { a: { type: 'number', probability: true } } },
      'domain',
      ['value-outside-domain', 'a'],
    ],
    [
      'a value is not on the list',
      'a\nx\n',
      { columns: { a: { type: 'text', values: ['y'] } } },
      'domain',
      ['value-outside-domain', 'a'],
    ],
    [
      'a value does not match',
      'a\nxy\n',
      { columns: { a: { type: 'text', pattern: 'x' } } },
      'domain',
      ['value-outside-domain', 'a'],
    ],
    [
      'probabilities do not add up',
      'a,b\n0.5,0.6\n',
      { probabilities: [['a', 'b']] },
      'probability-sum',
      ['value-outside-domain', 'a', 'b'],
    ],
    ['a value repeats', 'a\n1\n1\n', { columns: { a: { unique: true } } }, 'unique-values', ['value-repeated', 'a']],
    [
      'a column is constant',
      'a,b\n1,1\n2,1\n',
      { 'constant-columns': 'fail' },
      'constant-columns',
      ['column-constant', 'b'],
    ],
    [
      'a column has no value',
      'a,b\n1,\n2,\n',
      { 'constant-columns': 'fail' },
      'constant-columns',
      ['column-constant', 'b'],
    ],
    [
      'a text is no time',
      'a\n2026-06-01\n1/2/2026\n',
      { columns: { a: { type: 'timestamp' } } },
      'timestamps',
      ['value-outside-domain', 'a'],
    ],
    [
      'a time is in the future',
      'a\n2026-06-16T00:00:00Z\n',
      { columns: { a: { type: 'timestamp' } } },
      'future-timestamps',
      ['data-from-future', 'a'],
    ],
    [
      'the newest row is old',
      'a\n2026-06-04T23:59:59Z\n',
      { columns: { a: { type: 'timestamp', 'max-age-days': 10 } } },
      'age-days',
      ['data-stale', 'a'],
    ],
  ])('%s', async (_, text, rules, measure, [code, ...columns]) => {
    const decision = await judged(text, rules);

    expect(decision.outcome).toBe('fail');
    expect(told(decision, measure)).toContainEqual(['fail', code, ...columns]);
    for (const one of decision.findings) expect(one.message).not.toMatch(/undefined|NaN|null/);
  });
});

describe('a table at the very limit passes', () => {
  it.each<[string, string, RulesOfTest]>([
    ['rows', 'a\n1\n2\n', { rows: { min: 2, max: 2 } }],
    ['missing values', 'a,b\n1,\n2,1\n', { 'missing-rate': 0.5 }],
    ['copies', 'a\n1\n1\n', { 'duplicate-rows': 0.5 }],
    ['a least value', 'a\n0.1\n', { columns: { a: { type: 'number', min: 0.1 } } }],
    ['a largest value', 'a\n0.3\n', { columns: { a: { type: 'number', max: 0.3 } } }],
    ['an age', 'a\n2026-06-05\n', { columns: { a: { type: 'timestamp', 'max-age-days': 10 } } }],
    ['the last moment of today', 'a\n2026-06-15T23:59:59.999Z\n', { columns: { a: { type: 'timestamp' } } }],
    ['a future that is allowed', 'a\n2027-01-01\n', { columns: { a: { type: 'timestamp', future: true } } }],
    ['a constant that is allowed', 'a\n1\n', { 'constant-columns': 'fail', columns: { a: { constant: true } } }],
    ['digits declared as text', 'a\n007\n12\n', { columns: { a: { type: 'text', pattern: '[0-9]+' } } }],
    ['mixed types declared as text', 'a\n1\nx\n', { columns: { a: { type: 'text' } } }],
    ['integers declared as numbers', 'a\n1\n2\n', { columns: { a: { type: 'number' } } }],
    [
      'a column that may be left out',
      'a\n1\n',
      { columns: { a: {}, b: { required: false, type: 'text', pattern: 'x' } } },
    ],
    ['a column without a value', 'a,b\n1,\n', { columns: { a: {}, b: { type: 'number', min: 1, max: 2 } } }],
    [
      'a name like those of all objects',
      '__proto__,constructor\n1,2\n',
      { columns: { constructor: { type: 'integer' } }, 'extra-columns': 'allow' },
    ],
  ])('%s', async (_, text, rules) => {
    expect((await judged(text, rules)).outcome).toBe('pass');
  });
});

describe('columns of lists', () => {
  const lists = (): Promise<Buffer> => parquetOf('SELECT unnest([1, 2]) AS id, [1, 2] AS l');

  it.each<[string, RulesOfTest]>([
    ['a column', { columns: { l: { nullable: false } }, 'extra-columns': 'allow' }],
    ['a key', { key: ['l'] }],
    ['a probability', { probabilities: [['id', 'l']] }],
  ])('fail when a rule names them as %s', async (_, rules) => {
    const decision = await judged(await lists(), rules, { file: 'data.parquet' });

    expect(told(decision, 'schema')).toContainEqual(['fail', 'column-unsupported', 'l']);
    expect(decision.outcome).toBe('fail');
  });

  it('are said not to be measured when no rule names them', async () => {
    const decision = await judged(await lists(), {}, { file: 'data.parquet' });

    expect(decision.outcome).toBe('pass');
    expect(decision.notMeasured).toContain('columns of lists, structures or bytes: l');
  });
});

describe('what is only to be read', () => {
  it.each<[string, string, RulesOfTest, string, string]>([
    ['an unexpected column', 'a,b\n1,2\n', { columns: { a: {} }, 'extra-columns': 'warn' }, 'schema', 'schema-broken'],
    ['a constant column', 'a\n1\n', { 'constant-columns': 'warn' }, 'constant-columns', 'column-constant'],
  ])('%s is a note and no reason to fail', async (_, text, rules, measure, code) => {
    const decision = await judged(text, rules);

    expect(decision.outcome).toBe('pass');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure, reasonCode: code, severity: 'warn', outcome: 'inconclusive' }),
    );
  });

  it('the values that break a pattern are not shown, for they may be of persons', async () => {
    const decision = await judged('a\nJohn Doe\n', { columns: { a: { type: 'text', pattern: '[0-9]+' } } });

    expect(JSON.stringify(decision)).not.toContain('John');
    expect(finding(decision, 'domain').message).toBe(
      '1 of 1 values of a (100 %) do not match the pattern, such as in row 1',
    );
  });

  it.each<[string, string, RulesOfTest, string, string]>([
    [
      'a value on no list',
      'g\na\nzz\nzz\n',
      { columns: { g: { values: ['a'] } } },
      'domain',
      '2 of 3 values of g (66.67 %) are not among the allowed ones, such as "zz" in row 2',
    ],
    [
      'a value that is too large',
      'x\n1\n900\n',
      { columns: { x: { type: 'integer', max: 100 } } },
      'domain',
      '1 of 2 values of x (50 %) are above 100, such as "900" in row 2',
    ],
    [
      'a text among numbers',
      'x\n1\n2\nn/a\n',
      { columns: { x: { type: 'number' } } },
      'schema',
      'the column x has the type mixed and not number: 1 of 3 values is no number, such as "n/a" in row 3',
    ],
    [
      'a text among numbers of no declared type',
      'x\n1\n2\nn/a\n',
      {},
      'schema',
      'the column x holds values of several types, and the policy declares none: 1 of 3 values is no number, such as "n/a" in row 3',
    ],
    [
      'texts where numbers are declared, which may be names',
      'x\nAnn\nBob\n3\n',
      { columns: { x: { type: 'number' } } },
      'schema',
      'the column x has the type mixed and not number',
    ],
    [
      'a value that repeats',
      'x\na\nb\na\n',
      { columns: { x: { unique: true } } },
      'unique-values',
      '1 of 3 values of x repeat an earlier one, such as "a" in row 1',
    ],
    [
      'a key that repeats',
      'x,y\n7,1\n8,2\n8,3\n',
      { key: ['x'] },
      'key',
      '1 of 3 rows have the key x of an earlier one, such as "8" in row 2',
    ],
    [
      'columns that nobody named',
      'a,b,c\n1,2,3\n',
      { columns: { a: {} } },
      'schema',
      '2 columns b, c are not among those that the policy names',
    ],
  ])('%s is told with its rows and its rule', async (_, text, rules, measure, message) => {
    expect((await judged(text, rules)).findings.find((one) => one.measure === measure)?.message).toBe(message);
  });

  it('a page of unexpected columns is one line, and a page of broken ones a few', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `c${at}`);
    const text = `${names.join(',')}\n${names.map(() => '1').join(',')}\n`;
    const extra = await judged(text, { columns: { c0: {} } });
    const constant = await judged(text, { 'constant-columns': 'fail' });

    expect(finding(extra, 'schema').message).toMatch(/^59 columns c1, .*c10 and 49 more are not among/);
    expect(finding(extra, 'schema').groups).toHaveLength(50);
    expect(told(constant, 'constant-columns')).toHaveLength(20);
    expect(constant.findings.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^41 more: c19, /));
  });

  it('a column that could be the key is named where the policy names none', async () => {
    const hint = async (rules: RulesOfTest): Promise<string> =>
      (await judged('g,id\na,1\na,2\n', rules)).notMeasured.join('; ');

    expect(await hint({})).toContain('under one key; id has another value in every row and could be named as the key');
    expect(await hint({ key: ['id'] })).not.toContain('could be named');
  });

  it('a time column without a time has no age, which is inconclusive', async () => {
    const decision = await judged('a,b\n1,x\n2,\n', {
      columns: { a: {}, b: { type: 'timestamp', 'max-age-days': 1, required: false } },
    });

    expect(told(decision, 'age-days')).toEqual([['inconclusive', 'empty-group', 'b']]);
    expect(decision.outcome).toBe('fail');
  });

  it.each<[string, string, string]>([
    ['holds no value in CSV', 'a,b\n1,\n2,\n', 'empty-group'],
    ['is not there', 'a\n1\n', 'column-missing'],
  ])('a time column that may be left out and %s has no age, which is inconclusive', async (_, text, code) => {
    const rules = { columns: { a: {}, b: { type: 'timestamp', 'max-age-days': 1, required: false } } };
    const decision = await judged(text, rules);

    expect(told(decision, 'age-days')).toEqual([['inconclusive', code, 'b']]);
    expect(decision.outcome).toBe('inconclusive');
  });

  it('a time column of Parquet without a value has no age, which is inconclusive', async () => {
    const rules = { columns: { a: {}, b: { type: 'timestamp', 'max-age-days': 1 } } };
    const file = await parquetOf('SELECT 1 AS a, NULL::TIMESTAMP AS b');
    const decision = await judged(file, rules, { file: 'data.parquet' });

    expect(told(decision, 'age-days')).toEqual([['inconclusive', 'empty-group', 'b']]);
    expect(decision.outcome).toBe('inconclusive');
  });
});
