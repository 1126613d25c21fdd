import { ConfigError } from '@gatehouse/core';
import { formatCsv, readCsvTable } from '@gatehouse/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './fixture-model.ts';

const LIMITS = { maxBytes: 1000, maxRows: 3, maxColumns: 3 };

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('nothing was thrown');
}

describe('readCsvTable', () => {
  it('reads quoted fields, doubled quotes, line breaks in fields and CRLF', () => {
    const bytes = new TextEncoder().encode('a,b\r\n"x ""y"", z","1\n2"\r\n,3\r\n');

    const table = readCsvTable(bytes, 't.csv');

    expect(table.columns).toEqual(['a', 'b']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['x "y", z', '1\n2'] },
      { line: 4, cells: ['', '3'] },
    ]);
  });

  it('drops a byte order mark and keeps spaces', () => {
    const table = readCsvTable(new Uint8Array([0xef, 0xbb, 0xbf, ...csv('id, b', ' 1 ,2')]), 't.csv');

    expect(table.columns).toEqual(['id', ' b']);
    expect(table.rows[0]?.cells).toEqual([' 1 ', '2']);
  });

  it.each([
    ['one empty line', '\n'],
    ['several, with CRLF', '\r\n\n\r\n'],
  ])('reads a file that ends in %s as without', (_, end) => {
    const bytes = new TextEncoder().encode(`a,b\n1,"\n\n"\n3,4\n${end}`);

    expect(readCsvTable(bytes, 't.csv').rows).toEqual([
      { line: 2, cells: ['1', '\n\n'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });

  it('takes an empty line of a single column for a value', () => {
    expect(readCsvTable(csv('a', '1', '', ''), 't.csv').rows.map(({ cells }) => cells)).toEqual([['1'], [''], ['']]);
  });

  it.each([
    ['an empty file', new Uint8Array(), 't.csv:1: the file is empty'],
    ['a repeated column', csv('a,b,a', '1,2,3'), 't.csv:1: the column names "a" more than once'],
    ['a column without a name', csv('a,,b', '1,2,3'), 't.csv:1: column 2 has no name'],
    ['a short row', csv('a,b', '1,2', '3'), 't.csv:3: 1 fields, beginning with "3"'],
    ['a long row', csv('a,b', '1,2,3'), 't.csv:2: 3 fields'],
    ['an empty line', csv('a,b', '1,2', '', '3,4'), 't.csv:3: 1 fields'],
    ['an empty line before the last', csv('a,b', '', '1,2', ''), 't.csv:2: 1 fields'],
    ['an empty field at the end', csv('a,b', '1,2', '""', ''), 't.csv:3: 1 fields'],
    ['a quote that never closes', csv('a,b', '1,"2'), 't.csv:'],
    ['a quote inside an unquoted field', csv('a,b', '1,2"3'), 't.csv:2: broken quoting'],
    ['text after a closing quote', csv('a,b', '1,"2"x'), 't.csv:2: broken quoting'],
    ['invalid UTF-8', new Uint8Array([...csv('a,b'), 0xff, 0xfe]), 't.csv:2: bytes that are not UTF-8'],
    ['a truncated sequence', new Uint8Array([...csv('a,b'), 0xc3]), 't.csv:2: bytes that are not UTF-8'],
    ['a NUL', new Uint8Array([...csv('a,b', '1,2'), 0x31, 0]), 't.csv:3: a NUL character'],
    ['too many columns', csv('a,b,c,d', '1,2,3,4'), 't.csv:1: 4 columns'],
    ['too many rows', csv('a', '1', '2', '3', '4'), 't.csv:5: 4 rows'],
    ['too many bytes', csv('a', 'x'.repeat(1000)), 't.csv: the file has 1003 bytes'],
  ])('refuses %s and names the place', (_, bytes, message) => {
    expect(messageOf(() => readCsvTable(bytes, 't.csv', LIMITS))).toContain(message);
  });

  it('reports ten ragged rows and the number of the others', () => {
    const bytes = csv('a,b', ...Array.from({ length: 13 }, () => '1'));

    const message = messageOf(() => readCsvTable(bytes, 't.csv'));

    expect(message.split('\n')).toHaveLength(11);
    expect(message).toContain('t.csv:12: 3 more rows of another length');
  });

  it('shows hostile text as escapes', () => {
    const message = messageOf(() => readCsvTable(csv('a,b', '\u001b[31m::error::\u202e'), 't.csv'));

    expect(message).not.toMatch(/\p{C}/u);
    expect(message).toContain('\\u{202e}');
  });

  it('reads back whatever formatCsv writes', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed());
    const grid = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const columns = fc.uniqueArray(
        cell.filter((text) => text !== '' && !text.startsWith('\ufeff')),
        {
          minLength: width,
          maxLength: width,
        },
      );
      return fc.tuple(columns, fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    });

    fc.assert(
      fc.property(grid, ([columns, rows]) => {
        const table = readCsvTable(new TextEncoder().encode(formatCsv(columns, rows)), 't.csv');

        expect(table.columns).toEqual(columns);
        expect(table.rows.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });
});
