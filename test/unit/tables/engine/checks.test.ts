import type { Correlated, ValueRule } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { col, folderWith, refusalOf, withTable, withTables } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const t = { table: 't' };

async function breachesOf(text: string, ...rules: readonly ValueRule[]): Promise<readonly unknown[]> {
  const found = await withTable(text, {}, (tables) => tables.breaches(t, rules));
  return found.map(({ count, examples }) => [count, ...examples]);
}

describe('values that break a rule', () => {
  const TABLE = 'x,g,b\n1,a,true\n2.5,B,false\nnan,B,true\ninf,,\n-inf,"",true\n-3,c,true\n,é,true\n';

  it.each<[string, ValueRule, readonly unknown[]]>([
    ['a least value, infinity below it', { column: col('x'), atLeast: 0 }, [2, '-3', '-inf']],
    ['a least value that occurs', { column: col('x'), atLeast: -3 }, [1, '-inf']],
    ['a largest value, infinity above it', { column: col('x'), atMost: 1 }, [2, '2.5', 'inf']],
    ['a largest value that occurs', { column: col('x'), atMost: 2.5 }, [1, 'inf']],
    ['a list of texts; nothing is missing, and an empty text is a value', one('g', 'a', 'B'), [3, '', 'c', 'é']],
    ['a list of numbers as keys', one('x', '1', '2.5', 'nan', 'inf', '-inf'), [1, '-3']],
    ['a list of booleans', one('b', 'true'), [1, 'false']],
    ['a pattern of the whole text', { column: col('g'), matches: '[a-z]' }, [4, '', 'B', 'é']],
    ['a pattern with a quote', { column: col('g'), matches: "[a-zBé']*" }, [0]],
  ])('%s', async (_, rule, expected) => {
    expect(await breachesOf(TABLE, rule)).toEqual([expected]);
  });

  it.each<[string, 'integer' | 'number' | 'boolean', readonly unknown[]]>([
    ['1\n2.5\nn/a\n007\ntrue\n', 'number', [2, 'n/a', 'true']],
    ['1\n2.5\nn/a\n007\ntrue\n', 'integer', [4, '007', '2.5', 'n/a']],
    ['1\n2.5\nn/a\n007\ntrue\n', 'boolean', [4, '007', '1', '2.5']],
    ['1\n2\n', 'integer', [0]],
  ])('of %j are those that do not read as %s, in a column of several types', async (text, reads, expected) => {
    expect(await breachesOf(`x,y\n${text.replaceAll('\n', ',1\n')}`, { column: col('x'), reads })).toEqual([expected]);
  });

  it('are the further rows of a value that occurs more than once', async () => {
    expect(await breachesOf('x,y\na,1\nb,1\na,1\n,1\n,1\na,1\nb,1\n', { column: col('x'), occurs: 'once' })).toEqual([
      [3, 'a', 'b'],
    ]);
  });

  it('are told with their first rows, where rows have an order', async () => {
    const rule: ValueRule = { column: col('x'), atLeast: 0 };
    const rowsOf = async (content: string | Uint8Array, file: string): Promise<unknown> =>
      (await withTable(content, { file }, (tables) => tables.breaches(t, [rule])))[0]?.rows;

    expect(await rowsOf('x,g\n1,"a\nb"\n-2,\n-1,\n-2,\n', 't.csv')).toEqual([3, 2]);
    expect(await rowsOf('{"x":1}\n{"x":-1}\n', 't.jsonl')).toEqual([2]);
    expect(await rowsOf(await parquetOf('SELECT -1 AS x'), 't.parquet')).toEqual([]);
  });

  it('are none in a column without a value', async () => {
    expect(await breachesOf('x,e\n1,\n2,\n', { column: col('e'), matches: 'a' }, one('e', 'a'))).toEqual([[0], [0]]);
  });

  it('are compared as keys of JSON Lines, in which 1 is not "1"', async () => {
    const numbers = await withTable('{"x":1}\n{"x":1.0}\n{"x":2}\n', { file: 't.jsonl' }, (tables) =>
      tables.breaches(t, [one('x', '1')]),
    );

    expect(numbers).toEqual([{ count: 1, examples: ['2'], rows: [3] }]);
  });

  it.each([
    ['\\x{110000}', 'policy-invalid'],
    ['(?=a)', 'policy-invalid'],
    ['a{1001}', 'policy-invalid'],
  ])('are not looked for with the pattern %s, which the engine cannot read', async (matches, code) => {
    const refusal = await refusalOf(
      withTable('g\na\n', {}, (tables) => tables.breaches(t, [{ column: col('g'), matches }])),
    );

    expect(refusal.code).toBe(code);
  });

  it.each<[string, ValueRule]>([
    ['a pattern for numbers', { column: col('x'), matches: 'a' }],
    ['a least value of text', { column: col('g'), atLeast: 1 }],
  ])('are not looked for with %s', async (_, rule) => {
    const refusal = await refusalOf(withTable(TABLE, {}, (tables) => tables.breaches(t, [rule])));

    expect(refusal.code).toBe('column-unsupported');
  });

  it('agree with the definition on random numbers', async () => {
    const numbers = fc.array(fc.double({ noDefaultInfinity: true, noNaN: true }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(numbers, fc.double({ noDefaultInfinity: true, noNaN: true }), async (values, bound) => {
        const text = `x,o\n${values.map((x) => `${x},\n`).join('')}`;
        const found = await withTable(text, { types: { x: 'number' } }, (tables) =>
          tables.breaches(t, [
            { column: col('x'), atLeast: bound },
            { column: col('x'), atMost: bound },
          ]),
        );

        expect(found.map(({ count }) => count)).toEqual([
          values.filter((x) => x < bound).length,
          values.filter((x) => x > bound).length,
        ]);
      }),
      { numRuns: 12 },
    );
  });
});

function one(column: string, ...oneOf: readonly string[]): ValueRule {
  return { column: col(column), oneOf };
}

describe('rows', () => {
  it('that do not add to the total are counted, and those with a value missing or not finite', async () => {
    const text = 'a,b\n0.5,0.5\n0.4,0.6000001\n0.4,0.61\n0.4,\nnan,1\ninf,-inf\n';
    const apart = await withTable(text, {}, (tables) =>
      tables.unequalSums(t, { columns: [col('a'), col('b')], total: 1, tolerance: 1e-6 }),
    );

    expect(apart).toBe(4);
  });

  it('are distinct by what their values mean, missing like missing', async () => {
    const text = 'a,b\n1,x\n1.0,x\n1,\n1,\n,x\n2,y\n';
    const counts = await withTable(text, {}, async (tables) => [
      await tables.distinctRows(t, [col('a'), col('b')]),
      await tables.distinctRows(t, [col('a')]),
    ]);

    expect(counts).toEqual([4, 3]);
  });

  it('vary in a column by what its values mean, and a missing one is none', async () => {
    const text = `a,b,c,d,e\n1,x,,9007199254740993,true\n1.0,x,,9007199254740992,false\n,"",,,\n`;
    const columns = ['a', 'b', 'c', 'd', 'e'].map((name) => col(name));

    expect(await withTable(text, {}, (tables) => tables.varying(t, columns))).toEqual([false, true, false, true, true]);
  });

  it('of Parquet are compared by their values: NaN is one value, and 0 is -0', async () => {
    const bytes = await parquetOf(
      "SELECT * FROM (VALUES ('nan'::DOUBLE, 0.0::DOUBLE, 1), ('nan', '-0.0'::DOUBLE, 1), (NULL, 0, 1)) AS v(a, b, c)",
    );
    const found = await withTable(bytes, { file: 't.parquet' }, async (tables) => [
      await tables.varying(t, [col('a'), col('b'), col('c')]),
      await tables.distinctRows(t, [col('a'), col('b'), col('c')]),
    ]);

    expect(found).toEqual([[false, false, false], 2]);
  });

  it('of two parts of one table are shared when all their columns are equal', async () => {
    const rows = Array.from({ length: 40 }, (_, id) => `${id},${id % 3},\n`).join('');
    const shared = await withTable(`id,x,e\n${rows}9,7,\n`, {}, (tables) => {
      const part = (wanted: readonly number[]) => ({
        relation: { ...t, part: { column: col('id'), salt: 's', parts: 2, in: wanted } },
        columns: [col('x'), col('e')],
      });
      return Promise.all([
        tables.sharedRows(part([0]), part([1])),
        tables.rows(part([0]).relation),
        tables.sharedRows(part([0]), part([])),
      ]);
    });

    const [both, held, none] = shared;
    expect(both).toBeGreaterThan(0);
    expect(held - (both ?? 0)).toBeLessThanOrEqual(1);
    expect(none).toBe(0);
  });

  it('of two tables are shared across formats, and 1 is not "1"', async () => {
    const folder = folderWith({
      'a.csv': 'id\n1\n2\n3\n3\n',
      'b.jsonl': '{"id":3}\n{"id":1.0}\n',
      'c.jsonl': '{"id":"1"}\n',
    });
    const sources = ['a.csv', 'b.jsonl', 'c.jsonl'].map((file) => ({ name: file.slice(0, 1), files: [file] }));
    const ids = (table: string) => ({ relation: { table }, columns: [col('id', table)] });
    const shared = (one: string, other: string) =>
      withTables(folder, sources, (tables) => tables.sharedRows(ids(one), ids(other)));

    expect(await shared('a', 'b')).toBe(3);
    expect(await shared('b', 'a')).toBe(2);
    expect((await refusalOf(shared('a', 'c'))).code).toBe('type-mismatch');
  });
});

describe('times', () => {
  const day = (text: string): number => Date.parse(text);

  it('are read from text in ISO 8601, as UTC where no zone is named', async () => {
    const text =
      't\n2024-02-29\n2024-03-01T12:00:00+02:00\n2024-03-01 11:30:00.5\n1/2/2020\n2023-02-29\n\nnow\n'.replace(
        '\n\n',
        '\n',
      );
    const range = await withTable(text, {}, (tables) => tables.times(t, col('t')));

    expect(range).toEqual({
      count: 3,
      unreadable: 3,
      earliest: day('2024-02-29T00:00:00Z'),
      latest: day('2024-03-01T11:30:00.500Z'),
    });
  });

  it('are read from Parquet, and those without end are none', async () => {
    const bytes = await parquetOf(
      "SELECT unnest([TIMESTAMP '2024-01-01 10:00:00', TIMESTAMP '1969-12-31 23:59:59', 'infinity'::TIMESTAMP, NULL]) AS t",
    );
    const range = await withTable(bytes, { file: 't.parquet' }, (tables) => tables.times(t, col('t')));

    expect(range).toEqual({ count: 2, unreadable: 1, earliest: -1000, latest: day('2024-01-01T10:00:00Z') });
  });

  it('are not read from numbers', async () => {
    const refusal = await refusalOf(withTable('t\n20240101\n', {}, (tables) => tables.times(t, col('t'))));

    expect(refusal.code).toBe('column-unsupported');
  });
});

describe('rows of many columns', () => {
  const NAMES = Array.from({ length: 700 }, (_, at) => `c${at}`);
  const lineOf = (change: Readonly<Record<number, string>>): string =>
    NAMES.map((_, at) => change[at] ?? (at % 2 === 0 ? '1' : 'a')).join(',');
  const wide = (...rows: readonly string[]): string => `${NAMES.join(',')}\n${rows.join('\n')}\n`;
  const columns = NAMES.map((name) => col(name));

  it('are told from each other wherever they differ, and missing is not empty', async () => {
    const text = wide(
      lineOf({}),
      lineOf({}),
      lineOf({ 699: 'b' }),
      lineOf({ 3: '""' }),
      lineOf({ 3: '' }),
      lineOf({ 2: '1.0' }),
      lineOf({ 1: 'aa', 3: '' }),
    );

    expect(await withTable(text, {}, (tables) => tables.distinctRows(t, columns))).toBe(5);
  });

  it('are found in another table', async () => {
    const folder = folderWith({
      'a.csv': wide(lineOf({}), lineOf({ 5: 'x' })),
      'b.csv': wide(lineOf({ 5: 'x' }), lineOf({ 6: '2' })),
    });
    const sources = ['a', 'b'].map((name) => ({ name, files: [`${name}.csv`] }));
    const shared = await withTables(folder, sources, (tables) =>
      tables.sharedRows(
        { relation: { table: 'a' }, columns: NAMES.map((name) => col(name, 'a')) },
        { relation: { table: 'b' }, columns: NAMES.map((name) => col(name, 'b')) },
      ),
    );

    expect(shared).toBe(1);
  });
});

describe('correlations', () => {
  const correlate = (text: string, other: Correlated) =>
    withTable(text, {}, async (tables) => (await tables.correlations(t, { columns: [col('x')], label: other }))[0]);

  it.each([
    ['a copy', 'x,y\n1,1\n2,2\n4,4\n', { count: 3, value: 1 }],
    ['the opposite', 'x,y\n1,-1\n2,-2\n4,-4\n', { count: 3, value: -1 }],
    ['a constant', 'x,y\n1,5\n2,5\n4,5\n', { count: 3, value: null }],
    ['rows that are finite on both sides', 'x,y\n1,1\n,2\nnan,3\n2,inf\n3,3\n', { count: 2, value: 1 }],
    ['a large offset', 'x,y\n1000000001,1\n1000000002,2\n1000000003,3\n', { count: 3, value: 1 }],
    ['numbers whose squares are none', 'x,y\n1e300,1\n-1e300,2\n5e299,1\n', { count: 3, value: -0.970725343394 }],
  ])('of %s', async (_, text, expected) => {
    const found = await correlate(text, col('y'));

    if (expected.value === null) expect(found).toEqual(expected);
    else {
      expect(found?.count).toBe(expected.count);
      expect(found?.value).toBeCloseTo(expected.value, 9);
    }
  });

  it('take a key as 1 and the others as 0', async () => {
    const found = await correlate('x,y\n1,yes\n0,no\n1,yes\n0,no\n', { of: col('y'), equals: 'yes' });

    expect(found).toEqual({ count: 4, value: 1 });
  });
});
