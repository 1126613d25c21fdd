import type { ColumnType, DeclaredType, ReadFile, TableDescription, TableFormat } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { positionsOf, requireColumnNames } from '../formats/csv-header.ts';
import type { PreparedTable } from '../formats/prepare-source.ts';
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
  /** Type in the engine's words for Parquet; text and JSON are read as they are. */
  readonly engineType: string | null;
}

/** A table that the engine holds or reads. */
export interface OpenTable {
  readonly name: string;
  readonly format: TableFormat;
  /** `t0`, `t1` … */
  readonly sqlName: string;
  readonly rows: number;
  readonly digest: TableDescription['digest'];
  readonly files: readonly ReadFile[];
  readonly columns: readonly OpenColumn[];
  readonly declared: ReadonlyMap<string, DeclaredType>;
}

/**
 * Makes a prepared table known to the engine under the name `t<index>`.
 *
 * @throws ActionError `refused`: `file-empty`, `file-unreadable`, `column-missing`, `mixed-types`.
 */
export async function openTable(session: Session, prepared: PreparedTable, index: number): Promise<OpenTable> {
  const sqlName = `t${index}`;
  const open = { csv: openCsv, tsv: openCsv, jsonl: openJsonLines, parquet: openParquet }[prepared.format];
  const columns = await open(session, prepared, sqlName);
  const [[cell] = []] = await session.rows(`SELECT count(*) FROM ${sqlName}`);
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
  return { name: source.name, format, sqlName, rows, digest, files, columns, declared };
}

export function noColumn(where: string, name: string, names: readonly string[]): Error {
  const shown = names.slice(0, 10).map(quoted).join(', ');
  return refusedInput('column-missing', {
    where,
    found: `no column ${quoted(name)}`,
    allowed: `one of its ${names.length} columns: ${shown}${names.length > 10 ? ' …' : ''}`,
    remedy: 'Correct the name, or add the column',
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

type Opened = Promise<readonly OpenColumn[]>;

function columnsOf(names: readonly string[], engineTypes: readonly string[] | null = null): readonly OpenColumn[] {
  return names.map((name, at) => ({ name, sqlName: `c${at}`, engineType: engineTypes?.[at] ?? null }));
}

/** Every field as text: what a column holds is decided over all its rows, never by a sample. */
async function openCsv(session: Session, prepared: PreparedTable, sqlName: string): Opened {
  const names = prepared.files[0]?.header ?? [];
  const columns = columnsOf(names);
  const missing = prepared.source.missing ?? [];
  await session.rows(`CREATE TABLE ${sqlName} (${columns.map((column) => `${column.sqlName} VARCHAR`).join(', ')})`);
  for (const file of prepared.files) {
    const order = positionsOf(quoted(file.path), file.header, names);
    const values = order.map((at) => textOrMissing(`c${at}`, missing));
    await session.rows(
      `INSERT INTO ${sqlName} SELECT ${values.join(', ')} FROM ${csvReader(prepared, file.readPath, names.length)}`,
    );
  }
  return columns;
}

function textOrMissing(sqlName: string, missing: readonly string[]): string {
  if (missing.length === 0) return sqlName;
  return `CASE WHEN ${sqlName} IN (${missing.map(literal).join(', ')}) THEN NULL ELSE ${sqlName} END`;
}

/** Nothing is detected: the scanner has made the text what these options say. */
function csvReader(prepared: PreparedTable, path: string, width: number): string {
  const delimiter = prepared.format === 'tsv' ? '\t' : ',';
  const columns = Array.from({ length: width }, (_, at) => `'c${at}': 'VARCHAR'`).join(', ');
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
  return `read_csv(${literal(path)}, ${options.join(', ')})`;
}

const JSON_OPTIONS = `format='newline_delimited', compression='uncompressed', maximum_object_size=${16 * 1024 * 1024}`;

/** Every value as JSON text. Names are collected over all rows, so a key that comes late is a column too. */
async function openJsonLines(session: Session, prepared: PreparedTable, sqlName: string): Opened {
  const paths = `[${prepared.files.map((file) => literal(file.readPath)).join(', ')}]`;
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
  const columns = columnsOf(names);
  const types = names.map((name) => `${literal(name)}: 'JSON'`).join(', ');
  const values = columns.map((column) => `${identifier(column.name)}::VARCHAR AS ${column.sqlName}`).join(', ');
  await session.rows(
    `CREATE TABLE ${sqlName} AS SELECT ${values} FROM read_json(${paths}, ${JSON_OPTIONS}, auto_detect=false, columns={${types}})`,
  );
  return columns;
}

async function openParquet(session: Session, prepared: PreparedTable, sqlName: string): Opened {
  const [first, ...others] = prepared.files;
  if (first === undefined) return [];
  const found = await parquetColumns(session, first.readPath);
  requireColumnNames(
    quoted(first.path),
    found.map(({ name }) => name),
  );
  for (const file of others) await requireSameColumns(session, file, found);
  const names = found.map((column) => column.name);
  const columns = columnsOf(
    names,
    found.map((column) => column.type),
  );
  const paths = prepared.files.map((file) => literal(file.readPath)).join(', ');
  const reader = `read_parquet([${paths}], hive_partitioning=false, union_by_name=false, filename=false)`;
  const values = columns.map((column) => `${identifier(column.name)} AS ${column.sqlName}`).join(', ');
  const kind = prepared.source.hostile === true ? 'TABLE' : 'VIEW';
  await session.rows(`CREATE ${kind} ${sqlName} AS SELECT ${values} FROM ${reader}`);
  return columns;
}

/** DuckDB would take the first file's columns and leave out what others have besides. */
async function requireSameColumns(
  session: Session,
  file: PreparedTable['files'][number],
  expected: readonly { readonly name: string; readonly type: string }[],
): Promise<void> {
  const columns = await parquetColumns(session, file.readPath);
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
