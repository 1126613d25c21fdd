import { describe, expect, it } from 'vitest';
import { col, folderWith, refusalOf, withTables } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const on = { join: [col('id', 'p'), col('id', 'y')] };

/** Counts of label × prediction of two tables given as files. */
async function confusion(files: Readonly<Record<string, string | Uint8Array>>, sameIds?: boolean): Promise<unknown> {
  const [p = '', y = ''] = Object.keys(files);
  return await withTables(
    folderWith(files),
    [
      { name: 'p', files: [p], hostile: true },
      { name: 'y', files: [y] },
    ],
    async (tables) => {
      await tables.requireSameType([col('yhat', 'p'), col('label', 'y')]);
      const relation = sameIds === undefined ? on : { ...on, sameIds };
      const counts = await tables.groupedCounts(relation, [col('label', 'y'), col('yhat', 'p'), col('group', 'y')]);
      return counts.map(({ key, count }) => [...key, count]);
    },
  );
}

const LABELS = 'id,label,group\n1,1,a\n2,0,a\n3,1,b\n4,1,a\n';
const EXPECTED = [
  ['0', '0', 'a', 1],
  ['1', '0', 'b', 1],
  ['1', '1', 'a', 2],
];

describe('a join', () => {
  it('counts labels, predictions and groups at once', async () => {
    expect(await confusion({ 'p.csv': 'id,yhat\n4,1\n3,0\n2,0\n1,1\n', 'y.csv': LABELS })).toEqual(EXPECTED);
  });

  it('matches ids by their value over formats', async () => {
    const bytes = await parquetOf('SELECT * FROM (VALUES (1.0::DOUBLE, 1), (2, 0), (3, 0), (4, 1)) AS t(id, yhat)');

    expect(await confusion({ 'p.parquet': bytes, 'y.csv': LABELS })).toEqual(EXPECTED);
    expect(
      await confusion({
        'p.jsonl': '{"id":1,"yhat":1}\n{"id":2.0,"yhat":0}\n{"id":3,"yhat":0.0}\n{"id":4e0,"yhat":1}\n',
        'y.csv': LABELS,
      }),
    ).toEqual(EXPECTED);
  });

  it('tells ids apart that a double cannot', async () => {
    const files = {
      'p.csv': 'id,yhat\n9007199254740992,1\n9007199254740993,0\n',
      'y.csv': 'id,label,group\n9007199254740993,0,b\n9007199254740992,1,a\n',
    };

    expect(await confusion(files)).toEqual([
      ['0', '0', 'b', 1],
      ['1', '1', 'a', 1],
    ]);
  });

  it('allows more labels when that is asked for', async () => {
    const files = { 'p.csv': 'id,yhat\n1,1\n', 'y.csv': LABELS };

    expect(await confusion(files, false)).toEqual([['1', '1', 'a', 1]]);
  });

  it.each([
    ['an id that is twice in the predictions', 'id,yhat\n1,1\n2,0\n3,0\n4,1\n4,1\n', 'ids-duplicated', /"4"/],
    ['the same id written as 1 and 1.0', 'id,yhat\n1,1\n1.0,1\n3,0\n4,1\n', 'ids-duplicated', /"1"/],
    ['an id that is missing', 'id,yhat\n1,1\n2,0\n3,0\n,1\n', 'ids-missing', /1 rows/],
    [
      'an id less',
      'id,yhat\n1,1\n2,0\n3,0\n',
      'id-sets-differ',
      /0 ids only in the first and 1 only in the second, such as "4"/,
    ],
    ['an id that nobody knows', 'id,yhat\n1,1\n2,0\n3,0\n5,1\n', 'id-sets-differ', /"5"/],
    ['ids with fractions', 'id,yhat\n1,1\n2,0\n3,0\n4.5,1\n', 'ids-inexact', /1 ids/],
    ['ids that a double rounds', 'id,yhat\n1,1\n2,0\n3.0,0\n9007199254740993,1\n', 'ids-inexact', /1 ids/],
    ['ids of text', 'id,yhat\na,1\nb,0\nc,0\nd,1\n', 'type-mismatch', /text and of type integer/],
  ])('refuses %s', async (_, predictions, code, message) => {
    const refusal = await refusalOf(confusion({ 'p.csv': predictions, 'y.csv': LABELS }));

    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
  });

  it('refuses a label 1 that is compared with a prediction "1"', async () => {
    const predictions = [1, 2, 3, 4].map((id) => `{"id":${id},"yhat":"1"}\n`).join('');

    const refusal = await refusalOf(confusion({ 'p.jsonl': predictions, 'y.csv': LABELS }));

    expect(refusal).toMatchObject({ code: 'type-mismatch', message: expect.stringMatching(/1 is not "1"/) });
  });

  it('counts with a declared type what a text file leaves open', async () => {
    const predictions = [1, 2, 3, 4].map((id) => `{"id":${id},"yhat":"1"}\n`).join('');
    const sources = [
      { name: 'p', files: ['p.jsonl'] },
      { name: 'y', files: ['y.csv'], types: { label: 'text' as const } },
    ];

    await withTables(folderWith({ 'p.jsonl': predictions, 'y.csv': LABELS }), sources, (tables) =>
      tables.requireSameType([col('yhat', 'p'), col('label', 'y')]),
    );
  });
});

describe('JSON Lines are refused', () => {
  const read = (lines: string): Promise<unknown> => confusion({ 'p.jsonl': lines, 'y.csv': LABELS });

  it.each([
    ['values of several types', '{"id":1,"yhat":1}\n{"id":2,"yhat":"0"}\n', 'mixed-types'],
    ['a key twice in one object', '{"id":1,"yhat":1,"yhat":0}\n', 'file-unreadable'],
    ['keys that differ in case only', '{"id":1,"yhat":1}\n{"id":2,"Yhat":1}\n', 'file-unreadable'],
    ['a line that is no object', '{"id":1,"yhat":1}\n[2,0]\n', 'file-unreadable'],
    ['an object that is cut off', '{"id":1,"yhat":1}\n{"id":2,', 'file-unreadable'],
    ['an object over two lines', '{"id":1,\n"yhat":1}\n', 'file-unreadable'],
    ['nothing but empty objects', '{}\n{}\n', 'file-empty'],
    ['an object as value', '{"id":1,"yhat":{"a":1}}\n', 'column-unsupported'],
  ])('with %s', async (_, lines, code) => {
    expect((await refusalOf(read(lines))).code).toBe(code);
  });
});
