import { ConfigError, type Fault } from '@gatehouse/core';
import { type CsvError, parse } from 'csv-parse/sync';
import { quoted, quotedList } from './quoted.ts';
import { DATA_LIMITS, type TableLimits } from './table-limits.ts';

/** A CSV file in memory. Every row has one text per column; nothing is trimmed, converted or guessed. */
export interface CsvTable {
  /** Name for messages: `data/hmda.csv`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const MOST_FAULTS = 10;

/**
 * Reads a CSV file as RFC 4180 has it: a header, commas, double quotes, LF or CRLF, UTF-8.
 *
 * @throws ConfigError naming file and line for: no header, duplicate or empty column names, rows of another length,
 * broken quoting, invalid UTF-8, a NUL character, or more bytes, rows or columns than `limits` allows.
 */
export function readCsvTable(bytes: Uint8Array, name: string, limits: TableLimits = DATA_LIMITS): CsvTable {
  const records = parseRecords(decode(bytes, name, limits), name);
  const [header, ...body] = records;
  if (header === undefined) {
    throw new ConfigError([fault(name, 1, 'the file is empty', 'a header line and rows', 'Write the table again')]);
  }
  const faults = [
    ...headerFaults(header, name, limits),
    ...bodyFaults(body, { name, limits, width: header.cells.length }),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return { name, columns: header.cells, rows: body };
}

function decode(bytes: Uint8Array, name: string, limits: TableLimits): string {
  if (bytes.byteLength > limits.maxBytes) {
    throw new ConfigError([
      {
        where: name,
        found: `the file has ${bytes.byteLength} bytes`,
        allowed: `at most ${limits.maxBytes} bytes`,
        remedy: 'Write fewer rows or columns',
      },
    ]);
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const found = `a NUL character at byte ${nul}`;
    throw new ConfigError([fault(name, lineOfByte(bytes, nul), found, 'text', 'Write the table as UTF-8 text')]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const allowed = 'text in UTF-8';
    const problem = fault(
      name,
      lineOfInvalidUtf8(bytes),
      'bytes that are not UTF-8',
      allowed,
      'Save the file as UTF-8',
    );
    throw new ConfigError([problem], { cause });
  }
}

function lineOfByte(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

/** A newline byte is never part of a longer UTF-8 sequence, so each line can be checked alone. */
function lineOfInvalidUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function parseRecords(text: string, name: string): readonly CsvRow[] {
  const ends: number[] = [];
  let parsed: readonly (readonly string[])[];
  try {
    parsed = parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      on_record: (record: string[], { lines }) => {
        ends.push(lines);
        return record;
      },
    });
  } catch (cause) {
    throw new ConfigError([syntaxFault(cause, name)], { cause });
  }
  // csv-parse reports the line a record ends on; a quoted field may hold line breaks, so it began after the one before.
  const records = parsed.map((cells, index) => ({ line: (ends[index - 1] ?? 0) + 1, cells }));
  // With a single column an empty line may be a record without a value.
  const isWide = (records[0]?.cells.length ?? 0) > 1;
  return isWide ? records.slice(0, records.length - emptyLinesAtEnd(text)) : records;
}

/** Many writers end a file with an empty line, which is no record of several columns. */
function emptyLinesAtEnd(text: string): number {
  let ends = 0;
  for (let at = text.length; text[at - 1] === '\n'; ends += 1) at -= text[at - 2] === '\r' ? 2 : 1;
  return Math.max(0, ends - 1);
}

function syntaxFault(cause: unknown, name: string): Fault {
  const problem = cause as Partial<CsvError> & { readonly lines?: unknown };
  const line = typeof problem.lines === 'number' ? problem.lines : 1;
  const found = `broken quoting (${problem.code ?? 'unreadable'})`;
  const allowed = 'fields with a comma, quote or line break in double quotes, quotes inside doubled';
  return fault(name, line, found, allowed, 'Write the table with a CSV library');
}

function headerFaults(header: CsvRow, name: string, limits: TableLimits): readonly Fault[] {
  const { cells } = header;
  const faults: Fault[] = [];
  if (cells.length > limits.maxColumns) {
    const allowed = `at most ${limits.maxColumns} columns`;
    faults.push(fault(name, header.line, `${cells.length} columns`, allowed, 'Write fewer columns'));
  }
  if (cells.includes('')) {
    const position = cells.indexOf('') + 1;
    faults.push(fault(name, header.line, `column ${position} has no name`, 'a name for every column', 'Name it'));
  }
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const cell of cells) (seen.has(cell) ? twice : seen).add(cell);
  twice.delete('');
  if (twice.size > 0) {
    const found = `the column names ${quotedList([...twice])} more than once`;
    faults.push(fault(name, header.line, found, 'every column name once', 'Rename or remove the copies'));
  }
  return faults;
}

function bodyFaults(
  body: readonly CsvRow[],
  context: { readonly name: string; readonly limits: TableLimits; readonly width: number },
): readonly Fault[] {
  const { name, limits, width } = context;
  if (body.length > limits.maxRows) {
    const allowed = `at most ${limits.maxRows} rows`;
    return [fault(name, body[limits.maxRows]?.line ?? 1, `${body.length} rows`, allowed, 'Write fewer rows')];
  }
  const ragged = body.filter((row) => row.cells.length !== width);
  const faults = ragged.slice(0, MOST_FAULTS).map((row) => {
    const found = `${row.cells.length} fields, beginning with ${quoted(row.cells[0] ?? '')}`;
    return fault(name, row.line, found, `${width} fields, as in the header`, 'Write one field per column');
  });
  if (ragged.length > MOST_FAULTS) {
    const found = `${ragged.length - MOST_FAULTS} more rows of another length`;
    faults.push(fault(name, ragged[MOST_FAULTS]?.line ?? 1, found, `${width} fields`, 'Write one field per column'));
  }
  return faults;
}

function fault(name: string, line: number, ...[found, allowed, remedy]: [string, string, string]): Fault {
  return { where: `${name}:${line}`, found, allowed, remedy };
}
