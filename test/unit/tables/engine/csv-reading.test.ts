import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { col, countsOf, refusalOf, withTable } from './fixture-tables.ts';

const PLAIN = 'id,g,x\n1,a,0.5\n2,b,1\n3,,2\n';

/** Everything that a gate could be told about the table. */
async function read(content: string | Uint8Array, file = 't.csv'): Promise<unknown> {
  return await withTable(content, { file }, async (tables) => ({
    groups: await countsOf(tables, 'g'),
    // A compensated sum depends on the order of its rows in the last digit.
    moments: (await tables.moments({ table: 't' }, [col('x')])).map(({ m2, ...exact }) => [exact, m2?.toPrecision(12)]),
    rows: await tables.rows({ table: 't' }),
  }));
}

describe('a CSV table reads like its plain twin', () => {
  it.each([
    ['with a byte order mark', `\ufeff${PLAIN}`, 't.csv'],
    ['with CRLF', PLAIN.replaceAll('\n', '\r\n'), 't.csv'],
    ['with both line ends', 'id,g,x\r\n1,a,0.5\n2,b,1\r\n3,,2\n', 't.csv'],
    ['without a line end at its end', PLAIN.slice(0, -1), 't.csv'],
    ['with every field in quotes', '"id","g","x"\n"1","a","0.5"\n"2","b","1"\n"3",,"2"\n', 't.csv'],
    ['in another row order', 'id,g,x\n3,,2\n1,a,0.5\n2,b,1\n', 't.csv'],
    ['in another column order', 'x,id,g\n0.5,1,a\n1,2,b\n2,3,\n', 't.csv'],
    ['with tabs', PLAIN.replaceAll(',', '\t'), 't.tsv'],
    ['with gzip', gzipSync(PLAIN), 't.csv.gz'],
    ['with gzip in two members', Buffer.concat([gzipSync(PLAIN.slice(0, 15)), gzipSync(PLAIN.slice(15))]), 't.csv.gz'],
    ['with zstd', zstdCompressSync(PLAIN), 't.csv.zst'],
    ['compressed under a plain name', gzipSync(PLAIN), 't.csv'],
    ['as JSON Lines', '{"id":1,"g":"a","x":0.5}\n{"id":2,"g":"b","x":1}\n{"x":2,"id":3}\n', 't.jsonl'],
    [
      'as JSON Lines with CRLF and a mark',
      '\ufeff{"id":1,"g":"a","x":0.5}\r\n{"id":2,"g":"b","x":1}\r\n{"g":null,"x":2.0,"id":3}',
      't.ndjson',
    ],
    [
      'as JSON Lines with zstd',
      zstdCompressSync('{"id":1,"g":"a","x":0.5}\n{"id":2,"g":"b","x":1}\n{"x":2,"id":3}\n'),
      't.jsonl.zst',
    ],
  ])('%s', async (_, content, file) => {
    expect(await read(content, file)).toEqual(await read(PLAIN));
  });
});

describe('values of CSV', () => {
  it('tells an empty text from a missing value', async () => {
    const groups = await withTable('id,g\n1,""\n2,\n3,a\n', {}, (tables) => countsOf(tables, 'g'));

    expect(groups).toEqual([
      ['', 1],
      ['a', 1],
      [null, 1],
    ]);
  });

  it('takes declared texts for missing, quoted or not', async () => {
    const groups = await withTable('id,g\n1,NA\n2,"NA"\n3,4\n', { missing: ['NA'] }, (tables) => countsOf(tables, 'g'));

    expect(groups).toEqual([
      ['4', 1],
      [null, 2],
    ]);
  });

  it.each([
    ['a line break', '"x\ny"', 'x\ny'],
    ['a carriage return and line break', '"x\r\ny"', 'x\r\ny'],
    ['a doubled quote', '"x""y"', 'x"y'],
    ['a delimiter', '"x,y"', 'x,y'],
    ['characters outside the basic plane', 'ключ𝒳', 'ключ𝒳'],
    ['a byte order mark of its own', '\ufeffx', '\ufeffx'],
    ['spaces at its ends', ' x ', ' x '],
    ['what SQL would read', "'; DROP TABLE t0; --", "'; DROP TABLE t0; --"],
    ['a backslash', 'x\\', 'x\\'],
    ['a word for nothing', 'NULL', 'NULL'],
  ])('keeps a text with %s', async (_, written, value) => {
    const groups = await withTable(`id,g\n1,plain\n2,${written}\n`, {}, (tables) => countsOf(tables, 'g'));

    expect(groups).toContainEqual([value, 1]);
  });

  it('tells two groups apart that differ in a byte order mark', async () => {
    const groups = await withTable('id,g\n1,x\n2,\ufeffx\n', {}, (tables) => countsOf(tables, 'g'));

    expect(groups).toHaveLength(2);
  });

  it.each([
    ['id', '9007199254740993', 'integer', '9007199254740993'],
    ['id', '170141183460469231731687303715884105727', 'integer', '170141183460469231731687303715884105727'],
    ['x', '1.0', 'number', '1'],
    ['x', '1e-7', 'number', '1e-07'],
    ['x', '-0', 'number', '0'],
    ['x', '0.30000000000000004', 'number', '0.30000000000000004'],
    ['x', '007', 'text', '007'],
    ['x', 'True', 'boolean', 'true'],
    ['x', '0x10', 'text', '0x10'],
    ['x', '1_000', 'text', '1_000'],
  ])('reads a column %s of %s as %s', async (name, written, type, key) => {
    const [columns, keys] = await withTable(`${name},o\n${written},1\n`, {}, async (tables) => [
      (await tables.describe('t')).columns,
      await countsOf(tables, name),
    ]);

    expect(columns[0]).toEqual({ name, type });
    expect(keys).toEqual([[key, 1]]);
  });

  it.each([
    ['one blank line', 'a,b\n1,x\n2,\n', '\n'],
    ['several, with CRLF', 'a,b\r\n1,x\r\n2,\r\n', '\r\n\n\r\n'],
    ['some that a piece of the file ends with', `a,b\n${'1,x\n'.repeat(70_000)}`, '\n'.repeat(200_000)],
  ])('reads a file that ends in %s as without', async (_, text, end) => {
    const [without, ending] = await Promise.all(
      [text, text + end].map((all) => withTable(all, {}, (tables) => countsOf(tables, 'a', 'b'))),
    );

    expect(ending).toEqual(without);
    expect(without?.length).toBeGreaterThan(0);
  });

  it('reads 10,000 columns', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `column ${at}`);
    const row = names.map((_, at) => at).join(',');

    const found = await withTable(`${names.join(',')}\n${row}\n${row}\n`, {}, async (tables) => ({
      described: (await tables.describe('t')).columns.length,
      last: await countsOf(tables, 'column 9999'),
    }));

    expect(found).toEqual({ described: 10_000, last: [['9999', 2]] });
  });

  it('keeps the rows of a wide table together', async () => {
    const names = Array.from({ length: 601 }, (_, at) => `c ${at}`);
    const rows = Array.from({ length: 5000 }, (_, row) =>
      names.map((_, at) => (at % 200 === 0 ? `"${row % 7}\nx"` : row % 7)),
    );
    const text = [names, ...rows].map((row) => `${row.join(',')}\n`).join('');

    const counts = await withTable(text, {}, (tables) => countsOf(tables, 'c 0', 'c 599', 'c 600', 'c 300'));

    expect(counts).toHaveLength(7);
    expect(counts[0]).toEqual(['0\nx', '0', '0\nx', '0', 715]);
  });

  it('gives back whatever was written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', "'", ' ', 'é', '𝒳', '\ufeff', '1', '.'),
    });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
        const text = `a,b\n${rows.map((row) => `${row.map(quote).join(',')}\n`).join('')}`;
        const types = { a: 'text', b: 'text' } as const;
        const counts = await withTable(text, { types }, (tables) =>
          tables.groupedCounts({ table: 't' }, [col('a'), col('b')]),
        );

        const expected = Map.groupBy(rows, (row) => JSON.stringify(row));
        expect(new Map(counts.map(({ key, count }) => [JSON.stringify(key), count]))).toEqual(
          new Map([...expected].map(([key, same]) => [key, same.length])),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('a text table is refused', () => {
  const bad: readonly (readonly [string, string | Uint8Array, string, RegExp])[] = [
    ['a quote that is never closed', 'id,g\n1,a\n2,"b\n3,c\n', 'file-unreadable', /:3: a quote that is never closed/],
    ['a quote within a field', 'id,g\n1,a"b\n', 'file-unreadable', /:2: a quote inside/],
    ['text after a quote', 'id,g\n1,"a"b\n', 'file-unreadable', /:2: text after a closing quote/],
    ['a row that is too short', 'id,g\n1,a\n2\n', 'file-unreadable', /:3: 1 fields/],
    ['a row that is too long', 'id,g\n1,a,\n', 'file-unreadable', /:2: 3 fields/],
    ['a blank line', 'id,g\n1,a\n\n2,b\n', 'file-unreadable', /:3: a blank line/],
    ['the first of several blank lines', 'id,g\n1,a\n\r\n\n2,b\n\n', 'file-unreadable', /:3: a blank line/],
    ['a blank line before the header', '\nid,g\n1,a\n', 'file-unreadable', /:1: a blank line/],
    ['a blank line at the end of one column', 'id\n1\n\n', 'file-unreadable', /:3: a blank line/],
    ['a line of spaces at the end', 'id,g\n1,a\n  \n', 'file-unreadable', /:3: 1 fields/],
    ['an empty field at the end', 'id,g\n1,a\n""\n', 'file-unreadable', /:3: 1 fields/],
    ['a header and blank lines', 'id,g\n\n\n', 'file-empty', /no row/],
    ['a lone carriage return', 'id,g\n1,a\rb\n', 'file-unreadable', /:2: a carriage return/],
    ['a NUL', 'id,g\n1,a\0b\n', 'file-unreadable', /:2: a NUL/],
    [
      'bytes that are not UTF-8',
      Buffer.from([...Buffer.from('id,g\n1,'), 0xff, 0x0a]),
      'file-unreadable',
      /:2: bytes that are not UTF-8/,
    ],
    ['UTF-16', Buffer.from('\ufeffid,g\n1,a\n', 'utf16le'), 'file-unreadable', /UTF-16/],
    ['two columns of one name', 'id,ID\n1,2\n', 'file-unreadable', /"id", "ID"/],
    ['a column without a name', 'id,\n1,2\n', 'file-unreadable', /column 2 without a name/],
    ['no byte', '', 'file-empty', /0 bytes/],
    ['a header and nothing else', 'id,g\n', 'file-empty', /no row/],
    [
      'a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
      'pointer-not-fetched',
      /Git LFS.*git lfs pull/,
    ],
  ];
  it.each(bad)('with %s', async (_, content, code, message) => {
    const refusal = await refusalOf(withTable(content, {}, (tables) => tables.describe('t')));

    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
  });

  it.each([
    ['gzip', gzipSync(PLAIN.repeat(1000)).subarray(0, 60)],
    [
      'zstd',
      zstdCompressSync(Buffer.from(Array.from({ length: 9999 }, (_, at) => `${at},a,${at * 7}\n`).join(''))).subarray(
        0,
        900,
      ),
    ],
  ])('with %s that was cut off', async (_, content) => {
    const refusal = await refusalOf(withTable(content, {}, (tables) => tables.describe('t')));

    expect(refusal).toMatchObject({ code: 'file-unreadable', message: expect.stringMatching(/truncated or corrupt/) });
  });

  it('with gzip whose checksum is wrong', async () => {
    const bytes = gzipSync(PLAIN);
    bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1;

    expect((await refusalOf(withTable(bytes, {}, (tables) => tables.describe('t')))).code).toBe('file-unreadable');
  });

  it('with numbers and words in one column, however late the word comes', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at},${at}\n`).join('');
    const refusal = await refusalOf(withTable(`id,g\n${rows}x,x\n`, {}, (tables) => countsOf(tables, 'g')));

    expect(refusal).toMatchObject({ code: 'mixed-types', message: expect.stringMatching(/such as "x", "0"/) });
  });

  it('unless the column is declared as text', async () => {
    const groups = await withTable('id,g\n1,1\n2,x\n', { types: { g: 'text' } }, (tables) => countsOf(tables, 'g'));

    expect(groups).toEqual([
      ['1', 1],
      ['x', 1],
    ]);
  });

  it.each([
    ['integer', '1.5'],
    ['number', 'x'],
    ['boolean', 'maybe'],
  ] as const)('declared as %s with the value %s', async (type, value) => {
    const refusal = await refusalOf(
      withTable(`id,g\n1,${value}\n`, { types: { g: type } }, (tables) => countsOf(tables, 'g')),
    );

    expect(refusal.code).toBe('type-mismatch');
  });

  it('without a column that is asked for', async () => {
    const refusal = await refusalOf(withTable(PLAIN, {}, (tables) => countsOf(tables, 'h')));

    expect(refusal).toMatchObject({ code: 'column-missing', message: expect.stringMatching(/"id", "g", "x"/) });
  });
});
