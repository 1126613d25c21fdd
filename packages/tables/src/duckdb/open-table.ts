import {
  type ColumnType,
  type DeclaredType,
  nearestName,
  type ReadFile,
  type TableDescription,
  type TableFormat,
} from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { positionsOf, requireColumnNames } from '../formats/csv-header.ts';
import { BLOCK_COLUMNS, type PreparedFile, type PreparedTable } from '../formats/prepare-source.ts';
import { blocksOf } from '../formats/split-columns.ts';
import { quoted } from '../quoted.ts';
import { countOf, encodedTextOf } from './cells.ts';
import { parquetColumns } from './parquet-columns.ts';
import type { Session } from './session.ts';
import { identifier, literal } from './sql-text.ts';

/** A column as the engine knows it: names of the file are never names of the engine. */
export interface OpenColumn {
  readonly name: string;
  /** `c0`, `c1` … */
  readonly sqlName: string;
  /** Table of the engine that it lies in: `t0_0`, `t0_1` … Rows of the parts of one table have the same `rowid`. */
  readonly part: string;
  /** Type in the engine's words for Parquet; text and JSON are read as they are. */
  readonly engineType: string | null;
}

/** A table that the engine holds or reads. */
export interface OpenTable {
  readonly name: string;
  readonly format: TableFormat;
  readonly rows: number;
  readonly digest: TableDescription['digest'];
  readonly files: readonly ReadFile[];
  readonly columns: readonly OpenColumn[];
  readonly declared: ReadonlyMap<string, DeclaredType>;
  /**
   * For a file that is read in place: the query of some of its columns. A view names all of them, and the engine binds
   * each one for every question: of a thousand columns that takes longer than to count one.
   */
  readonly narrow?: (columns: readonly OpenColumn[]) => string;
}

/**
 * Makes a prepared table known to the engine under the name `t<index>`.
 *
 * @throws ActionError `refused`: `file-empty`, `file-unreadable`, `column-missing`, `mixed-types`.
 */
export async function openTable(session: Session, prepared: PreparedTable, index: number): Promise<OpenTable> {
  const sqlName = `t${index}`;
  const open = { csv: openCsv, tsv: openCsv, jsonl: openJsonLines, parquet: openParquet }[prepared.format];
  const { columns, narrow } = await open(session, prepared, sqlName);
  const [[cell] = []] = await session.rows(`SELECT count(*) FROM ${columns[0]?.part}`);
  const rows = countOf(cell);
  const { source, format, digest } = prepared;
  const where = `table ${quoted(source.name)}`;
  if (rows === 0) {
    const fault = { where, found: 'no row', allowed: 'at least one row', remedy: 'Write the table again' };
    throw refusedInput('file-empty', fault);
  }
  requireRecords(prepared, rows);
  const declared = new Map(Object.entries(source.types ?? {}));
  const names = columns.map((column) => column.name);
  for (const name of declared.keys()) if (!names.includes(name)) throw noColumn(where, name, names);
  const files = prepared.files.map((file) => ({ path: file.path, digest: file.digest, bytes: file.bytes }));
  const table = { name: source.name, format, rows, digest, files, columns, declared };
  return narrow === undefined ? table : { ...table, narrow };
}

/** Names of columns in a message; beyond so many they are counted. */
const MOST_SHOWN = 10;

export function noColumn(where: string, name: string, names: readonly string[]): Error {
  const shown = names.slice(0, MOST_SHOWN).map(quoted).join(', ');
  const more = names.length - MOST_SHOWN;
  const near = nearestName(name, names);
  return refusedInput('column-missing', {
    where,
    found: `no column ${quoted(name)}`,
    allowed: `one of its ${names.length} columns: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
    remedy: near === null ? 'Correct the name, or add the column' : `Did you mean ${quoted(near)}?`,
  });
}

/** We counted the records while we copied them: an engine that read another number has misread the text. */
function requireRecords(prepared: PreparedTable, rows: number): void {
  const records = prepared.files.map((file) => file.records);
  const counted = records.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (records.every((count) => count !== null) && counted !== rows) {
    throw new Error(`DuckDB read ${rows} rows of ${counted} records of ${prepared.source.name}.`);
  }
}

type Opened = Promise<Pick<OpenTable, 'columns' | 'narrow'>>;

/** Columns by the parts that a table is kept in. */
function columnsOf(
  sqlName: string,
  names: readonly string[],
  options: { readonly engineTypes?: readonly string[]; readonly blockColumns?: number } = {},
): readonly OpenColumn[] {
  return blocksOf(names.length, options.blockColumns ?? BLOCK_COLUMNS).flatMap(({ first, width }, block) =>
    names.slice(first, first + width).map((name, at) => ({
      name,
      sqlName: `c${first + at}`,
      part: `${sqlName}_${block}`,
      engineType: options.engineTypes?.[first + at] ?? null,
    })),
  );
}

/** Makes the parts of a table; `select` is the query of the columns of one of them. */
async function createParts(
  session: Session,
  columns: readonly OpenColumn[],
  select: (columns: readonly OpenColumn[], block: number) => string,
): Opened {
  const parts = [...Map.groupBy(columns, (column) => column.part)];
  for (const [block, [part, some]] of parts.entries()) {
    await session.rows(`CREATE TABLE ${part} AS ${select(some, block)}`);
  }
  return { columns };
}

/** Every field as text: what a column holds is decided over all its rows, never by a sample. */
async function openCsv(session: Session, prepared: PreparedTable, sqlName: string): Opened {
  const names = prepared.files[0]?.header ?? [];
  const missing = prepared.source.missing ?? [];
  const orders = prepared.files.map((file) => orderOf(file, names));
  return await createParts(session, columnsOf(sqlName, names), (columns, block) => {
    const selects = prepared.files.map((file, index) => {
      const values = columns.map(({ sqlName: to }) => {
        const from = `c${orders[index]?.[Number(to.slice(1))] ?? ''}`;
        return `${textOrMissing(from, missing)} AS ${to}`;
      });
      return `SELECT ${values.join(', ')} FROM ${csvReader(prepared, file.blocks[block])}`;
    });
    return selects.join(' UNION ALL ');
  });
}

/** Position in a file of each column of the first file. */
function orderOf(file: PreparedFile, names: readonly string[]): readonly number[] {
  const order = positionsOf(quoted(file.path), file.header, names);
  if (file.blocks.length === 1 || order.every((from, to) => from === to)) return order;
  throw refusedInput('file-unreadable', {
    where: quoted(file.path),
    found: 'its columns in another order than in the first file',
    allowed: `files of one order where a table has more than ${BLOCK_COLUMNS} columns`,
    remedy: 'Write the files in one order',
  });
}

function textOrMissing(sqlName: string, missing: readonly string[]): string {
  if (missing.length === 0) return sqlName;
  return `CASE WHEN ${sqlName} IN (${missing.map(literal).join(', ')}) THEN NULL ELSE ${sqlName} END`;
}

/** Nothing is detected: the scanner has made the text what these options say. */
function csvReader(prepared: PreparedTable, block: PreparedFile['blocks'][number] | undefined): string {
  if (block === undefined) throw new Error('A file has fewer blocks than its table.');
  const delimiter = prepared.format === 'tsv' ? '\t' : ',';
  const columns = Array.from({ length: block.width }, (_, at) => `'c${block.first + at}': 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect=false',
    'header=false',
    `delim=${literal(delimiter)}`,
    `quote='"'`,
    `escape='"'`,
    `new_line='\\n'`,
    `comment=''`,
    `nullstr=''`,
    'allow_quoted_nulls=false',
    'null_padding=false',
    'ignore_errors=false',
    'strict_mode=true',
    `compression='none'`,
    `max_line_size=${8 * 1024 * 1024 + 1024}`,
    `columns={${columns}}`,
  ];
  return `read_csv(${literal(block.path)}, ${options.join(', ')})`;
}

const JSON_OPTIONS = `format='newline_delimited', compression='uncompressed', maximum_object_size=${16 * 1024 * 1024}`;

/** Every value as JSON text. Names are collected over all rows, so a key that comes late is a column too. */
async function openJsonLines(session: Session, prepared: PreparedTable, sqlName: string): Opened {
  const paths = `[${pathsOf(prepared).map(literal).join(', ')}]`;
  const objects = `read_json_objects(${paths}, ${JSON_OPTIONS})`;
  const where = `table ${quoted(prepared.source.name)}`;
  const [[others] = []] = await session.rows(`SELECT count(*) FROM ${objects} WHERE json_type(json) <> 'OBJECT'`);
  if (countOf(others) > 0) {
    const found = `${countOf(others)} lines that are no object`;
    const allowed = 'one object in every line';
    throw refusedInput('file-unreadable', { where, found, allowed, remedy: 'Write the table as JSON Lines' });
  }
  const keys = await session.rows(
    `SELECT encode(k), min(pos) FROM (SELECT unnest(json_keys(json)) AS k, generate_subscripts(json_keys(json), 1) AS pos FROM ${objects}) GROUP BY k ORDER BY min(pos), k`,
  );
  const names = keys.map(([key]) => encodedTextOf(key) ?? '');
  if (names.length === 0) {
    throw refusedInput('file-empty', { where, found: 'no value', allowed: 'a table', remedy: 'Write the table again' });
  }
  requireColumnNames(where, names);
  return await createParts(session, columnsOf(sqlName, names), (columns) => {
    const types = columns.map(({ name }) => `${literal(name)}: 'JSON'`).join(', ');
    const values = columns.map((column) => `${identifier(column.name)}::VARCHAR AS ${column.sqlName}`).join(', ');
    return `SELECT ${values} FROM read_json(${paths}, ${JSON_OPTIONS}, auto_detect=false, columns={${types}})`;
  });
}

function pathsOf(prepared: PreparedTable): readonly string[] {
  return prepared.files.flatMap((file) => file.blocks.map((block) => block.path));
}

async function openParquet(session: Session, prepared: PreparedTable, sqlName: string): Opened {
  const [first, ...others] = prepared.files;
  if (first === undefined) return { columns: [] };
  const [path = ''] = pathsOf(prepared);
  const found = await parquetColumns(session, path);
  const names = found.map(({ name }) => name);
  requireColumnNames(quoted(first.path), names);
  for (const file of others) await requireSameColumns(session, file, found);
  const reader = `read_parquet([${pathsOf(prepared).map(literal).join(', ')}], hive_partitioning=false, union_by_name=false, filename=false)`;
  const select = (columns: readonly OpenColumn[]): string =>
    `SELECT ${columns.map((column) => `${identifier(column.name)} AS ${column.sqlName}`).join(', ')} FROM ${reader}`;
  const engineTypes = found.map(({ type }) => type);
  if (prepared.source.hostile === true)
    return await createParts(session, columnsOf(sqlName, names, { engineTypes }), select);
  // A view has no rowid that could hold parts together, and needs none: only what is asked for is read.
  const columns = columnsOf(sqlName, names, { engineTypes, blockColumns: names.length });
  await session.rows(`CREATE VIEW ${columns[0]?.part} AS ${select(columns)}`);
  return { columns, narrow: select };
}

/** DuckDB would take the first file's columns and leave out what others have besides. */
async function requireSameColumns(
  session: Session,
  file: PreparedFile,
  expected: readonly { readonly name: string; readonly type: string }[],
): Promise<void> {
  const columns = await parquetColumns(session, file.blocks[0]?.path ?? '');
  const names = columns.map((column) => column.name);
  const positions = positionsOf(
    quoted(file.path),
    names,
    expected.map((column) => column.name),
  );
  expected.forEach((column, at) => {
    const type = columns[positions[at] ?? -1]?.type;
    if (type === column.type) return;
    throw refusedInput('mixed-types', {
      where: quoted(file.path),
      found: `the column ${quoted(column.name)} of type ${type ?? 'unknown'}`,
      allowed: `${column.type}, as in the first file`,
      remedy: 'Write the files of one table with the same types',
    });
  });
}

/** What the engine's type is in the words of the port. */
export function typeOfEngine(engineType: string): ColumnType {
  if (
    /^(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|DECIMAL\(\d+,0\))$/.test(
      engineType,
    )
  ) {
    return 'integer';
  }
  if (/^(?:FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/.test(engineType)) return 'number';
  if (/^(?:VARCHAR|UUID)$|^ENUM\(/.test(engineType) && !engineType.endsWith('[]')) return 'text';
  if (engineType === 'BOOLEAN') return 'boolean';
  if (/^(?:DATE|TIME|TIMESTAMP)/.test(engineType) && !engineType.endsWith(']')) return 'temporal';
  return 'unsupported';
}
