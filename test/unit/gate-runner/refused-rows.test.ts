import { ActionError, ConfigError } from '@gatehouse/core';
import { collectFairness, collectPerformance, type GateRows } from '@gatehouse/gate-runner';
import { describe, expect, it } from 'vitest';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { columnsOf, LABELS, withRows } from './fixture-rows.ts';

const DATA = 'id,deny,race,dept\n1,yes,a,x\n2,no,a,y\n3,yes,b,x\n4,no,b,\n';
const PREDICTIONS = 'id,prediction,score\n1,yes,0.9\n2,no,0.1\n3,no,0.4\n4,yes,0.6\n';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What both gates say of the same rows: a reason code, or `config`, and the message. */
async function refusals(files: Files): Promise<readonly { readonly code: string; readonly message: string }[]> {
  const collectors: readonly (typeof collectFairness | typeof collectPerformance)[] = [
    collectFairness,
    collectPerformance,
  ];
  return await Promise.all(
    collectors.map(async (collect) => {
      try {
        await withRows<unknown>(files, (rows) => collect(rows, LABELS));
      } catch (error) {
        if (error instanceof ConfigError) return { code: 'config', message: error.message };
        if (error instanceof ActionError) return { code: error.reasonCode ?? error.code, message: error.message };
        throw error;
      }
      return { code: 'accepted', message: '' };
    }),
  );
}

const withData = (data: string): Files => ({ 'data.csv': data, 'predictions.csv': PREDICTIONS });
const withPredictions = (predictions: string): Files => ({ 'data.csv': DATA, 'predictions.csv': predictions });
const jsonLines = (key: string, values: readonly unknown[]): string =>
  values.map((value, at) => `${JSON.stringify({ id: String(at + 1), race: 'a', dept: 'x', [key]: value })}\n`).join('');
const scored = (values: readonly unknown[]): string =>
  values.map((value, at) => `${JSON.stringify({ id: String(at + 1), prediction: value, score: 0.5 })}\n`).join('');

const CASES: readonly (readonly [name: string, files: Files, code: string, message: RegExp])[] = [
  [
    'a label of another value',
    withData(DATA.replace('2,no', '2,maybe')),
    'config',
    /1 label of another value: "maybe".*"yes" or "no"/,
  ],
  [
    'a label that is missing',
    withData(DATA.replace('2,no', '2,')),
    'config',
    /1 label of another value: a missing value/,
  ],
  ['the reserved group', withData(DATA.replace('2,no,a', '2,no,__missing__')), 'config', /1 rows with the reserved/],
  [
    'a prediction of another value',
    withPredictions(PREDICTIONS.replace('2,no', '2,nein')),
    'predictions-refused',
    /1 prediction of another value: "nein"/,
  ],
  [
    'two labels of other values',
    withData(DATA.replace('2,no', '2,maybe').replace('1,yes', '1,perhaps')),
    'config',
    /2 labels of another value, such as "maybe", "perhaps"/,
  ],
  [
    'a prediction that is missing',
    withPredictions(PREDICTIONS.replace('2,no', '2,')),
    'predictions-refused',
    /a missing value/,
  ],
  [
    'a score above one',
    withPredictions(PREDICTIONS.replace('0.9', '1.5')),
    'predictions-refused',
    /scores from 0\.1 to 1\.5/,
  ],
  [
    'a score below zero',
    withPredictions(PREDICTIONS.replace('0.1', '-0.1')),
    'predictions-refused',
    /scores from -0\.1 to 0\.9/,
  ],
  ['a score that is missing', withPredictions(PREDICTIONS.replace('0.9', '')), 'value-missing', /1 missing values/],
  [
    'a score that is NaN',
    withPredictions(PREDICTIONS.replace('0.9', 'NaN')),
    'value-not-finite',
    /1 values that are NaN/,
  ],
  ['a score that is infinite', withPredictions(PREDICTIONS.replace('0.9', 'inf')), 'value-not-finite', /infinite/],
  ['a score of mixed types', withPredictions(PREDICTIONS.replace('0.9', 'high')), 'mixed-types', /"high"/],
  ['an id twice in the data', withData(`${DATA}4,no,b,x\n`), 'ids-duplicated', /such as "4"/],
  [
    'an id twice in the predictions',
    withPredictions(PREDICTIONS.replace('4,yes', '3,yes')),
    'ids-duplicated',
    /such as "3"/,
  ],
  ['a row without an id', withPredictions(PREDICTIONS.replace('4,yes', ',yes')), 'ids-missing', /1 rows without an id/],
  [
    'other ids',
    withPredictions(PREDICTIONS.replace('4,yes', '5,yes')),
    'id-sets-differ',
    /1 ids only in the first and 1 only in/,
  ],
  ['an id as 7 and as 07', withPredictions(PREDICTIONS.replace('4,yes', '04,yes')), 'id-sets-differ', /"4"/],
  ['no such column', withData(DATA.replace('race', 'rasse')), 'column-missing', /"race"/],
];

describe('rows that a gate cannot judge', () => {
  it('accepts the plain twin', async () => {
    expect((await refusals({ 'data.csv': DATA, 'predictions.csv': PREDICTIONS })).map(({ code }) => code)).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  it.each(CASES)('%s', async (_, files, code, message) => {
    const said = { code, message: expect.stringMatching(message) };

    expect(await refusals(files)).toEqual([said, said]);
  });

  it('a label 1 beside a prediction "1"', async () => {
    const files = { 'data.jsonl': jsonLines('deny', [1, 0, 1, 0]), 'predictions.jsonl': scored(['1', '0', '1', '0']) };

    expect((await refusals(files)).map(({ code }) => code)).toEqual(['type-mismatch', 'type-mismatch']);
  });

  it('NULL, NaN and infinity in Parquet', async () => {
    const parquet = (score: string): Promise<Buffer> =>
      parquetOf(
        `SELECT * FROM (VALUES (1, 'yes', 0.5::DOUBLE), (2, 'no', ${score}), (3, 'no', 0.4), (4, 'yes', 0.6)) AS t(id, prediction, score)`,
      );
    const codes: unknown[] = [];
    for (const score of ['NULL', `'NaN'::DOUBLE`, `'-inf'::DOUBLE`]) {
      const said = await refusals({ 'data.csv': DATA, 'predictions.parquet': await parquet(score) });
      codes.push(...said.map(({ code }) => code));
    }

    expect(codes).toEqual(['value-missing', 'value-missing', ...Array(4).fill('value-not-finite')]);
  });
});

describe('one table for everything', () => {
  const table = 'id,deny,race,prediction,score\n1,yes,a,yes,0.9\n2,no,a,no,0.1\n3,yes,b,no,0.4\n4,no,b,yes,0.6\n';
  const inData = (column: string) => ({ table: 'data', column });
  const single = (rows: GateRows): GateRows => ({
    ...rows,
    relation: { table: 'data' },
    columns: columnsOf(false, { prediction: inData('prediction'), score: inData('score'), control: new Map() }),
  });

  it.each([
    [table.replace('\n4,', '\n3,'), 'ids-duplicated', /1 rows with the id of another, such as "3"/],
    [table.replace('\n4,', '\n,'), 'ids-missing', /1 rows without an id/],
  ])('has every id once', async (content, reasonCode, message) => {
    const run = withRows({ 'data.csv': content }, (rows) => collectFairness(single(rows), LABELS), { keys: false });

    await expect(run).rejects.toMatchObject({ reasonCode, message: expect.stringMatching(message) });
  });

  it('without ids is counted in an order of the values', async () => {
    const [header = '', ...lines] = table.trimEnd().split('\n');
    const collect = (content: readonly string[]) =>
      withRows(
        { 'data.csv': content.join('\n') },
        (rows) => {
          const { columns, ...rest } = single(rows);
          return collectPerformance({ ...rest, columns: { ...columns, id: null } }, LABELS);
        },
        { keys: false },
      );
    const rows = await collect([header, ...lines]);

    expect(await collect([header, ...lines.toReversed()])).toEqual(rows);
    expect(rows.labels).toEqual([false, false, true, true]);
  });
});
