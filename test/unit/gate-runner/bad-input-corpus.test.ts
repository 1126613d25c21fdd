import { gzipSync, zstdCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { csvOf, DATA_COLUMNS, judged, PLAIN, PREDICTION_COLUMNS, ROWS, type Row, type Tables } from './corpus-judge.ts';

type Judged = Awaited<ReturnType<typeof judged>>;

const bom = (text: string): string => `\u{feff}${text}`;
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const renamed = (race: string, rows: readonly Row[] = ROWS): readonly Row[] =>
  rows.map((row) => (row.race === 'grpb' ? { ...row, race } : row));
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The data as Parquet; `NULL` where the text is `null`. */
function parquetData(rows: readonly (Omit<Row, 'race'> & { readonly race: string | null })[]): Promise<Buffer> {
  const values = rows.map(({ id, deny, race, dept }) =>
    [id, deny, race, dept].map((cell) => (cell === null ? 'NULL' : literal(cell))).join(', '),
  );
  return parquetOf(`SELECT * FROM (VALUES ${values.map((row) => `(${row})`).join(', ')}) AS t(id, deny, race, dept)`);
}

/** The same decision with one group called otherwise. */
function withName(decisions: Judged, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(decisions).replaceAll(from, JSON.stringify(to).slice(1, -1)));
}

let plain: Judged;
beforeAll(async () => {
  plain = await judged(PLAIN);
});

it('the plain tables are judged by both gates', () => {
  expect(plain).toMatchObject({
    performance: { gate: 'performance', outcome: 'pass' },
    fairness: { gate: 'fairness', outcome: 'pass' },
  });
});

/** 10,000 columns take some seconds, and longer on a machine that has more to do. */
const PATIENCE_MS = 240_000;
const WIDE = Array.from({ length: 10_000 }, (_, at) => `f${at}`);

/** Tables that say the same as the plain ones. */
const TWINS: readonly (readonly [name: string, tables: () => Tables | Promise<Tables>])[] = [
  ['a byte order mark', () => ({ data: bom(PLAIN.data as string), predictions: bom(PLAIN.predictions as string) })],
  [
    'lines that end in CR LF',
    () => ({ data: crlf(PLAIN.data as string), predictions: crlf(PLAIN.predictions as string) }),
  ],
  ['no end of the last line', () => ({ ...PLAIN, data: (PLAIN.data as string).trimEnd() })],
  ['every field in quotes', () => ({ ...PLAIN, data: (PLAIN.data as string).replaceAll(/[^,\n]+/g, '"$&"') })],
  [
    'another column with quoted line ends, delimiters and quotes',
    () => ({
      ...PLAIN,
      data: (PLAIN.data as string)
        .replaceAll(/\n(?!$)/g, ',"a ""note"",\nin two lines"\n')
        .replace(/,"a.*\nin two lines"\n/, ',note\n')
        .trimEnd()
        .concat(',x\n'),
    }),
  ],
  [
    'rows in another order',
    () => ({
      data: csvOf(DATA_COLUMNS, ROWS.toReversed()),
      predictions: csvOf(PREDICTION_COLUMNS, [...ROWS.slice(100), ...ROWS.slice(0, 100)]),
    }),
  ],
  [
    'columns in another order',
    () => ({ data: csvOf([...DATA_COLUMNS].reverse()), predictions: csvOf([...PREDICTION_COLUMNS].reverse()) }),
  ],
  ['gzip', () => ({ ...PLAIN, path: 'data.csv.gz', data: gzipSync(PLAIN.data) })],
  ['zstd', () => ({ ...PLAIN, path: 'data.csv.zst', data: zstdCompressSync(PLAIN.data) })],
  ['tabs', () => ({ ...PLAIN, path: 'data.tsv', data: (PLAIN.data as string).replaceAll(',', '\t') })],
  [
    'JSON Lines',
    () => ({
      ...PLAIN,
      path: 'data.jsonl',
      data: ROWS.map(({ prediction, score, ...row }) => `${JSON.stringify(row)}\n`).join(''),
    }),
  ],
  ['Parquet', async () => ({ ...PLAIN, path: 'data.parquet', data: await parquetData(ROWS) })],
  [
    '10,000 columns',
    () => {
      const [header = '', ...lines] = (PLAIN.data as string).trimEnd().split('\n');
      const zeros = ',0'.repeat(WIDE.length);
      return { ...PLAIN, data: [`${header},${WIDE.join(',')}`, ...lines.map((line) => `${line}${zeros}`)].join('\n') };
    },
  ],
];

describe('is judged as the plain twin', () => {
  it.each(TWINS)(
    '%s',
    async (_, tables) => {
      expect(await judged(await tables())).toEqual(plain);
    },
    PATIENCE_MS,
  );

  it.each(['grüppe-😀', 'é', 'e\u0301', '日本', "it's 100 %"])('a group called %s', async (race) => {
    const rows = renamed(race);

    expect(await judged({ ...PLAIN, data: csvOf(DATA_COLUMNS, rows) })).toEqual(withName(plain, 'grpb', race));
  });
});

describe('a group without a name', () => {
  const empty = renamed('');

  it('is a missing value in CSV, in quotes or not, and NULL in Parquet', async () => {
    const bare = await judged({ ...PLAIN, data: csvOf(DATA_COLUMNS, empty) });
    const quoted = csvOf(DATA_COLUMNS, renamed('""'));
    const nulls = empty.map((row) => ({ ...row, race: row.race === '' ? null : row.race }));

    expect(JSON.stringify(bare.fairness)).toContain('__missing__');
    expect(await judged({ ...PLAIN, data: quoted })).toEqual(bare);
    expect(await judged({ ...PLAIN, path: 'd.parquet', data: await parquetData(nulls) })).toEqual(bare);
  });

  it('is a value in Parquet when it is an empty text', async () => {
    const { fairness } = await judged({ ...PLAIN, path: 'd.parquet', data: await parquetData(empty) });

    expect(fairness).toMatchObject({ measures: { groups: { '': { n: 96 } } } });
    expect(JSON.stringify(fairness)).not.toContain('__missing__');
  });
});

const withPrediction = (change: (row: Row, at: number) => Partial<Row> | null): Tables => ({
  ...PLAIN,
  predictions: csvOf(
    PREDICTION_COLUMNS,
    ROWS.flatMap((row, at) => {
      const changed = change(row, at);
      return changed === null ? [] : [{ ...row, ...changed }];
    }),
  ),
});
const withData = (change: (row: Row, at: number) => Partial<Row>): Tables => ({
  ...PLAIN,
  data: csvOf(
    DATA_COLUMNS,
    ROWS.map((row, at) => ({ ...row, ...change(row, at) })),
  ),
});
const firstScore = (score: string): Tables => withPrediction((_, at) => (at === 0 ? { score } : {}));
const damaged = async (change: (bytes: Buffer) => Buffer): Promise<Tables> => ({
  ...PLAIN,
  path: 'data.parquet',
  data: change(await parquetData(ROWS)),
});

/** Tables that break their contract, and the reason code of both gates. */
const REFUSED: readonly (readonly [name: string, tables: () => Tables | Promise<Tables>, code: string])[] = [
  ['truncated Parquet', () => damaged((bytes) => bytes.subarray(0, bytes.length - 100)), 'file-unreadable'],
  [
    'Parquet whose metadata are damaged',
    () => damaged((bytes) => bytes.fill(0xff, bytes.length - 60, bytes.length - 12)),
    'file-unreadable',
  ],
  ['Parquet that is text', () => ({ ...PLAIN, path: 'data.parquet' }), 'file-unreadable'],
  [
    'gzip that ends too early',
    () => ({ ...PLAIN, path: 'data.csv.gz', data: gzipSync(PLAIN.data).subarray(0, 500) }),
    'file-unreadable',
  ],
  ['a column of mixed types', () => firstScore('high'), 'mixed-types'],
  ['a score that is NaN', () => firstScore('NaN'), 'value-not-finite'],
  ['a score that is infinite', () => firstScore('-Infinity'), 'value-not-finite'],
  ['a score that is missing', () => firstScore(''), 'value-missing'],
  ['a score beyond one', () => firstScore('1.01'), 'predictions-refused'],
  [
    'a prediction of another value',
    () => withPrediction((_, at) => (at === 0 ? { prediction: 'YES' } : {})),
    'predictions-refused',
  ],
  ['a label of another value', () => withData((_, at) => (at === 0 ? { deny: 'true' } : {})), 'config'],
  ['the reserved name of a group', () => withData((_, at) => (at === 0 ? { race: '__missing__' } : {})), 'config'],
  ['an id twice in the data', () => ({ ...PLAIN, data: `${PLAIN.data}r1000,yes,alpha,x\n` }), 'ids-duplicated'],
  [
    'an id twice in the predictions',
    () => withPrediction((_, at) => (at === 1 ? { id: 'r1000' } : {})),
    'ids-duplicated',
  ],
  ['a row without an id', () => withPrediction((_, at) => (at === 1 ? { id: '' } : {})), 'ids-missing'],
  ['a row too few', () => withPrediction((_, at) => (at === 1 ? null : {})), 'id-sets-differ'],
  ['a row of another id', () => withPrediction((_, at) => (at === 1 ? { id: 'r9' } : {})), 'id-sets-differ'],
  [
    'a label "1" beside a prediction 1',
    () => ({
      path: 'data.jsonl',
      data: ROWS.map(
        ({ id, race, dept, deny }) => `${JSON.stringify({ id, race, dept, deny: deny === 'yes' ? '1' : '0' })}\n`,
      ).join(''),
      predictions: csvOf(
        PREDICTION_COLUMNS,
        ROWS.map((row) => ({ ...row, prediction: row.prediction === 'yes' ? '1' : '0' })),
      ),
    }),
    'type-mismatch',
  ],
  ['data of 0 bytes', () => ({ ...PLAIN, data: '' }), 'file-empty'],
  ['predictions of 0 bytes', () => ({ ...PLAIN, predictions: '' }), 'file-empty'],
  ['a header without a row', () => ({ ...PLAIN, predictions: 'id,prediction,score\n' }), 'file-empty'],
  [
    'no column for the group',
    () => ({ ...PLAIN, data: (PLAIN.data as string).replace('race', 'rasse') }),
    'column-missing',
  ],
  [
    'the label among the predictions',
    () => ({ ...PLAIN, predictions: csvOf([...PREDICTION_COLUMNS, 'deny']) }),
    'predictions-refused',
  ],
  [
    'a protected column among the predictions',
    () => ({ ...PLAIN, predictions: csvOf([...PREDICTION_COLUMNS, 'race']).replace('race', 'Race ') }),
    'predictions-refused',
  ],
  [
    'another column among the predictions',
    () => ({ ...PLAIN, predictions: csvOf([...PREDICTION_COLUMNS, 'dept']).replace('dept', 'x') }),
    'predictions-refused',
  ],
  ['broken quoting', () => ({ ...PLAIN, predictions: `${PLAIN.predictions}"r\n` }), 'file-unreadable'],
  ['rows of unequal length', () => ({ ...PLAIN, predictions: `${PLAIN.predictions}r1,yes\n` }), 'file-unreadable'],
  [
    'bytes that are no UTF-8',
    () => ({ ...PLAIN, data: Buffer.from((PLAIN.data as string).replaceAll('grpb', 'gr\u00fcn'), 'latin1') }),
    'file-unreadable',
  ],
];

describe('is refused', () => {
  it.each(REFUSED)('%s', async (_, tables, code) => {
    expect(await judged(await tables())).toEqual({ performance: code, fairness: code });
  });
});

describe('cannot be told', () => {
  it.each<[string, Tables, string, string]>([
    ['labels of one class', withData(() => ({ deny: 'no' })), 'single-class', 'no-positives'],
    ['all rows in one group', withData(() => ({ race: 'alpha' })), '', 'single-group'],
  ])('%s', async (_, tables, ofPerformance, ofFairness) => {
    const decisions = await judged(tables);

    for (const [gate, code] of [
      ['performance', ofPerformance],
      ['fairness', ofFairness],
    ] as const) {
      if (code === '') continue;
      expect(JSON.stringify(decisions[gate])).toContain(code);
      expect(decisions[gate]).not.toMatchObject({ outcome: 'pass' });
    }
  });
});
