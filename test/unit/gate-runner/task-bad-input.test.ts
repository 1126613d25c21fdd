import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type ModelConfig, parseGateBlock } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { type Exam, judged, type Said, type Tables } from './corpus-judge.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** A task of 240 rows, and changes of its tables that it must not take. */
interface Corpus {
  readonly exam: Exam;
  readonly data: Rows;
  readonly predictions: Rows;
  /** Columns that hold numbers in Parquet. */
  readonly numeric: readonly string[];
  readonly refused: readonly (readonly [
    name: string,
    column: string,
    value: string,
    performance: string,
    fairness: string,
  ])[];
}

const CLASSES = ['high', 'low', 'mid'];
const nameOf = (at: number): string => CLASSES[at % 3] ?? '';
const IDS = Array.from({ length: 240 }, (_, at) => ({ id: `r${1000 + at}`, race: at % 5 < 3 ? 'alpha' : 'grpb' }));
const said = (at: number): string => nameOf(at % 7 === 0 ? at + 1 : at);

function exam(
  task: ModelConfig['task'],
  columns: Omit<ModelConfig['columns'], 'id' | 'protected' | 'control'>,
  gates: { readonly performance: object; readonly fairness: object },
): Exam {
  const place = { task, nameOf: String };
  return {
    model: { task, columns: { id: 'id', protected: ['race'], control: [], ...columns } },
    performance: parseGateBlock('performance', { 'trivial-baseline': 'none', ...gates.performance }, place),
    fairness: parseGateBlock('fairness', { sensitive: ['race'], 'minimum-group-size': 20, ...gates.fairness }, place),
  };
}

const CORPORA: Readonly<Record<string, Corpus>> = {
  multiclass: {
    exam: exam(
      'multiclass-classification',
      {
        label: { column: 'risk', classes: CLASSES },
        prediction: 'prediction',
        scores: { high: 'p_high', low: 'p_low', mid: 'p_mid' },
      },
      {
        performance: { metrics: { accuracy: { floor: 0.6, margin: 0.02 }, 'log-loss': { ceiling: 2, margin: 0.1 } } },
        fairness: { 'favorable-classes': ['low'], measures: { 'selection-rate-difference': { limit: 0.5 } } },
      },
    ),
    data: IDS.map((row, at) => ({ ...row, risk: nameOf(at) })),
    predictions: IDS.map(({ id }, at) => {
      const own = said(at);
      const scores = CLASSES.map((name) => [`p_${name}`, name === own ? '0.8' : '0.1']);
      return { id, prediction: own, ...Object.fromEntries(scores) };
    }),
    numeric: ['p_high', 'p_low', 'p_mid'],
    refused: [
      ['a class that is not declared', 'prediction', 'huge', 'predictions-refused', 'predictions-refused'],
      ['no prediction', 'prediction', '', 'predictions-refused', 'predictions-refused'],
      // Fairness does not read them, and refuses a file that performance refuses.
      ['a probability above 1', 'p_low', '1.5', 'predictions-refused', 'predictions-refused'],
      ['a probability below 0', 'p_low', '-0.5', 'predictions-refused', 'predictions-refused'],
      ['probabilities that do not sum to 1', 'p_low', '0.35', 'predictions-refused', 'predictions-refused'],
      ['a probability that is NaN', 'p_low', 'nan', 'value-not-finite', 'value-not-finite'],
      ['no probability', 'p_low', '', 'value-missing', 'value-missing'],
      ['a probability in words', 'p_low', 'much', 'mixed-types', 'mixed-types'],
      ['a label that is not declared', 'risk', 'huge', 'config', 'config'],
    ],
  },
  regression: {
    exam: exam(
      'regression',
      { label: { column: 'price' }, prediction: 'guess' },
      {
        performance: { metrics: { mae: { ceiling: 5, margin: 1 } } },
        fairness: { measures: { 'mean-residual-difference': { limit: 5 } } },
      },
    ),
    data: IDS.map((row, at) => ({ ...row, price: `${100 + (at % 50)}.25` })),
    predictions: IDS.map(({ id }, at) => ({ id, guess: `${100 + (at % 50) + (at % 3) - 1}.5` })),
    numeric: ['price', 'guess'],
    refused: [
      ['a guess that is NaN', 'guess', 'nan', 'value-not-finite', 'value-not-finite'],
      ['a guess that is infinite', 'guess', 'inf', 'value-not-finite', 'value-not-finite'],
      ['no guess', 'guess', '', 'value-missing', 'value-missing'],
      ['a guess in words', 'guess', 'much', 'mixed-types', 'mixed-types'],
      ['a price that is infinite', 'price', '-inf', 'value-not-finite', 'value-not-finite'],
    ],
  },
  ranking: {
    exam: exam(
      'ranking',
      { label: { column: 'clicks' }, query: 'session', item: 'offer', score: 'score' },
      {
        performance: { metrics: { mrr: { floor: 0.5, margin: 0.05 } } },
        fairness: { measures: { 'exposure-ratio': { limit: 0.3 } } },
      },
    ),
    data: IDS.map((row, at) => ({
      ...row,
      session: `q${Math.floor(at / 4)}`,
      offer: `o${at % 4}`,
      clicks: at % 4 === Math.floor(at / 4) % 4 ? '2' : '0',
    })),
    predictions: IDS.map(({ id }, at) => ({
      id,
      score: at % 12 === 5 ? '0.95' : at % 4 === Math.floor(at / 4) % 4 ? '0.9' : `0.${5 - (at % 4)}1`,
    })),
    numeric: ['score', 'clicks'],
    refused: [
      ['a score that is NaN', 'score', 'nan', 'value-not-finite', 'value-not-finite'],
      ['no score', 'score', '', 'value-missing', 'value-missing'],
      ['a score in words', 'score', 'best', 'mixed-types', 'mixed-types'],
      ['a negative relevance', 'clicks', '-1', 'value-negative', 'value-negative'],
      ['an item twice in a query', 'offer', 'o1', 'ids-duplicated', 'ids-duplicated'],
      ['a row without a query', 'session', '', 'value-missing', 'value-missing'],
    ],
  },
};

function csvOf(rows: Rows, columns = Object.keys(rows[0] ?? {})): string {
  return `${[columns.join(','), ...rows.map((row) => columns.map((column) => row[column]).join(','))].join('\n')}\n`;
}

function parquet(rows: Rows, numeric: readonly string[]): Promise<Buffer> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => `(${columns.map((column) => `'${row[column]}'`).join(', ')})`);
  const typed = columns.map((column) => (numeric.includes(column) ? `${column}::DOUBLE AS ${column}` : column));
  return parquetOf(`SELECT ${typed.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(${columns.join(', ')})`);
}

/** The reason code of a refusal, or the outcome. */
function inShort(found: Said): string {
  return typeof found === 'string' ? found : found.outcome;
}

describe.each(Object.entries(CORPORA))('a table of the task %s', (_, corpus) => {
  const { exam: own, data, predictions, numeric, refused } = corpus;
  const plain: Tables = { data: csvOf(data), predictions: csvOf(predictions) };
  let known: ReturnType<typeof judged> | undefined;
  const plainDecisions = (): ReturnType<typeof judged> => {
    known ??= judged(plain, own);
    return known;
  };

  it('is judged by both gates', async () => {
    expect(await plainDecisions()).toMatchObject({ performance: { outcome: 'pass' }, fairness: { outcome: 'pass' } });
  });

  it.each<[string, () => Tables | Promise<Tables>]>([
    ['a byte order mark', () => ({ data: `\u{feff}${plain.data}`, predictions: `\u{feff}${plain.predictions}` })],
    [
      'CR LF',
      () => ({ data: csvOf(data).replaceAll('\n', '\r\n'), predictions: csvOf(predictions).replaceAll('\n', '\r\n') }),
    ],
    [
      'rows in another order',
      () => ({
        data: csvOf(data.toReversed()),
        predictions: csvOf([...predictions.slice(90), ...predictions.slice(0, 90)]),
      }),
    ],
    [
      'columns in another order',
      () => ({
        data: csvOf(data, Object.keys(data[0] ?? {}).reverse()),
        predictions: csvOf(predictions, Object.keys(predictions[0] ?? {}).reverse()),
      }),
    ],
    ['gzip', () => ({ ...plain, path: 'data.csv.gz', data: gzipSync(plain.data) })],
    ['zstd', () => ({ ...plain, path: 'data.csv.zst', data: zstdCompressSync(plain.data) })],
    ['Parquet', async () => ({ ...plain, path: 'data.parquet', data: await parquet(data, numeric) })],
  ])('with %s is judged as its plain twin', async (__, tables) => {
    expect(await judged(await tables(), own)).toEqual(await plainDecisions());
  });

  it.each(['grüppe-😀', '__proto__', 'constructor'])(
    'with a group called %s is judged as its plain twin',
    async (race) => {
      const renamed = data.map((row) => (row['race'] === 'grpb' ? { ...row, race } : row));
      const found = JSON.stringify(await judged({ ...plain, data: csvOf(renamed) }, own));

      expect(JSON.parse(found.replaceAll(`"${race}"`, '"grpb"').replaceAll(race, 'grpb'))).toMatchObject({
        performance: { outcome: 'pass' },
        fairness: { outcome: 'pass' },
      });
    },
  );

  it.each(refused)('with %s is refused', async (__, column, value, performance, fairness) => {
    const changed = (rows: Rows): Rows =>
      rows.map((row, at) => (at === 4 && column in row ? { ...row, [column]: value } : row));
    const tables = { data: csvOf(changed(data)), predictions: csvOf(changed(predictions)) };

    const found = await judged(tables, own);

    expect({ performance: inShort(found.performance), fairness: inShort(found.fairness) }).toEqual({
      performance,
      fairness,
    });
  });

  it.each<[string, () => Tables | Promise<Tables>, string]>([
    ['data of 0 bytes', () => ({ ...plain, data: '' }), 'file-empty'],
    ['predictions of 0 bytes', () => ({ ...plain, predictions: '' }), 'file-empty'],
    [
      'truncated Parquet',
      async () => ({ ...plain, path: 'd.parquet', data: (await parquet(data, numeric)).subarray(0, 700) }),
      'file-unreadable',
    ],
    [
      'an id twice',
      () => ({ ...plain, predictions: csvOf([...predictions, ...predictions.slice(0, 1)]) }),
      'ids-duplicated',
    ],
    ['a row too few', () => ({ ...plain, predictions: csvOf(predictions.slice(1)) }), 'id-sets-differ'],
    [
      'a protected column among the predictions',
      () => ({ ...plain, predictions: csvOf(predictions.map((row) => ({ ...row, race: 'alpha' }))) }),
      'predictions-refused',
    ],
  ])('with %s is refused', async (__, tables, code) => {
    expect(await judged(await tables(), own)).toEqual({ performance: code, fairness: code });
  });
});
